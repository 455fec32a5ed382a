"""Whether everybody is put forward and answered alike: figures for groups of people, and none for a few.

Groups come from the monitoring answers alone, which the score never reads. Fewer than ten people are never shown, and
never left to be worked out: what is too small is shown together with others, and of a measure that is known of too few in
one group another group's is left out too, because a single gap could be filled by subtraction.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from matching.compatibility.intervals import Interval, of_mean, of_median, wilson
from scheme.words import Words

FEWEST = 10
"""Groups of fewer people are too few to show: the smallest number that English and Welsh public bodies commonly publish."""

EVERYBODY_ELSE = "Everybody else"
NOT_SAID = "Did not say"


class Question(Words):
    """What people may say about themselves, if they wish."""

    ETHNICITY = "ethnicity", "Ethnicity"
    GENDER = "gender", "Gender"
    SEXUALITY = "sexuality", "Sexuality"
    DISABILITY = "disability", "Disability"
    RELIGION = "religion", "Religion"


@dataclass(frozen=True, slots=True)
class Met:
    """What one person has met with. ``None`` is not known yet, never no."""

    said: Mapping[Question, str | None]
    """What they wrote about themselves, in their own words."""
    introductions: int
    """How often they were put forward to a household."""
    welcomed: bool | None
    """Whether any household has said yes to meeting them; nothing before one has answered."""
    said_yes: bool | None
    """Whether they have said yes to meeting any household; nothing before they have answered."""
    days: int | None
    """From first contact until they were first put forward, or until today."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and how firmly it is known."""

    likely: float
    interval: Interval
    of: int
    """Of how many people it is known: ten or more."""


def _share(values: Sequence[float]) -> Figure:
    yes = sum(map(bool, values))
    return Figure(yes / len(values), wilson(yes, len(values)), len(values))


def _mean(values: Sequence[float]) -> Figure:
    return Figure(fmean(values), of_mean(values), len(values))


def _median(values: Sequence[float]) -> Figure:
    return Figure(median(values), of_median(values), len(values))


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is compared. Each person counts once, so that intervals for people hold.

    Shares have Wilson's interval, means Student's, medians the one that order statistics give (:mod:`intervals`).
    """

    title: str
    of: Callable[[Met], float | None]
    figure: Callable[[Sequence[float]], Figure]
    is_share: bool = False


MEASURES: tuple[Measure, ...] = (
    Measure("Introductions each", lambda met: met.introductions, _mean),
    Measure("A household said yes", lambda met: met.welcomed, _share, is_share=True),
    Measure("They said yes", lambda met: met.said_yes, _share, is_share=True),
    Measure("Days waiting", lambda met: met.days, _median),
    Measure("Never put forward", lambda met: not met.introductions, _share, is_share=True),
)
"""Waiting is counted until today for whoever still waits: so it is shorter than it will turn out, for every group alike."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group of at least ten people, and its figures in the order of ``MEASURES``; nothing where too few are known."""

    name: str
    people: int
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One question, with every group large enough to show; no rows if there are not two such groups."""

    question: Question
    rows: tuple[Row, ...]


def panels(everybody: Sequence[Met]) -> tuple[Panel, ...]:
    """Every question's groups."""
    return tuple(Panel(question, _rows(everybody, question)) for question in Question)


def everybody_together(everybody: Sequence[Met]) -> Row | None:
    """All of them as one group; nothing for fewer than ten."""
    if len(everybody) < FEWEST:
        return None
    figures = (_known(everybody, measure) for measure in MEASURES)
    found = (
        measure.figure(values) if len(values) >= FEWEST else None
        for measure, values in zip(MEASURES, figures, strict=True)
    )
    return Row("Everybody", len(everybody), tuple(found))


def groups(said: Sequence[str | None]) -> dict[str, list[int]]:
    """Which of them belong together, as places in ``said``, largest group first; every group has ten or more.

    People write in their own words: only capitals and spaces are looked past, because nobody here decides that two words
    mean the same. Those too few to show are shown together, with the next smallest group if they are still too few.
    Nothing is shown unless that leaves two groups.
    """
    written: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(said):
        written[" ".join((words or "").split()).casefold()].append(place)
    by_size = sorted(written.values(), key=lambda places: (-len(places), places))
    large = [places for places in by_size if len(places) >= FEWEST]
    rest = [place for places in by_size[len(large) :] for place in places]
    while 0 < len(rest) < FEWEST and large:
        rest += large.pop()
    named = {_name([said[place] for place in places]): places for places in large}
    if rest:
        named[EVERYBODY_ELSE] = sorted(rest)
    return named if len(named) > 1 and all(len(places) >= FEWEST for places in named.values()) else {}


def _name(written: Sequence[str | None]) -> str:
    """As most of them write it."""
    found = Counter(" ".join((words or "").split()) for words in written)
    return min(found, key=lambda words: (-found[words], words)) or NOT_SAID


def shown(sizes: Sequence[int]) -> frozenset[int]:
    """Of which groups a measure is shown, as places in ``sizes`` (of how many people in each it is known).

    None of fewer than ten, and where one is left out so are the next smallest, until those left out are two groups and
    ten people at least: what is missing cannot then be worked out from a total.
    """
    smallest_first = sorted(range(len(sizes)), key=lambda place: (sizes[place], place))
    left_out = [place for place in smallest_first if sizes[place] < FEWEST]
    for place in smallest_first[len(left_out) :]:
        if not left_out or (len(left_out) > 1 and sum(sizes[each] for each in left_out) >= FEWEST):
            break
        left_out.append(place)
    return frozenset(smallest_first) - frozenset(left_out)


def _rows(everybody: Sequence[Met], question: Question) -> tuple[Row, ...]:
    found = groups([met.said.get(question) for met in everybody])
    members = [[everybody[place] for place in places] for places in found.values()]
    columns = [_column(members, measure) for measure in MEASURES]
    return tuple(
        Row(name, len(places), tuple(column[row] for column in columns))
        for row, (name, places) in enumerate(found.items())
    )


def _column(members: Sequence[Sequence[Met]], measure: Measure) -> list[Figure | None]:
    values = [_known(group, measure) for group in members]
    visible = shown([len(each) for each in values])
    return [measure.figure(each) if place in visible else None for place, each in enumerate(values)]


def _known(group: Sequence[Met], measure: Measure) -> list[float]:
    return [value for met in group if (value := measure.of(met)) is not None]
