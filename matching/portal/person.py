"""A person's introductions: the few households put forward, to look at, lay side by side and answer."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from carers import queries as carers
from matching import disclosure
from matching.actions import answering, suiting, visiting
from matching.actions.deciding import Support
from matching.agreements.kinds import Party
from matching.calendar_files import visit_file
from matching.forms.arrangements import FeelingForm
from matching.kinds import KINDS, Booked
from matching.lifecycle import GOING_ON, LIVING_TOGETHER, Stage
from matching.models import AnswerWord, Side, Stay, Visit
from matching.portal import afterwards, portal
from matching.portal.visit_cards import next_visits, shown_visits
from matching.queries import agreements, arrangements
from matching.queries.arrangements import coming_stays
from matching.queries.asked import asked_of_resident
from matching.queries.holds import on_pair
from matching.queries.messages import over_with_messages
from matching.queries.wishes import who_began
from matching.visit_words import about_the_home
from people.models import Person
from people.portal.opening import own
from scheme import photographs, record
from scheme.clock import today
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.look import NOT_DONE
from scheme.messages import address_of
from scheme.models import Role
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

Page = str | Response

QUESTIONS = {
    Stage.PROPOSED: "Would you like to meet them?",
    Stage.INTRODUCTION: "Would you like to keep meeting them?",
    Stage.TRIAL: "Would you like to go on?",
}
"""What is asked at each stage, in the words of the page."""


def going_on(person: Person) -> list[arrangements.Pair]:
    """What is going on, in order of date: never ranked. What did not go ahead is told by the worker, not by a page."""
    return [pair for pair in reversed(arrangements.of_person(person.id)) if pair.arrangement.stage in GOING_ON]


NEXT_STAYS = 3
"""As many stays to come as a front page shows (our judgement); the rest stand with the introduction."""


def next_stays(named: Iterable[tuple[arrangements.Pair, str | None]]) -> list[tuple[Stay, Booked, str | None]]:
    """The next stays and days of these arrangements, soonest first, each with whom it is with as far as that is told."""
    found = [
        (stay, booked, name)
        for pair, name in named
        if (booked := KINDS[pair.arrangement.kind].booked)
        for stay in coming_stays(pair)
    ]
    return sorted(found, key=lambda line: line[0].starts_at)[:NEXT_STAYS]


def part(person: Person) -> Markup:
    """The introductions on the person's front page, faces and rooms first, and the stays that come next."""
    pairs = going_on(person)
    for pair in pairs:
        viewed(pair, "introductions")
    cards = [(pair, disclosure.household_to_person(pair), _answer(pair)) for pair in pairs]
    stays = next_stays((pair, shown.name) for pair, shown, _ in cards)
    visits = next_visits((pair, Side.PERSON, shown) for pair, shown, _ in cards)
    return Markup(  # noqa: S704 - our own template, escaped as every page is
        render_template(
            "matching/portal/introductions/person_part.html",
            person=person,
            supporting=reader().role is Role.SUPPORTER,
            cards=cards,
            stays=stays,
            visits=visits,
            at_home=asked_of_resident(person),
            to_sign=[(pair, shown) for pair, shown, _ in cards if agreements.waits_for(pair, Party.PERSON)],
            moves=[(pair, there) for pair in pairs if (there := afterwards.moving(pair))],
            over=afterwards.to_look_back_on(arrangements.of_person(person.id), Side.PERSON),
            written=over_with_messages(arrangements.of_person(person.id), Side.PERSON),
        )
    )


@portal.get("/me/<uuid:person_id>/introductions")
def introductions(person_id: UUID) -> str:
    """Everybody put forward, side by side."""
    person = own(person_id, "introductions").person
    pairs = [pair for pair in going_on(person) if pair.arrangement.stage not in LIVING_TOGETHER]
    for pair in pairs:
        viewed(pair, "introductions")
    cards = [(pair, disclosure.household_to_person(pair), _answer(pair)) for pair in pairs]
    return render_template("matching/portal/introductions/side_by_side.html", person=person, cards=cards)


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>")
def household(person_id: UUID, arrangement_id: UUID) -> str:
    """One household: faces, rooms, their own words, why we thought of them, and my answer."""
    pair = own_pair(person_id, arrangement_id, "introduction")
    viewed(pair, "introduction")
    return render_template(
        "matching/portal/introductions/household.html",
        pair=pair,
        person=pair.person,
        shown=disclosure.household_to_person(pair),
        question=QUESTIONS[pair.arrangement.stage] if arrangements.question_open(pair.arrangement) else None,
        moving=afterwards.moving(pair),
        answer=_answer(pair),
        supporting=reader().role is Role.SUPPORTER,
        mine_began=who_began(arrangement_id) is Side.PERSON,
        visits=shown_visits(pair, Side.PERSON, disclosure.household_to_person(pair)),
        stays=coming_stays(pair),
        held=bool(on_pair(pair)),
        booked=KINDS[pair.arrangement.kind].booked,
        today=today(),
    )


@portal.post("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/answer")
def answer_household(person_id: UUID, arrangement_id: UUID) -> Page:
    """Yes, no, not sure, or talk to someone."""
    pair = own_pair(person_id, arrangement_id, "introduction", writing=True)
    word = AnswerWord.read(request.form.get("answer"))
    if word is None:
        flash("Please choose one of the four answers.", NOT_DONE)
    else:
        # Somebody who answers alone is asked nothing more; a supporter may say how they helped.
        supported = Support(reader().name) if reader().role is Role.SUPPORTER else None
        saved(answering.answer, reader(), pair, Side.PERSON, word, supported=supported)
    return redirect(url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id))


@portal.post("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/take-back")
def take_back(person_id: UUID, arrangement_id: UUID) -> Page:
    """Undo my answer."""
    pair = own_pair(person_id, arrangement_id, "introduction", writing=True)
    saved(answering.take_back, reader(), pair, Side.PERSON, told="Your answer is taken back.")
    return redirect(url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id))


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/visits")
def my_visits(person_id: UUID, arrangement_id: UUID) -> str:
    """My visits with them, one card each: to look at, to listen to, to print."""
    pair = own_pair(person_id, arrangement_id, "visits")
    viewed(pair, "visits")
    shown = disclosure.household_to_person(pair)
    return render_template(
        "matching/portal/introductions/my_visits.html",
        pair=pair,
        person=pair.person,
        shown=shown,
        about_the_home=about_the_home(shown),
        visits=shown_visits(pair, Side.PERSON, shown),
    )


@portal.post("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>/day")
def day_for_me(person_id: UUID, arrangement_id: UUID, visit_id: UUID) -> Page:
    """This day is not good for me, or it is after all."""
    pair = own_pair(person_id, arrangement_id, "visits", writing=True)
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    say_of_the_day(pair, visit, Side.PERSON)
    return redirect(url_for("matching_portal.my_visits", person_id=person_id, arrangement_id=arrangement_id))


@portal.route(
    "/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>", methods=["GET", "POST"]
)
def felt(person_id: UUID, arrangement_id: UUID, visit_id: UUID) -> Page:
    """How the visit felt, with faces."""
    pair = own_pair(person_id, arrangement_id, "how a visit felt", writing=True)
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    form = FeelingForm()
    if form.validate_on_submit() and carried_out(form, visiting.feel, reader(), visit, Side.PERSON, **form.answers):
        flash("Thank you for telling us.")
        return redirect(url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id))
    shown = disclosure.household_to_person(pair)
    return render_template("matching/portal/introductions/felt.html", form=form, visit=visit, who=shown.name)


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>.ics")
def visit_for_calendar(person_id: UUID, arrangement_id: UUID, visit_id: UUID) -> Response:
    """A visit to come, for my calendar."""
    own_pair(person_id, arrangement_id, "a visit for the calendar")
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    return visit_file(
        visit, address_of("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id)
    )


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/photographs/<uuid:photograph_id>.jpg")
def photograph(person_id: UUID, arrangement_id: UUID, photograph_id: UUID) -> Response:
    """A photograph the household shows. The page it stands on has been written down already."""
    pair = own_pair(person_id, arrangement_id, "photograph")
    found = carers.photograph_of(pair.household, photograph_id)
    if found is None or not disclosure.may_see_photograph(pair, found):
        abort(404)
    return photographs.shown(found)


# --- shared with the carer's side ------------------------------------------------------------------------------------------


def saved(action: Callable[..., Any], *args: Any, told: str = "Thank you. We have your answer.", **kwargs: Any) -> None:
    """Carry out one action behind a button, and say in a sentence what came of it."""
    try:
        carry_out(action, *args, **kwargs)
    except Refused as refusal:
        flash(refusal.message, NOT_DONE)
    else:
        flash(told)


def say_of_the_day(pair: arrangements.Pair, visit: Visit, side: Side) -> None:
    """What one side says of the day of a visit: not good for them, or good after all."""
    if request.form.get("good"):
        saved(suiting.good_after_all, visit, side, told="Thank you. The day stays.")
    else:
        told = "Thank you. Your worker will talk with you about another day."
        saved(suiting.not_good, reader(), pair, visit, side, told=told)


def _answer(pair: arrangements.Pair) -> Any:
    question = arrangements.question_open(pair.arrangement)
    return arrangements.answer_of(pair.arrangement.id, question, Side.PERSON) if question else None


def own_pair(person_id: UUID, arrangement_id: UUID, page: str, *, writing: bool = False) -> arrangements.Pair:
    """The person's own arrangement while it is going on; nobody else's is there."""
    own(person_id, page, writing=writing)
    pair = arrangements.pair(arrangement_id)
    if pair is None or pair.person.id != person_id or pair.arrangement.stage not in GOING_ON:
        abort(404)
    return pair


def viewed(pair: arrangements.Pair, page: str) -> None:
    record.viewed("household", pair.household.id, page, "You were put forward to them")
