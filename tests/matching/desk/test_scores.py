"""Who might suit whom, as a worker reads it. Everybody here is invented."""

from collections.abc import Callable
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from carers.models import Household, HouseholdState, Offer
from matching.compatibility.criteria import CRITERIA
from people import actions as people_actions
from people.models import Person, PersonState, WantedArrangement
from scheme.database import carry_out, db, enter_scheme
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Place, Reading, Role
from scheme.ways_of_living import GettingTogether, HowOften, Noise, Stance, YesNo
from tests.ground.accounts import MakeAccount, MakeScheme, SignIn
from tests.matching.conftest import Inside, Story, a_household, a_person
from tests.matching.desk.conftest import Counted, of_class, read, words

BY_CAR, ON_FOOT = GettingTogether.BY_CAR, GettingTogether.ON_FOOT

Made = Callable[[Callable[[], Any]], dict[str, UUID]]


@pytest.fixture
def made(inside: Inside) -> Made:
    """``made(story)``: carry out ``story``, and return the id of everybody now in the scheme by reference."""

    def make(story: Callable[[], Any]) -> dict[str, UUID]:
        with inside():
            carry_out(story)
            return everybody()

    return make


def everybody() -> dict[str, UUID]:
    """The id of everybody in the scheme we are in, by reference."""
    tables: tuple[Any, ...] = (Person, Household)
    return {row.reference: row.id for table in tables for row in db.session.exec(select(table))}


def households_of(ids: dict[str, UUID], more: str = "") -> str:
    return f"/desk/people/{ids['P001']}/households{more}"


def people_of(ids: dict[str, UUID], more: str = "") -> str:
    return f"/desk/households/{ids['H001']}/people{more}"


def pair_of(ids: dict[str, UUID], more: str = "") -> str:
    return f"/desk/people/{ids['P001']}/households/{ids['H001']}{more}"


def names(page: str) -> list[str]:
    return [words(name) for name in of_class(read(page), "app-suits__name")]


def doors(page: str) -> list[Element]:
    """The part of a page that says what would open more doors, if it is there."""
    return [element for element in read(page).iter("section") if element.get("aria-labelledby") == "changes"]


def a_few() -> None:
    a_person("P001", interests={"gardening": Stance.LOVE}, noise=Noise.QUIET, matters_most={"noise": 3})
    a_household("H001", interests={"gardening": Stance.LOVE}, noise=Noise.LIVELY)
    a_household("H002", interests={"gardening": Stance.LOVE}, noise=Noise.QUIET, name="Invented Garden")
    a_household("H003", noise=Noise.QUIET, living_there=None, name="Invented Unsure")
    a_household("H004", noise=Noise.QUIET, kind=ArrangementKind.SHORT_BREAK, name="Invented Weekends")


# --- lists -----------------------------------------------------------------------------------------------------------------


def test_households_are_in_order_with_reasons_and_those_ruled_out_are_folded_away(
    at_desk: FlaskClient, made: Made
) -> None:
    ids = made(a_few)
    page = at_desk.get(households_of(ids)).text
    assert names(page) == ["Invented Garden", "Invented Unsure", "Invented H001"]
    garden, unsure, lively = (words(card) for card in of_class(read(page), "app-suits"))
    assert "They like home about as quiet or as lively as each other." in garden
    assert "Both enjoy gardening." in garden
    assert "Check first" not in garden
    assert "Check first Three people at most" in unsure
    assert "Talk about: One likes home quiet and the other lively." in lively
    (folded,) = of_class(read(page), "app-ruled-out")
    assert folded.get("open") is None
    assert "Ruled out by something essential: 1" in words(folded)
    assert "Invented Weekends" in words(folded)
    assert f"{ids['H004']}/why-not" in page


def test_for_somebody_with_few_doors_open_the_page_says_what_would_open_more(at_desk: FlaskClient, made: Made) -> None:
    ids = made(a_few)
    (changes,) = doors(at_desk.get(households_of(ids)).text)
    assert "If the person would like this kind too: Short break. 1 more household" in words(changes)
    filtered = at_desk.get(households_of(ids, "?kind=live_in")).text
    assert doors(filtered) == []


def test_what_it_says_comes_true_when_the_change_is_made(at_desk: FlaskClient, made: Made, inside: Inside) -> None:
    ids = made(a_few)
    with inside():
        kind = ArrangementKind.SHORT_BREAK
        carry_out(db.session.add, WantedArrangement(person_id=ids["P001"], kind=kind))
    page = at_desk.get(households_of(ids)).text
    assert "Invented Weekends" in names(page)
    assert doors(page) == []


def test_with_doors_enough_nothing_needs_to_change(at_desk: FlaskClient, made: Made) -> None:
    def many() -> None:
        a_few()
        for number in range(5, 8):
            a_household(f"H00{number}")

    assert of_class(read(at_desk.get(households_of(made(many))).text), "app-doors") == []


def test_each_line_shows_the_figures_the_pair_is_explained_with(at_desk: FlaskClient, made: Made) -> None:
    ids = made(a_few)
    line = of_class(read(at_desk.get(households_of(ids)).text), "app-suits")[2]
    top = of_class(read(at_desk.get(pair_of(ids)).text), "app-pair-top__part")[0]
    figures = [
        words(found) for tree in (line, top) for found in of_class(tree, "app-score") + of_class(tree, "app-sides")
    ]
    assert figures[:2] == figures[2:]
    assert "For Invented P001" in figures[1]


def test_people_are_in_order_for_a_household_too(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_household("H001", noise=Noise.QUIET)
        a_person("P001", noise=Noise.LIVELY, known_as="Invented Loud")
        a_person("P002", noise=Noise.QUIET, known_as="Invented Soft")
        a_person("P003", noise=Noise.QUIET, known_as="Invented Crisis", crisis=YesNo.YES)
        a_person("P004", noise=Noise.QUIET, known_as="Invented Settled", state=PersonState.SETTLED)

    page = at_desk.get(people_of(made(story))).text
    assert names(page) == ["Invented Soft", "Invented Loud"]
    (folded,) = of_class(read(page), "app-ruled-out")
    assert "only an interim stay may be proposed" in words(folded)
    assert "Invented Settled" not in page


def test_whoever_is_in_a_crisis_and_has_nobody_hears_what_can_still_be_put_forward(
    at_desk: FlaskClient, made: Made
) -> None:
    def story() -> None:
        a_household("H001")
        a_person("P001", crisis=YesNo.YES)

    page = at_desk.get(households_of(made(story))).text
    assert "No single change would open a door by itself." in page
    assert "In a crisis only a stay for now can be put forward" in page
    (folded,) = of_class(read(page), "app-ruled-out")
    assert folded.get("open") is not None, "with nobody to put forward, why is what the page is read for"


def test_one_kind_can_be_looked_at_alone(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_few()
        person = db.session.exec(select(Person)).one()
        db.session.add(WantedArrangement(person_id=person.id, kind=ArrangementKind.SHORT_BREAK))

    ids = made(story)
    assert len(names(at_desk.get(households_of(ids)).text)) == 4
    weekends = at_desk.get(households_of(ids, "?kind=short_break")).text
    assert names(weekends) == ["Invented Weekends"]
    assert "The household does not offer Short break." in weekends
    assert f"{ids['H004']}?kind=short_break" in weekends
    assert len(names(at_desk.get(households_of(ids, "?kind=nonsense")).text)) == 4


def test_people_who_may_wish_for_a_kind_are_kept_when_looking_at_it_alone(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        household = a_household("H001", approved_kinds=[])
        db.session.add(Offer(household_id=household.id, kind=ArrangementKind.SHORT_BREAK, spaces=1))
        a_person("P001", known_as="Invented Liver-in")
        a_person("P002", kind=ArrangementKind.SHORT_BREAK, known_as="Invented Weekender")
        db.session.add(Person(reference="P003", known_as="Invented Unasked"))

    page = at_desk.get(people_of(made(story), "?kind=short_break")).text
    assert set(names(page)) == {"Invented Weekender", "Invented Unasked"}
    assert "Invented Liver-in" not in page


def test_a_long_list_has_pages_of_twenty_five(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001")
        for number in range(1, 31):
            a_household(f"H{number:03}")
        for number in range(31, 61):
            a_household(f"H{number:03}", kind=ArrangementKind.SHORT_BREAK)

    ids = made(story)
    first, second = (names(at_desk.get(households_of(ids, f"?page={page}")).text) for page in (1, 2))
    assert (len(first), len(second)) == (25, 5)
    assert len({*first, *second}) == 30
    assert names(at_desk.get(households_of(ids, "?page=999")).text) == second
    (folded,) = of_class(read(at_desk.get(households_of(ids, "?ruled_out=2")).text), "app-ruled-out")
    assert folded.get("open") is not None
    assert words(folded).count("Why not?") == 5


def test_pages_cost_the_same_however_many_there_are(at_desk: FlaskClient, made: Made, counted: Counted) -> None:
    def more(first: int, last: int) -> None:
        for number in range(first, last):
            a_household(f"H{number:03}", interests={"gardening": Stance.LIKE})
            a_person(f"P{number:03}", interests={"gardening": Stance.LIKE})

    costs = []
    for first, last in ((1, 2), (2, 31), (31, 61)):
        ids = made(lambda first=first, last=last: more(first, last))  # type: ignore[misc]
        for address in (households_of(ids), people_of(ids), pair_of(ids), pair_of(ids, "/why-not")):
            with counted() as sent:
                assert at_desk.get(address).status_code == 200
            costs.append((address.split(str(ids["P001"]))[-1].split(str(ids["H001"]))[-1], len(sent)))
    assert costs[:4] == costs[4:8] == costs[8:]
    assert max(cost for _, cost in costs) <= 40


def test_essentials_are_always_fresh(at_desk: FlaskClient, made: Made, inside: Inside) -> None:
    ids = made(a_few)
    assert "Invented Garden" in names(at_desk.get(households_of(ids)).text)

    def fill_up() -> None:
        db.session.get_one(Household, ids["H002"]).living_there = 3

    with inside():
        carry_out(fill_up)
    assert "Invented Garden" not in names(at_desk.get(households_of(ids)).text)


def test_what_is_already_under_way_says_so(story: Story, at_desk: FlaskClient) -> None:
    pair = story.begin().pair
    ids = {"P001": pair.person.id, "H001": pair.household.id}
    for address in (households_of(ids), people_of(ids), pair_of(ids)):
        assert "Put forward" in at_desk.get(address).text
    assert "Put these two forward" not in at_desk.get(pair_of(ids)).text
    assert f"/desk/arrangements/{story.arrangement_id}" in at_desk.get(pair_of(ids)).text


def test_it_says_when_somebody_is_not_looking_or_offering(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", state=PersonState.PAUSED)
        a_household("H001", state=HouseholdState.PAUSED)

    ids = made(story)
    assert "is not looking at the moment: taking a break" in at_desk.get(households_of(ids)).text
    assert "No household is offering yet." in at_desk.get(households_of(ids)).text
    assert "is not offering at the moment: taking a break" in at_desk.get(people_of(ids)).text


def test_nearness_says_when_no_places_are_loaded(at_desk: FlaskClient, made: Made) -> None:
    ids = made(a_few)
    assert "No postcode positions are loaded" in at_desk.get(households_of(ids)).text
    made(lambda: db.session.add(Place(postcode="LA1", latitude=54.05, longitude=-2.8)))
    assert "No postcode positions are loaded" not in at_desk.get(households_of(ids)).text


# --- one pair --------------------------------------------------------------------------------------------------------------


def the_sums(page: str) -> tuple[list[list[list[int]]], list[list[int]]]:
    """Both sides' lines as [weight, fit, points], and their last lines."""
    tables = of_class(read(page), "app-sum")
    lines = [[_figures(row) for row in table.findall("tbody/tr")] for table in tables]
    return lines, [_figures(row) for table in tables for row in table.findall("tfoot/tr")]


def _figures(row: Element) -> list[int]:
    return [int(words(figure)) for figure in of_class(row, "app-sum__figure")]


def test_every_sum_on_the_page_adds_up(at_desk: FlaskClient, made: Made) -> None:
    ids = made(a_few)
    page = at_desk.get(pair_of(ids)).text
    sides, totals = the_sums(page)
    assert [len(lines) > 10 for lines in sides] == [True, True]
    for lines, (weights, score, total) in zip(sides, totals, strict=True):
        assert all(weight * fit == points for weight, fit, points in lines)
        assert sum(weight for weight, _, _ in lines) == weights
        assert sum(points for _, _, points in lines) == total
        assert (2 * total + weights) // (2 * weights) == score
        assert f"{total} ÷ {weights} = {score}" in words(read(page))
    a, b = (score for _, score, _ in totals)
    together = (4 * a * b + a + b) // (2 * (a + b))
    assert f"2 × {a} × {b} ÷ ({a} + {b}) = {together}" in words(read(page))
    assert f"Together {together} out of 100" in words(read(page))


def test_what_matters_to_somebody_is_seen_in_the_sum(at_desk: FlaskClient, made: Made) -> None:
    page = at_desk.get(pair_of(made(a_few))).text
    person, household = (words(table) for table in of_class(read(page), "app-sum"))
    assert "One likes home quiet and the other lively. 9 3 × 3 10 90" in person
    assert "One likes home quiet and the other lively. 3 10 30" in household


def test_the_pair_is_shown_whole(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", good_life="A garden of my own\nand a dog", noise=Noise.QUIET, pets_wish=None)
        a_household("H001", about_us="We sing a lot", noise=Noise.LIVELY, living_there=None)

    page = read(at_desk.get(pair_of(made(story))).text)
    whole = words(page)
    assert "What a good life looks like A garden of my own and a dog" in whole
    assert "About them We sing a lot" in whole
    assert "Quiet or lively Quiet Lively Differ" in whole
    assert "Mornings and evenings Not said Not said Not known" in whole
    assert "Check first Three people at most. We do not know how many people are supported there already." in whole
    assert "10 met" in whole
    assert "What do you love doing, and what is not for you?" in words(of_class(page, "app-ask")[0])


def test_the_page_says_what_each_of_them_would_read(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", noise=Noise.QUIET, interests={"elvis": "love", "choir": "like"})
        a_household("H001", noise=Noise.LIVELY, interests={"karaoke": "like", "hymns": "like"}, languages=["welsh"])

    page = read(at_desk.get(pair_of(made(story))).text)
    whole = words(page)
    person, carer = whole.index("Invented P001 would read"), whole.index("The household would read")
    aloud = whole.index("Everything in plain words, to say aloud")
    assert "You like singing in a choir. They like karaoke." in whole[person:carer]
    assert "They enjoy singing in a choir and you enjoy karaoke: both are about singing." in whole[carer:aloud]
    assert "(only once introduced)" in whole[person:aloud]
    assert "They like home much livelier than you." in whole[aloud:], "for the worker to say, not for their pages"
    assert "livelier" not in whole[person:aloud]


def test_a_household_that_speaks_welsh_is_asked_in_welsh_too(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", noise=Noise.QUIET)
        a_household("H001", languages=["welsh"])

    page = at_desk.get(pair_of(made(story))).text
    assert (
        '<span class="app-ask__welsh" lang="cy">“Ydy eich cartref fel arfer yn dawel neu&#39;n fywiog?”</span>' in page
    )
    assert "Ydych chi&#39;n hoffi cartref tawel" not in page


def test_two_nobody_has_asked_anything_yet(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        db.session.add(Person(reference="P001", known_as="Invented Unasked"))
        db.session.add(Household(reference="H001", name="Invented Unasked too"))

    ids = made(story)
    assert "We know too little to say what fits." in at_desk.get(households_of(ids)).text
    page = at_desk.get(pair_of(ids))
    assert page.status_code == 200
    assert "50 out of 100 between 0 and 100 once we know more" in words(read(page.text))
    assert page.text.count("They have not told their story yet.") == 2


def test_a_side_that_says_nothing_matters_has_no_view(at_desk: FlaskClient, made: Made) -> None:
    nothing = {criterion.name: 0 for criterion in CRITERIA}

    def one() -> None:
        a_person("P001", matters_most=nothing)
        a_household("H001")

    ids = made(one)
    assert "No view: nothing on this side counts" in words(read(at_desk.get(pair_of(ids)).text))
    assert "the score of the only side with a view" in words(read(at_desk.get(pair_of(ids)).text))

    def neither() -> None:
        db.session.get_one(Household, ids["H001"]).matters_most = nothing

    made(neither)
    assert "Together: no number" in words(read(at_desk.get(pair_of(ids)).text))
    assert "No number yet" in at_desk.get(households_of(ids)).text


def test_why_not_lists_what_is_not_met_before_what_is_not_known(at_desk: FlaskClient, made: Made) -> None:
    def story() -> None:
        a_person("P001", crisis=YesNo.YES, access_needs=None)
        a_household("H001", living_there=3)

    page = words(read(at_desk.get(pair_of(made(story), "/why-not")).text))
    in_order = [
        "Stands in the way",
        "Three people at most.",
        "Nothing long-term in a crisis.",
        "Not known: check first",
        "access needs",
    ]
    places = [page.index(part) for part in in_order]
    assert places == sorted(places)


def test_why_not_when_nothing_stands_in_the_way(at_desk: FlaskClient, made: Made) -> None:
    assert "Nothing stands in the way of these two." in at_desk.get(pair_of(made(a_few), "/why-not")).text


def test_in_homeshare_the_home_is_the_person_s(
    app: Flask, client: FlaskClient, make_scheme: MakeScheme, make_account: MakeAccount, sign_in: SignIn
) -> None:
    scheme = make_scheme(kind=SchemeKind.HOMESHARE)
    sign_in(client, make_account(Role.WORKER, scheme=scheme))

    def story() -> None:
        a_person("P001", kind=ArrangementKind.HOMESHARE, known_as="Invented Elin")
        a_household("H001", kind=ArrangementKind.HOMESHARE, approved_kinds=[], panel_on=None, living_there=None)

    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(story)
        ids = everybody()
    page = words(read(client.get(pair_of(ids)).text))
    assert "Homeshare needs no carer approval." in page
    sides, _ = the_sums(client.get(pair_of(ids)).text)
    assert len(sides[1]) > len(sides[0]), "the homesharer, who moves, is asked more"


# --- who may, and who looked -----------------------------------------------------------------------------------------------


def test_each_opening_is_written_down_once_for_each_profile(at_desk: FlaskClient, made: Made, inside: Inside) -> None:
    ids = made(a_few)
    openings = {
        households_of(ids): [ids["P001"]],
        people_of(ids): [ids["H001"]],
        pair_of(ids): [ids["H001"], ids["P001"]],
        pair_of(ids, "/why-not"): [ids["H001"], ids["P001"]],
    }
    for address, opened in openings.items():
        with inside():
            before = set(db.session.exec(select(Reading.id)).all())
        assert at_desk.get(address).status_code == 200
        with inside():
            new = db.session.exec(select(Reading.subject_id).where(col(Reading.id).not_in(before))).all()
        assert sorted(new, key=str) == sorted(opened, key=str)


def test_another_scheme_s_people_are_not_there(
    at_desk: FlaskClient, made: Made, app: Flask, make_scheme: MakeScheme, inside: Inside
) -> None:
    ours = made(a_few)
    other = make_scheme()
    with app.app_context():
        enter_scheme(other.id)
        carry_out(a_few)
        theirs = everybody()
    mixed = ({"P001": ours["P001"], "H001": theirs["H001"]}, {"P001": theirs["P001"], "H001": ours["H001"]}, theirs)
    addresses = [households_of(theirs), people_of(theirs)]
    addresses += [pair_of(ids, more) for ids in mixed for more in ("", "/why-not")]
    assert [at_desk.get(address).status_code for address in addresses] == [404] * len(addresses)
    assert len(names(at_desk.get(households_of(ours)).text)) == 3, "nobody of the other scheme is in our lists"
    with inside():
        assert {reading.subject_id for reading in db.session.exec(select(Reading))} == {ours["P001"]}


def test_the_button_is_for_those_who_may_put_forward(
    client: FlaskClient, made: Made, make_account: MakeAccount, sign_in: SignIn
) -> None:
    ids = made(a_few)
    shown = {
        role: "Put these two forward" in sign_in(client, make_account(role)).get(pair_of(ids)).text
        for role in (Role.WORKER, Role.MANAGER, Role.AUDITOR)
    }
    assert shown == {Role.WORKER: True, Role.MANAGER: True, Role.AUDITOR: False}


def test_nobody_puts_forward_a_pair_that_is_ruled_out(at_desk: FlaskClient, made: Made) -> None:
    ids = made(a_few)
    address = f"/desk/people/{ids['P001']}/households/{ids['H004']}"
    page = at_desk.get(address).text
    assert "Ruled out" in page
    assert "Put these two forward" not in page


def test_a_worker_reads_which_ties_a_home_keeps_and_who_is_met_where(made: Made, at_desk: FlaskClient) -> None:
    def story() -> None:
        person = a_person()
        a_household()
        db.session.flush()
        cafe = people_actions.add_place(person, {"label": "the café", "postcode": "LA1", "how_often": None})
        far = people_actions.add_place(person, {"label": "the pub", "postcode": "SW1A", "how_often": None})
        db.session.flush()
        for name, place, how in (("Lou", cafe, BY_CAR), ("Mia", cafe, BY_CAR), ("Sam", far, ON_FOOT)):
            answers = {"name": name, "meet_at_id": place.id, "getting_together": how, "in_touch": HowOften.WEEKLY}
            people_actions.add_to_circle(person, answers)

    page = at_desk.get(pair_of(made(story))).text
    assert "2 of 3 weekly contacts stay within reach." in page
    assert page.index("Within reach") < page.index("Lou") < page.index("Out of reach") < page.index("Sam")
    assert "Most goes through the café: Lou and Mia are met there." in page
