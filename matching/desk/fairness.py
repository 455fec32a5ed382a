"""Whether everybody is put forward and answered alike: for managers and auditors, in figures for ten people or more."""

from flask import render_template

from matching.compatibility import fairness as figures
from matching.desk import desk
from matching.queries.fairness import homes, put_forward, what_they_met
from scheme import record
from scheme.database import this_scheme


@desk.get("/fairness")
def fairness() -> str:
    """Groups of people, how evenly households are put forward, and whom no household can welcome."""
    record.viewed(
        "scheme", this_scheme(), "fairness", "Answers about themselves, counted together; people without a household"
    )
    introductions = put_forward()
    everybody = what_they_met(introductions)
    return render_template(
        "matching/desk/fairness/fairness.html",
        measures=figures.MEASURES,
        everybody=figures.everybody_together(everybody),
        panels=figures.panels(everybody),
        homes=homes(introductions),
        fewest=figures.FEWEST,
    )
