"""Whether everybody has signed what was agreed."""

from matching.lifecycle import Need
from matching.needs.matter import Matter
from matching.queries import agreements
from matching.queries.arrangements import Pair
from scheme.look import and_list


def agreed(matter: Matter) -> str | None:
    """What stands between these two and a paper signed by all."""
    pair = Pair(matter.under_way, matter.person, matter.household)
    paper = agreements.newest_asked(pair.arrangement.id)
    if paper is None:
        return f"{Need.AGREED.label} Nobody has been asked to sign yet: make the agreement, and ask."
    if changed := agreements.changed_since(pair, paper):
        return f"{Need.AGREED.label} Something changed since: {and_list(changed)}. Make the agreement again, and ask again."
    waiting = [signer.name for signer in agreements.still_to_sign(pair, paper)]
    return f"{Need.AGREED.label} Still to sign: {and_list(waiting)}." if waiting else None
