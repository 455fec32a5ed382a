"""An arrangement and everything that belongs to it, by noun."""

from matching.models.answers import Answer, AnswerWord, Question
from matching.models.arrangement import Arrangement, OfArrangement, Side
from matching.models.safety import KeepApart, SafeguardingHold
from matching.models.stays import Stay
from matching.models.steps import CheckedEssential, TakenStep, ToldMark, Waiver
from matching.models.visits import STAYING_VISITS, Feeling, Feels, Visit, VisitKind, VisitState
from matching.models.weights import WeightsVersion

__all__ = [
    "STAYING_VISITS",
    "Answer",
    "AnswerWord",
    "Arrangement",
    "CheckedEssential",
    "Feeling",
    "Feels",
    "KeepApart",
    "OfArrangement",
    "Question",
    "SafeguardingHold",
    "Side",
    "Stay",
    "TakenStep",
    "ToldMark",
    "Visit",
    "VisitKind",
    "VisitState",
    "Waiver",
    "WeightsVersion",
]
