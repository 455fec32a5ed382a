"""What comes round by itself: what somebody wrote who would share their home is let go in time."""

from functools import partial

from carers.actions.would_share import let_go
from carers.models import WouldShare
from scheme.jobs.recurring import Recurring
from scheme.told import to_let_go

RECURRING = (Recurring("let go of offers to share a home", partial(to_let_go, WouldShare), let_go),)
