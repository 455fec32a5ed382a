"""A worker sorts what matters most with a household. Everybody here is invented."""

from uuid import UUID

from flask.testing import FlaskClient

from tests.carers.conftest import Inside, found


def test_a_worker_sorts_with_them(at_desk: FlaskClient, household_id: UUID, inside: Inside) -> None:
    cards = f"/desk/households/{household_id}/matters"
    assert "Sort these together" in at_desk.get(cards).text
    assert "Your answer now" not in at_desk.get(f"{cards}/noise").text
    at_desk.post(f"{cards}/noise", data={"how_much": "1"})
    with inside():
        assert found(household_id).matters_most == {"noise": 1}
    assert f'href="{cards}"' in at_desk.get(f"/desk/households/{household_id}").text
    assert at_desk.get(f"{cards}/chess").status_code == 404
