"""People introduced to us whom nobody has answered."""

from datetime import timedelta

from matching.queries.due.item import Asked, Item
from people.queries import waiting_enquiries
from scheme.clock import local_day, today


def unanswered(asked: Asked) -> list[Item]:
    """Those that have waited as long as the scheme says, longest first: everybody's, because nobody is their worker yet."""
    days = timedelta(days=asked.scheme.number("enquiry_answer_days"))
    return [
        Item(
            one.first_name or "Somebody",
            "Introduced to us, and not answered yet",
            by,
            None,
            ("enquiry", one.id),
            one.id,
            "people_desk.enquiry",
            {"enquiry_id": one.id},
        )
        for one in waiting_enquiries()
        if (by := local_day(one.arrived_at) + days) <= today()
    ]
