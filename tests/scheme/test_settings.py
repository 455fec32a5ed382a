"""With no settings it runs safely; in production it refuses to start unsafely, and says why."""

import stat
from pathlib import Path

import pytest

from scheme.settings import SETTINGS, SettingsError, load
from wsgi import create_app

GOOD = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "long enough and made up for this test only",
    "ENCRYPTION_KEYS": "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.delenv("FLASK_DEBUG", raising=False)
    monkeypatch.setenv("INSTANCE_PATH", str(tmp_path / "instance"))


def test_with_nothing_set_it_runs_on_sqlite_with_secrets_of_its_own(tmp_path: Path) -> None:
    config = load({})
    assert config["DATABASE_URL"] == f"sqlite:///{tmp_path / 'instance' / 'alongside.sqlite'}"
    assert len(config["SECRET_KEY"]) >= 32
    for name in ("secret-key", "encryption-keys"):
        assert stat.S_IMODE((tmp_path / "instance" / name).stat().st_mode) == 0o600
    again = load({})
    assert (again["SECRET_KEY"], again["ENCRYPTION_KEYS"]) == (config["SECRET_KEY"], config["ENCRYPTION_KEYS"])


@pytest.mark.parametrize(
    ("unsafe", "said"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "changeme"}, "SECRET_KEY"),
        ({"ENCRYPTION_KEYS": ""}, "ENCRYPTION_KEYS"),
        ({"DEBUG": True}, "debug"),
    ],
)
def test_production_refuses_to_start_unsafely_and_says_why(
    unsafe: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match=f"In production .*{said}"):
        create_app(GOOD | unsafe)
    assert not (tmp_path / "instance").exists()


def test_production_refuses_flasks_own_debug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(SettingsError, match="FLASK_DEBUG"):
        create_app(GOOD)


def test_production_insists_on_https() -> None:
    config = load(GOOD | {"HTTPS": False})
    assert config["HTTPS"]
    assert config["SESSION_COOKIE_SECURE"]


def test_the_environment_is_read_and_what_is_not_understood_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SESSION_HOURS", "3")
    assert load({})["PERMANENT_SESSION_LIFETIME"].total_seconds() == 3 * 60 * 60
    monkeypatch.setenv("SESSION_HOURS", "a while")
    with pytest.raises(SettingsError, match="SESSION_HOURS is not understood"):
        load({})


@pytest.mark.parametrize("written", ["postgresql://u@h/d", "postgres://u@h/d", "postgresql+psycopg://u@h/d"])
def test_postgresql_is_written_as_people_write_it(written: str) -> None:
    assert load({"DATABASE_URL": written})["DATABASE_URL"] == "postgresql+psycopg://u@h/d"


def test_an_environment_nobody_knows_is_refused() -> None:
    with pytest.raises(SettingsError, match="development or production"):
        load({"ENVIRONMENT": "staging"})


def test_every_setting_is_explained_once() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(names) == len(set(names))
    assert all(setting.help for setting in SETTINGS)
