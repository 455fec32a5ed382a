"""A scheme with at least one row of everything: what walks over every page and every table stands on."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any, TypeVar
from uuid import UUID

import pytest
from flask import Flask, g
from PIL import Image

import carers.queries
from carers.actions.photographs import add_photograph
from carers.models import (
    AtHomeAgree,
    Check,
    CheckKind,
    Household,
    Member,
    MemberKind,
    Offer,
    TimeAway,
    WouldShare,
)
from matching.actions import answering, proposing, stepping, visiting
from matching.agreements.costs import Cost, Payer, Per
from matching.agreements.kinds import Party, SignedBy
from matching.lifecycle import EndingReason, Stage
from matching.models import (
    AgreedCost,
    AgreedDetails,
    Agreement,
    AgreementWording,
    AnswerWord,
    Arrangement,
    Audience,
    BestInterests,
    CalendarAddress,
    CheckedEssential,
    CheckIn,
    CrisisPlan,
    CrisisStep,
    DecisionMaker,
    DecisionMeeting,
    DecisionSupport,
    Ending,
    FeeBands,
    Feels,
    Handover,
    HelpFrom,
    HoldReader,
    KeepApart,
    KeepInTouch,
    LegalBasis,
    LooksBack,
    Measure,
    MeasureAnswer,
    MessageBlock,
    MessageReport,
    NotGoodDay,
    PairMessage,
    PutOff,
    Reflection,
    Reminder,
    ReminderKind,
    ResidentAnswer,
    Review,
    ReviewRequest,
    Risk,
    SafeguardingHold,
    Side,
    Signature,
    Stay,
    TakenStep,
    TalkedAbout,
    ToldMark,
    TrialPlan,
    VisitKind,
    Waiver,
    WeightsVersion,
    WhoseRisk,
    WhyNow,
    WishKind,
    WishToMeet,
)
from matching.queries import arrangements
from matching.queries.agreements import Text, WrittenPart
from matching.spreadsheet.headers import About
from matching.spreadsheet.models import ImportedProfile, ImportState, Learned, SpreadsheetImport, WaitingRow
from matching.spreadsheet.told import Told
from people.models import (
    Agrees,
    Authority,
    CirclePerson,
    Consent,
    ConsentFor,
    Enquiry,
    Monitoring,
    OtherWay,
    Person,
    PersonAccount,
    PersonPlace,
    PersonState,
    PlacematLine,
    PlacematPlace,
    TalkOfOtherWays,
    WantedArrangement,
    Whose,
)
from scheme import papers, photographs
from scheme.chain import sealing
from scheme.clock import local_moment, today
from scheme.database import SchemeTable, carry_out, db, enter_scheme, now
from scheme.jobs.models import Job
from scheme.kinds import ArrangementKind
from scheme.models import Account, Conversation, Home, KeptForm, Message, Reading, Role, Scheme, SignInLink
from scheme.ways_of_living import YesNo
from tests.ground.accounts import MakeAccount, MakeScheme

NOTHING = dict.fromkeys(("created", "updated", "unchanged", "duplicates", "blank", "refused"), 0)
REPORT = {"people": NOTHING, "households": NOTHING, "problems": [], "unknown_columns": [], "to_confirm": 0}

KIND = ArrangementKind.LIVE_IN


@dataclass(frozen=True)
class WholeScheme:
    """One scheme, an account of every role, and the ids of its rows by the names they have in addresses."""

    scheme: Scheme
    word: str
    """Stands in every text of this scheme and in no other's."""
    accounts: Mapping[Role, Account]
    ids: Mapping[str, UUID]
    parts: Mapping[str, UUID]
    """What ``part_id`` is, by the kind of part."""


MakeWholeScheme = Callable[[str], WholeScheme]


@pytest.fixture
def make_whole_scheme(app: Flask, make_scheme: MakeScheme, make_account: MakeAccount) -> MakeWholeScheme:
    """``make_whole_scheme("Bryn")``: everything in it is called something with Bryn; references are the same in all."""

    def make(word: str) -> WholeScheme:
        scheme = make_scheme(name=f"{word} Invented Scheme")
        accounts = {role: make_account(role, scheme=scheme, name=f"{word} {role.label}") for role in Role}
        with app.app_context():
            enter_scheme(scheme.id)
            g.acting = accounts[Role.WORKER]
            file_name = photographs.keep(_picture())
            rows = carry_out(_profiles, word, accounts, file_name)
            carry_out(_a_way_together, word, accounts, rows)
            carry_out(_everything_else, word, accounts, rows, papers.keep(_picture()))
            sealing.seal_record()
            ids = {name: row.id for name, row in rows.items()}
        return WholeScheme(scheme, word, accounts, ids, {kind: ids[kind] for kind in PARTS})

    return make


Row = TypeVar("Row")
Rows = dict[str, Any]
Accounts = Mapping[Role, Account]

PARTS = ("members", "offers", "away", "checks", "wanted", "places", "circle", "placemat", "other-ways")


def every_table(parent: type[SchemeTable] = SchemeTable) -> list[type[SchemeTable]]:
    """Every table whose rows belong to a scheme."""
    found = []
    for table in parent.__subclasses__():
        found += [table] if hasattr(table, "__table__") else []
        found += every_table(table)
    return found


def _picture() -> BytesIO:
    kept = BytesIO()
    Image.new("RGB", (40, 30), "green").save(kept, "JPEG")
    kept.seek(0)
    return kept


def _added(row: Row) -> Row:
    db.session.add(row)
    db.session.flush()
    return row


def _profiles(word: str, accounts: Accounts, file_name: str) -> Rows:
    """A person and a household, each with one of everything."""
    home = _added(Home(area="LA1", words=f"{word} home"))
    home.address, home.postcode = f"1 {word} Street", "LA1 4XX"
    person = _added(
        Person(
            reference="P001",
            known_as=f"{word} Pat",
            full_name=f"{word} Patricia",
            good_life=f"{word} garden",
            crisis=YesNo.NO,
            access_needs=[],
            night_support=YesNo.NO,
            brings_pets=[],
            state=PersonState.READY,
            named_worker_id=accounts[Role.WORKER].id,
        )
    )
    household = _added(
        Household(
            reference="H001",
            name=f"{word} household",
            home_id=home.id,
            living_there=0,
            about_us=f"{word} evenings",
            approved_kinds=[KIND],
            panel_on=today() - timedelta(days=400),
            approval_review_on=today() + timedelta(days=300),
        )
    )
    return {
        "person_id": person,
        "household_id": household,
        "home_id": home,
        "member_id": _member(word, household, accounts),
        **_parts_of_person(word, person),
        **_parts_of_household(household),
        "photograph_id": _added(add_photograph(household, file_name, f"{word} kitchen")),
        "consent_id": _added(Consent(person_id=person.id, purpose=ConsentFor.PROFILE, given_on=today())),
        "link_id": _supporter(person, accounts),
    }


def _member(word: str, household: Household, accounts: Accounts) -> Member:
    carer = accounts[Role.CARER].id
    return _added(Member(household_id=household.id, kind=MemberKind.CARER, name=f"{word} Ana", account_id=carer))


def _parts_of_person(word: str, person: Person) -> Rows:
    return {
        "wanted": _added(WantedArrangement(person_id=person.id, kind=KIND)),
        "places": _added(PersonPlace(person_id=person.id, label=f"{word} library")),
        "circle": _added(CirclePerson(person_id=person.id, name=f"{word} Sam")),
        "placemat": _added(_placemat_line(word, person)),
        "other-ways": _added(_talk(word, person)),
        "monitoring": _added(Monitoring(person_id=person.id)),
    }


def _placemat_line(word: str, person: Person) -> PlacematLine:
    who, place = f"{word} Sam", PlacematPlace.SUPPORT
    return PlacematLine(person_id=person.id, place=place, whose=Whose.US, who=who, does="Comes along")


def _talk(word: str, person: Person) -> TalkOfOtherWays:
    return TalkOfOtherWays(person_id=person.id, ways=[OtherWay.FAMILY], talked_on=today(), with_whom=f"{word} Sam")


def _parts_of_household(household: Household) -> Rows:
    day = today() + timedelta(days=200)
    return {
        "members": _added(Member(household_id=household.id, kind=MemberKind.CARER)),
        "offers": _added(Offer(household_id=household.id, kind=KIND, spaces=1)),
        "away": _added(TimeAway(household_id=household.id, starts_on=day, ends_on=day)),
        "checks": _added(Check(household_id=household.id, kind=next(iter(CheckKind)))),
    }


def _supporter(person: Person, accounts: Accounts) -> PersonAccount:
    _added(PersonAccount(person_id=person.id, account_id=accounts[Role.PERSON].id, authority=Authority.SELF))
    supporter = accounts[Role.SUPPORTER].id
    return _added(PersonAccount(person_id=person.id, account_id=supporter, authority=Authority.ASKED))


def _a_way_together(word: str, accounts: Accounts, rows: Rows) -> None:
    """They are put forward, both say yes, are introduced, and one visit has been and felt good."""
    worker = accounts[Role.WORKER]
    arrangement = proposing.propose(worker, rows["person_id"], rows["household_id"], KIND)
    arrangement.why = f"{word} reasons"
    pair = arrangements.pair(_added(arrangement).id)
    assert pair
    for side in Side:
        answering.answer(worker, pair, side, AnswerWord.YES)
    for member in carers.queries.members_of(pair.household):
        answering.answer(worker, pair, Side.HOUSEHOLD, AnswerWord.YES, member=member)
    stepping.take(worker, pair, "introduce", stepping.Particulars())
    visit = _added(visiting.plan_visit(pair, VisitKind.TEA, local_moment(today() - timedelta(days=2))))
    visiting.feel(worker, visit, Side.PERSON, Feels.HAPPY)
    rows |= {"arrangement_id": arrangement, "visit_id": visit, "ended_id": _added(_over(arrangement))}
    by_worker = {"arrangement_id": rows["ended_id"].id, "by_id": worker.id}
    _added(
        TakenStep(step="end", source=Stage.LONG_TERM, target=Stage.ENDED, reason=EndingReason.TIME_WAS_UP, **by_worker)
    )
    _added(ToldMark(side=Side.PERSON, **by_worker))


def _over(arrangement: Arrangement) -> Arrangement:
    """Something between the same two that has ended."""
    same = arrangement.model_dump(include={"person_id", "household_id", "kind", "worker_id", "answer_by", "home_id"})
    day = today() - timedelta(days=3)
    before = now() - timedelta(days=400)
    return Arrangement(
        reference="A800", stage=Stage.ENDED, ended_on=day, proposed_at=before, frozen=arrangement.frozen, **same
    )


def _a_trial(word: str, arrangement: Any, by_worker: dict[str, Any]) -> Rows:
    """They try it out, and everything about that is written down."""
    arrangement.stage, arrangement.trial_starts_on = Stage.TRIAL, today() - timedelta(days=1)
    arrangement.trial_ends_on = today() + timedelta(days=27)
    _added(TrialPlan(arrangement_id=arrangement.id, backup=f"{word} nan"))
    measure = Measure(**by_worker)
    measure.words = f"{word} music"
    meeting = DecisionMeeting(on=today(), **by_worker)
    meeting.person_said = f"{word} yes"
    check_in = CheckIn(due_on=today(), **by_worker)
    check_in.words = f"{word} mornings"
    rows = {"measure_id": _added(measure), "meeting_id": _added(meeting), "check_in_id": _added(check_in)}
    _added(MeasureAnswer(measure_id=measure.id, on=today(), feels=Feels.HAPPY, **by_worker))
    return rows


def _another_household(word: str) -> Household:
    """Somebody to be kept apart from."""
    return _added(Household(reference="H002", name=f"{word} neighbours"))


def _put_off(word: str, worker: Account, household: Household) -> PutOff:
    """Whether their spaces are still right was never said, and may wait."""
    row = PutOff(
        rule="availability",
        row_id=household.id,
        subject_kind="household",
        subject_id=household.id,
        until=today() + timedelta(days=5),
        by_id=worker.id,
    )
    row.why = f"{word} asked for a week"
    return row


def _somebody_at_home(word: str, worker: Account, arrangement: Arrangement) -> Person:
    """Somebody who lives in the home already, through an arrangement of their own."""
    person = _added(Person(reference="P900", known_as=f"{word} Dean"))
    lives_by = _added(
        Arrangement(
            reference="A900", person_id=person.id, household_id=arrangement.household_id, home_id=arrangement.home_id, kind=KIND,
            stage=Stage.LONG_TERM, worker_id=worker.id, answer_by=today(),
        )
    )  # fmt: skip
    assert arrangement.home_id
    _added(Stay(arrangement_id=lives_by.id, home_id=arrangement.home_id, starts_at=now() - timedelta(days=9)))
    theirs: dict[str, Any] = {"arrangement_id": arrangement.id, "by_id": worker.id}
    _added(ResidentAnswer(person_id=person.id, answer=AnswerWord.NOT_SURE, **theirs))
    _added(DecisionSupport(resident_id=person.id, on=today(), who=f"{word} aunt", **theirs))
    return person


def _messages(word: str, by_worker: Mapping[str, Any]) -> PairMessage:
    """A message to everybody that was reported, and a side that wanted no more of them for a while."""
    message = PairMessage(audience=Audience.EVERYBODY, **by_worker)
    message.words = f"{word} tea at four"
    _added(message)
    _added(MessageReport(message_id=message.id, side=Side.HOUSEHOLD, **by_worker))
    _added(MessageBlock(side=Side.HOUSEHOLD, lifted_at=now(), **by_worker))
    return message


def _deciding(word: str, by_worker: Mapping[str, Any]) -> None:
    """How somebody was helped to decide, and a decision for them that was taken back."""
    support = DecisionSupport(on=today(), who=f"{word} sister", **by_worker)
    support.how = f"{word} pictures"
    decided = BestInterests(
        decision=AnswerWord.NO, maker=DecisionMaker.MEETING, decided_by=f"{word} council", authority_seen=word,
        decided_on=today(), taken_back_at=now(), taken_back_by_id=by_worker["by_id"], **by_worker,
    )  # fmt: skip
    decided.wishes = f"{word} wishes"
    for row in (support, decided):
        _added(row)


def _papers(word: str, by_worker: Mapping[str, Any]) -> Agreement:
    """A paper that was signed, and a newer one that counts. Returns the earlier."""
    words = WrittenPart("talk", f"{word} talk", "telephone-receiver", f"{word} is whom to ask.", f"Ask {word}.")
    papers = [Agreement(number=number, asked_at=now(), **by_worker) for number in (1, 2)]
    for paper in papers:
        paper.text = Text((words,), {}).as_json()
        _added(paper)
    return papers[0]


def _signatures(word: str, by_worker: Mapping[str, Any], rows: Rows, file_name: str) -> Signature:
    """Both sides signed the same sheet of the earlier paper. Returns the person's."""
    sheet = {"agreement_id": rows["agreement_id"].id, "way": SignedBy.PAPER, "file_name": file_name, "on": today()}
    _added(Signature(party=Party.CARER, member_id=rows["member_id"].id, name=word, **sheet, **by_worker))
    return _added(Signature(party=Party.PERSON, name=word, **sheet, **by_worker))


def _everything_else(word: str, accounts: Accounts, rows: Rows, signed: str) -> None:
    """What no page needs but every table has."""
    worker, arrangement = accounts[Role.WORKER], db.session.merge(rows["arrangement_id"])
    by_worker = {"arrangement_id": arrangement.id, "by_id": worker.id}
    person_id, day = arrangement.person_id, today() + timedelta(days=30)
    rows["message_id"] = _messages(word, by_worker)
    rows["wish_id"] = _added(WishToMeet(person_id=person_id, kind=WishKind.KNOWN, answer_by=day, by_id=worker.id))
    rows["wish_id"].words = f"{word} Sam"
    rows["resident_id"] = _somebody_at_home(word, worker, arrangement)
    _deciding(word, by_worker)
    rows["import_id"] = SpreadsheetImport(file_name=f"{word}.xlsx", state=ImportState.PREVIEWED)
    rows["import_id"].report = json.dumps(REPORT)
    rows["job_id"] = Job(account_id=worker.id, kind="look_at_spreadsheet")
    rows["job_id"].asked = json.dumps({"import": str(rows["import_id"].id)})
    rows["stay_id"] = Stay(arrangement_id=arrangement.id, home_id=arrangement.home_id, starts_at=now())
    rows["keep_apart_id"] = KeepApart(person_id=person_id, household_id=_another_household(word).id)
    rows["agreement_id"] = _papers(word, by_worker)
    rows["signature_id"] = _signatures(word, by_worker, rows, signed)
    rows["enquiry_id"] = Enquiry(agrees=Agrees.AGREES)
    rows["enquiry_id"].first_name = rows["enquiry_id"].introducer = f"{word} Bo"
    rows["would_share_id"] = WouldShare(at_home=AtHomeAgree.ALONE)
    rows["would_share_id"].name = rows["would_share_id"].enjoys = f"{word} Cy"
    rows["kept_id"] = KeptForm(account_id=worker.id, path="/desk/people/add")
    rows["kept_id"].answers = json.dumps([["known_as", f"{word} Mo"]])
    rows["row_id"], rows["put_off_id"] = rows["household_id"], _put_off(word, worker, rows["household_id"])
    rows["hold_id"] = SafeguardingHold(basis=LegalBasis.PROCEDURE, review_on=day, lifted_at=now(), **by_worker)
    rows["crisis_plan_id"] = CrisisPlan(person_id=person_id, by_id=worker.id, review_on=day)
    rows["crisis_step_id"] = CrisisStep(
        person_id=person_id, plan_id=rows["crisis_plan_id"].id, help_from=HelpFrom.AROUND, by_day=day
    )
    rows["crisis_plan_id"].hope = f"{word} rest"
    rows["risk_id"] = Risk(person_id=person_id, by_id=worker.id, whose=WhoseRisk.PERSON, review_on=day)
    rows["risk_id"].what = rows["risk_id"].helps = f"{word} stairs"
    rows["handover_id"] = Handover(to_id=worker.id, by_id=worker.id, person_id=person_id, done_at=now())
    rows |= _a_trial(word, arrangement, by_worker)
    waiting = WaitingRow(about=About.PEOPLE, looks_like_id=person_id)
    waiting.row = Told(About.PEOPLE, "People", 4, None, f"{word} Pat").as_json()
    for row in (
        rows["stay_id"],
        rows["keep_apart_id"],
        rows["enquiry_id"],
        rows["would_share_id"],
        rows["put_off_id"],
        Reminder(kind=ReminderKind.WEEK, row_id=worker.id, for_day=today(), account_id=worker.id),
        ReviewRequest(side=Side.PERSON, **by_worker),
        Review(on=today(), why=WhyNow.TIME, next_on=day, **by_worker),
        AgreedDetails(arrangement_id=arrangement.id, room=f"{word} room"),
        AgreedCost(arrangement_id=arrangement.id, what=Cost.RENT, pence=8540, per=Per.WEEK, payer=Payer.PERSON),
        AgreementWording(part="talk", number=1, plain=word, easy_read=word, published_by_id=worker.id),
        FeeBands(number=1, bands=[{"name": word, "pence": 40000, "per": "week"}], published_by_id=worker.id),
        ToldMark(side=Side.PERSON, **by_worker),
        Ending(arrangement_id=arrangement.id, who_helps=f"{word} Sam"),
        KeepInTouch(side=Side.PERSON, wishes=True, **by_worker),
        Reflection(whose=LooksBack.PERSON, **by_worker),
        CheckedEssential(essential="access_needs", met=True, words=word, **by_worker),
        Waiver(need="visits", reason=word, expires_on=day, **by_worker),
        rows["hold_id"],
        rows["handover_id"],
        rows["risk_id"],
        rows["crisis_plan_id"],
        rows["crisis_step_id"],
        HoldReader(hold_id=rows["hold_id"].id, account_id=worker.id),
        WeightsVersion(number=1, note=word),
        Conversation(about_kind="person", about_id=person_id, on=today(), account_id=worker.id),
        Message(to_email="somebody@example.org", subject=word),
        SignInLink(account_id=worker.id, token_hash=word, expires_at=now()),
        CalendarAddress(account_id=worker.id, token_hash=word),
        NotGoodDay(visit_id=rows["visit_id"].id, side=Side.PERSON, **by_worker),
        TalkedAbout(visit_id=rows["visit_id"].id, on=today(), **by_worker),
        rows["kept_id"],
        Reading(
            account_id=worker.id,
            who=worker.name,
            role=worker.role,
            subject_kind="person",
            subject_id=person_id,
            page=word,
            why=word,
        ),
        rows["import_id"],
        rows["job_id"],
        ImportedProfile(about="people", profile_id=person_id),
        waiting,
        Learned(kind="header", key=word, value=word),
    ):
        _added(row)
