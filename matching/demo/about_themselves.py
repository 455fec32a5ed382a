"""What most of the invented people say about themselves for the fairness panel, drawn apart from everything else they are."""

from random import Random

from matching.demo.drawing_lots import SEED, one_of, perhaps
from people import actions
from people.models import Person

ETHNICITIES = {"White British": 66, "Asian or Asian British": 14, "Black British": 8, "White Polish": 8, "Mixed": 4}
RELIGIONS = {"Christian": 44, "None": 36, "Muslim": 14, "Hindu": 4, "Buddhist": 2}
GENDERS = {"she/her": "Woman", "he/him": "Man"}


def say_about_themselves(person: Person, number: int) -> None:
    """Three in four have answered at all. One draw of lots each, so that nobody else's is moved by it."""
    lots = Random(SEED * 1000 + number)  # noqa: S311 – only invents
    if lots.random() < 0.75:
        answers = {
            "ethnicity": perhaps(lots, 90, one_of(lots, ETHNICITIES)),
            "religion": perhaps(lots, 80, one_of(lots, RELIGIONS)),
            "gender": GENDERS.get(person.pronouns or ""),
        }
        actions.answer_monitoring(person, answers, None)
