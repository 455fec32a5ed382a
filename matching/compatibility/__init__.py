"""How well two profiles might fit, and why, in whole numbers anyone can add up.

Everything here is pure: facts come in as the frozen dataclasses of :mod:`profiles`, answers go out as frozen
dataclasses, and nothing knows of a database, a request or a clock. Read the modules in this order:

``profiles``       what a person and a household have told us; ``None`` means not known, never no
``pairs``          one person beside one household, and whose home it would be
``readings``       how a fact is read when a side is several people
``agreement``      three whole numbers, and the shapes that make them: ``choices``, ``sets``, ``nearness``
``criteria``       the ways two profiles may fit, one declaration each, with the points in ``tables``
``score``          both sides' sums, and the two together, with a scheme's ``weights``
``essentials``     what no score can outvote: met, not met, or "check first"
``explain``        all of the above for one pair, frozen, in a worker's words
``why_not``        what stands in a pair's way
``what_to_ask``    which unknown would tell most, and with ``changing_first`` which could change who comes first
``how_firm``       where each could come if answers moved, with ``firm_lines``, ``firm_bounds`` and ``firm_ranges``
``what_would_change``  which single changes would open most doors, each tried
``telling``        which reasons may be told to whom, and from which stage on
``coded``          many profiles' answers as rows of numbers, each different answer once
``all_pairs``      the same integers for many people and many households at once, with ``asked``
``essentials_at_once``  the same verdicts for many pairs at once, with ``essential_facts`` and ``calendars``
``rounds``         suggestions for everybody at once, with ``rounds_spaces`` for profiles; over every pair there is (``rounds_grid``) and
                   settled word after word (``rounds_settling``); proved by ``rounds_network``
``ranking``        the order in which a worker looks at them, and ``first_few`` of it for everybody
"""
