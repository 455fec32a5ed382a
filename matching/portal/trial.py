"""Trying it out, as the person sees it: what happens next, and what makes it home, in their own words."""

from datetime import timedelta
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matching import disclosure
from matching.actions import measuring
from matching.forms.arrangements import FACES
from matching.forms.trials import MeasureForm, MeasuresForm
from matching.lifecycle import LIVING_TOGETHER, Stage
from matching.models import CheckIn, DecisionMeeting
from matching.portal import portal
from matching.portal.person import Page, own_pair, viewed
from matching.queries import arrangements, trials
from matching.queries.agreements import in_easy_read
from scheme.clock import today
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

NEXT_DAYS = 3
"""As many check-ins to come as a page shows at once (our judgement)."""

FIRST_DAYS = timedelta(days=7)
"""As long the page tells who comes along and what the first days are like (our judgement); after that it is behind them."""

SENTENCES = (
    "I sleep well here",
    "I can be alone when I want to",
    "My friends and family can come",
    "I choose what I eat",
    "I feel safe",
    "I do things I love",
)
"""Sentences to choose from, for whoever would rather choose than write."""


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/next")
def what_happens_next(person_id: UUID, arrangement_id: UUID) -> Page:
    """How it starts, when we talk, what happens if it gets too much, and what makes it home."""
    pair = _tried_out(person_id, arrangement_id, "what happens next")
    viewed(pair, "what happens next")
    check_ins, meeting = days_to_come(pair)
    return render_template(
        "matching/portal/trial/what_happens_next.html",
        pair=pair,
        person=pair.person,
        shown=disclosure.household_to_person(pair),
        trying=pair.arrangement.stage is Stage.TRIAL,
        check_ins=check_ins,
        meeting=meeting,
        first_days=_still_first_days(pair),
        they_move=pair.arrangement.kind is ArrangementKind.HOMESHARE,
        back=in_easy_read(pair.arrangement.place_to_go_back_to, pair.arrangement.place_to_go_back_to_easy_read),
        for_now=pair.arrangement.kind in INTERIM_KINDS,
        home=trials.measure_table(arrangement_id),
        asked=trials.measures_asked(arrangement_id),
        faces=FACES,
        today=today(),
    )


@portal.route("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/home", methods=["GET", "POST"])
def my_measures(person_id: UUID, arrangement_id: UUID) -> Page:
    """A face for each of my sentences."""
    pair = _tried_out(person_id, arrangement_id, "what makes it home", writing=True)
    said = {one.measure_id: one.feels for one in trials.answers_to(arrangement_id) if one.on == today()}
    form = MeasuresForm.of(trials.measures_asked(arrangement_id), said)
    if form.validate_on_submit() and carried_out(form, measuring.answer_measures, reader(), pair, form.faces):
        flash("Thank you for telling us.")
        return _to_next(pair)
    return render_template("matching/portal/trial/measures.html", form=form, pair=pair, person=pair.person)


@portal.route("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/home/new", methods=["GET", "POST"])
def add_my_measure(person_id: UUID, arrangement_id: UUID) -> Page:
    """One more sentence of my own, written or chosen."""
    pair = _tried_out(person_id, arrangement_id, "what makes it home", writing=True)
    form = MeasureForm()
    if form.validate_on_submit() and carried_out(form, measuring.add_measure, reader(), pair, form.words.data):
        flash("We have written it down.")
        return _to_next(pair)
    there = {(one.words or "").casefold() for one in trials.measures_asked(arrangement_id)}
    sentences = [words for words in SENTENCES if words.casefold() not in there]
    return render_template(
        "matching/portal/trial/add_measure.html", form=form, pair=pair, person=pair.person, sentences=sentences
    )


@portal.post("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/home/<uuid:measure_id>/leave-out")
def leave_out_my_measure(person_id: UUID, arrangement_id: UUID, measure_id: UUID) -> Page:
    """Ask me about this one no more."""
    pair = _tried_out(person_id, arrangement_id, "what makes it home", writing=True)
    found = trials.measure(arrangement_id, measure_id) or abort(404)
    if carried_out(MeasureForm(), measuring.leave_out_measure, found):
        flash("We ask you about this no more.")
    return _to_next(pair)


def days_to_come(pair: arrangements.Pair) -> tuple[list[CheckIn], DecisionMeeting | None]:
    """The next days on which somebody speaks with both sides, and when they decide together."""
    if pair.arrangement.stage not in LIVING_TOGETHER:
        return [], None
    to_come = [one for one in trials.check_ins_of(pair.arrangement.id) if not one.held_on and one.due_on >= today()]
    meetings = [one for one in trials.meetings_of(pair.arrangement.id) if one.on >= today()]
    return to_come[:NEXT_DAYS], meetings[0] if meetings else None


def _still_first_days(pair: arrangements.Pair) -> bool:
    starts_on = pair.arrangement.trial_starts_on
    return starts_on is None or today() < starts_on + FIRST_DAYS


def _tried_out(person_id: UUID, arrangement_id: UUID, page: str, *, writing: bool = False) -> arrangements.Pair:
    """The person's own arrangement, once they try it out."""
    pair = own_pair(person_id, arrangement_id, page, writing=writing)
    return pair if pair.arrangement.stage in LIVING_TOGETHER else abort(404)


def _to_next(pair: arrangements.Pair) -> Response:
    page, arrangement_id = "matching_portal.what_happens_next", pair.arrangement.id
    return redirect(url_for(page, person_id=pair.person.id, arrangement_id=arrangement_id))
