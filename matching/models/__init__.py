"""An arrangement and everything that belongs to it, by noun."""

from matching.kinds import VisitKind
from matching.models.agreements import AgreedDetails, Agreement, AgreementWording, Signature
from matching.models.answers import Answer, AnswerWord, Question
from matching.models.arrangement import Arrangement, OfArrangement, Side
from matching.models.calendars import CalendarAddress
from matching.models.crisis import CrisisPlan, CrisisStep, HelpFrom
from matching.models.deciding import BestInterests, DecisionMaker, DecisionSupport, Explained, ResidentAnswer
from matching.models.due import PutOff, Reminder, ReminderKind
from matching.models.endings import Ending, KeepInTouch, LooksBack, Reflection, WhoDecided
from matching.models.handovers import Handover
from matching.models.messages import Audience, MessageBlock, MessageReport, PairMessage
from matching.models.money import AgreedCost, FeeBands
from matching.models.reviews import Area, Impact, Review, ReviewRequest, WhyNow
from matching.models.risks import Risk, WhoseRisk
from matching.models.safety import HoldReader, KeepApart, LegalBasis, SafeguardingHold
from matching.models.stays import Stay
from matching.models.steps import CheckedEssential, TakenStep, ToldMark, Waiver
from matching.models.trial import CheckIn, DecisionMeeting, Measure, MeasureAnswer, TrialPlan
from matching.models.visits import (
    STAYING_VISITS,
    CallOffReason,
    Feeling,
    Feels,
    NotGoodDay,
    TalkedAbout,
    Visit,
    VisitPlace,
    VisitState,
)
from matching.models.weights import WeightsVersion
from matching.models.wishes import WishKind, WishToMeet

__all__ = [
    "STAYING_VISITS",
    "AgreedCost",
    "AgreedDetails",
    "Agreement",
    "AgreementWording",
    "Answer",
    "AnswerWord",
    "Area",
    "Arrangement",
    "Audience",
    "BestInterests",
    "CalendarAddress",
    "CallOffReason",
    "CheckIn",
    "CheckedEssential",
    "CrisisPlan",
    "CrisisStep",
    "DecisionMaker",
    "DecisionMeeting",
    "DecisionSupport",
    "Ending",
    "Explained",
    "FeeBands",
    "Feeling",
    "Feels",
    "Handover",
    "HelpFrom",
    "HoldReader",
    "Impact",
    "KeepApart",
    "KeepInTouch",
    "LegalBasis",
    "LooksBack",
    "Measure",
    "MeasureAnswer",
    "MessageBlock",
    "MessageReport",
    "NotGoodDay",
    "OfArrangement",
    "PairMessage",
    "PutOff",
    "Question",
    "Reflection",
    "Reminder",
    "ReminderKind",
    "ResidentAnswer",
    "Review",
    "ReviewRequest",
    "Risk",
    "SafeguardingHold",
    "Side",
    "Signature",
    "Stay",
    "TakenStep",
    "TalkedAbout",
    "ToldMark",
    "TrialPlan",
    "Visit",
    "VisitKind",
    "VisitPlace",
    "VisitState",
    "Waiver",
    "WeightsVersion",
    "WhoDecided",
    "WhoseRisk",
    "WhyNow",
    "WishKind",
    "WishToMeet",
]
