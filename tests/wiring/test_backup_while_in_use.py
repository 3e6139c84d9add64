"""A backup taken during writes, restored on an empty home, verifies against the witnessed head (both databases)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from article3.commands import verify
from tests.wiring.busy_world import APPLICANT, PROTECTED

ROOT = Path(__file__).parents[2]
POSTGRESQL = os.environ.get("ARTICLE3_TEST_POSTGRES") == "1"
DATABASES = ("before", "after")


class Homes:
    """Homes and, on PostgreSQL, databases of one test file."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder, self._server = folder, server

    def run(self, home: str, *words: object, module: str = "article3.project.cli", seat: str = "",
            database: str = "") -> SimpleNamespace:  # fmt: skip
        """A process of its own on that home and its database."""
        told = {**os.environ, "ARTICLE3_HOME": str(self.folder / home), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
                "DJANGO_SETTINGS_MODULE": "article3.project.settings", "ARTICLE3_SEAT": seat,
                "ARTICLE3_DATABASE_URL": self.url(database or home),
                "ARTICLE3_COMMISSION_DATABASE_URL": self.url(f"{database or home}_c")}  # fmt: skip
        done = subprocess.run([sys.executable, "-m", module, *map(str, words)], env=told, capture_output=True,
                              text=True, cwd=ROOT)  # fmt: skip
        return SimpleNamespace(code=done.returncode, said=done.stdout + done.stderr, out=done.stdout)

    def url(self, name: str) -> str:
        """Where a database of that name is; empty on SQLite."""
        return f"{self._server.rpartition('/')[0]}/backup_{name}" if self._server else ""

    def rows(self, home: str, statement: str, *, of_the_commission: bool = False) -> list[tuple]:
        """What a statement reads there."""
        if self._server:
            with psycopg.connect(self.url(f"{home}_c" if of_the_commission else home)) as db:
                return db.execute(statement).fetchall()
        file = "commission/commission.sqlite3" if of_the_commission else "article3.sqlite3"
        with sqlite3.connect(self.folder / home / file) as db:
            return db.execute(statement).fetchall()


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    """Empty homes; on PostgreSQL with two empty databases each."""
    server = os.environ.get("ARTICLE3_DATABASE_URL", "") if POSTGRESQL else ""
    made = Homes(tmp_path_factory.mktemp("busy"), server)
    names = [f"backup_{name}{wing}" for name in DATABASES for wing in ("", "_c")] if server else []
    if server:
        with psycopg.connect(server, autocommit=True) as db:
            for name in names:
                db.execute(f"DROP DATABASE IF EXISTS {name}")
                db.execute(f"CREATE DATABASE {name}")
    yield made
    if server:
        with psycopg.connect(server, autocommit=True) as db:
            for name in names:
                db.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def backup(homes: Homes) -> SimpleNamespace:
    """Taken while acts were done before, during and after."""
    data, keys = homes.folder / "data", homes.folder / "keys"
    done = homes.run("before", "secretariat", data, keys, module="tests.wiring.busy_world")
    assert done.code == 0, done.said
    return SimpleNamespace(data=data, keys=keys, counted=json.loads(done.out))


@pytest.fixture(scope="module")
def refused(homes: Homes, backup: SimpleNamespace) -> tuple[SimpleNamespace, SimpleNamespace]:
    """The same backup in an empty home, but the Commission's key is another: and what the home says then."""
    other = homes.folder / "other-keys"
    other.mkdir()
    for path in backup.keys.iterdir():
        if path.is_file() and path.name != "commission-copies":
            (other / path.name).write_bytes(path.read_bytes())
    (other / "commission-copies").write_bytes(bytes(32))
    return homes.run("after", "restore", backup.data, "--keys", other), homes.run("after", "journal", "heads")


@pytest.fixture(scope="module")
def restored(homes: Homes, backup: SimpleNamespace, refused: object) -> SimpleNamespace:
    """Begun again in the same home and the same databases, now with the right keys."""
    done = homes.run("after", "restore", backup.data, "--keys", backup.keys, "--head", backup.keys / "head")
    assert done.code == 0, done.said
    return done


def test_a_backup_taken_during_writes_reaches_the_witnessed_head(homes: Homes, backup, restored) -> None:
    """All entries up to a moment in the middle of the writing; the head the witnesses signed is among them."""
    assert "which its witnesses saw, is reached" in restored.said
    (entries,) = homes.rows("after", "SELECT entries FROM journal_length")[0]
    assert backup.counted["before"] < entries < backup.counted["after"]


def test_the_restored_journal_is_the_witnessed_one_to_whoever_looks_from_outside(
    homes: Homes, restored, backup
) -> None:
    """The separate verifier, with the keys and the head that were kept elsewhere."""
    export = homes.folder / "export"
    assert homes.run("after", "journal", "export", export).code == 0
    told = verify.verify(export, (export / "keys").read_text(), held=(backup.keys / "head").read_text())
    assert told["faults"] == []


def test_the_restored_installation_goes_on(homes: Homes, restored) -> None:
    """New rows take new numbers, the paper is there, an act is done and its entry written."""
    (before,) = homes.rows("after", "SELECT entries FROM journal_length")[0]
    done = homes.run("after", "goes_on", module="tests.wiring.busy_world")
    assert done.code == 0, done.said
    assert homes.rows("after", "SELECT entries FROM journal_length")[0][0] > before
    assert len(list((homes.folder / "after" / "attachments").glob("*/*"))) == 1
    assert homes.rows("after", "SELECT COUNT(*) FROM register_namekey")[0][0] > 0, "found by name again"


def test_the_commissions_requests_come_back_and_are_unreadable_on_the_way(homes: Homes, backup, restored) -> None:
    """Its database is in the backup sealed under a key of its own: the applicant's name is nowhere in the data."""
    (body,) = homes.rows("after", "SELECT body FROM commission_requestrow", of_the_commission=True)[0]
    assert APPLICANT.encode() in bytes(body)
    assert APPLICANT.encode() in bytes(homes.rows("before", "SELECT body FROM commission_requestrow",
                                                  of_the_commission=True)[0][0])  # fmt: skip
    assert not any(APPLICANT.encode() in path.read_bytes() for path in backup.data.rglob("*") if path.is_file())


def test_without_the_commissions_key_its_copy_is_noise(refused) -> None:
    """Refused in words, and the home keeps its mark until the restore was done again to its end."""
    restoring, home = refused
    assert restoring.code == 3 and "its key is not among the keys given" in restoring.said
    assert "has not been seen to be whole" in home.said


def test_a_home_or_database_in_use_is_left_alone(homes: Homes, backup, restored) -> None:
    """A backup is restored into emptiness only."""
    assert homes.run("after", "restore", backup.data, "--keys", backup.keys).code == 1
    if POSTGRESQL:
        done = homes.run("fresh", "restore", backup.data, "--keys", backup.keys, database="after")
        assert done.code == 3 and "holds tables" in done.said


def test_a_backup_that_was_torn_is_refused_before_anything_is_put_back(homes: Homes, backup) -> None:
    """A paper is missing: every file is named with its digest, so that nothing is lost in silence."""
    torn = homes.folder / "torn"
    shutil.copytree(backup.data, torn)
    next((torn / "attachments").glob("*/*")).unlink()
    done = homes.run("torn-home", "restore", torn, "--keys", backup.keys)
    assert done.code == 3 and "is missing. Nothing was put back" in done.said
    assert not (homes.folder / "torn-home").exists()


def test_a_folder_that_is_no_whole_backup_is_refused(homes: Homes, backup) -> None:
    """Its last line, the manifest, is missing: it was cut off."""
    (homes.folder / "cut").mkdir()
    assert homes.run("nobody", "restore", homes.folder / "cut", "--keys", backup.keys).code == 2


@pytest.mark.skipif(POSTGRESQL, reason="a bureau's installation on SQLite; its tables are copied like any others")
def test_a_bureaus_own_home_comes_back_with_what_only_it_can_open(homes: Homes) -> None:
    """Its protected list, its drafts and its memory as a witness; the seat need not be named again."""
    data, keys = homes.folder / "xa-data", homes.folder / "xa-keys"
    done = homes.run("xa", "bureau", data, keys, module="tests.wiring.busy_world", seat="bureau:XA")
    assert done.code == 0, done.said
    assert not any(PROTECTED.encode() in path.read_bytes() for path in data.rglob("*") if path.is_file())
    wrong = homes.run("xb", "restore", data, "--keys", keys, seat="bureau:XB")
    assert wrong.code == 2 and "bureau:XA" in wrong.said
    assert homes.run("xa2", "restore", data, "--keys", keys, seat="bureau:XA").code == 0
    listed = homes.run("xa2", "listed", module="tests.wiring.busy_world", seat="bureau:XA")
    assert listed.out.strip() == PROTECTED, listed.said
    assert (homes.folder / "xa2" / "witnesses" / "bureau-xa.key").exists()
