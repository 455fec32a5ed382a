"""Taking a photograph in: its file first, then its row (``scheme.photographs`` says why)."""

from carers import actions
from carers.forms import NewPhotographForm
from carers.models import Household
from scheme import photographs
from scheme.errors import Refused
from scheme.pages import carried_out


def take(form: NewPhotographForm, household: Household) -> bool:
    """Keep the photograph in ``form``; a refusal is shown on the form."""
    sent = form.file.data
    try:
        name = photographs.keep(sent.stream if sent else None)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return carried_out(form, actions.add_photograph, household, name, form.caption.data)
