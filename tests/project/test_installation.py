"""What an installation stands on: its database's settings, its keys, its server, and what doctor says of them."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction

from article3.commands import serve
from article3.project import given, home
from article3.project.database import database
from article3.project.sqlite import OLDEST

on_sqlite = pytest.mark.skipif("ARTICLE3_DATABASE_URL" in os.environ, reason="SQLite's own settings")


@on_sqlite
@pytest.mark.django_db(transaction=False)
class TestSqlite:
    """Read back from the connection itself."""

    def test_it_is_the_recent_library_and_not_pythons_own(self) -> None:
        """Also where Django looks for it."""
        from django.db.backends.sqlite3.base import Database

        assert Database.sqlite_version_info >= OLDEST
        with connection.cursor() as cursor:
            version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
        assert tuple(map(int, version.split("."))) >= OLDEST

    @pytest.mark.parametrize(("name", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
    def test_a_committed_row_survives_a_power_cut_and_keys_are_checked(self, name: str, value: object) -> None:
        """On every new connection, not only on the first."""
        fresh = connection.copy()
        try:
            with fresh.cursor() as cursor:
                assert cursor.execute(f"PRAGMA {name}").fetchone()[0] == value
        finally:
            fresh.close()

    def test_a_transaction_takes_the_write_lock_when_it_begins(self) -> None:
        """IMMEDIATE: no act dies half-way because somebody wrote meanwhile."""
        other = connection.copy()
        other.settings_dict["OPTIONS"]["timeout"] = 0
        try:
            with transaction.atomic(), other.cursor() as cursor, pytest.raises(OperationalError, match="locked"):
                cursor.execute("BEGIN IMMEDIATE")
        finally:
            other.close()


class TestAddress:
    """Which database an installation stands on."""

    def test_without_an_address_it_is_sqlite_in_the_home(self, tmp_path: Path) -> None:
        """One file beside the keys."""
        assert database("", tmp_path)["NAME"] == tmp_path / "article3.sqlite3"

    def test_an_address_is_read_part_by_part(self, tmp_path: Path) -> None:
        """Also with signs that are written as %XX."""
        found = database("postgresql://an%40na:p%2Fw@db.example:5433/art%203?sslmode=verify-full", tmp_path)
        assert [found[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
            "an@na", "p/w", "db.example", "5433", "art 3",
        ]  # fmt: skip
        assert found["OPTIONS"]["sslmode"] == "verify-full"

    def test_another_kind_of_database_is_refused(self, tmp_path: Path) -> None:
        """With a sentence."""
        with pytest.raises(SystemExit, match="postgresql"):
            database("mysql://x", tmp_path)


class TestKeys:
    """Made once, for their owner only."""

    @pytest.fixture(autouse=True)
    def _a_home(self, tmp_path: Path, monkeypatch) -> None:
        monkeypatch.setenv("ARTICLE3_HOME", str(tmp_path / "home"))

    def test_a_key_is_made_on_first_use_and_stays(self) -> None:
        """32 random bytes, each name its own."""
        assert home.key("a") == home.key("a") != home.key("b")
        assert len(home.key("a")) == 32

    def test_nobody_else_may_read_it(self) -> None:
        """Folder and file."""
        home.key("a")
        assert home.home().stat().st_mode & 0o077 == 0
        assert (home.home() / "keys").stat().st_mode & 0o077 == 0
        assert (home.home() / "keys" / "a").stat().st_mode & 0o077 == 0

    def test_a_damaged_key_stops_the_program(self) -> None:
        """Rather than signing with half of one."""
        home.key("a")
        (home.home() / "keys" / "a").write_bytes(b"short")
        with pytest.raises(SystemExit, match=r"damaged.*newest copy of the keys"):
            home.key("a")

    def test_a_key_that_was_lost_is_never_replaced_in_silence(self) -> None:
        """A new one would open nothing; the key of sessions may be made anew, and so may one the list forgot."""
        home.key("a"), home.key("sessions")
        for name in ("a", "sessions"):
            (home.home() / "keys" / name).unlink()
        with pytest.raises(SystemExit, match="is gone"):
            home.key("a")
        assert not (home.home() / "keys" / "a").exists()
        assert home.key("sessions") and home.key("b")
        (home.home() / home.KEYS_MADE).write_text("b\n")
        assert home.key("a")

    def test_another_installations_key_is_never_made(self, tmp_path: Path) -> None:
        """The Commission reads the Organization's files with the Secretariat's key, which is there or is not."""
        with pytest.raises(SystemExit, match="must be the Secretariat's home"):
            home.key("content", tmp_path)
        assert not list(tmp_path.glob("keys/*"))

    def test_a_home_that_cannot_be_made_is_told(self, monkeypatch, tmp_path: Path) -> None:
        """By its path, and with what to do."""
        (tmp_path / "file").touch()
        monkeypatch.setenv("ARTICLE3_HOME", str(tmp_path / "file" / "home"))
        with pytest.raises(SystemExit, match="name a folder this user may write to"):
            home.home()


class TestGiven:
    """What an operator sets is read, or refused in a sentence that names the variable."""

    @pytest.mark.parametrize(
        ("name", "good", "bad"),
        [
            ("ARTICLE3_SEAT", ["", "commission", "bureau:XA"], ["secretariat", "bureau", "burea:XA", "bureau:xa"]),
            ("ARTICLE3_API_PER_MINUTE", ["", "1", "6000"], ["0", "-1", "many", "1.5", "٣"]),
            ("ARTICLE3_PUBLIC_URL", ["", "https://notices.example"], ["notices.example", "ftp://x", "https://"]),
            ("ARTICLE3_HTTPS", ["", "0", "1"], ["true", "yes", "on"]),
        ],
    )
    def test_each_setting_takes_what_can_be_meant(self, name, good, bad, monkeypatch) -> None:
        """Nobody is to believe that TLS is on because the word was `true`."""
        read = {"ARTICLE3_SEAT": given.seat, "ARTICLE3_API_PER_MINUTE": lambda: given.number(name, 600),
                "ARTICLE3_PUBLIC_URL": lambda: given.address(name, ""),
                "ARTICLE3_HTTPS": lambda: given.switch(name)}  # fmt: skip
        for value in good:
            monkeypatch.setenv(name, value)
            read[name]()
        for value in bad:
            monkeypatch.setenv(name, value)
            with pytest.raises(SystemExit, match=name):
                read[name]()

    def test_an_address_with_a_port_that_is_none_is_refused(self, tmp_path: Path) -> None:
        """With the form it should have."""
        with pytest.raises(SystemExit, match="host:port/name"):
            database("postgresql://a:b@host:99999/x", tmp_path)

    def test_every_setting_is_documented_and_no_other(self) -> None:
        """The table of docs/operation.md, the list doctor knows, and what the program reads are one list."""
        root = Path(__file__).parents[2]
        told = set(re.findall(r"^\| `(ARTICLE3_\w+)", (root / "docs/operation.md").read_text("utf-8"), re.M))
        by_our_own_commands = {"ARTICLE3_DEMO", "ARTICLE3_RESTORING", "ARTICLE3_LOOKING"}
        assert told | by_our_own_commands == set(given.NAMES)
        read = set()
        for path in (root / "src").rglob("*.py"):
            if "bench" not in path.parts:
                read |= set(
                    re.findall(r"""environ(?:\.get\(|\[|\.setdefault\()\s*"(ARTICLE3_\w+)""", path.read_text("utf-8"))
                )
        read |= set(
            re.findall(r'given\.\w+\("(ARTICLE3_\w+)', (root / "src/article3/project/settings.py").read_text("utf-8"))
        )
        assert read == set(given.NAMES)


class TestServe:
    """The real server on a real port."""

    def test_a_taken_port_is_said_and_not_shared(self, capsys) -> None:
        """granian would share it in silence."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            assert serve.serve("127.0.0.1", port) == 1
        assert f"Port {port} on 127.0.0.1 is taken" in capsys.readouterr().err

    def test_it_brings_up_an_empty_home_answers_and_stops_when_told(self, tmp_path: Path) -> None:
        """Tables, static files, headers, and an end when told by SIGTERM."""
        port = _free_port()
        environment = {key: value for key, value in os.environ.items() if not key.startswith("ARTICLE3_")}
        environment |= {"ARTICLE3_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.project.cli", "serve", "--port", str(port)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert str(port) in server.stdout.readline()
            page = _get(port, "/account/login/")
            assert page.status == 200 and page.headers["Cache-Control"] == "no-store"
            assert _get(port, "/static/article3/article3.css").status == 200
            assert _get(port, "/nothing/").status == 404
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(timeout=120) is not None
        assert (tmp_path / "article3.sqlite3").exists()


def _get(port: int, path: str):
    """An answer, waiting a minute or more for the server to listen: the machine may be busy."""
    import time

    for _ in range(600):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60)
        except urllib.error.HTTPError as answer:
            return answer
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_a_transaction_that_fails_leaves_nothing(db: None) -> None:
    """The floor everything else stands on."""
    from article3.officers import roll

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        roll.open_seat("bureau:XA", "Bureau")
        raise ZeroDivisionError
    assert roll.bureaus() == ()
