"""What each person has met with; and that what they say of themselves changes no score. Everybody here is invented."""

from typing import Any

from sqlmodel import select

from carers.models import MemberKind
from matching.actions import answering, proposing
from matching.compatibility.explain import explain
from matching.compatibility.fairness import Met, Question
from matching.models import AnswerWord, Side
from matching.queries import arrangements, scores
from matching.queries.fairness import put_forward, what_they_met
from people.actions import answer_monitoring
from people.models import Monitoring, Person, PersonState
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.models import Account
from tests.matching.conftest import Inside, a_household, a_member, a_person, days

LIVE_IN = ArrangementKind.LIVE_IN


def met() -> dict[int | None, Met]:
    """What everybody met with, by how many days they waited."""
    return {each.days: each for each in what_they_met(put_forward())}


def test_each_person_with_what_they_met(inside: Inside, worker: Account) -> None:
    with inside():
        person = a_person(first_contact_on=days(-30))
        db.session.add(Monitoring(person_id=person.id, gender="Woman"))
        a_person("P002", first_contact_on=days(-90))
        a_person("P003", first_contact_on=days(-5), state=PersonState.LEFT)
        household, other = a_household(), a_household("H002")
        for home, word in ((household, AnswerWord.NO), (other, AnswerWord.YES)):
            pair = arrangements.Pair(proposing.propose(worker, person, home, LIVE_IN), person, home)
            answering.answer(worker, pair, Side.HOUSEHOLD, word)
        answering.answer(worker, pair, Side.PERSON, AnswerWord.NOT_SURE)
        db.session.flush()
        found = met()
        assert set(found) == {30, 90}
        assert (found[30].introductions, found[30].welcomed, found[30].said_yes) == (2, True, None)
        assert found[30].said[Question.GENDER] == "Woman"
        assert (found[90].introductions, found[90].welcomed, found[90].said) == (0, None, {})


def test_one_member_s_answer_is_not_the_household_s(inside: Inside, worker: Account) -> None:
    with inside():
        person, household = a_person(first_contact_on=None), a_household()
        member = a_member(household, MemberKind.CARER, "Invented Ana")
        db.session.flush()
        pair = arrangements.Pair(proposing.propose(worker, person, household, LIVE_IN), person, household)
        answering.answer(worker, pair, Side.HOUSEHOLD, AnswerWord.YES, member=member)
        db.session.flush()
        assert met()[None].welcomed is None


def test_what_people_say_of_themselves_changes_no_score(inside: Inside) -> None:
    """Ethnicity, gender, sexuality, disability and religion: the score never reads them, whatever is written there."""

    def everything() -> list[Any]:
        terms = scores.terms()
        people = db.session.exec(select(Person).order_by(Person.reference)).all()
        profiles = [scores.person_profile(person) for person in people]
        ranked = [[each.ranked for each in scores.households_for(profile, terms).all] for profile in profiles]
        household = scores.households_for(profiles[0], terms).all[0].household
        explained = [explain(profile, household, terms.rules, terms.weights) for profile in profiles]
        return [profiles, ranked, explained]

    def story() -> None:
        for number in range(3):
            a_person(f"P{number}", interests={"singing": "love"}, faiths=["catholic"])
            a_household(f"H{number}", interests={"singing": "like"}, faiths=["catholic"])

    def say(words: str | None) -> None:
        for person in db.session.exec(select(Person)).all():
            kept = db.session.exec(select(Monitoring).where(Monitoring.person_id == person.id)).first()
            answers = {question.value: f"{words} {person.reference}" if words else None for question in Question}
            answer_monitoring(person, answers, kept.version if kept else None)

    with inside():
        carry_out(story)
        before = everything()
        for words in ("Welsh", "anything else", None):
            carry_out(say, words)
            db.session.expire_all()
            assert everything() == before
