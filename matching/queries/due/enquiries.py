"""People introduced to us, and those who would share their home, whom nobody has answered."""

from datetime import timedelta

from carers.queries import waiting_would_share
from matching.queries.due.item import Asked, Item
from people.queries import waiting_enquiries
from scheme.clock import local_day, today


def unanswered(asked: Asked) -> list[Item]:
    """Those that have waited as long as the scheme says, longest first: everybody's, because nobody is their worker yet."""
    days = timedelta(days=asked.scheme.number("enquiry_answer_days"))
    introduced = [
        (one, one.first_name, "Introduced to us", "people_desk.enquiry", "enquiry_id") for one in waiting_enquiries()
    ]
    sharing = [
        (one, one.name, "Wrote to us about sharing a home", "carers_desk.one_who_would_share", "would_share_id")
        for one in waiting_would_share()
    ]
    return [
        Item(
            who or "Somebody",
            f"{what}, and not answered yet",
            by,
            None,
            (str(row.__tablename__), row.id),
            row.id,
            page,
            {ask: row.id},
        )
        for row, who, what, page, ask in sorted([*introduced, *sharing], key=lambda waiting: waiting[0].arrived_at)
        if (by := local_day(row.arrived_at) + days) <= today()
    ]
