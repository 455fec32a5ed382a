"""A household's introductions: who is being suggested, what happens next."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from carers.models import Household, Member
from carers.portal.own import own
from matching import disclosure
from matching.actions import answering, visiting
from matching.agreements.kinds import Party
from matching.calendar_files import visit_file
from matching.forms.arrangements import FeelingForm
from matching.kinds import KINDS
from matching.lifecycle import GOING_ON, Stage
from matching.models import Answer, AnswerWord, Question, Side
from matching.portal import afterwards, portal
from matching.portal.person import next_stays, saved, say_of_the_day
from matching.portal.trial import days_to_come
from matching.portal.visit_cards import next_visits, shown_visits
from matching.queries import agreements, arrangements
from matching.queries.arrangements import coming_stays
from matching.queries.asked import AtHome, everybody_at_home
from matching.queries.holds import on_pair
from matching.queries.messages import over_with_messages
from matching.queries.wishes import who_began
from matching.visit_words import about_the_home
from scheme import record
from scheme.clock import today
from scheme.look import NOT_DONE
from scheme.messages import address_of
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

Page = str | Response

QUESTIONS = {
    Stage.PROPOSED: "Would you like to meet?",
    Stage.INTRODUCTION: "Would you like to keep meeting?",
    Stage.TRIAL: "Would you like to go on?",
}
"""What is asked at each stage, in the words of the page."""


def part(household: Household) -> Markup:
    """The introductions on the household's front page, in order of date: never ranked."""
    ours = arrangements.of_household(household.id)
    pairs = [pair for pair in reversed(ours) if pair.arrangement.stage in GOING_ON]
    cards = [(pair, disclosure.person_to_household(pair), _answer(pair), stage(pair)) for pair in pairs]
    stays = next_stays((pair, shown.name) for pair, shown, _, _ in cards)
    over = afterwards.to_look_back_on(ours, Side.HOUSEHOLD)
    written = over_with_messages(ours, Side.HOUSEHOLD)
    visits = next_visits((pair, Side.HOUSEHOLD, shown) for pair, shown, _, _ in cards)
    return Markup(  # noqa: S704 - our own template, escaped as every page is
        render_template(
            "matching/portal/introductions/carer_part.html",
            cards=cards,
            stays=stays,
            visits=visits,
            to_sign=[
                (pair, shown) for pair, shown, *_ in cards if agreements.waits_for(pair, Party.CARER, reader().id)
            ],
            over=over,
            written=written,
        )
    )


@portal.get("/home/introductions/<uuid:arrangement_id>")
def person(arrangement_id: UUID) -> str:
    """One person: why we thought of you, and your answer."""
    pair = _pair(arrangement_id)
    record.viewed("person", pair.person.id, "introduction", "You were put forward to them")
    return render_template(
        "matching/portal/introductions/person.html",
        pair=pair,
        stage=stage(pair),
        shown=disclosure.person_to_household(pair),
        question=QUESTIONS[pair.arrangement.stage] if arrangements.question_open(pair.arrangement) else None,
        moving=afterwards.moving(pair),
        answer=_answer(pair),
        mine_began=who_began(arrangement_id) is Side.HOUSEHOLD,
        members=_others_asked(pair),
        visits=shown_visits(pair, Side.HOUSEHOLD, disclosure.person_to_household(pair)),
        stays=coming_stays(pair),
        held=bool(on_pair(pair)),
        quiet=disclosure.nothing_told(pair),
        booked=KINDS[pair.arrangement.kind].booked,
        days_to_come=days_to_come(pair),
        today=today(),
    )


@portal.post("/home/introductions/<uuid:arrangement_id>/answer", defaults={"member_id": None})
@portal.post("/home/introductions/<uuid:arrangement_id>/answer/<uuid:member_id>")
def answer_person(arrangement_id: UUID, member_id: UUID | None) -> Page:
    """The household's answer, or one member's."""
    pair = _pair(arrangement_id)
    member = next((one for one in arrangements.asked_members(pair.household.id) if one.id == member_id), None)
    if member_id and member is None:
        abort(404)
    word = AnswerWord.read(request.form.get("answer"))
    if word is None:
        flash("Please choose one of the four answers.", NOT_DONE)
    else:
        saved(answering.answer, reader(), pair, Side.HOUSEHOLD, word, member=member)
    return redirect(url_for("matching_portal.person", arrangement_id=arrangement_id))


@portal.post("/home/introductions/<uuid:arrangement_id>/take-back")
def take_back_answer(arrangement_id: UUID) -> Page:
    """Undo our answer."""
    pair = _pair(arrangement_id)
    saved(answering.take_back, reader(), pair, Side.HOUSEHOLD, told="Your answer is taken back.")
    return redirect(url_for("matching_portal.person", arrangement_id=arrangement_id))


@portal.get("/home/introductions/<uuid:arrangement_id>/visits")
def our_visits(arrangement_id: UUID) -> str:
    """Our visits with one person, one card each."""
    pair = _pair(arrangement_id)
    record.viewed("person", pair.person.id, "visits", "You were put forward to them")
    shown = disclosure.person_to_household(pair)
    return render_template(
        "matching/portal/introductions/our_visits.html",
        pair=pair,
        shown=shown,
        about_the_home=about_the_home(shown),
        visits=shown_visits(pair, Side.HOUSEHOLD, shown),
    )


@portal.post("/home/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>/day")
def day_for_us(arrangement_id: UUID, visit_id: UUID) -> Page:
    """This day is not good for us, or it is after all."""
    pair = _pair(arrangement_id)
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    say_of_the_day(pair, visit, Side.HOUSEHOLD)
    return redirect(url_for("matching_portal.our_visits", arrangement_id=arrangement_id))


@portal.route("/home/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>", methods=["GET", "POST"])
def felt_by_household(arrangement_id: UUID, visit_id: UUID) -> Page:
    """How the visit felt to us."""
    pair = _pair(arrangement_id)
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    form = FeelingForm()
    if form.validate_on_submit() and carried_out(form, visiting.feel, reader(), visit, Side.HOUSEHOLD, **form.answers):
        flash("Thank you for telling us.")
        return redirect(url_for("matching_portal.person", arrangement_id=arrangement_id))
    who = disclosure.person_to_household(pair).name
    return render_template("matching/portal/introductions/felt.html", form=form, visit=visit, who=who)


@portal.get("/home/introductions/<uuid:arrangement_id>/visits/<uuid:visit_id>.ics")
def visit_for_our_calendar(arrangement_id: UUID, visit_id: UUID) -> Response:
    """A visit to come, for our calendar."""
    _pair(arrangement_id)
    visit = arrangements.visit(arrangement_id, visit_id) or abort(404)
    return visit_file(visit, address_of("matching_portal.person", arrangement_id=arrangement_id))


def stage(pair: arrangements.Pair) -> str:
    """What the stage is called for this kind of arrangement."""
    return KINDS[pair.arrangement.kind].label(pair.arrangement.stage)


def _pair(arrangement_id: UUID) -> arrangements.Pair:
    """The household's own arrangement while it is going on; nobody else's is there."""
    household, pair = own(), arrangements.pair(arrangement_id)
    if pair is None or pair.household.id != household.id or pair.arrangement.stage not in GOING_ON:
        abort(404)
    return pair


def _answer(pair: arrangements.Pair) -> Answer | None:
    question = arrangements.question_open(pair.arrangement)
    return arrangements.answer_of(pair.arrangement.id, question, Side.HOUSEHOLD) if question else None


def _others_asked(pair: arrangements.Pair) -> list[AtHome]:
    """Everybody else at home who is asked about meeting. What those say whom they support is for the worker alone."""
    question = arrangements.question_open(pair.arrangement)
    if question is not Question.MEET:
        return []
    at_home = everybody_at_home(pair.arrangement, pair.household)
    return [one for one in at_home if not isinstance(one.who, Member) or one.who.account_id != reader().id]
