"""What an operator is told when something is broken: a sentence with what to do, no traceback, and nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
from argparse import Namespace
from pathlib import Path

import pytest
from django.db import OperationalError

from article3.commands import backup, doctor, doctor_home, restore
from article3.project import cli


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home as the program makes one: keys, the list of them, a database."""
    folder = tmp_path / "home"
    (folder / "keys").mkdir(parents=True)
    folder.chmod(0o700)
    for name in ("journal", "content", "sessions"):
        (folder / "keys" / name).write_bytes(bytes(32))
        (folder / "keys" / name).chmod(0o600)
    (folder / "keys-made").write_text("content\njournal\nsessions\n")
    (folder / "article3.sqlite3").touch()
    monkeypatch.setenv("ARTICLE3_HOME", str(folder))
    monkeypatch.delenv("ARTICLE3_DATABASE_URL", raising=False)
    return folder


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Each file with its mode and its bytes."""
    return {str(path): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
            for path in sorted(folder.rglob("*"))}  # fmt: skip


class TestDoctorAtHome:
    """Before any setting is read."""

    def test_a_sound_home_is_right(self, home: Path) -> None:
        """It says where it is."""
        assert doctor_home.look_at(home) == (True, f"{home}, keys for its owner only", "")

    def test_where_no_installation_is_nothing_is_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A folder that was mistyped stays absent, so that a restore into it is still possible."""
        monkeypatch.setenv("ARTICLE3_HOME", str(tmp_path / "nowhere"))
        monkeypatch.delenv("ARTICLE3_DATABASE_URL", raising=False)
        assert doctor.run(Namespace(format="text")) == 1
        said = capsys.readouterr().out
        assert "there is no installation" in said and "mend: Is ARTICLE3_HOME set" in said
        assert backup.run(Namespace(folder=tmp_path / "data", keys=None)) == 2
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("broken", "said", "mend"),
        [
            (lambda home: (home / "keys" / "journal").unlink(), "are gone: journal", "Do not start it"),
            (lambda home: (home / "keys" / "content").write_bytes(b"half"), "damaged: content", "newest copy"),
            (lambda home: (home / "keys" / "content").chmod(0o640), "readable by others: content", "chmod 600"),
            (lambda home: home.chmod(0o755), "open to other users", "chmod 700"),
            (lambda home: (home / "restoring").touch(), "being restored", "article3 restore"),
        ],
    )
    def test_what_is_broken_is_said_with_its_mending_and_left_as_it_is(self, home: Path, broken, said, mend) -> None:
        """One by one."""
        broken(home)
        before = everything(home)
        right, found, how = doctor_home.look_at(home)
        assert not right and said in found and mend in how
        assert everything(home) == before

    def test_the_key_of_sessions_may_be_lost(self, home: Path) -> None:
        """Everybody signs in again."""
        (home / "keys" / "sessions").unlink()
        assert doctor_home.look_at(home)[0]

    def test_a_folder_nobody_may_write_is_said(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Read-only, or another user's."""
        monkeypatch.setattr(os, "access", lambda path, _: Path(path) != home)
        right, found, how = doctor_home.look_at(home)
        assert not right and f"cannot write {home}" in found and "read-only" in how


def test_a_variable_that_is_none_of_ours_is_said(monkeypatch: pytest.MonkeyPatch, settings) -> None:
    """A mistyped name would be left out in silence; a name served in the open is said too."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    assert doctor._settings()[0]
    monkeypatch.setenv("ARTICLE3_HOST", "x.example")
    assert doctor._settings()[1] == "no setting of ours: ARTICLE3_HOST"
    monkeypatch.delenv("ARTICLE3_HOST")
    monkeypatch.setenv("ARTICLE3_RESEARCH", "/not/there.toml")
    assert "which is not there" in doctor._settings()[1]
    monkeypatch.delenv("ARTICLE3_RESEARCH")
    settings.ALLOWED_HOSTS = ["notices.example"]
    assert "ARTICLE3_HTTPS=1" in doctor._settings()[2]
    settings.HTTPS = True
    assert doctor._settings()[0]


def test_a_database_that_does_not_answer_is_one_trouble_and_not_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on it is not looked at; what does not is."""
    monkeypatch.setitem(doctor.CHECKS, "database", lambda: (False, f"{doctor.AWAY}: connection refused", "Start it."))
    looked = {check.name: check for check in doctor.look()}
    assert looked["journal"].said == "not looked at: the database does not answer"
    assert looked["rulebook"].right and looked["database"].mend == "Start it."


class TestNoTraceback:
    """A command that breaks says what to do in one line, never the words of a fault."""

    @pytest.mark.parametrize(
        ("said", "told"),
        [
            ("no such table: register_file", "article3 serve"),
            ("couldn't get a connection after 10.00 sec", "does not answer"),
            ("attempt to write a readonly database", "cannot be written here by this user"),
            ("database or disk is full", "no room on the disk"),
            ("database is locked", "try again in a minute"),
            ("database disk image is malformed", "restore the last backup"),
        ],
    )
    def test_of_the_database(self, said: str, told: str) -> None:
        """By the signs in what it says of itself."""
        words = cli.in_words(OperationalError(said))
        assert told in words and "article3 doctor" in words

    def test_of_a_file(self) -> None:
        """By its path and the system's reason."""
        assert cli.in_words(FileNotFoundError(2, "No such file or directory", "x.xml")) == (
            "x.xml: No such file or directory."
        )

    def test_of_a_fault_of_ours_only_kind_and_place(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Its words may hold a name, and a nightly unit's errors stay in the system's log."""

        class Breaks:
            @staticmethod
            def add_arguments(parser) -> None:
                pass

            @staticmethod
            def run(chosen) -> int:
                raise ValueError("Key (word)=(corvane) already exists")

        monkeypatch.setattr(cli, "_module", lambda name: Breaks)
        assert cli.main(["due"]) == 2
        said = capsys.readouterr().err
        assert (
            "a fault of ours: ValueError" in said
            and "test_operators.py" in said
            and "corvane" not in said
            and "Traceback" not in said
        )


class TestTornBackups:
    """A backup names its files with their digests and the keys it needs; what differs is refused before anything."""

    @pytest.fixture
    def copy(self, tmp_path: Path) -> tuple[Path, Path]:
        """A folder of data and one of keys, as `article3 backup` writes them."""
        data, keys = tmp_path / "data", tmp_path / "keys"
        (data / "attachments" / "ab").mkdir(parents=True)
        keys.mkdir()
        files = {"article3.sqlite3": b"tables", "attachments/ab/abc": b"paper"}
        for name, content in files.items():
            (data / name).write_bytes(content)
        for name in ("journal", "content", "sessions"):
            (keys / name).write_bytes(bytes(32))
        told = {"form": 1, "seat": "", "databases": {}, "keys": ["content", "journal", "sessions"],
                "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}}  # fmt: skip
        (data / "backup.json").write_text(json.dumps(told))
        return data, keys

    @pytest.mark.parametrize(
        ("spoilt", "said"),
        [
            (lambda data, keys: (data / "article3.sqlite3").write_bytes(b"tab"), "was changed or cut off"),
            (lambda data, keys: (data / "attachments" / "ab" / "abc").unlink(), "attachments/ab/abc is missing"),
            (lambda data, keys: (keys / "content").unlink(), "the key content is not among"),
            (lambda data, keys: (keys / "content").write_bytes(b"half"), "the key content is damaged"),
        ],
    )
    def test_it_is_refused_and_the_home_stays_empty(
        self, copy, spoilt, said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With the name of what is wrong."""
        monkeypatch.setenv("ARTICLE3_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("ARTICLE3_SEAT", "")
        data, keys = copy
        assert restore._torn(data, keys, restore._told(data)) == ""
        spoilt(data, keys)
        assert restore.run(Namespace(folder=data, keys=keys, head=None)) == 3
        assert said in capsys.readouterr().err
        assert not (tmp_path / "home").exists()

    def test_the_key_of_sessions_need_not_come_back(self, copy) -> None:
        """It is made anew."""
        data, keys = copy
        (keys / "sessions").unlink()
        assert restore._torn(data, keys, restore._told(data)) == ""
