"""What may be done with a person's profile. Each verb changes rows in the caller's transaction, or refuses in plain words.

``version`` is the version of the row that the answers were made from (see ``scheme.changing``). Nothing here commits.
"""

from people.actions.agreements import (
    change_authority,
    end_authority,
    give_authority,
    give_consent,
    let_open,
    take_back,
    withdraw_consent,
)
from people.actions.parts import (
    add_place,
    add_placemat_line,
    add_talk_of_other_ways,
    add_to_circle,
    add_wanted,
    change_in_circle,
    change_place,
    change_placemat_line,
    change_talk_of_other_ways,
    change_wanted,
    remove,
)
from people.actions.profile import add_person, answer_monitoring, change_home, change_person
from people.actions.standing import note_crisis, set_state
from scheme.actions import record_conversation

__all__ = [
    "add_person",
    "add_place",
    "add_placemat_line",
    "add_talk_of_other_ways",
    "add_to_circle",
    "add_wanted",
    "answer_monitoring",
    "change_authority",
    "change_home",
    "change_in_circle",
    "change_person",
    "change_place",
    "change_placemat_line",
    "change_talk_of_other_ways",
    "change_wanted",
    "end_authority",
    "give_authority",
    "give_consent",
    "let_open",
    "note_crisis",
    "record_conversation",
    "remove",
    "set_state",
    "take_back",
    "withdraw_consent",
]
