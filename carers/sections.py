"""The profile in reading order: their own words first. One line a section or part; desk and portal read the same table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from carers import actions, forms, queries
from carers.models import Check, Household, Member, MemberKind, Offer, TimeAway
from scheme import cards
from scheme.forms import Form
from scheme.forms.reading import Line, lines
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind
from scheme.look import and_list
from scheme.look import day_short as short
from scheme.queries import is_homeshare, our_scheme


@dataclass(frozen=True)
class Section:
    """One page of questions about one row of the profile, and the verb that keeps the answers.

    ``own`` sections are the household's own to change in its portal; the others are the desk's.
    """

    name: str
    title: str
    own_title: str
    picture: str
    form: Callable[..., Form]
    action: Callable[[Household, Mapping[str, Any], int | None], None] = actions.change_household
    row: Callable[[Household], Any] = lambda household: household
    own: bool = True
    in_homeshare: bool = True
    private: bool = False
    """Holds what only those who work with the household see."""
    cards: bool = False
    """Answered by sorting cards, on pages of its own."""

    def asked(self, household: Household) -> Form:
        """The section's form, filled with what is known."""
        return forms.put_round(self.form(obj=self.row(household)), homeshare=is_homeshare())

    def told(self, household: Household) -> list[Line]:
        """The section as it is read."""
        if self.cards:
            return list(cards.hand(cards.CardsOf.HOUSEHOLD, household.matters_most).lines())
        return list(lines(self.asked(household), self.row(household)))


def say_where(household: Household, answers: Mapping[str, Any], version: int | None) -> None:
    """Keep what the section about where the home is was answered with."""
    actions.move_home(household, answers["address"], answers["postcode"], version)


def say_state(household: Household, answers: Mapping[str, Any], version: int | None) -> None:
    """Keep what the section about where things stand was answered with."""
    actions.change_state(household, answers["state"], answers["paused_until"], version)


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section("words", "In their own words", "In your own words", "speech-balloon", forms.WordsForm),
        Section("giving", "What they share and enjoy", "What you share and enjoy", "wrapped-gift", forms.GivingForm),
        Section("likes", "What they like", "What you like", "red-heart", forms.LikesForm),
        Section("days", "How they live", "How you live", "sun", forms.DaysForm),
        Section("culture", "Languages, faith and food", "Languages, faith and food", "fork-and-knife-with-plate", forms.BeliefsForm),
        Section(
            "home", "Their home", "Your home", "house-with-garden", forms.HomeForm,
            action=actions.change_home, row=queries.home_of, in_homeshare=False,
        ),
        Section("support", "How they could support somebody", "How you could support somebody", "people-hugging", forms.SupportForm),
        Section("matters", "What matters most to them", "What matters most to you", "two-hearts", Form, cards=True),
        Section("contact", "Names and how to reach them", "Names and how to reach you", "telephone-receiver", forms.ContactForm, private=True),
        Section(
            "where", "Where the home is", "", "round-pushpin", forms.WhereForm, private=True,
            action=say_where, row=queries.home_of, own=False, in_homeshare=False,
        ),
        Section(
            "approval", "Approval", "", "check-mark-button", forms.ApprovalForm,
            action=actions.change_approval, own=False, in_homeshare=False,
        ),
        Section("state", "Where things stand", "", "hourglass-not-done", forms.StateForm, action=say_state, own=False),
        Section("supported", "People supported there already", "", "busts-in-silhouette", forms.SupportedForm, own=False, in_homeshare=False),
        Section("notes", "The desk's notes", "", "memo", forms.NotesForm, own=False, private=True),
    )
}  # fmt: skip


def sections() -> dict[str, Section]:
    """The sections of this kind of scheme, in reading order."""
    homeshare = is_homeshare()
    return {name: section for name, section in SECTIONS.items() if section.in_homeshare or not homeshare}


def own_sections() -> dict[str, Section]:
    """The sections a household changes itself."""
    return {name: section for name, section in sections().items() if section.own}


# --- what there may be several of --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """Things of a profile there can be several of, each on a page of its own."""

    name: str
    title: str
    own_title: str
    another: str
    picture: str
    form: Callable[..., Form]
    of: Callable[[Household], Any]
    add: Callable[[Household, Mapping[str, Any]], Any]
    change: Callable[[Any, Mapping[str, Any], int | None], None]
    remove: Callable[[Any], None]
    removal: str
    words: Callable[[Any], str]
    own: bool = True

    def one(self, household: Household, part_id: UUID) -> Any:
        """The one with this id, if it is this household's."""
        return next((row for row in self.of(household) if row.id == part_id), None)

    def may_be_removed_by_household(self, row: Any) -> bool:
        """Carers and people who are supported come and go with the scheme's knowledge; the rest is the household's own."""
        return self.own and getattr(row, "kind", None) not in {MemberKind.CARER, MemberKind.RESIDENT}


def member_words(member: Member) -> str:
    """Who somebody is, in the words of this kind of scheme."""
    kind = forms.HOMESHARER if member.kind is MemberKind.CARER and is_homeshare() else member.kind.label
    age = member.age_band.label if member.age_band else None
    return ", ".join(filter(None, [member.name, kind, age]))


def offer_words(offer: Offer) -> str:
    """What is on offer, how often and between which days."""
    if offer.kind is ArrangementKind.HOMESHARE:
        spaces = {None: "not known yet whether free", 0: "not free now"}.get(offer.spaces, "free to move in")
    else:
        named = {None: "spaces not known yet", 0: "no space now", 1: "1 space"}
        spaces = named.get(offer.spaces, f"{offer.spaces} spaces")
    return ", ".join(filter(None, [offer.kind.label, spaces, offer.when, _between(offer.starts_on, offer.ends_on)]))


def away_words(away: TimeAway) -> str:
    """When they are away."""
    days = (
        short(away.starts_on) if away.starts_on == away.ends_on else f"{short(away.starts_on)} to {short(away.ends_on)}"
    )
    return ", ".join(filter(None, [days, away.words]))


def check_words(check: Check) -> str:
    """Which check, and when it runs out."""
    done = f"done {short(check.done_on)}" if check.done_on else None
    ends = f"runs out {short(check.expires_on)}" if check.expires_on else None
    return ", ".join(filter(None, [check.other or check.kind.label, check.decision, check.number, done, ends]))


def _between(starts_on: date | None, ends_on: date | None) -> str:
    return " ".join(f"{word} {short(on)}" for word, on in (("from", starts_on), ("until", ends_on)) if on)


PARTS: Mapping[str, Part] = {
    part.name: part
    for part in (
        Part(
            "members", "Who lives there", "Who lives here", "Add somebody", "family", forms.MemberForm, queries.members_of,
            actions.add_member, actions.change_member, actions.member_left, "They have moved out", member_words,
        ),
        Part(
            "offers", "What they offer", "What you offer", "Offer something else", "bed", forms.OfferForm, queries.offers_of,
            actions.add_offer, actions.change_offer, actions.remove_offer, "We no longer offer this", offer_words,
        ),
        Part(
            "away", "Days away", "Days away", "Add days away", "luggage", forms.TimeAwayForm, queries.away_of,
            actions.add_time_away, actions.change_time_away, actions.remove_time_away, "We will be at home after all", away_words,
        ),
        Part(
            "checks", "Checks", "", "Write down a check", "check-mark-button", forms.CheckForm, queries.checks_of,
            actions.add_check, actions.change_check, actions.remove_check, "This was written down by mistake", check_words, own=False,
        ),
    )
}  # fmt: skip


def part_form(part: Part, household: Household, row: Any = None, *, at_desk: bool) -> Form:
    """The form for one of them, or for a new one; a few need to know whose it is, or who is asking."""
    scheme, homeshare = our_scheme(), is_homeshare()
    if part.name == "members":
        return part.form(obj=row, homeshare=homeshare, all_kinds=at_desk)
    if part.name == "offers":
        most = scheme.number("people_in_one_home")
        form = part.form(obj=row, kinds=KINDS_OF_SCHEME[scheme.kind], most=1 if homeshare else most)
        return forms.put_round(form, homeshare=homeshare)
    if part.name == "checks":
        people = [(str(member.id), member.label) for member in queries.members_of(household)]
        return part.form(obj=row, members=people)
    return part.form(obj=row)


# --- what runs out -----------------------------------------------------------------------------------------------------


def runs_out(on: date | None, today: date, days: int) -> tuple[str, str] | None:
    """Words and tone for something that ran out, or soon will (``checks_due_days``); nothing when there is time."""
    if on is None or (on - today).days > days:
        return None
    return ("Ran out", "stop") if on < today else ("Runs out soon", "soon")


def names(members: list[Member]) -> str:
    """Everybody's name, to greet them by."""
    return and_list(member.name for member in members if member.name)
