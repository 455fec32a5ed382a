"""The fairness panel: who opens it, what it shows of ten people or more, and what it never shows. Everybody is invented."""

from collections.abc import Sequence

from flask.testing import FlaskClient
from sqlmodel import col, select

from matching.actions import answering, proposing
from matching.models import AnswerWord, Side
from matching.queries import arrangements
from people.models import Monitoring, Person
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Reading, Role
from tests.ground.accounts import MakeAccount, SignIn
from tests.matching.conftest import Inside, a_household, a_person, days
from tests.matching.desk.conftest import Counted, read, words

PAGE = "/desk/fairness"


def people_who_say(ethnicity: str, references: Sequence[str]) -> list[Person]:
    """Somebody for each of these references, all of whom describe themselves alike."""
    made = [a_person(reference, first_contact_on=days(-40)) for reference in references]
    for person in made:
        db.session.add(Monitoring(person_id=person.id, ethnicity=ethnicity))
    return made


def numbered(start: int, how_many: int) -> list[str]:
    return [f"P{number:03}" for number in range(start, start + how_many)]


def test_groups_of_ten_are_shown_and_a_smaller_one_is_not_named(
    client: FlaskClient, manager: Account, sign_in: SignIn, inside: Inside
) -> None:
    def story() -> None:
        people_who_say("Welsh", numbered(1, 12))
        people_who_say("Scottish", numbered(20, 11))
        people_who_say("Cornish", numbered(40, 3))

    with inside():
        carry_out(story)
    page = words(read(sign_in(client, manager).get(PAGE).text))
    assert "Everybody 26" in page
    assert "Welsh 12 0 0 to 0 Too few to show Too few to show 40 40 to 40 100% 76% to 100%" in page
    assert "Everybody else 14" in page
    assert "Cornish" not in page
    assert "Scottish" not in page
    assert "not two groups of 10 people or more: gender, sexuality, disability and religion." in page


def test_what_became_of_introductions_is_counted_by_person(
    client: FlaskClient, manager: Account, worker: Account, sign_in: SignIn, inside: Inside
) -> None:
    def story() -> None:
        welsh, asian = people_who_say("Welsh", numbered(1, 10)), people_who_say("Asian", numbered(20, 10))
        for number, person in enumerate([*welsh, *asian]):
            household = a_household(f"H{number:03}")
            arrangement = proposing.propose(worker, person, household, ArrangementKind.LIVE_IN)
            pair = arrangements.Pair(arrangement, person, household)
            word = AnswerWord.YES if person in welsh else AnswerWord.NO
            answering.answer(worker, pair, Side.HOUSEHOLD, word)

    with inside():
        carry_out(story)
    page = words(read(sign_in(client, manager).get(PAGE).text))
    assert "Asian 10 1 1 to 1 0% 0% to 28% Too few to show 40 40 to 40 0% 0% to 28%" in page
    assert "Welsh 10 1 1 to 1 100% 72% to 100% Too few to show 40 40 to 40 0% 0% to 28%" in page
    assert "Of 20 households that offer, 0 were never put forward to anybody, 20 once, and 0 more often." in page


def test_whom_no_household_can_welcome_and_which_households_were_never_put_forward(
    client: FlaskClient, manager: Account, sign_in: SignIn, inside: Inside
) -> None:
    def story() -> None:
        a_person("P001")
        a_person("P002", kind=ArrangementKind.DAY_SUPPORT)
        a_household("H001")

    with inside():
        carry_out(story)
    page = words(read(sign_in(client, manager).get(PAGE).text))
    assert "There are fewer than 10 people so far: too few to show." in page
    assert "Households never put forward (1) Invented H001 (H001)" in page
    assert "Invented P002 (P002) A kind both want: 1, alone 1" in page
    assert "P001" not in page


def test_a_scheme_with_nobody_yet_says_so(client: FlaskClient, manager: Account, sign_in: SignIn) -> None:
    page = words(read(sign_in(client, manager).get(PAGE).text))
    assert "No household offers anything at the moment." in page
    assert "There is nobody with an essential not met everywhere." in page


def test_managers_and_auditors_open_it_and_each_opening_is_written_down(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, inside: Inside
) -> None:
    for role, status in {Role.MANAGER: 200, Role.AUDITOR: 200, Role.WORKER: 403, Role.PERSON: 403}.items():
        assert sign_in(client, make_account(role)).get(PAGE).status_code == status
    with inside():
        readings = db.session.exec(select(Reading.page).where(col(Reading.page) == "fairness")).all()
        assert len(readings) == 2


def test_the_number_of_statements_does_not_grow(
    client: FlaskClient, manager: Account, worker: Account, sign_in: SignIn, inside: Inside, counted: Counted
) -> None:
    def story(start: int) -> None:
        for person in people_who_say("Welsh", numbered(start, 5)):
            household = a_household(f"H{person.reference}")
            proposing.propose(worker, person, household, ArrangementKind.LIVE_IN)

    sign_in(client, manager).get(PAGE)
    sent = []
    for start in (1, 100):
        with inside():
            carry_out(story, start)
        with counted() as statements:
            client.get(PAGE)
        sent.append(len(statements))
    assert sent[0] == sent[1]
