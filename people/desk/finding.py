"""Finding people, and adding somebody new."""

from typing import Any
from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for

from people import actions, queries
from people.desk import desk
from people.forms.who import AddForm
from people.models import Person, PersonState
from people.queries import NOBODY, NOT_KNOWN, SORTS, Looking
from scheme import record
from scheme.access import WORKERS
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.kinds import ArrangementKind
from scheme.pages import asked_number
from scheme.queries import kind_choices, worker, worker_choices
from scheme.sign_in.sessions import reader
from scheme.ways_of_living import YesNo
from scheme.words import Words

LONGEST_SEARCH = 200


@desk.get("/")
def find() -> str:
    """The people of this scheme, as looked for."""
    account, looking = reader(), _looking()
    record.viewed("scheme", account.scheme_id, "list of people", "A list at the desk")
    page = queries.find(account, looking, asked_number())
    choices = worker_choices()
    return render_template(
        "people/desk/find.html",
        page=page,
        looking=looking,
        filters={name: value for name, value in request.args.items() if name != "page"},
        kinds=queries.kinds_wanted_by(page.rows),
        worker_choices=choices,
        worker_names={UUID(value): name for value, name in choices},
        choices=_choices(),
        contacts=queries.may_see_contacts(account),
        may_add=account.role in WORKERS,
    )


def _choices() -> dict[str, list[tuple[str, str]]]:
    return {
        "state": PersonState.choices(),
        "kind": kind_choices(),
        "crisis": [*YesNo.choices(), (NOT_KNOWN, "Not known")],
        "sort": [(name, label) for name, (label, _) in SORTS.items()],
    }


def _looking() -> Looking:
    """What the address asks for; nonsense asks for nothing."""
    asked = {name: value.replace("\0", "")[:LONGEST_SEARCH] for name, value in request.args.items()}
    crisis, sort = asked.get("crisis"), asked.get("sort", "")
    return Looking(
        search=asked.get("q", ""),
        state=_one_of(PersonState, asked.get("state")),
        worker=NOBODY if asked.get("worker") == NOBODY else _id(asked.get("worker", "")),
        kind=_one_of(ArrangementKind, asked.get("kind")),
        crisis=NOT_KNOWN if crisis == NOT_KNOWN else _one_of(YesNo, crisis),
        sort=sort if sort in SORTS else "name",
    )


def _one_of(words: type[Words], value: str | None) -> Any:
    return next((member for member in words if member.value == value), None)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@desk.route("/add", methods=["GET", "POST"])
def add() -> Any:
    """Start somebody's profile: only a name is needed."""
    form = AddForm(data={"named_worker_id": str(reader().id)})
    form.named_worker_id.choices = worker_choices()
    if form.validate_on_submit():
        try:
            person = carry_out(_add_one, _given(form.answers))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"{person.known_as} is here now, as {person.reference}.")
            return redirect(url_for("people_desk.read", person_id=person.id))
    return render_template("people/desk/add.html", form=form)


def _add_one(answers: dict[str, Any]) -> Person:
    """A new profile, and its first worker as any worker is named: with a reason above the ceiling."""
    to, because = worker(answers.pop("named_worker_id", "")), answers.pop("more_because", None)
    person = actions.add_person(answers)
    if to:
        current_app.extensions["name_worker"](reader(), person, to, more_because=because)
    return person


def _given(answers: dict[str, Any]) -> dict[str, Any]:
    """A new profile has no facts to take away, so only what was answered counts."""
    return {name: value for name, value in answers.items() if value is not None}
