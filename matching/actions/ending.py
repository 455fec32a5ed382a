"""Ending kindly: notice, the move, and afterwards what was learned and whether the two keep in touch."""

from datetime import date

from matching.lifecycle import LIVING_TOGETHER, NOTHING_IS_ASKED_AFTER, Stage
from matching.models import Ending, KeepInTouch, LooksBack, Reflection, Side, WhoDecided
from matching.queries import endings
from matching.queries.arrangements import Pair
from matching.rhythms import Notice, notice
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account
from scheme.queries import our_scheme


def notice_asked(pair: Pair, given_on: date) -> Notice:
    """How much notice the scheme asks for, for this arrangement, when it is given on that day."""
    began = pair.arrangement.trial_starts_on or given_on
    return notice(our_scheme(), pair.arrangement.kind, began, given_on)


def give_notice(
    pair: Pair,
    given_on: date,
    by: WhoDecided | None = None,
    last_day: date | None = None,
    fewer_days_agreed: bool = False,
) -> None:
    """Write down notice. Living together goes on until the last day, which is worked out when it is not given.

    Raises ``Refused`` where nobody lives together, for a day to come, and for fewer days than the scheme asks for unless both
    sides agreed to fewer (Medway's rule).
    """
    if pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("There is nothing to give notice of.")
    if given_on > today():
        raise Refused("Please give a day up to today.", "given_on")
    asked = notice_asked(pair, given_on)
    usual = asked.until(given_on)
    last_day = last_day or usual
    if last_day < given_on:
        raise Refused("The last day should not be before notice was given.", "last_day")
    if last_day < usual and not fewer_days_agreed:
        raise Refused(
            f"That is less than {asked}. It may be less when both sides agree: say so below if they do.", "last_day"
        )
    ending = ending_to_write(pair)
    ending.notice_by, ending.last_day = by, last_day
    ending.fewer_days_agreed = fewer_days_agreed and last_day < usual
    ending.version += 1
    pair.arrangement.notice_given_on = given_on


def take_notice_back(pair: Pair) -> None:
    """They changed their minds, and go on living together. Raises ``Refused`` when there is no notice, or it has ended."""
    ending = endings.ending_of(pair.arrangement)
    if pair.arrangement.notice_given_on is None or pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("There is no notice to take back.")
    pair.arrangement.notice_given_on = None
    if ending:
        ending.notice_by = ending.last_day = None
        ending.fewer_days_agreed = ending.both_know = False
        ending.version += 1


def plan_move(pair: Pair, answers: Answers, version: int | None) -> None:
    """Write down the move: ``moving_to``, ``who_helps``, ``goes_along``, and ``both_know``. Raises ``Refused`` before notice."""
    if pair.arrangement.notice_given_on is None or pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("Write notice down first: the last day is part of the plan.")
    there = endings.ending_of(pair.arrangement)
    if there is None:
        there = ending_to_write(pair)
        version = there.version
    change(there, answers, version)


def ending_to_write(pair: Pair) -> Ending:
    """The arrangement's ending, begun if nothing of it was written down yet."""
    ending = endings.ending_of(pair.arrangement)
    if ending is None:
        ending = Ending(arrangement_id=pair.arrangement.id)
        db.session.add(ending)
    return ending


def say_about_keeping_in_touch(account: Account, pair: Pair, side: Side, wishes: bool, how: str | None) -> None:
    """One side's own answer, which the other hears only once both said yes. It may be changed at any time.

    Raises ``Refused`` where it is no question: while it goes on, after a death, and where somebody has to be kept safe.
    """
    if not endings.touch_may_be_asked(pair):
        raise Refused("Keeping in touch is not asked about here.")
    wish = endings.wishes_of(pair.arrangement).get(side)
    if wish is None:
        wish = KeepInTouch(arrangement_id=pair.arrangement.id, side=side, wishes=wishes, by_id=account.id)
        db.session.add(wish)
    wish.wishes, wish.at, wish.by_id = wishes, now(), account.id
    wish.how = how if wishes else None


def reflect(account: Account, pair: Pair, whose: LooksBack, answers: Answers) -> None:
    """What one of them takes from it: ``good``, ``would_help``, ``may_share``, and a worker's ``lesson``.

    Raises ``Refused`` while it goes on, without any words, and for somebody who has died.
    """
    if pair.arrangement.stage is not Stage.ENDED:
        raise Refused("This goes on, so there is nothing to look back on yet.")
    if whose is LooksBack.PERSON and endings.ended_because(pair.arrangement) in NOTHING_IS_ASKED_AFTER:
        raise Refused(f"{pair.person.known_as} died. What you remember of them stands with your own words.")
    if not any(answers.get(name) for name in ("good", "would_help", "lesson")):
        raise Refused("Please write a few words, or go back without saving.", "good")
    reflection = endings.reflections_of(pair.arrangement).get(whose)
    if reflection is None:
        reflection = Reflection(arrangement_id=pair.arrangement.id, whose=whose, by_id=account.id)
        db.session.add(reflection)
    for name, value in answers.items():
        setattr(reflection, name, value)
    reflection.at, reflection.by_id = now(), account.id
