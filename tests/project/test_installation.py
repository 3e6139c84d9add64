"""What an installation stands on: its database's settings, its keys, its server, and what doctor says of them."""

from __future__ import annotations

import os
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
from article3.project import home
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
        with pytest.raises(AssertionError, match="damaged"):
            home.key("a")


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
        """Tables, static files, headers, and an end within ten seconds of SIGTERM."""
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
            assert server.wait(timeout=20) is not None
        assert (tmp_path / "article3.sqlite3").exists()


def _get(port: int, path: str):
    """An answer, waiting up to ten seconds for the server to listen."""
    import time

    for _ in range(100):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5)
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
