"""The worker's front page: what needs me today; and everybody's, by worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, make_response, redirect, render_template, request, url_for
from sqlmodel import col, select

from carers.models import Household
from matching.actions import putting_off
from matching.desk import desk
from matching.desk.arrangements import Page
from matching.forms.due import PutOffAloneForm, PutOffForm
from matching.queries import due as queries
from matching.queries.due import BY_NAME, RULES, Asked, Due, Item, PutAside, Rule, due, one_item
from people.models import Person
from scheme.clock import today as this_day
from scheme.database import db
from scheme.forms import Form
from scheme.models import Account, Role
from scheme.pages import carried_out
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

SHOWN = 3
"""Things shown of each kind before the rest is folded away (our judgement: what fits one look)."""

EVERYBODY = "everybody"


# --- one list --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Listed:
    """Something due, and by which rule."""

    rule: Rule
    item: Item


@dataclass(frozen=True)
class Board:
    """What is due, laid out: what is late first, then each kind, then what was put off; and what there is nothing of."""

    late: Sequence[Listed]
    kinds: Sequence[tuple[Rule, Sequence[Listed]]]
    aside: Sequence[tuple[Rule, PutAside]]
    nothing: Sequence[Rule]

    @classmethod
    def of(cls, found: Sequence[Due], on: date) -> "Board":
        """Laid out on a day."""
        listed = [Listed(each.rule, item) for each in found for item in each.items]
        in_time = [(each.rule, [Listed(each.rule, item) for item in each.items if not item.late(on)]) for each in found]
        return cls(
            late=sorted((one for one in listed if one.item.late(on)), key=lambda one: one.item.by or on),
            kinds=[(rule, those) for rule, those in in_time if those],
            aside=sorted(
                ((each.rule, one) for each in found for one in each.aside), key=lambda pair: pair[1].row.until
            ),
            nothing=[each.rule for each in found if not each.items and not each.aside],
        )


@desk.get("/")
def today() -> str:
    """What needs me today, or one colleague; managers and auditors see everybody's first, and a worker may too."""
    account, scheme = reader(), our_scheme()
    whose = _whose(account)
    asked = Asked(scheme, account, whose.id if whose else None)
    board = Board.of(due(asked), this_day())
    shown = {
        "board": board,
        "today": this_day(),
        "account": account,
        "shown": SHOWN,
        "whose": whose,
        "begins": _nobody_yet(),
    }
    if whose:
        return render_template("matching/desk/today/today.html", **shown)
    return render_template("matching/desk/today/everybody.html", **shown, groups=_groups(board))


def _nobody_yet() -> bool:
    """Whether the scheme is only beginning: nobody at all is written down."""
    return not any(db.session.exec(select(model.id).limit(1)).first() for model in (Person, Household))


def _whose(account: Account) -> Account | None:
    """Whose list is asked for; nothing: everybody's."""
    wanted = request.args.get("whose", "")
    if wanted == EVERYBODY or (not wanted and account.role is not Role.WORKER):
        return None
    if not wanted:
        return account
    try:
        asked_id = UUID(wanted)
    except ValueError:
        abort(404)
    found = db.session.exec(select(Account).where(Account.id == asked_id)).first()
    return found if found and found.at_desk else abort(404)


# --- everybody's -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Group:
    """One worker's things, counted."""

    worker: Account | None
    late: int
    counts: Sequence[tuple[Rule, int]]

    @property
    def total(self) -> int:
        """How many."""
        return sum(count for _, count in self.counts)


def _groups(board: Board) -> list[Group]:
    """By worker, those with most that is late first; what has no worker yet comes last."""
    every = [*board.late, *(one for _, those in board.kinds for one in those)]
    theirs = {one.item.worker_id for one in every}
    at_work = (col(Account.role) == Role.WORKER) & col(Account.active)
    query = select(Account).where(at_work | col(Account.id).in_([one for one in theirs if one]))
    workers: list[Account | None] = [*db.session.exec(query), *([None] if None in theirs else [])]
    groups = [_group(worker, every, board) for worker in workers]
    return sorted(groups, key=lambda one: (one.worker is None, -one.late, one.worker.name if one.worker else ""))


def _group(worker: Account | None, every: Sequence[Listed], board: Board) -> Group:
    worker_id = worker.id if worker else None
    counts = [(rule, sum(one.rule is rule and one.item.worker_id == worker_id for one in every)) for rule in RULES]
    late = sum(one.item.worker_id == worker_id for one in board.late)
    return Group(worker, late, [(rule, count) for rule, count in counts if count])


# --- putting off -----------------------------------------------------------------------------------------------------------


@desk.route("/put-off/<rule>/<uuid:row_id>", methods=["GET", "POST"])
def put_off(rule: str, row_id: UUID) -> Page:
    """Put something off until a day. What a colleague settled meanwhile is no longer here, and that is said."""
    known = BY_NAME.get(rule) or abort(404)
    form = PutOffAloneForm() if known.private else PutOffForm()
    item = one_item(Asked(our_scheme(), reader(), None), rule, row_id)
    if item is None:
        return make_response(render_template("matching/desk/today/not_due.html", wrote=form.why.data), 404)
    if form.validate_on_submit() and carried_out(form, putting_off.put_off, reader(), rule, row_id, **form.answers):
        return redirect(url_for(".today"))
    waits = item.may_wait(this_day())
    return render_template("matching/desk/today/put_off.html", form=form, item=item, rule=known, waits=waits)


@desk.post("/put-off/<uuid:put_off_id>/back")
def fetch_back(put_off_id: UUID) -> Any:
    """What was put off waits no longer."""
    row = queries.put_off(put_off_id) or abort(404)
    carried_out(Form(), putting_off.fetch_back, row)
    return redirect(url_for(".today"))
