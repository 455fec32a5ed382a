"""The scheme's own numbers: everybody at the desk reads them, a manager changes them one at a time."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for

from scheme import actions, history
from scheme.access import may
from scheme.desk import desk
from scheme.forms import Form, WholeNumberField
from scheme.kinds import KINDS_OF_SCHEME
from scheme.numbers import BY_NAME, KIND_NUMBERS, NUMBERS, Number
from scheme.pages import carried_out
from scheme.queries import our_scheme


class NumberForm(Form):
    """One number. ``version`` is the value somebody saw before they changed it."""

    value: WholeNumberField

    @classmethod
    def of(cls, number: Number, now: int) -> "NumberForm":
        """The form with the number's own limits, filled with what it is now."""
        field = WholeNumberField(
            "Which hour of the day" if number.unit == "o’clock" else f"How many {number.unit}",
            why=f"From {number.least} to {number.most}. Usually {number.default}.",
            needed=f"Please write a whole number from {number.least} to {number.most}.",
            least=number.least,
            most=number.most,
            unit=number.unit,
        )
        form: NumberForm = type("NumberForm", (cls,), {"value": field})(data={"value": now, "version": now})
        return form


@desk.get("/numbers")
def numbers() -> str:
    """Each number as it is here, as it usually is, and where that comes from."""
    scheme = our_scheme()
    return render_template(
        "scheme/desk/numbers.html",
        numbers=NUMBERS,
        scheme=scheme,
        by_kind=KIND_NUMBERS,
        kinds=KINDS_OF_SCHEME[scheme.kind],
    )


@desk.route("/numbers/<name>", methods=["GET", "POST"])
def number(name: str) -> Any:
    """One number: what it is for, how it came to be, and, for a manager, another one."""
    number = BY_NAME.get(name) or abort(404)
    scheme = our_scheme()
    form = NumberForm.of(number, scheme.number(name))
    if form.validate_on_submit() and carried_out(form, actions.set_number, name, form.value.data, form.version.data):
        flash("Saved. It counts from now on.")
        return redirect(url_for("scheme_desk.numbers"))
    return render_template(
        "scheme/desk/number.html",
        number=number,
        now=our_scheme().number(name),
        form=form,
        past=history.of_number(name),
        may_change=may("scheme_desk.number"),
    )
