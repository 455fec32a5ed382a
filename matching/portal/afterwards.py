"""After an ending: looking back, and whether to keep in touch. Nothing of the other side is shown, unless both wish it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for

from carers.models import Household
from carers.portal.own import own as own_household
from matching import disclosure
from matching.actions import ending
from matching.forms.endings import OwnKeepInTouchForm, OwnReflectionForm
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Ending, KeepInTouch, LooksBack, Reflection, Side
from matching.portal import portal
from matching.queries import arrangements, endings
from matching.queries.arrangements import Pair
from people.models import Person
from people.portal.opening import own as own_person
from scheme.clock import local_day, today
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

Page = Any

OWN_WORDS = {Side.PERSON: LooksBack.PERSON, Side.HOUSEHOLD: LooksBack.HOUSEHOLD}
"""Whose words each side's own are."""


@dataclass(frozen=True)
class LookingBack:
    """What one side's own pages show of something that has ended."""

    pair: Pair
    side: Side

    @property
    def reflection(self) -> Reflection | None:
        """What they wrote."""
        return endings.reflections_of(self.pair.arrangement).get(OWN_WORDS[self.side])

    @property
    def wish(self) -> KeepInTouch | None:
        """What they said about keeping in touch."""
        return endings.wishes_of(self.pair.arrangement).get(self.side)

    @property
    def touch_asked(self) -> bool:
        """Whether keeping in touch is a question here."""
        return endings.touch_may_be_asked(self.pair)

    @property
    def others(self) -> tuple[str, str | None] | None:
        """The other side's name and how to reach them, once both would like to keep in touch."""
        both = endings.both_keep_in_touch(self.pair)
        if both is None:
            return None
        if self.side is Side.PERSON:
            return disclosure.first_names(self.pair.household), both[Side.HOUSEHOLD].how
        return self.pair.person.known_as, both[Side.PERSON].how


def to_look_back_on(pairs: Sequence[Pair], side: Side) -> list[Pair]:
    """What has ended lately, for a front page; or longer ago, where both keep in touch."""
    since = today() - timedelta(days=our_scheme().number("looking_back_days"))
    return [
        pair
        for pair in endings.endings_of(pairs)
        if endings.may_be_asked(pair, side)
        and (local_day(pair.arrangement.stage_since) >= since or endings.both_keep_in_touch(pair))
    ]


def moving(pair: Pair) -> Ending | None:
    """The moving plan, between notice and the moving day, once both sides have been told."""
    there = endings.ending_of(pair.arrangement)
    planned = pair.arrangement.stage in LIVING_TOGETHER and pair.arrangement.notice_given_on is not None
    return there if there and planned and there.both_know else None


# --- the person's -----------------------------------------------------------------------------------------------------------


@portal.get("/me/<uuid:person_id>/looking-back/<uuid:ended_id>")
def looking_back(person_id: UUID, ended_id: UUID) -> str:
    """Something that has ended."""
    return _shown(_persons(person_id, ended_id), "person_looking_back.html")


@portal.route("/me/<uuid:person_id>/looking-back/<uuid:ended_id>/words", methods=["GET", "POST"])
def my_reflection(person_id: UUID, ended_id: UUID) -> Page:
    """What I say about it."""
    back = url_for("matching_portal.looking_back", person_id=person_id, ended_id=ended_id)
    return _reflecting(_persons(person_id, ended_id, writing=True), back)


@portal.route("/me/<uuid:person_id>/looking-back/<uuid:ended_id>/keep-in-touch", methods=["GET", "POST"])
def my_keeping_in_touch(person_id: UUID, ended_id: UUID) -> Page:
    """Whether I would like to keep in touch."""
    back = url_for("matching_portal.looking_back", person_id=person_id, ended_id=ended_id)
    return _wishing(_persons(person_id, ended_id, writing=True), back)


def _persons(person_id: UUID, ended_id: UUID, *, writing: bool = False) -> LookingBack:
    person: Person = own_person(person_id, "looking back", writing=writing).person
    pair = arrangements.pair(ended_id)
    return _asked(pair if pair and pair.person.id == person.id else None, Side.PERSON)


# --- the household's --------------------------------------------------------------------------------------------------------


@portal.get("/home/looking-back/<uuid:ended_id>")
def looking_back_at_home(ended_id: UUID) -> str:
    """Something that has ended."""
    return _shown(_households(ended_id), "carer_looking_back.html")


@portal.route("/home/looking-back/<uuid:ended_id>/words", methods=["GET", "POST"])
def our_reflection(ended_id: UUID) -> Page:
    """What we say about it."""
    back = url_for("matching_portal.looking_back_at_home", ended_id=ended_id)
    return _reflecting(_households(ended_id), back)


@portal.route("/home/looking-back/<uuid:ended_id>/keep-in-touch", methods=["GET", "POST"])
def our_keeping_in_touch(ended_id: UUID) -> Page:
    """Whether we would like to keep in touch."""
    back = url_for("matching_portal.looking_back_at_home", ended_id=ended_id)
    return _wishing(_households(ended_id), back)


def _households(ended_id: UUID) -> LookingBack:
    household: Household = own_household()
    pair = arrangements.pair(ended_id)
    return _asked(pair if pair and pair.household.id == household.id else None, Side.HOUSEHOLD)


# --- both -------------------------------------------------------------------------------------------------------------------


def _asked(pair: Pair | None, side: Side) -> LookingBack:
    if pair is None or not endings.may_be_asked(pair, side):
        abort(404)
    return LookingBack(pair, side)


def _shown(back: LookingBack, template: str) -> str:
    return render_template(f"matching/portal/afterwards/{template}", back=back, person=back.pair.person)


def _reflecting(back: LookingBack, there: str) -> Page:
    form = OwnReflectionForm(data=_own(back.reflection))
    answers = {"good": form.good.data, "would_help": form.would_help.data, "may_share": form.may_share.data == "yes"}
    whose = OWN_WORDS[back.side]
    return _asking(
        form,
        back,
        there,
        "Looking back",
        lambda: carried_out(form, ending.reflect, reader(), back.pair, whose, answers),
    )


def _wishing(back: LookingBack, there: str) -> Page:
    if not back.touch_asked:
        abort(404)
    wish = back.wish
    form = OwnKeepInTouchForm(data={"wishes": "yes" if wish.wishes else "no", "how": wish.how} if wish else {})
    wishes = form.wishes.data == "yes"
    args = (reader(), back.pair, back.side, wishes, form.how.data)
    return _asking(
        form, back, there, "Keeping in touch", lambda: carried_out(form, ending.say_about_keeping_in_touch, *args)
    )


def _own(reflection: Reflection | None) -> dict[str, Any]:
    if reflection is None:
        return {}
    shared = "yes" if reflection.may_share else "no"
    return {"good": reflection.good, "would_help": reflection.would_help, "may_share": shared}


def _asking(form: Form, back: LookingBack, there: str, title: str, carry_out: Callable[[], bool]) -> Page:
    if form.validate_on_submit() and carry_out():
        flash("Thank you for telling us.")
        return redirect(there)
    return render_template("matching/portal/afterwards/ask.html", form=form, title=title, there=there, back=back)
