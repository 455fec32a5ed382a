"""Forms: what is asked, why it is asked, and a kind answer to whatever comes back.

A view builds a form, shows it, and gives ``form.answers`` to one action. A form never changes an object.
"""

from scheme.forms.base import Asked, Form
from scheme.forms.choices import ChoiceField, ChoicesField, PickField
from scheme.forms.dates import DateField
from scheme.forms.files import PaperField, PhotographField, SpreadsheetField
from scheme.forms.grids import Row, StanceField, TemperField
from scheme.forms.text import EmailField, MoneyField, PostcodeField, TextField, WholeNumberField, WordsField
from scheme.forms.times import TimeField

__all__ = [
    "Asked",
    "ChoiceField",
    "ChoicesField",
    "DateField",
    "EmailField",
    "Form",
    "MoneyField",
    "PaperField",
    "PhotographField",
    "PickField",
    "PostcodeField",
    "Row",
    "SpreadsheetField",
    "StanceField",
    "TemperField",
    "TextField",
    "TimeField",
    "WholeNumberField",
    "WordsField",
]
