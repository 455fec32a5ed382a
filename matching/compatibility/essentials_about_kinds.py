"""Essentials about the kind of arrangement: offered, free on the dates, within the limit, approved, not in a crisis."""

from matching.compatibility.occupancy import in_words, needs_every_day, overlap, people_on
from matching.compatibility.pairs import Pair
from matching.compatibility.profiles import Approval, Dates, Offer, Wish
from matching.compatibility.verdicts import Rules, Verdict, all_of, any_of, met, not_known, not_met
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.ways_of_living import YesNo

DEPENDS_ON_KIND = not_known("We cannot tell until we know which kind of arrangement it would be.")


def kind_offered(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """The household offers a kind the person would like."""
    if wish:
        return met(f"Both want this kind: {wish.kind.label}.")
    if not pair.person.profile.wishes:
        return not_known("The person has not said which kind of arrangement they would like.")
    if not pair.household.profile.offers:
        return not_known("The household has not said which kinds of arrangement it offers.")
    return not_met(
        f"The household does not offer {', '.join(sorted({wish.kind.label for wish in pair.person.profile.wishes}))}."
    )


def space_on_those_dates(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """There is a place for this kind on the person's dates, and the household is not away then."""
    if wish is None:
        return DEPENDS_ON_KIND
    if wish.kind is ArrangementKind.KINSHIP:
        return met("They would stay in their own home, so no space is needed.")
    offered = [offer for offer in pair.household.profile.offers or () if offer.kind is wish.kind]
    wanted = _from(wish, rules)
    if wanted.starts and wanted.ends and wanted.ends < wanted.starts:
        return not_known("The days they asked for are over: we do not know which they would like now.")
    away = [dates for dates in pair.household.profile.away if wish.dates.ends and overlap(wanted, dates)]
    if away:
        return not_met("The household is away on some of those dates.")
    return any_of([_room_in(pair, offer, wish, rules) for offer in offered])


def three_people_at_most(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """With this person the home would hold no more people supported than the law and the scheme allow."""
    if wish is None:
        return DEPENDS_ON_KIND
    if wish.kind is ArrangementKind.HOMESHARE:
        return met("The limit of three people is not for Homeshare.")
    home = pair.household.profile
    there = people_on(wish, home.taken, rules.today) + (home.living_there or 0)
    if there + 1 > rules.people_at_most:
        return not_met(f"There would be {there + 1} people supported there; {rules.people_at_most} is the most.")
    if home.living_there is None:
        return not_known("We do not know how many people are supported there already.")
    return met(f"With this person, {there + 1} of at most {rules.people_at_most} people.")


def approval_current(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """The household is approved for this kind, and its review is not overdue."""
    if wish is None:
        return DEPENDS_ON_KIND
    if wish.kind is ArrangementKind.HOMESHARE:
        return met("Homeshare needs no carer approval.")
    approval = pair.household.profile.approval or Approval()
    return all_of(
        [_panel(approval, rules), _review(approval, rules), _kinds(approval, wish)],
        f"Approved for {wish.kind.label}.",
    )


def crisis_rule(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """Nothing long-term is planned in a crisis: only a kind that is for now."""
    if wish and wish.kind in INTERIM_KINDS:
        return met("This kind is for now, so it may be proposed in a crisis.")
    if pair.person.profile.crisis is YesNo.NO:
        return met("The person is not in crisis.")
    if pair.person.profile.crisis is YesNo.YES:
        return not_met("The person is in crisis: only an interim stay may be proposed.")
    return not_known("Nobody has said whether the person is in crisis.")


def _room_in(pair: Pair, offer: Offer, wish: Wish, rules: Rules) -> Verdict:
    """Whether one offer has a place for one wish."""
    wanted, offered = _from(wish, rules), offer.dates
    if offered.starts and wish.dates.starts and offered.starts > max(wish.dates.starts, rules.today):
        return not_met(f"The space is free from {in_words(offered.starts)}, later than asked for.")
    if offered.ends and (not overlap(wanted, offered) or (needs_every_day(wish) and _ends_sooner(offered, wish))):
        return not_met(f"The space is free only until {in_words(offered.ends)}.")
    if offered.starts and wish.dates.ends and offered.starts > wish.dates.ends:
        return not_met(f"The space is free from {in_words(offered.starts)}, later than asked for.")
    if offer.spaces is None:
        return not_known("We do not know how many spaces there are.")
    taken = people_on(wish, (stay for stay in pair.household.profile.taken if stay.kind is wish.kind), rules.today)
    if taken >= offer.spaces:
        full = f"{taken} of {offer.spaces} taken on those dates" if offer.spaces else "none is offered now"
        return not_met(f"No space: {full}.")
    return met(f"Spaces free on those dates: {offer.spaces - taken} of {offer.spaces}.")


def _from(wish: Wish, rules: Rules) -> Dates:
    return Dates(max(wish.dates.starts or rules.today, rules.today), wish.dates.ends)


def _ends_sooner(offered: Dates, wish: Wish) -> bool:
    return offered.ends is not None and (wish.dates.ends is None or offered.ends < wish.dates.ends)


def _panel(approval: Approval, rules: Rules) -> Verdict:
    if approval.on is None:
        return not_known("We do not know when the household was approved.")
    if approval.on > rules.today:
        return not_met(f"The panel meets on {in_words(approval.on)}.")
    return met(f"Approved on {in_words(approval.on)}.")


def _review(approval: Approval, rules: Rules) -> Verdict:
    if approval.review_due is None:
        return not_known("We do not know when the approval is to be looked at again.")
    if approval.review_due < rules.today:
        return not_met(f"The approval was to be looked at again by {in_words(approval.review_due)}.")
    return met(f"Approval holds until {in_words(approval.review_due)}.")


def _kinds(approval: Approval, wish: Wish) -> Verdict:
    if approval.kinds is None:
        return not_known("We do not know for which kinds the household is approved.")
    if wish.kind not in approval.kinds:
        return not_met(f"The household is not approved for {wish.kind.label}.")
    return met(f"Approved for {wish.kind.label}.")
