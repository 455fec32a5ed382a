"""What a household is asked. Nothing is compulsory but a name, and every question says why it is asked."""

from carers.forms.finding import wanted_from
from carers.forms.household import (
    AddForm,
    ApprovalForm,
    BeliefsForm,
    ContactForm,
    ConversationForm,
    DaysForm,
    HomeForm,
    LikesForm,
    NotesForm,
    StateForm,
    SupportedForm,
    SupportForm,
    WhereForm,
    WordsForm,
    WorkerForm,
    matters_form,
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
    "WorkerForm",
    "matters_form",
    "put_round",
    "wanted_from",
]
