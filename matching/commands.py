"""The score for other programs: ``flask matching …`` writes JSON, as documented in the README.

What cannot be answered (no such person, several schemes and none named) is a kind sentence on standard error, and the
command ends with ``REFUSED``.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask.cli import AppGroup

from carers.models import Household
from carers.queries import household_by_reference, without_nul
from matching.as_json import doors, in_the_way, ranked, whole_round
from matching.compatibility.explain import explain
from matching.compatibility.progress import unheard
from matching.demo.command import demo
from matching.machines import told_on_terminal, workers
from matching.queries import rounds, scores
from matching.queries.firm import firmness, first_of
from people.models import Person
from people.queries import person_by_reference
from scheme.commands import enter_named_scheme, scheme_commands
from scheme.errors import Refused
from scheme.places import places_known

REFUSED = 2
"""How a command ends when it could not be answered."""

commands = AppGroup("matching", help="Who might suit whom, and why, as JSON.")
scheme_commands.add_command(demo)  # it needs every package, and whoever runs the server looks for it there

Command = Callable[..., Any]

OF_SCHEME = click.option(
    "--scheme", "scheme_name", metavar="NAME", help="Which scheme; may be left out when there is only one."
)
PERSON = click.option(
    "--person", "person_reference", metavar="REF", required=True, help="The person's reference: P001."
)
HOUSEHOLD = click.option(
    "--household", "household_reference", metavar="REF", required=True, help="The household's reference: H001."
)


@commands.command("rank")
@PERSON
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N. All of them otherwise.")
@OF_SCHEME
def rank(person_reference: str, top: int | None, scheme_name: str | None) -> None:
    """Households for one person, in order; those ruled out last, and marked. Whoever a hold stops is left out."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        person, terms = _person(person_reference), scores.terms()
        found = scores.households_for(scores.person_profile(person), terms)
        _say(
            {
                "scheme": scheme.name,
                "person": person.reference,
                "weights": terms.weights.version,
                "places_known": places_known() > 0,
                "households": [
                    ranked(place, one.ranked, one.person, one.household, terms.weights)
                    for place, one in enumerate(found.all[:top], start=1)
                ],
            }
        )


@commands.command("explain")
@PERSON
@HOUSEHOLD
@click.option(
    "--register",
    type=click.Choice(["worker", "carer", "easy-read"]),
    help="Only sentences, no sums: as a worker reads them, as a carer would, or in Easy Read.",
)
@OF_SCHEME
def explain_pair(
    person_reference: str, household_reference: str, register: str | None, scheme_name: str | None
) -> None:
    """One pair in full: both sums, the essentials, both sides' answers, and what to ask next."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        mine, theirs = scores.profiles_of(_person(person_reference), _household(household_reference))
        terms = scores.terms()
        first = first_of(mine, scores.households_for(mine, terms).suiting, terms)
        explanation = explain(mine, theirs, terms.rules, terms.weights, first)
        if not register:
            _say({"scheme": scheme.name} | explanation.as_json())
            return
        for words in explanation.in_words:
            click.echo(f"{words.title}: {' '.join(getattr(words, register.replace('-', '_')))}")


@commands.command("why-not")
@PERSON
@HOUSEHOLD
@OF_SCHEME
def why_not_pair(person_reference: str, household_reference: str, scheme_name: str | None) -> None:
    """What stands in the way of one pair: every essential not met, then those not known."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        mine, theirs = scores.profiles_of(_person(person_reference), _household(household_reference))
        _say({"scheme": scheme.name} | in_the_way(mine, theirs, scores.terms().rules))


@commands.command("what-would-change")
@PERSON
@OF_SCHEME
def what_would_change(person_reference: str, scheme_name: str | None) -> None:
    """Which single changes would open more doors for one person, each tried; none while enough are open."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        person, terms = _person(person_reference), scores.terms()
        profile = scores.person_profile(person)
        found = scores.households_for(profile, terms)
        changes = scores.changes_for(profile, found, terms)
        _say({"scheme": scheme.name} | doors(profile, len(found.suiting), changes))


@commands.command("how-firm")
@PERSON
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
@OF_SCHEME
def how_firm(person_reference: str, as_json: bool, scheme_name: str | None) -> None:
    """How firm the order of somebody's households is, and what could change who comes first."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        person, terms = _person(person_reference), scores.terms()
        profile = scores.person_profile(person)
        firm = firmness(profile, scores.households_for(profile, terms).suiting, terms)
        if not as_json:
            click.echo(f"{scheme.name}: " + "\n".join(firm.in_words()))
            return
        about = {"scheme": scheme.name, "person": person.reference, "weights": terms.weights.version}
        _say(about | firm.as_json())


@commands.command("round")
@click.option(
    "--each", type=click.IntRange(min=1), default=1, metavar="N", help="Introductions for each person at most (1)."
)
@click.option("--json", "as_json", is_flag=True, help="Everything, with the proof, as one JSON object.")
@click.option(
    "--dask", "scheduler", metavar="ADDRESS", help="The workers of this Dask scheduler do it: tcp://127.0.0.1:8786."
)
@OF_SCHEME
def round_for_everybody(each: int, as_json: bool, scheduler: str | None, scheme_name: str | None) -> None:
    """The best introductions for everybody who is ready to meet, all at once. Only suggestions: nothing is made of them."""
    with _refusing():
        scheme = enter_named_scheme(scheme_name)
        with workers(scheduler) as backend:
            everybody = rounds.for_everybody(each, unheard if as_json else told_on_terminal(), backend)
        if as_json:
            _say({"scheme": scheme.name} | whole_round(everybody.found, everybody.terms))
            return
        suggested = everybody.found.round.suggestions
        click.echo(f"{scheme.name}: {len(suggested)} suggested of {len(everybody.found.round.people)} ready to meet.")
        for one in suggested:
            kind = everybody.found.kind_of(one)
            check = ", check first" if one.check_first else ""
            click.echo(
                f"{one.person} and {one.household}: {one.points} ({kind.label if kind else 'kind not known'}{check})"
            )


# --- finding what was named ------------------------------------------------------------------------------------------------


def _person(reference: str) -> Person:
    person = person_by_reference(without_nul(reference))
    if person is None:
        raise Refused(f"There is nobody with the reference {reference} in this scheme.")
    return person


def _household(reference: str) -> Household:
    household = household_by_reference(reference)
    if household is None:
        raise Refused(f"There is no household with the reference {reference} in this scheme.")
    return household


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        click.echo(refusal.message, err=True)
        sys.exit(REFUSED)


def _say(answer: dict[str, Any]) -> None:
    click.echo(json.dumps(answer, indent=2, ensure_ascii=False))
