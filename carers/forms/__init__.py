"""What a household is asked. Nothing is compulsory but a name, and every question says why it is asked."""

from carers.forms.desk import ApprovalForm, ConversationForm, NotesForm, StateForm, SupportedForm, WhereForm
from carers.forms.household import (
    AddForm,
    BeliefsForm,
    ContactForm,
    DaysForm,
    GivingForm,
    HomeForm,
    LikesForm,
    SupportForm,
    WordsForm,
    put_round,
)
from carers.forms.parts import HOMESHARER, CheckForm, InviteForm, MemberForm, OfferForm, TimeAwayForm
from carers.forms.photographs import CaptionForm, NewPhotographForm
from carers.forms.spaces import SpacesForm

__all__ = [
    "HOMESHARER",
    "AddForm",
    "ApprovalForm",
    "BeliefsForm",
    "CaptionForm",
    "CheckForm",
    "ContactForm",
    "ConversationForm",
    "DaysForm",
    "GivingForm",
    "HomeForm",
    "InviteForm",
    "LikesForm",
    "MemberForm",
    "NewPhotographForm",
    "NotesForm",
    "OfferForm",
    "SpacesForm",
    "StateForm",
    "SupportForm",
    "SupportedForm",
    "TimeAwayForm",
    "WhereForm",
    "WordsForm",
    "put_round",
]
