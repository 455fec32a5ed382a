"""What there may be several of: members, offers, days away, checks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from carers.models import CheckKind, MemberKind
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, EmailField, Form, PickField, StanceField, TextField, WholeNumberField
from scheme.forms.chosen_lists import interest_groups
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import AgeBand, ChildrenWish, Company, DayRhythm, Noise, PetsWish, Smoking, SmokingWish

HOMESHARER = "Homesharer"


def kinds_of_member(*, homeshare: bool, all_of_them: bool) -> list[tuple[str, str]]:
    """Who somebody may be, as labels of this kind of scheme. Carers and people supported are the desk's to add."""
    if homeshare:
        kinds = [
            (MemberKind.CARER.value, HOMESHARER),
            (MemberKind.ADULT.value, MemberKind.ADULT.label),
            (MemberKind.CHILD.value, MemberKind.CHILD.label),
        ]
        return kinds if all_of_them else kinds[1:]
    return [
        (kind.value, kind.label) for kind in MemberKind if all_of_them or kind in {MemberKind.ADULT, MemberKind.CHILD}
    ]


class MemberForm(Form):
    """Somebody who lives in the home, and where they differ from what the household says as a whole."""

    kind = ChoiceField(
        "Who is this?",
        needed="Please say who this is.",
        why="Everybody at home counts when we think about who might get on.",
    )
    name = TextField("What are they called?", longest=120, why="A first name is enough. A child needs none.")
    age_band = ChoiceField("If this is a child, how old?", choices=AgeBand, why="Nothing more exact is needed.")
    day_rhythm = ChoiceField(
        "When does their day start and end?",
        choices=DayRhythm,
        why="Only if it differs from the rest of the household.",
    )
    noise = ChoiceField("Do they like it quiet or lively?", choices=Noise, why="Only if it differs.")
    company = ChoiceField("How much company do they like?", choices=Company, why="Only if it differs.")
    pets_wish = ChoiceField("How do they feel about animals?", choices=PetsWish, why="Only if it differs.")
    smoking = ChoiceField("Do they smoke?", choices=Smoking, why="Only if it differs.")
    smoking_wish = ChoiceField(
        "What suits them about other people smoking?", choices=SmokingWish, why="Only if it differs."
    )
    children_wish = ChoiceField(
        "How do they feel about children at home?", choices=ChildrenWish, why="Only if it differs."
    )
    interests = StanceField(
        "What do they like doing?",
        why="Everybody at home may find something in common with somebody new.",
        groups=interest_groups(),
    )

    def __init__(self, *args: Any, homeshare: bool, all_kinds: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind.choices = kinds_of_member(homeshare=homeshare, all_of_them=all_kinds)
        if not all_kinds and self.kind.object_data in {MemberKind.CARER, MemberKind.RESIDENT}:
            del self.kind  # who they are to the scheme stays as it is


class InviteForm(Form):
    """A carer's own account."""

    email = EmailField(
        "Their email address",
        needed="Please give their email address.",
        why="We send a link. With it they can say whether their spaces are still right, and look after their own profile.",
    )


class OfferForm(Form):
    """A kind of arrangement they offer."""

    kind = ChoiceField(
        "What would you like to offer?",
        needed="Please choose what you would like to offer.",
        why="People look for different things.",
    )
    spaces = WholeNumberField(
        "How many people could you welcome?", most=3, unit="spaces", why="Leave empty if you are not sure yet."
    )
    when = TextField(
        "Which nights or days?", longest=200, why="In your own words, such as “weekends” or “Tuesdays and Thursdays”."
    )
    starts_on = DateField("From when?", why="Leave empty if you could start now.")
    ends_on = DateField("Until when?", why="Leave empty if there is no end in sight.")

    def __init__(self, *args: Any, kinds: Sequence[ArrangementKind], most: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind.choices = [(kind.value, kind.label) for kind in kinds]
        self.spaces.most = most


class TimeAwayForm(Form):
    """Days when nobody can be welcomed."""

    starts_on = DateField(
        "First day away",
        needed="Please give the first day you are away.",
        why="Nobody is asked to visit or stay while you are away.",
    )
    ends_on = DateField("Last day away", why="Leave empty if it is one day.")
    words = TextField("Anything to add?", longest=200, why="Such as “at our daughter's”. Only the scheme sees it.")


class CheckForm(Form):
    """A check: its date, number and decision only."""

    kind = ChoiceField(
        "Which check is it?",
        choices=CheckKind,
        needed="Please say which check this is.",
        why="Each runs out at its own time.",
    )
    other = TextField("If it is another check, which?", longest=120, why="Such as a landlord's permission.")
    member_id = PickField("Whose is it?", nothing="The whole household", why="Each adult has their own.")
    done_on = DateField("When was it done?", latest=today, why="The date on the certificate.")
    expires_on = DateField("When does it run out?", why="We remind you before then.")
    number = TextField(
        "Number", longest=40, width=20, why="The certificate's number. Nothing that is written on it belongs here."
    )
    decision = TextField("Decision", longest=80, width=20, why="Such as “clear” or “accepted”.")

    def __init__(self, *args: Any, members: list[tuple[str, str]] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.member_id.choices = members or []
        if isinstance(self.member_id.data, UUID):
            self.member_id.data = str(self.member_id.data)

    @property
    def answers(self) -> dict[str, Any]:
        told = super().answers
        return told | {"member_id": UUID(told["member_id"]) if told["member_id"] else None}
