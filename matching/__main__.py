"""The engine for whoever has tables and no Alongside: ``python -m matching rank FOLDER --person P001``.

A folder holds plain CSV files (:mod:`matching.profile_files`); answers are JSON, the same as ``flask matching`` writes.
Nothing but the files is read, and nothing is changed. What could not be read goes to standard error, and the rest is used.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from matching.as_json import Json, doors, in_the_way, ranked, whole_round
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.essentials import Standing
from matching.compatibility.explain import explain as explained
from matching.compatibility.pairs import Profile
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.rounds_spaces import Terms, suggest
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, HEAVIEST, Weights
from matching.compatibility.what_would_change import what_would_change as changes
from matching.profile_files import FolderNotRead, Profiles, read_profiles
from scheme.kinds import ArrangementKind

PERSON = click.option("--person", metavar="REF", required=True, help="The person's reference: P001.")
HOUSEHOLD = click.option("--household", metavar="REF", required=True, help="The household's reference: H001.")


class NotUnderstood(click.ClickException):
    """What was asked cannot be answered from the folder. The command ends with 2, as ``flask matching`` does."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """Everybody in a folder, and what they are looked at with."""

    profiles: Profiles
    rules: Rules
    weights: Weights

    def person(self, reference: str) -> PersonProfile:
        """Who goes by this reference."""
        return _one(self.profiles.people, reference, "people.csv")

    def household(self, reference: str) -> HouseholdProfile:
        """Which household goes by this reference."""
        return _one(self.profiles.households, reference, "households.csv")


def _one(profiles: Sequence[Profile], reference: str, file: str) -> Profile:
    alike = [one for one in profiles if one.reference.casefold() == reference.casefold()]
    if not alike:
        raise NotUnderstood(f"{reference} is not in {file}.")
    return next((one for one in alike if one.reference == reference), alike[0])


@click.group()
def main() -> None:
    """Who might suit whom, and why, from a folder of CSV files. Answers are JSON."""


def from_folder(command: Callable[..., Json]) -> Callable[..., None]:
    """A command that is handed everybody in a folder, and whose answer is printed."""

    @main.command(command.__name__.strip("_").replace("_", "-"))
    @click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
    @click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="As of this day (today).")
    @click.option(
        "--weight",
        multiple=True,
        metavar="NAME=N",
        help="Another weight than the default: interests=8. Repeat for more.",
    )
    @wraps(command)
    def read_and_say(folder: Path, today: datetime | None, weight: Sequence[str], **asked: Any) -> None:
        try:
            profiles = read_profiles(folder)
        except FolderNotRead as error:
            raise NotUnderstood(str(error)) from error
        for problem in profiles.problems:
            click.echo(problem, err=True)
        rules = Rules((today or datetime.now().astimezone()).date())
        answer = command(Asked(profiles, rules, _weights(weight)), **asked)
        click.echo(json.dumps(answer, indent=2, ensure_ascii=False))

    return read_and_say


def _weights(changed: Sequence[str]) -> Weights:
    try:
        points = {name: int(number) for name, number in (one.split("=") for one in changed)}
        return Weights("as asked", {**DEFAULT_WEIGHTS.points, **points}) if points else DEFAULT_WEIGHTS
    except ValueError as error:
        names = ", ".join(BY_NAME)
        raise NotUnderstood(f"A weight is a name and a number from 0 to {HEAVIEST}. Names: {names}.") from error


@from_folder
@PERSON
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N. All of them otherwise.")
def rank(asked: Asked, person: str, top: int | None) -> Json:
    """Households for one person, in order; those ruled out last, and marked."""
    mine = asked.person(person)
    found = rank_households(mine, asked.profiles.households, asked.rules, asked.weights)[:top]
    lines = [ranked(at, one, mine, asked.household(one.reference), asked.weights) for at, one in enumerate(found, 1)]
    return {"person": mine.reference, "weights": asked.weights.version, "households": lines}


@from_folder
@PERSON
@HOUSEHOLD
def explain(asked: Asked, person: str, household: str) -> Json:
    """One pair in full: both sums, the essentials, both sides' answers, and what to ask next."""
    return explained(asked.person(person), asked.household(household), asked.rules, asked.weights).as_json()


@from_folder
@PERSON
@HOUSEHOLD
def why_not(asked: Asked, person: str, household: str) -> Json:
    """What stands in the way of one pair: every essential not met, then those not known."""
    return in_the_way(asked.person(person), asked.household(household), asked.rules)


@from_folder
@PERSON
def what_would_change(asked: Asked, person: str) -> Json:
    """Which single changes would open more doors for one person, each tried."""
    mine, homes = asked.person(person), asked.profiles.households
    still_open = sum(one.standing is not Standing.RULED_OUT for one in rank_households(mine, homes, asked.rules))
    return doors(mine, still_open, changes(mine, homes, asked.rules, list(ArrangementKind)))


@from_folder
@click.option("--each", type=click.IntRange(min=1), default=1, metavar="N", help="Introductions a person at most (1).")
@click.option(
    "--asks", type=click.IntRange(min=1), default=2, metavar="N", help="People a household is asked about (2)."
)
@click.option("--least", type=click.IntRange(0, 100), default=0, metavar="N", help="No pair below this together (0).")
def round_(asked: Asked, each: int, asks: int, least: int) -> Json:
    """The best introductions for everybody at once, with the values that prove it."""
    terms = Terms(asked.rules, introductions=each, asks=asks, least=least, weights=asked.weights)
    return whole_round(suggest(asked.profiles.people, asked.profiles.households, terms), terms)


if __name__ == "__main__":
    main(prog_name="python -m matching")
