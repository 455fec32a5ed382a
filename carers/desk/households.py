"""Finding, reading, adding and editing households at the desk."""

from uuid import UUID

from flask import abort, current_app, flash, render_template, request
from flask.typing import ResponseReturnValue

from carers import actions, forms, queries
from carers.desk import desk
from carers.desk.finding import wanted_from
from carers.desk.opening import back_to, opened
from carers.models import Household, HouseholdState
from carers.sections import PARTS, runs_out, sections
from scheme.access import WORKERS
from scheme.clock import today
from scheme.database import carry_out, this_scheme
from scheme.pages import asked_number, carried_out
from scheme.queries import conversations_with, is_homeshare, kind_choices, named_worker_of, our_scheme, worker_choices
from scheme.readings import looks_at
from scheme.record import viewed
from scheme.sign_in.sessions import reader


@desk.get("")
def index() -> str:
    """The households looked for, 25 a page. A list is one entry in the record."""
    viewed("households", this_scheme(), "list", "Looking for a household")
    scheme = our_scheme()
    found = queries.find(wanted_from(request.args), asked_number())
    return render_template(
        "carers/desk/index.html",
        found=found,
        asked={name: value for name, value in request.args.items() if name != "page" and value},
        states=HouseholdState.choices(),
        kinds=kind_choices(),
        workers=worker_choices(),
        availabilities=queries.Availability.choices(),
        orders=queries.Order.choices(),
        today=today(),
        stale_days=scheme.number("availability_stale_days"),
    )


@desk.route("/add", methods=["GET", "POST"])
def add() -> ResponseReturnValue:
    """A new household: a name is enough."""
    form = forms.put_round(forms.AddForm(), homeshare=is_homeshare())
    added: list[Household] = []
    if form.validate_on_submit() and carried_out(form, _add_one, form.answers, added):
        flash(f"{added[0].name} is written down as {added[0].reference}.")
        return back_to(added[0])
    return render_template("carers/desk/add.html", form=form)


def _add_one(answers: dict[str, object], added: list[Household]) -> None:
    """Whoever adds a household is its named worker to begin with, and says why if they know more than is planned for one."""
    because, household = answers.pop("more_because", None), actions.add_household(answers)
    current_app.extensions["name_worker"](reader(), household, reader(), more_because=because)
    added[:] = [household]


@desk.get("/<uuid:household_id>")
def read(household_id: UUID) -> str:
    """One household: their own words first, what runs out last."""
    household = opened(household_id, "profile")
    scheme = our_scheme()
    days = scheme.number("checks_due_days")
    members = queries.members_of(household)
    given = current_app.extensions.get("desk_parts", {})
    return render_template(
        "carers/desk/read.html",
        household=household,
        home=queries.home_of(household),
        members=members,
        supported=queries.supported_already(household, members),
        sections=sections(),
        parts=PARTS,
        photographs=queries.photographs_of(household),
        looks=looks_at(household.id)[:10],
        conversations=conversations_with(household, limit=10),
        worker=named_worker_of(household),
        homeshare=is_homeshare(),
        may_write=reader().role in WORKERS,
        stale=household.availability_is_stale(today(), scheme.number("availability_stale_days")),
        runs_out=lambda on: runs_out(on, today(), days),
        links=[link(household) for link in given.get("household", [])],
        told=[part(household) for part in given.get("household_top", [])],
        also=[link for links in given.get("household_standing", []) for link in links(household)],
    )


@desk.route("/<uuid:household_id>/<name>", methods=["GET", "POST"])
def section(household_id: UUID, name: str) -> ResponseReturnValue:
    """One section of the profile, to change."""
    asked = sections().get(name)
    if asked is None or asked.cards:
        abort(404)
    household = opened(household_id, name)
    form = asked.asked(household)
    if form.validate_on_submit() and carried_out(form, asked.action, household, form.answers, form.version.data):
        flash("Saved.")
        return back_to(household, name)
    return render_template("carers/desk/section.html", household=household, section=asked, form=form)


@desk.post("/<uuid:household_id>/confirm")
def confirm(household_id: UUID) -> ResponseReturnValue:
    """The household said that its spaces are still right."""
    household = opened(household_id, "confirm")
    carry_out(actions.confirm_availability, household)
    flash("Noted: what they offer is still right.")
    return back_to(household, "offers")


@desk.route("/<uuid:household_id>/conversations/add", methods=["GET", "POST"])
def conversation(household_id: UUID) -> ResponseReturnValue:
    """Somebody spoke with the household."""
    household = opened(household_id, "conversation")
    form = forms.ConversationForm()
    if form.validate_on_submit() and carried_out(form, _record, household, form.answers):
        flash("Your conversation is noted.")
        return back_to(household, "conversations")
    return render_template("carers/desk/conversation.html", household=household, form=form)


def _record(household: Household, answers: dict[str, object]) -> None:
    actions.record_conversation(household, reader(), **answers)  # type: ignore[arg-type]
