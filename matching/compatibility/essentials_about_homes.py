"""Essentials about the home of the pair and what comes with each side: access, must-nots, distance."""

from collections.abc import Callable, Mapping, Sequence

from matching.compatibility.pairs import AnyParty, Pair, Party
from matching.compatibility.profiles import (
    HomeFacts,
    HouseholdProfile,
    MemberKind,
    PersonProfile,
    Place,
    SideProfile,
    Wish,
)
from matching.compatibility.readings import everyone
from matching.compatibility.verdicts import Rules, Verdict, all_of, met, not_known, not_met
from scheme.cells import between, in_metres
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenAtHome,
    Helper,
    HouseholdMustNot,
    HowOften,
    MustNot,
    Pet,
    Smoking,
    YesNo,
)

REGULARLY = frozenset({HowOften.MOST_DAYS, HowOften.WEEKLY})

There = bool | None
"""Whether something comes with a side; ``None``: not known."""


def access_needs(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """The home has what whoever moves there needs to live in it safely."""
    if wish and wish.kind is ArrangementKind.KINSHIP:
        return met("They would stay in their own home.")
    needs = pair.mover.profile.access_needs
    if needs is None:
        return not_known("We do not know what access needs there are.")
    checked = [_has(pair.home, need) for need in sorted(needs)]
    return all_of(checked, "The home has what is needed." if needs else "No access needs.")


def persons_must_nots(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """Nothing comes with the household that the person said must not be."""
    must_nots = sorted(pair.person.profile.must_nots)
    return _none_of({item.label: WITH_A_HOUSEHOLD[item](pair.household) for item in must_nots}, "person")


def households_must_nots(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """Nothing comes with the person that the household said must not be."""
    must_nots = sorted(pair.household.profile.must_nots)
    return _none_of({item.label: WITH_A_PERSON[item](pair.person) for item in must_nots}, "household")


def not_too_far(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """The home is within the distance the mover set, from everywhere they go each week.

    Met only if even the furthest corners of the cells are within, not met only if even the nearest are beyond. Who goes
    nowhere every week is asked about the places they did name.
    """
    mover = pair.mover.profile
    if wish and wish.kind is ArrangementKind.KINSHIP:
        return met("They would stay in their own home.")
    if mover.distance_limit_miles is None:
        return met("No limit was set.")
    weekly = gone_to_regularly(mover)
    if not weekly:
        return not_known("A distance is too far, but we do not know from where.")
    limit_m = in_metres(mover.distance_limit_miles)
    within = f"Within {mover.distance_limit_miles} miles of where they go every week."
    return all_of([_within(place, pair.home, limit_m) for place in weekly], within)


def gone_to_regularly(mover: SideProfile) -> Sequence[Place]:
    """The places a distance limit is for: where they go every week or, if there are none, every place they named."""
    return [place for place in mover.places if place.how_often in REGULARLY] or mover.places


def _has(home: HomeFacts, need: AccessNeed) -> Verdict:
    if need not in home.access:
        return not_known(f"We do not know whether the home has this: {need.label}.")
    if home.access[need] is YesNo.NO:
        return not_met(f"The home does not have this: {need.label}.")
    return met(f"The home has this: {need.label}.")


def _within(place: Place, home: HomeFacts, limit_m: int) -> Verdict:
    if place.cell is None or home.cell is None:
        return not_known(f"We do not know how far it is to {place.label}.")
    nearest, furthest = between(place.cell, home.cell)
    if nearest > limit_m:
        return not_met(f"Too far from {place.label}.")
    return met("") if furthest <= limit_m else not_known(f"It may be too far from {place.label}.")


def _none_of(named: Mapping[str, There], whose: str) -> Verdict:
    return all_of(
        [_absent(label, there, whose) for label, there in named.items()],
        f"Nothing the {whose} must not have." if named else f"The {whose} named none.",
    )


def _absent(label: str, there: There, whose: str) -> Verdict:
    if there is None:
        return not_known(f"The {whose} must not have this, and we do not know: {label}.")
    return not_met(f"The {whose} must not have this: {label}.") if there else met("")


def _animals(*kinds: Pet) -> Callable[[AnyParty], There]:
    wanted = frozenset(kinds)
    return lambda party: None if party.pets is None else bool(party.pets & wanted)


def _smoker(*where: Smoking) -> Callable[[AnyParty], There]:
    def smokes(party: AnyParty) -> There:
        answers = [voice.answer for voice in everyone("smoking").voices(party)]
        if any(answer in where for answer in answers):
            return True
        return None if None in answers else False

    return smokes


def _children(party: Party[HouseholdProfile]) -> There:
    if any(member.kind is MemberKind.CHILD for member in party.profile.members):
        return True
    if not party.gives_home:
        return False
    return None if party.home.children is None else party.home.children is ChildrenAtHome.LIVE_HERE


def _stairs(party: Party[HouseholdProfile]) -> There:
    if not party.gives_home:
        return False
    return None if party.home.stairs is None else party.home.stairs is YesNo.YES


def _alcohol(party: Party[HouseholdProfile]) -> There:
    """A homesharer is not asked about alcohol, so a worker has to."""
    if not party.gives_home or party.home.alcohol is None:
        return None
    return party.home.alcohol is YesNo.YES


def _support_at_night(party: Party[PersonProfile]) -> There:
    return None if party.profile.night_support is None else party.profile.night_support is YesNo.YES


def _nobody_but(*helpers: Helper) -> Callable[[Party[HouseholdProfile]], There]:
    """Whether all who could help somebody wash and dress are of these. In Homeshare nobody does."""

    def only(party: Party[HouseholdProfile]) -> There:
        if not party.gives_home:
            return False
        return party.profile.helpers <= set(helpers) if party.profile.helpers else None

    return only


WITH_A_HOUSEHOLD: Mapping[MustNot, Callable[[Party[HouseholdProfile]], There]] = {
    MustNot.DOGS: _animals(Pet.DOG),
    MustNot.CATS: _animals(Pet.CAT),
    MustNot.BIRDS: _animals(Pet.BIRD),
    MustNot.ANY_PETS: _animals(*Pet),
    MustNot.SMOKING: _smoker(Smoking.OUTSIDE, Smoking.INDOORS),
    MustNot.SMOKING_INDOORS: _smoker(Smoking.INDOORS),
    MustNot.CHILDREN: _children,
    MustNot.STAIRS: _stairs,
    MustNot.ALCOHOL: _alcohol,
    MustNot.ONLY_MEN: _nobody_but(Helper.MAN),
    MustNot.ONLY_WOMEN: _nobody_but(Helper.WOMAN),
}

WITH_A_PERSON: Mapping[HouseholdMustNot, Callable[[Party[PersonProfile]], There]] = {
    HouseholdMustNot.SMOKING: _smoker(Smoking.OUTSIDE, Smoking.INDOORS),
    HouseholdMustNot.SMOKING_INDOORS: _smoker(Smoking.INDOORS),
    HouseholdMustNot.BRINGS_DOG: _animals(Pet.DOG),
    HouseholdMustNot.BRINGS_CAT: _animals(Pet.CAT),
    HouseholdMustNot.BRINGS_ANY_PET: _animals(*Pet),
    HouseholdMustNot.NIGHT_SUPPORT: _support_at_night,
}
