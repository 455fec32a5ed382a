"""What the stories of other lives stand on: two people with accounts, and a worker, in one scheme. Everybody is invented.

What a story is about happens on pages, in browsers of their own. What only leads there is written down by the actions
behind those pages, as the other tests do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import Flask, g

from carers.models import Household, Member, MemberKind
from matching.actions import answering
from matching.models import AnswerWord, Side
from matching.queries import arrangements
from people.models import Authority, AuthorityScope, Person, PersonAccount
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Account, Role
from tests.browser.clock import DaysPass
from tests.browser.reader import PHONE, Reader
from tests.ground.accounts import PASSWORD, MakeAccount
from tests.ground.browser import NewReader
from tests.matching.conftest import Story


@dataclass
class Lives:
    """A worker, whoever else the story makes, and the days that pass."""

    app: Flask
    make_account: MakeAccount
    new_reader: NewReader
    days_pass: DaysPass
    worker: Account
    readers: list[Reader]
    arrangement_id: UUID | None = None

    # --- at a page ---------------------------------------------------------------------------------------------------------

    def comes(self, account: Account, **browser: Any) -> Reader:
        """Somebody opens a browser and signs in: the worker at a desk, everybody else on a phone."""
        screen: dict[str, Any] = {} if account.role is Role.WORKER else {"viewport": PHONE}
        self.readers.append(Reader(self.new_reader(**(screen | browser))))
        return self.readers[-1].sign_in_with(account.email, PASSWORD)

    def at_the_desk(self) -> Reader:
        """The worker, in front of the arrangement."""
        return self.comes(self.worker).open(f"/desk/arrangements/{self.arrangement_id}")

    @property
    def complaints(self) -> list[str]:
        """What any browser complained about."""
        return [complaint for reader in self.readers for complaint in reader.complaints]

    # --- what only leads there ---------------------------------------------------------------------------------------------

    @contextmanager
    def told(self) -> Iterator[Story]:
        """What happens beside the pages: ``with lives.told() as story: story.visit(3)``."""
        with self.inside():
            story = Story(self.inside, self.worker)
            story.arrangement_id = self.arrangement_id
            yield story
            self.arrangement_id = story.arrangement_id

    @contextmanager
    def inside(self) -> Iterator[None]:
        """A session inside the scheme, on behalf of the worker."""
        with self.app.app_context():
            enter_scheme(self.worker.scheme_id)
            g.acting = self.worker
            yield
            db.session.rollback()

    def give_account(self, person: Person, name: str) -> Account:
        """Pages of their own for a person; called inside a session."""
        account = self.make_account(Role.PERSON, name=name)
        link: dict[str, Any] = {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
        person_id = person.id
        carry_out(lambda: db.session.add(PersonAccount(person_id=person_id, account_id=account.id, **link)))
        return account

    def give_carer(self, household: Household, name: str) -> Account:
        """A carer with pages of their own in a household; called inside a session."""
        account = self.make_account(Role.CARER, name=name)
        household_id = household.id
        member: dict[str, Any] = {
            "household_id": household_id,
            "kind": MemberKind.CARER,
            "name": name,
            "account_id": account.id,
        }
        carry_out(lambda: db.session.add(Member(**member)))
        return account


def everybody_says_yes(story: Story) -> Story:
    """Both sides, and everybody at home who is asked."""
    story.both_say(AnswerWord.YES)
    for member in arrangements.asked_members(story.pair.household.id):
        carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, AnswerWord.YES, member=member)
    return story


def take(reader: Reader, step: str, *, until: date | None = None, because: str | None = None) -> Reader:
    """The worker takes a step on its page: from the arrangement's page, and back to it."""
    reader.follow(step)
    if until:
        reader.date("Until which day?", until)
    if because:
        reader.page.get_by_label("Reason", exact=True).select_option(label=because)
    return reader.press(step)
