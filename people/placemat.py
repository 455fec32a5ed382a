"""A placemat as it is read: who does what for somebody, on one page. What the circle already says is not asked again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from people import queries
from people.forms.parts import EASY_PLACES, PLACEMAT
from people.models import CirclePerson, Closeness, Person, PlacematLine, PlacematPlace, Whose

OWN = (PlacematPlace.MONEY, PlacematPlace.HOUSING)
"""What is somebody's own, noted beside the six places."""

OUR_SIDE = frozenset({Whose.US, Whose.OTHER_SERVICE})


@dataclass(frozen=True)
class Said:
    """Somebody who does something; ``line`` is the placemat's own row, nothing where the circle says it."""

    who: str
    does: str
    whose: Whose
    line: PlacematLine | None = None


@dataclass(frozen=True)
class Setting:
    """One place of the placemat."""

    place: PlacematPlace
    said: Sequence[Said]

    @property
    def picture(self) -> str:
        """Stands beside its words."""
        return PLACEMAT[self.place]

    @property
    def easy_title(self) -> str:
        """In the person's own pages."""
        return EASY_PLACES[self.place]


@dataclass(frozen=True)
class Placemat:
    """The whole page."""

    places: Sequence[Setting]
    own: Sequence[Setting]
    one_sided: str | None
    """What to talk about when all of it stands on one side; nothing while it does not."""


def placemat_of(person: Person) -> Placemat:
    """Somebody's placemat: its lines, and those of the circle who have none yet."""
    said = list(_said(person))
    settings = [Setting(place, [one for at, one in said if at is place]) for place in PlacematPlace]
    return Placemat(
        [one for one in settings if one.place not in OWN],
        [one for one in settings if one.place in OWN],
        one_sided(person.known_as, [one.whose for _, one in said]),
    )


def one_sided(name: str, whose: Sequence[Whose]) -> str | None:
    """All of it the person, or all of it services: neither is a life shared. One line alone says nothing yet."""
    if len(whose) < 2:
        return None
    if set(whose) == {Whose.THEMSELVES}:
        return f"All of this stands on {name} alone. Who else might do some of it, or with them?"
    if set(whose) <= OUR_SIDE:
        return f"All of this is done by services. What does {name} do, and who close to them might like to?"
    return None


def _said(person: Person) -> Iterable[tuple[PlacematPlace, Said]]:
    lines = queries.placemat_lines_of(person)
    for line in lines:
        yield line.place, Said(line.who, line.does, line.whose, line)
    named = {line.who.casefold() for line in lines}
    for one in queries.circle_of(person):
        if one.name.casefold() not in named:
            yield _of_the_circle(one)


def _of_the_circle(one: CirclePerson) -> tuple[PlacematPlace, Said]:
    paid = one.closeness is Closeness.PAID
    in_touch = f"in touch {one.in_touch.label.lower()}" if one.in_touch else None
    does = ", ".join(filter(None, [one.relationship, in_touch])) or "in their life"
    place = PlacematPlace.SUPPORT if paid else PlacematPlace.FAMILY_AND_FRIENDS
    return place, Said(one.name, does, Whose.OTHER_SERVICE if paid else Whose.CLOSE_TO_THEM)
