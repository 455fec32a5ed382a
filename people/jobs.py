"""What comes round by itself: what somebody wrote when they introduced a person is let go in time."""

from functools import partial

from people.actions.enquiries import let_go
from people.models import Enquiry
from scheme.jobs.recurring import Recurring
from scheme.told import to_let_go

RECURRING = (Recurring("let go of introductions", partial(to_let_go, Enquiry), let_go),)
