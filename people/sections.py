"""The profile in reading order: strengths first, needs later. One line a section; desk and portal read the same table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from people import actions, queries
from people.forms import home, living, own_words, parts, who
from people.forms.base import ProfileForm
from people.models import (
    CirclePerson,
    OtherWay,
    Person,
    PersonPlace,
    PlacematLine,
    TalkOfOtherWays,
    WantedArrangement,
)
from scheme.look import day_short as day
from scheme.pages import carried_out
from scheme.queries import is_homeshare, kind_choices

HOMESHARE_ONLY = frozenset({"children_at_home", "pet_tempers"})
"""Questions about the home that is shared; in Shared Lives that home is the household's."""

SHARED_LIVES_ONLY = frozenset({"pet_temper_wish", "helped_by"})
"""Questions about the home somebody would move to, and about personal care, which no homesharer gives."""


@dataclass(frozen=True)
class Section:
    """One page of questions about one row of the profile, and the verb that keeps the answers."""

    name: str
    title: str
    easy_title: str
    picture: str
    form: Callable[..., ProfileForm]
    row: Callable[[Person], Any] = lambda person: person
    action: Callable[..., Any] = actions.change_person
    in_portal: bool = True
    at_desk: bool = True
    homeshare_only: bool = False
    own_words: bool = False
    """Read as prose, not as a list of facts."""
    private: bool = False
    """Holds names and numbers that only those who work with people see."""
    cards: bool = False
    """Answered by sorting cards, on pages of its own."""

    def asked(self, person: Person, *, easy: bool = False) -> ProfileForm:
        """The section's form, filled with what is known."""
        form = self.form(obj=self.row(person), easy=easy)
        for name in (SHARED_LIVES_ONLY if is_homeshare() else HOMESHARE_ONLY) & set(form._fields):
            del form[name]
        return form

    def saved(self, person: Person, form: ProfileForm) -> bool:
        """Whether the answers were sent, understood and kept."""
        return form.validate_on_submit() and carried_out(form, self.action, person, form.answers, form.version.data)


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section("good-life", "A good life", "My good life", "sun", own_words.GoodLifeForm, own_words=True),
        Section("about", "What they bring", "What I am like", "star", own_words.AboutMeForm, own_words=True),
        Section("giving", "What they bring and enjoy", "What I bring and enjoy", "wrapped-gift", own_words.GivingForm),
        Section("support", "Good support", "How to support me", "people-hugging", own_words.SupportForm, own_words=True),
        Section("likes", "What they like", "What I like", "red-heart", living.LikesForm),
        Section("languages", "Languages", "How I talk", "speech-balloon", living.LanguagesForm),
        Section("culture", "Faith, culture and food", "My faith and food", "fork-and-knife-with-plate", living.CultureForm),
        Section("days", "Their days", "My days", "eight-oclock", living.DaysForm),
        Section("sharing", "Sharing a home", "Who I live with", "busts-in-silhouette", living.SharingForm),
        Section("needs", "What a home has to have", "What my home must have", "key", home.NeedsForm),
        Section(
            "own-home", "The home they would share", "My home", "house-with-garden", home.OwnHomeForm,
            row=queries.home_of, action=actions.change_home, homeshare_only=True,
        ),
        Section("matters", "What matters most", "What matters most to me", "two-hearts", ProfileForm, cards=True),
        Section("who", "Names and how to reach them", "My name and phone", "bust-in-silhouette", who.WhoForm, private=True),
        Section(
            "where", "Where they live now", "Where I live now", "round-pushpin", home.WhereForm,
            row=queries.home_of, action=actions.change_home, in_portal=False, private=True,
        ),
        Section("desk", "For the desk", "", "memo", who.DeskForm, in_portal=False, private=True),
        Section(
            "fairness", "Fairness", "Questions about fairness", "handshake", who.MonitoringForm,
            row=queries.monitoring_of, action=actions.answer_monitoring, at_desk=False,
        ),
    )
}  # fmt: skip


def sections(*, portal: bool) -> list[Section]:
    """The sections of this scheme in reading order."""
    homeshare = is_homeshare()
    return [
        section
        for section in SECTIONS.values()
        if (section.in_portal if portal else section.at_desk) and (homeshare or not section.homeshare_only)
    ]


@dataclass(frozen=True)
class Part:
    """Things of a profile there can be several of, each on a page of its own."""

    name: str
    title: str
    easy_title: str
    one: str
    easy_one: str
    picture: str
    model: type[Any]
    form: type[ProfileForm]
    of: Callable[[Person], Any]
    add: Callable[..., Any]
    change: Callable[..., Any]
    words: Callable[[Any], str]
    in_portal: bool = True
    own_page: bool = False
    """Shown on a page of its own, not with the profile."""

    def asked(self, person: Person, row: Any = None, *, easy: bool = False) -> ProfileForm:
        """The form for one of them, or for a new one."""
        if self.form is parts.CircleForm:
            return parts.CircleForm(obj=row, easy=easy, places=queries.places_of(person))
        form = self.form(obj=row, easy=easy)
        if isinstance(form, parts.WantedForm):
            form.kind.choices = kind_choices()
        return form

    def added(self, person: Person, form: ProfileForm) -> bool:
        """Whether a new one was sent, understood and kept."""
        return form.validate_on_submit() and carried_out(form, self.add, person, form.answers)

    def saved(self, row: Any, form: ProfileForm) -> bool:
        """Whether changes to one were sent, understood and kept."""
        return form.validate_on_submit() and carried_out(form, self.change, row, form.answers, form.version.data)


def _wanted_words(row: WantedArrangement) -> str:
    dates = [f"{word} {day(at)}" for word, at in (("from", row.starts_on), ("until", row.ends_on)) if at]
    return " ".join([row.kind.label, *dates])


def _place_words(row: PersonPlace) -> str:
    district = (row.postcode or "").split(" ")[0]
    return ", ".join(filter(None, [row.label, district, row.how_often.label.lower() if row.how_often else ""]))


def _circle_words(row: CirclePerson) -> str:
    place = queries.place_met_at(row)
    said = [
        row.name,
        row.relationship,
        row.closeness and row.closeness.label.lower(),
        row.in_touch and row.in_touch.label.lower(),
        f"at {place.label}" if place else None,
        row.getting_together and row.getting_together.label.lower(),
    ]
    return ", ".join(filter(None, said))


def _other_ways_words(row: TalkOfOtherWays) -> str:
    ways = ", ".join(way.label.lower() for way in OtherWay if way.value in row.ways)
    return f"{day(row.talked_on)}, {row.with_whom}: {ways}"


PARTS: Mapping[str, Part] = {
    part.name: part
    for part in (
        Part(
            "wanted", "What they would like, and when", "What I would like", "Another wish", "Tell us another wish",
            "spiral-calendar", WantedArrangement, parts.WantedForm, queries.wanted_of,
            actions.add_wanted, actions.change_wanted, _wanted_words,
        ),
        Part(
            "places", "Places that matter", "My places", "Another place", "Tell us another place",
            "world-map", PersonPlace, parts.PlaceForm, queries.places_of,
            actions.add_place, actions.change_place, _place_words,
        ),
        Part(
            "circle", "People in their life", "My people", "Somebody else", "Tell us somebody else",
            "people-holding-hands", CirclePerson, parts.CircleForm, queries.circle_of,
            actions.add_to_circle, actions.change_in_circle, _circle_words,
        ),
        Part(
            "other-ways", "Other ways talked about", "Other ways we talked about", "Write down a talk", "Another talk",
            "people-dialogue", TalkOfOtherWays, parts.OtherWaysForm, queries.talks_of_other_ways,
            actions.add_talk_of_other_ways, actions.change_talk_of_other_ways, _other_ways_words, in_portal=False,
        ),
        Part(
            "placemat", "Who does what", "Who does what for me", "Another line", "Tell us who else does something",
            "people-hugging", PlacematLine, parts.PlacematForm, queries.placemat_lines_of,
            actions.add_placemat_line, actions.change_placemat_line, lambda row: f"{row.who}: {row.does}", own_page=True,
        ),
    )
}  # fmt: skip
