"""A scheme's own spreadsheet at the desk, as workers walk through it. Everyone here is invented."""

import html
import io
import re
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

import people.actions
from matching.spreadsheet import queries
from matching.spreadsheet.asking import group
from people.models import Person
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Role, Scheme
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.ground.jobs import answered
from tests.matching.spreadsheet.workbooks import the_workbook


@pytest.fixture
def worker(client: FlaskClient, make_account: MakeAccount, sign_in: SignIn) -> FlaskClient:
    return sign_in(client, make_account(Role.WORKER))


def send(client: FlaskClient, content: bytes | None = None, name: str = "invented.xlsx") -> str:
    """Send a spreadsheet and have it looked at: the address of its report, or the page that says why not."""
    content = the_workbook().content if content is None else content
    sent = client.post(
        "/desk/spreadsheets", data={"workbook": (io.BytesIO(content), name)}, content_type="multipart/form-data"
    )
    if sent.status_code == 302:
        return answered(client, sent).request.path
    return sent.get_data(as_text=True)


def take_in(client: FlaskClient, address: str) -> str:
    """Have it brought in: the page that follows."""
    return answered(client, client.post(f"{address}/take-in")).get_data(as_text=True)


def people_of(app: Flask, scheme: Scheme) -> list[str]:
    with app.app_context():
        enter_scheme(scheme.id)
        return sorted(person.known_as for person in db.session.exec(select(Person)).all())


def test_it_is_looked_at_first_and_then_brought_in(app: Flask, scheme: Scheme, worker: FlaskClient) -> None:
    address = send(worker)
    page = worker.get(address).get_data(as_text=True)
    assert "Nothing is changed yet" in page
    assert "People waiting, row 5: Post code" in page
    assert "Bus pass" in page
    assert people_of(app, scheme) == []
    brought = take_in(worker, address)
    assert "The spreadsheet is brought in" in brought
    assert people_of(app, scheme) == ["Ana", "Ben", "Cai", "Dee"]
    twice = take_in(worker, address)
    assert "no longer have this file" in twice


def test_the_file_is_kept_sealed_and_only_until_it_is_brought_in(app: Flask, worker: FlaskClient) -> None:
    folder = Path(app.config["INSTANCE_PATH"]) / "spreadsheets"
    address = send(worker, b"Ref,First name,Notes\nP1,Ana,an invented secret", "people.csv")
    (kept,) = folder.rglob("*.sealed")
    assert b"invented secret" not in kept.read_bytes()
    take_in(worker, address)
    assert list(folder.rglob("*.sealed")) == []


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"\x89PNG\0", "photo.xlsx", "not a spreadsheet"),
        (b"hello", "letter.docx", "Please choose a spreadsheet"),
        (b"", "empty.xlsx", "empty"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_on_the_form(
    worker: FlaskClient, content: bytes, name: str, words: str
) -> None:
    assert words in send(worker, content, name)


def test_what_turns_out_to_be_damaged_is_said_kindly_and_stays_where_it_can_be_looked_at_again(
    worker: FlaskClient,
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("xl/worksheets/sheet1.xml", "<nothing")
    sent = worker.post(
        "/desk/spreadsheets",
        data={"workbook": (io.BytesIO(packed.getvalue()), "damaged.xlsx")},
        content_type="multipart/form-data",
    )
    page = answered(worker, sent).text
    assert "We could not open this as a spreadsheet" in page
    assert "Try again" in page
    listed = worker.get("/desk/spreadsheets").text
    assert "damaged.xlsx" in listed
    assert "Not looked at yet" in listed


def test_one_that_nobody_has_looked_at_yet_is_looked_at_when_somebody_asks(worker: FlaskClient) -> None:
    sheet = b"Ref,First name\nP1,Ana"
    worker.post(
        "/desk/spreadsheets",
        data={"workbook": (io.BytesIO(sheet), "people.csv")},
        content_type="multipart/form-data",
    )
    found = re.search(r"/desk/spreadsheets/[0-9a-f-]{36}", worker.get("/desk/spreadsheets").text)
    assert found
    assert "We have not looked at it yet" in worker.get(found[0]).text
    page = answered(worker, worker.post(f"{found[0]}/look")).text
    assert "Nothing is changed yet" in page


def test_questions_are_answered_once_for_everybody(app: Flask, scheme: Scheme, worker: FlaskClient) -> None:
    take_in(worker, send(worker))
    page = worker.get("/desk/spreadsheets/questions").get_data(as_text=True)
    assert "What does the mark mean in this column?" in page
    with app.app_context():
        enter_scheme(scheme.id)
        (mark,) = [one for one in group(queries.open_questions()) if "People waiting: OK with pets?" in one.words]
        before = len(group(queries.open_questions()))
    saved = worker.post("/desk/spreadsheets/questions", data={mark.name: "yes"}, follow_redirects=True)
    assert "Saved." in saved.get_data(as_text=True)
    with app.app_context():
        enter_scheme(scheme.id)
        assert len(group(queries.open_questions())) == before - 1
        assert {person.known_as: person.pets_wish for person in db.session.exec(select(Person))}["Ben"] == "fine"


def test_the_only_account_a_worker_s_name_fits_is_chosen_already_and_counts_once_it_is_sent(
    app: Flask, scheme: Scheme, client: FlaskClient, make_account: MakeAccount, sign_in: SignIn
) -> None:
    helen = make_account(Role.WORKER, name="Helen Omar")
    make_account(Role.WORKER, name="Jas Kaur")
    make_account(Role.WORKER, name="Jas Kent")
    worker = sign_in(client, helen)
    take_in(worker, send(worker))
    page = worker.get("/desk/spreadsheets/questions").get_data(as_text=True)
    assert re.search(rf'value="{helen.id}" selected', page)
    assert page.count(" selected>") == 1, "Jas K may be either, and nobody here is Sam"
    worker.post("/desk/spreadsheets/questions", data={})
    assert names_of_workers(app, scheme) == {None}, "what is not sent is not answered"
    name = re.search(rf'<select[^>]* name="(q\w+)"(?:(?!</select>).)*value="{helen.id}" selected', page, re.DOTALL)
    assert name
    worker.post("/desk/spreadsheets/questions", data={name[1]: str(helen.id)})
    assert names_of_workers(app, scheme) == {None, helen.id}


def names_of_workers(app: Flask, scheme: Scheme) -> set[object]:
    with app.app_context():
        enter_scheme(scheme.id)
        return {person.named_worker_id for person in db.session.exec(select(Person)).all()}


def test_somebody_with_the_reference_of_another_is_asked_about_side_by_side(
    app: Flask, scheme: Scheme, worker: FlaskClient
) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(people.actions.add_person, {"known_as": "Zoe", "full_name": "Zoe Quill"})
    sheet = b"Ref,First name,Surname,DOB,Post code\nP001,Ana,Bold,1/2/80,LA1 4YZ"
    take_in(worker, send(worker, sheet, "people.csv"))
    page = html.unescape(worker.get("/desk/spreadsheets/questions").get_data(as_text=True))
    assert "Is “Ana” in your spreadsheet the same as Zoe Quill (P001)?" in page
    assert "people, row 2: P001, Ana Bold, born 01/02/1980, LA1 4YZ" in page
    name = re.search(r'name="(q\w+)" type="radio" value="new"', page)
    assert name
    worker.post("/desk/spreadsheets/questions", data={name[1]: "new"})
    assert people_of(app, scheme) == ["Ana", "Zoe"]
    assert "is brought in" in take_in(worker, send(worker, sheet, "people.csv"))
    assert people_of(app, scheme) == ["Ana", "Zoe"]
    assert "Nothing needs your word" in worker.get("/desk/spreadsheets/questions").get_data(as_text=True)


def test_what_words_make_likely_is_put_as_a_plain_question(worker: FlaskClient) -> None:
    sheet = b"Ref,Carer,Home,Notes\nH1,Una Gray,bungalow,no smokers"
    take_in(worker, send(worker, sheet, "Carers.csv"))
    page = html.unescape(worker.get("/desk/spreadsheets/questions").get_data(as_text=True))
    assert "It says “bungalow”. Is there a bedroom on the ground floor?" in page
    assert "It says “no smokers”. Is “Somebody who smokes” a must-not for them?" in page


def test_a_page_of_questions_can_be_saved_just_as_it_is(worker: FlaskClient) -> None:
    take_in(worker, send(worker))
    left = [_waiting(worker)]
    for _ in range(4):
        page = worker.get("/desk/spreadsheets/questions").get_data(as_text=True)
        ticked = re.findall(r'name="(q\w+)" type="checkbox" value="([^"]+)" checked', page)
        worker.post(
            "/desk/spreadsheets/questions",
            data={name: [value for n, value in ticked if n == name] for name, _ in ticked},
        )
        left.append(_waiting(worker))
    assert left[-1] < left[0]


def _waiting(worker: FlaskClient) -> int:
    found = re.search(r"(\d+) answers would help", worker.get("/desk/spreadsheets").get_data(as_text=True))
    return int(found[1]) if found else 0


def test_nonsense_answers_are_put_right_kindly(worker: FlaskClient, app: Flask, scheme: Scheme) -> None:
    take_in(worker, send(worker))
    with app.app_context():
        enter_scheme(scheme.id)
        names = [one.name for one in group(queries.open_questions())]
    answered = worker.post("/desk/spreadsheets/questions?page=99", data=dict.fromkeys(names, "nonsense\u2603"))
    assert answered.status_code == 200
    assert "Please choose one of the answers on the list" in answered.get_data(as_text=True)


def test_a_header_is_taught_and_known(worker: FlaskClient) -> None:
    saved = worker.post(
        "/desk/spreadsheets/headers", data={"header": "Bus pass", "fact": "needs_bus"}, follow_redirects=True
    )
    assert "Headers you have told us" in saved.get_data(as_text=True)
    assert "Columns we have no place for" not in worker.get(send(worker)).get_data(as_text=True)


def test_another_scheme_s_spreadsheet_is_not_there(
    app: Flask, worker: FlaskClient, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    address = send(worker)
    stranger = sign_in(app.test_client(), make_account(Role.MANAGER, scheme=make_scheme()))
    assert stranger.get(address).status_code == 404
    assert stranger.post(f"{address}/take-in").status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CARER, Role.PERSON, Role.SUPPORTER])
def test_only_workers_bring_spreadsheets(
    client: FlaskClient, make_account: MakeAccount, sign_in: SignIn, role: Role
) -> None:
    sign_in(client, make_account(role))
    for page in ("", "/questions", "/headers"):
        assert client.get(f"/desk/spreadsheets{page}").status_code == 403
