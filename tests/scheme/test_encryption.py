"""Sealed values open in the one place they belong, and nowhere else."""

import base64
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from scheme.database import carry_out, db, enter_scheme
from scheme.encryption import CannotUnseal, KeyRing, place_of
from scheme.models import Home, Scheme
from scheme.settings import SettingsError


def key(number: int) -> str:
    return base64.b64encode(bytes([number]) * 32).decode()


RING = KeyRing(f"k1:{key(1)}")


@given(st.binary(max_size=200), st.text(max_size=40))
def test_what_is_sealed_to_a_place_opens_there(value: bytes, place: str) -> None:
    sealed = RING.seal(value, place)
    assert RING.unseal(sealed, place) == value
    assert len(value) < 4 or value not in sealed


@pytest.mark.parametrize("elsewhere", ["home.address_sealed.2", "home.postcode_sealed.1", "person.address_sealed.1"])
def test_a_value_copied_elsewhere_does_not_open(elsewhere: str) -> None:
    sealed = RING.seal(b"1 Invented Lane", "home.address_sealed.1")
    with pytest.raises(CannotUnseal):
        RING.unseal(sealed, elsewhere)


@given(st.integers(0, 60))
def test_a_value_cut_short_does_not_open(length: int) -> None:
    sealed = RING.seal(b"1 Invented Lane", "here")
    with pytest.raises(CannotUnseal):
        RING.unseal(sealed[: min(length, len(sealed) - 1)], "here")


@given(st.data())
def test_a_value_tampered_with_does_not_open(data: st.DataObject) -> None:
    sealed = bytearray(RING.seal(b"1 Invented Lane", "here"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotUnseal):
        RING.unseal(bytes(sealed), "here")


def test_sealing_twice_looks_different() -> None:
    assert RING.seal(b"the same", "here") != RING.seal(b"the same", "here")


def test_a_new_key_seals_and_old_values_still_open() -> None:
    old = RING.seal(b"kept long ago", "here")
    both = KeyRing(f"k2:{key(2)},k1:{key(1)}")
    assert both.unseal(old, "here") == b"kept long ago"
    new = both.seal(b"kept now", "here")
    assert new.startswith(b"k2:")
    with pytest.raises(CannotUnseal):
        RING.unseal(new, "here")


@pytest.mark.parametrize(
    "bad", ["", "k1", "k1:not base64!", f"k1:{key(1)},two words:{key(2)}", f"k1:{base64.b64encode(b'short').decode()}"]
)
def test_keys_that_are_no_keys_are_refused(bad: str) -> None:
    with pytest.raises(SettingsError, match="ENCRYPTION_KEYS is not understood"):
        KeyRing(bad)


def test_an_address_is_not_readable_in_the_database(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        home = Home()
        home.address = "1 Invented Lane"
        carry_out(db.session.add, home)
        stored = db.session.execute(text("SELECT address_sealed FROM home")).scalar_one()
        assert b"Invented" not in bytes(stored)
        db.session.expire_all()
        assert home.address == "1 Invented Lane"


def test_two_homes_addresses_cannot_be_swapped(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        one, two = Home(), Home()
        one.address = "1 Invented Lane"
        two.address_sealed = one.address_sealed
        with pytest.raises(CannotUnseal):
            _ = two.address


def test_empty_words_are_kept_as_nothing(app: Flask, scheme: Scheme) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        home = Home()
        home.address = ""
        assert home.address_sealed is None
        assert home.address is None


def test_a_place_names_table_column_and_row() -> None:
    row = uuid4()
    assert place_of("home", "address_sealed", row) == f"home.address_sealed.{row}"
