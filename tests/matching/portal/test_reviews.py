"""How it is going in both portals: each reads their own, both read what is to change, and either asks to talk."""

import pytest
from flask.testing import FlaskClient

from matching.actions import reviewing
from matching.actions.reviewing import Looked
from matching.models import Area, Impact, Side, WhyNow
from matching.queries import arrangements, reviews
from scheme.clock import today
from scheme.database import carry_out
from scheme.models import Account
from tests.ground.accounts import SignIn
from tests.matching.conftest import Inside
from tests.matching.portal.test_agreements import Asked, asked

__all__ = ["asked"]
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_each_reads_their_own_and_both_read_what_is_to_change(
    client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside, worker: Account
) -> None:
    with inside():
        pair = arrangements.pair(asked.arrangement_id)
        assert pair
        areas = {Area.FRIENDS: Impact.BETTER, Area.HEALTH: Impact.SAME}
        looked = Looked(today(), WhyNow.TIME, areas, "I like the dog", "Mornings are a rush", "Private", "Tea at six")
        carry_out(reviewing.write_review, worker, pair, looked)
    mine = sign_in(client, asked.person).get(asked.mine.replace("/agreement", "/how-it-goes")).text
    theirs = sign_in(client, asked.carer).get(asked.ours.replace("/agreement", "/how-it-goes")).text
    assert "I like the dog" in mine
    assert "No different" in mine
    assert "Mornings are a rush" not in mine
    assert "Mornings are a rush" in theirs
    assert "I like the dog" not in theirs
    assert "Seeing friends" not in theirs
    for page in (mine, theirs):
        assert "Tea at six" in page
        assert "Private" not in page


def test_either_side_asks_to_talk(client: FlaskClient, sign_in: SignIn, asked: Asked, inside: Inside) -> None:
    for account, page in ((asked.person, asked.mine), (asked.carer, asked.ours)):
        page = page.replace("/agreement", "/how-it-goes")
        signed_in = sign_in(client, account)
        assert "Would you like to talk about it now?" in signed_in.get(page).text
        assert (
            "You asked to talk about it." in signed_in.post(page, data={"words": "Noise"}, follow_redirects=True).text
        )
    with inside():
        assert [one.side for one in reviews.requests_open(asked.arrangement_id)] == [Side.PERSON, Side.HOUSEHOLD]
    assert sign_in(client, asked.reader).post(asked.mine.replace("/agreement", "/how-it-goes")).status_code == 403
