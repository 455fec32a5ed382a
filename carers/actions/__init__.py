"""What may be done with a household. Each verb changes rows, refuses in words fit to show, and never commits."""

from carers.actions.approval import add_check, change_approval, change_check, remove_check
from carers.actions.availability import (
    add_offer,
    add_time_away,
    change_offer,
    change_spaces,
    change_time_away,
    confirm_availability,
    remove_offer,
    remove_time_away,
)
from carers.actions.household import add_household, change_household, change_state, record_conversation
from carers.actions.living_here import (
    add_member,
    change_home,
    change_member,
    give_account,
    invite,
    member_left,
    move_home,
)
from carers.actions.photographs import add_photograph, change_caption, remove_photograph

__all__ = [
    "add_check",
    "add_household",
    "add_member",
    "add_offer",
    "add_photograph",
    "add_time_away",
    "change_approval",
    "change_caption",
    "change_check",
    "change_home",
    "change_household",
    "change_member",
    "change_offer",
    "change_spaces",
    "change_state",
    "change_time_away",
    "confirm_availability",
    "give_account",
    "invite",
    "member_left",
    "move_home",
    "record_conversation",
    "remove_check",
    "remove_offer",
    "remove_photograph",
    "remove_time_away",
]
