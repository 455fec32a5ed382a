"""Four lives, each told to its end: a short break, an emergency that becomes a home, a homeshare, and an ending that finds a new home."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from carers.models import Household, Offer
from matching.models import AnswerWord
from people.models import Person, WantedArrangement
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Home, Role
from scheme.ways_of_living import Pet, YesNo
from tests.browser.clock import DaysPass, today_in_london
from tests.browser.lives import Lives, everybody_says_yes, take
from tests.browser.reader import Reader
from tests.ground.accounts import MakeAccount
from tests.ground.browser import LiveServer, NewReader
from tests.matching.conftest import Story, a_household, a_person

pytestmark = pytest.mark.timeout(600)

LIVE_IN, SHORT_BREAK, EMERGENCY, HOMESHARE = (
    ArrangementKind.LIVE_IN,
    ArrangementKind.SHORT_BREAK,
    ArrangementKind.EMERGENCY,
    ArrangementKind.HOMESHARE,
)


@pytest.fixture
def lives(live_server: LiveServer, make_account: MakeAccount, new_reader: NewReader, days_pass: DaysPass) -> Lives:
    """A worker, and room for whoever the story is about."""
    worker = make_account(Role.WORKER, name="Invented Wyn")
    return Lives(live_server.app, make_account, new_reader, days_pass, worker, [])


def put_forward(lives: Lives, kind: ArrangementKind, **of_household: Any) -> tuple[Account, Account]:
    """Tegan and Ffion, put forward to each other, each with pages of their own."""
    with lives.told() as story:
        person = carry_out(a_person, kind=kind, known_as="Tegan")
        household = carry_out(a_household, kind=kind, name="Ffion Gray", pets=[Pet.DOG], **of_household)
        them = lives.give_account(person, "Tegan Vaughan"), lives.give_carer(household, "Ffion Gray")
        story.begin(kind, person=person, household=household)
        return them


def says_yes(reader: Reader, name: str) -> Reader:
    """From somebody's own front page: they look at the other side and say yes."""
    return reader.follow_big(name).press("Yes")


def meet(story: Story, times: int) -> Story:
    """They meet some times, and it felt good."""
    for day in range(times):
        story.visit(times - day)
    return story


def test_a_short_break_from_a_proposal_to_regular_stays(lives: Lives) -> None:
    person_account, carer_account = put_forward(lives, SHORT_BREAK)

    # Both look and say yes; the worker starts introductions and plans tea at the household's house.
    assert "Your answer now" in says_yes(lives.comes(carer_account), "Somebody near").words
    person = says_yes(lives.comes(person_account), "Ffion")
    worker = take(lives.at_the_desk(), "Start introductions").follow("Plan a visit")
    worker.choose("Tea and a chat", "What kind of visit?").choose("At the household's home", "Whose home is it in?")
    worker.date("Which day?", today_in_london() + timedelta(days=2)).press("Save")

    # Tegan reads one card a visit. The day is not good for her, and the worker moves it.
    person.open("/").follow_big(_in_words(2))
    assert "Tea and a chat, at their house. They have a dog." in person.words
    assert "tea time" in person.page.locator("h3").first.inner_text()
    person.press("This day is not good for me")
    worker.page.reload()
    assert "Not a good day for the person" in worker.words
    worker.follow_big("Move or change")
    worker.date("Which day?", today_in_london() + timedelta(days=3)).press("Save")
    assert "Not a good day" not in worker.words
    assert _in_words(3) in person.open("/").words

    # They meet, it feels good, and there is a first stay with the day she goes home.
    lives.days_pass(4)
    for account, name in ((person_account, "Ffion"), (carer_account, "Tegan")):
        reader = lives.comes(account).follow_big(name)
        reader.page.get_by_role("link", name="Say how it felt").first.click()
        reader.choose("Happy", "How did it feel?").press("Tell my worker")
    with lives.told() as story:
        meet(story, 2).write_plans()
    worker = take(lives.at_the_desk(), "Start with a first stay", until=today_in_london() + timedelta(days=3))
    assert "First stay" in worker.words

    # Both would like more. It becomes regular stays, booked one by one.
    lives.days_pass(5)
    for account, name in ((carer_account, "Tegan"), (person_account, "Ffion")):
        says_yes(lives.comes(account), name)
    with lives.told() as story:
        story.both_say(AnswerWord.YES).agree()
    worker = take(lives.at_the_desk(), "Go on with regular stays")
    assert "Regular stays" in worker.words
    worker.follow("Book a stay").date("From which day?", today_in_london() + timedelta(days=10))
    worker.date("Until which day?", today_in_london() + timedelta(days=12)).press("Book a stay")
    assert "You stay with Ffion." in lives.comes(person_account).words
    assert lives.complaints == []


def _in_words(days: int) -> str:
    """The day that many days from now, as a card says it."""
    day = today_in_london() + timedelta(days=days)
    return f"{day:%A} {day.day} {day:%B}, tea time"


def test_an_emergency_that_becomes_a_home(lives: Lives) -> None:
    with lives.told() as story:
        person = carry_out(a_person, kind=EMERGENCY, known_as="Tegan", crisis=YesNo.YES)
        household = carry_out(a_household, kind=EMERGENCY, name="Ffion Gray", approved_kinds=[EMERGENCY, LIVE_IN])
        person_id, household_id = person.id, household.id
        them = lives.give_account(person, "Tegan Vaughan"), lives.give_carer(household, "Ffion Gray")

        def wish_and_offer() -> None:
            db.session.add(WantedArrangement(person_id=person_id, kind=LIVE_IN))
            db.session.add(Offer(household_id=household_id, kind=LIVE_IN, spaces=1))

        carry_out(wish_and_offer)
        other_id = carry_out(a_household, "H002", name="Gil Hart").id
        everybody_says_yes(story.begin(EMERGENCY, person=person, household=household)).write_plans()

    # In a crisis somebody stays for now, with a last day, and nothing long-term is even put forward.
    worker = take(lives.at_the_desk(), "Start staying for now", until=today_in_london() + timedelta(days=21))
    assert "Staying for now" in worker.words
    assert "Make it long-term" not in worker.words
    for each in (household_id, other_id):
        worker.open(f"/desk/people/{person_id}/households/{each}/propose?kind=live_in").press("Put these two forward")
    assert "In a crisis nothing long-term is planned" in worker.page.get_by_role("alert").inner_text()

    # Three weeks later the crisis is over, and so is the stay.
    lives.days_pass(21)
    worker = lives.comes(lives.worker).open(f"/desk/people/{person_id}").follow("Note a crisis, or that it is over")
    worker.choose("No", "Are they in a crisis?").press("Save")
    worker.open(f"/desk/arrangements/{lives.arrangement_id}")
    take(worker, "End it", because="It was for a time, and the time was up")
    assert "Ended" in worker.words

    # Living there is a new arrangement, on its own feet: asked again, met again, tried out.
    worker.open(f"/desk/people/{person_id}/households/{household_id}/propose?kind=live_in").press(
        "Put these two forward"
    )
    lives.arrangement_id = UUID(worker.page.url.rsplit("/", 1)[-1])
    for account, name in zip(them, ("Ffion", "Somebody near"), strict=True):
        says_yes(lives.comes(account), name)
    take(worker.open(f"/desk/arrangements/{lives.arrangement_id}"), "Start introductions")
    with lives.told() as story:
        meet(story, 3).write_plans()
    take(worker.open(f"/desk/arrangements/{lives.arrangement_id}"), "Start trying it out")
    lives.days_pass(30)
    with lives.told() as story:
        story.both_say(AnswerWord.YES).agree()
    worker = take(lives.at_the_desk(), "Make it long-term")
    assert "Sharing a life" in worker.words
    assert lives.complaints == []


def test_a_homeshare(lives: Lives) -> None:
    def homes() -> tuple[Person, Household]:
        home = Home(area="LA9")
        home.address = "2 Invented Row"
        db.session.add(home)
        db.session.flush()
        person = a_person(kind=HOMESHARE, known_as="Dorothy", home_id=home.id, brings_pets=[Pet.CAT])
        household = a_household(kind=HOMESHARE, name="Amara Osei", home_id=None, approved_kinds=[], panel_on=None)
        return person, household

    with lives.told() as story:
        person, household = carry_out(homes)
        householder, homesharer = (
            lives.give_account(person, "Dorothy Whitwell"),
            lives.give_carer(household, "Amara Osei"),
        )
        story.begin(HOMESHARE, person=person, household=household)

    # Neither an approval nor a place that is counted stands between them; the home is Dorothy's.
    says_yes(lives.comes(homesharer), "Somebody near LA9")
    says_yes(lives.comes(householder), "Amara")
    worker = take(lives.at_the_desk(), "Start introductions")
    worker.follow("Write down what you found about a home they can get about in").choose(
        "It is met", "What did you find?"
    )
    worker.write("How did you check?", "Invented: Amara walked round it.").press("Save").follow("Plan a visit")
    worker.choose("A meal together", "What kind of visit?").choose("At the person's home", "Whose home is it in?")
    worker.date("Which day?", today_in_london() + timedelta(days=1)).press("Save")
    visits = lives.comes(homesharer).follow_big("Dorothy").follow_big("Our visits")
    assert "A meal together, where they live. They have a cat." in visits.words
    assert "2 Invented Row" in visits.words
    assert "A meal together, where you live." in lives.comes(householder).follow_big("Amara").words

    # They try it out for some weeks, and share the home.
    lives.days_pass(3)
    with lives.told() as story:
        meet(story, 3).write_plans()
    worker = take(lives.at_the_desk(), "Start trying it out")
    lives.days_pass(21)
    with lives.told() as story:
        story.both_say(AnswerWord.YES).agree()
    worker = take(lives.at_the_desk(), "Go on sharing the home")
    assert "Sharing the home" in worker.words
    assert lives.complaints == []


def test_an_ending_that_finds_a_new_home(lives: Lives) -> None:
    person_account, carer_account = put_forward(lives, LIVE_IN)
    with lives.told() as story:
        meet(everybody_says_yes(story).take("introduce"), 3).write_plans().take("start_trial")
        story.both_say(AnswerWord.YES).agree().take("settle")
        person_id = story.pair.person.id
        other = carry_out(a_household, "H002", name="Gil Hart")
        other_id, other_account = other.id, lives.give_carer(other, "Gil Hart")

    # Notice, with a day; and when it has come, an ending that is nobody's fault.
    worker = lives.at_the_desk()
    assert "Sharing a life" in worker.words
    worker.follow("Write notice down").date("Notice was given on", today_in_london()).press("Save")
    assert "An ending, and a move" in worker.words
    lives.days_pass(28)
    worker = take(lives.at_the_desk(), "End it", because="Life in the household changed")
    assert "Ended" in worker.words
    assert "Tell" in worker.words or "Not told yet" in worker.words

    # Nothing is open between the two any more, and Tegan is ready to meet others.
    gone = lives.comes(person_account)
    assert gone.page.goto(f"/me/{person_id}/introductions/{lives.arrangement_id}").status == 404  # type: ignore[union-attr]
    assert "Ready to meet" in worker.open(f"/desk/people/{person_id}").words

    # Gil is put forward, both say yes, they meet, and it becomes a home.
    worker.open(f"/desk/people/{person_id}/households/{other_id}/propose?kind=live_in").press("Put these two forward")
    lives.arrangement_id = UUID(worker.page.url.rsplit("/", 1)[-1])
    says_yes(lives.comes(person_account), "Gil")
    says_yes(lives.comes(other_account), "Somebody near")
    take(worker.open(f"/desk/arrangements/{lives.arrangement_id}"), "Start introductions")
    with lives.told() as story:
        meet(story, 3).write_plans()
    take(worker.open(f"/desk/arrangements/{lives.arrangement_id}"), "Start trying it out")
    lives.days_pass(30)
    with lives.told() as story:
        story.both_say(AnswerWord.YES).agree()
    assert "Sharing a life" in take(lives.at_the_desk(), "Make it long-term").words
    assert lives.comes(carer_account).page.get_by_role("link", name="Tegan").count() == 0
    # A page that has gone is a refusal the browser mentions too.
    assert [complaint for complaint in lives.complaints if "404" not in complaint] == []
