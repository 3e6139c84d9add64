"""Promises P5 and P9 on an installation of its own: what was erased is nowhere, and a backup starts only when whole."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from article3.commands import verify
from article3.register import folding
from tests.wiring.erased_world import ARABIC, FAMILY, GIVEN, NUMBER, OTHER, SAID

pytestmark = pytest.mark.skipif(
    os.environ.get("ARTICLE3_TEST_POSTGRES") == "1", reason="an installation of its own, on SQLite"
)


@dataclass
class World:
    """One installation with everything that ever left it."""

    folder: Path
    printed: str = ""

    def __getattr__(self, name: str) -> Path:
        return self.folder / name

    def run(self, *words: object, home: str = "home", module: str = "article3.project.cli") -> int:
        """A process of its own, its temporary files and its output kept to be looked through."""
        self.tmp.mkdir(exist_ok=True)
        environment = {**os.environ, "ARTICLE3_HOME": str(self.folder / home), "TMPDIR": str(self.tmp),
                       "SQLITE_TMPDIR": str(self.tmp),
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
        environment.pop("ARTICLE3_DATABASE_URL", None)
        told = subprocess.run([sys.executable, "-m", module, *map(str, words)], env=environment, capture_output=True,
                              text=True, cwd=Path(__file__).parents[2])  # fmt: skip
        self.printed += told.stdout + told.stderr
        self.last = told.stdout + told.stderr
        return told.returncode


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The person lived in it, was found in it, and was erased from it."""
    made = World(tmp_path_factory.mktemp("erasure"))
    assert made.run("lived", made.backup1, made.keys, module="tests.wiring.erased_world") == 0, made.printed
    made.found_before = traces(made.home)
    where = (made.backup2, made.keys, made.export)
    assert made.run("erased", *where, module="tests.wiring.erased_world") == 0, made.printed
    return made


def needles() -> list[bytes]:
    """The person's names, number and description in every form and encoding somebody might look for."""
    forms: set[str] = set()
    for word in (FAMILY, GIVEN, ARABIC, NUMBER, SAID):
        plain = {word, word.lower(), word.upper(), word.casefold(), *folding.words(word)}
        forms |= {unicodedata.normalize(form, each) for each in plain for form in ("NFC", "NFD", "NFKD")}
    return [form.encode(code) for form in forms if len(form) > 4 for code in ("utf-8", "utf-16-le", "utf-16-be")]


NEEDLES = re.compile(b"|".join(map(re.escape, needles())))


def traces(*places: Path) -> list[str]:
    """Where something of the person is: in the bytes of files, and unpacked in the values of tables."""
    found = []
    for path in (path for place in places for path in sorted(place.rglob("*")) if path.is_file()):
        content = path.read_bytes()
        found += [f"{path.name}: {hit[:20]!r}" for hit in NEEDLES.findall(content)]
        if content.startswith(b"SQLite format 3"):
            found += [f"{path.name} {where}" for where in _unpacked(path)]
    return found


def _unpacked(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in db.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes) and (hit := NEEDLES.search(_inflated(value))):
                        yield f"{table}: {hit[0][:20]!r}"


def _inflated(value: bytes) -> bytes:
    """Compressed content as it reads, wherever in the value it begins."""
    for start in range(min(3, len(value))):
        try:
            return zlib.decompressobj().decompress(value[start:])
        except zlib.error:
            continue
    return value


def test_before_the_erasure_the_search_finds_the_person_in_the_tables(world: World) -> None:
    """A search that finds nothing while the person is there would prove nothing."""
    assert any("article3.sqlite3" in trace for trace in world.found_before)


def test_nothing_of_the_person_is_left_anywhere(world: World) -> None:
    """Database, write-ahead log, index, papers, temporary files, exports, backups of before and after, newest keys."""
    assert traces(world.home, world.tmp, world.export, world.backup1, world.backup2, world.keys) == []
    assert not NEEDLES.search(world.printed.encode())
    assert not any(world.tmp.rglob("*"))


def test_somebody_else_is_still_there(world: World) -> None:
    """Erasure takes one person and leaves the others."""
    with sqlite3.connect(world.home / "article3.sqlite3") as db:
        words = {row[0] for row in db.execute("SELECT word FROM register_namekey")}
    assert OTHER.lower() in words


def test_the_backup_carries_no_table_in_which_anybody_is_found(world: World) -> None:
    """Neither the one erased nor the others."""
    for backup in (world.backup1, world.backup2):
        with sqlite3.connect(backup / "article3.sqlite3") as db:
            for table in ("register_namekey", "register_heardword", "register_wordsound", "register_documentnumber",
                          "register_birthspan", "register_extract", "django_session", "known_rests"):  # fmt: skip
                assert db.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)
            assert db.execute("SELECT COUNT(*) FROM register_file").fetchone() == (2,)
        assert OTHER.lower().encode() not in (backup / "article3.sqlite3").read_bytes().lower()


def test_the_journal_still_verifies(world: World) -> None:
    """The digests of what was erased are mute, and every entry is where it was."""
    assert verify.verify(world.export, (world.export / "keys").read_text())["faults"] == []


def test_the_ledger_says_what_was_erased_and_by_which_order(world: World) -> None:
    """Every record with its order; the head says how long the ledger is."""
    with sqlite3.connect(world.keys / "content.sqlite3") as db:
        orders = [row[0] for row in db.execute("SELECT because FROM erasure")]
    assert set(orders) == {"Decision 12 of the Commission"} and len(orders) >= 2
    assert re.search(r"^erasures [1-9]\d* [0-9a-f]{64}$", (world.keys / "head").read_text(), re.M)


def test_the_newest_backup_is_restored_on_an_empty_machine_and_starts(world: World) -> None:
    """It reaches the witnessed head; the others are found again; the erased person is not."""
    words = ("restore", world.backup2, "--keys", world.keys, "--head", world.keys / "head")
    assert world.run(*words, home="again") == 0, world.last
    assert "which its witnesses saw, is reached" in world.last
    with sqlite3.connect(world.again / "article3.sqlite3") as db:
        for table in ("register_namekey", "register_wordsound"):
            assert (OTHER.lower(),) in db.execute(f"SELECT word FROM {table}").fetchall()
    assert traces(world.again) == []
    assert world.run("restore", world.backup2, "--keys", world.keys, home="again") == 1


def test_a_backup_that_does_not_reach_the_witnessed_head_does_not_start(world: World) -> None:
    """Acts were done after it: the home keeps its mark, and nothing else starts on it."""
    assert world.run("restore", world.backup1, "--keys", world.keys, home="behind") == 3
    assert "Bring a newer backup" in world.last
    assert world.run("journal", "heads", home="behind") == 3
    assert "has not been seen to be whole" in world.last


def test_an_older_backup_meets_the_ledger(world: World) -> None:
    """Where only an older head was ever witnessed it may start: and the person is erased from it again."""
    older = world.folder / "keys-older-witnesses"
    shutil.copytree(world.keys, older)
    shutil.rmtree(older / "witnesses")
    assert world.run("restore", world.backup1, "--keys", older, home="older") == 0, world.last
    assert re.search(r"[1-9]\d* erased again", world.last)
    assert traces(world.older) == []
    with sqlite3.connect(world.older / "article3.sqlite3") as db:
        assert db.execute("SELECT COUNT(*) FROM register_file WHERE emptied").fetchone() == (1,)


def test_a_ledger_older_than_the_head_does_not_start(world: World) -> None:
    """Keys copied before an erasure could open what was erased: the head says how long the ledger is."""
    older = world.folder / "keys-older-ledger"
    shutil.copytree(world.keys, older)
    with sqlite3.connect(older / "content.sqlite3") as db:
        db.execute("DELETE FROM erasure")
    code = world.run("restore", world.backup2, "--keys", older, "--head", world.keys / "head", home="ledgerless")
    assert code == 3 and "ledger of erasures is older" in world.last


def test_a_backup_with_an_entry_changed_does_not_start(world: World) -> None:
    """Somebody had the backup in hand, and wrote its digest anew."""
    spoilt = world.folder / "spoilt"
    shutil.copytree(world.backup2, spoilt)
    with sqlite3.connect(spoilt / "article3.sqlite3") as db:
        db.execute("DROP TRIGGER journal_no_update")
        db.execute("UPDATE journal_entry SET officer = 'x' WHERE sequence = 5")
    assert world.run("restore", spoilt, "--keys", world.keys, home="spoilt-home") == 3
    assert "was changed or cut off" in world.last
    told = json.loads((spoilt / "backup.json").read_text())
    told["files"]["article3.sqlite3"] = hashlib.sha256((spoilt / "article3.sqlite3").read_bytes()).hexdigest()
    (spoilt / "backup.json").write_text(json.dumps(told))
    assert world.run("restore", spoilt, "--keys", world.keys, home="spoilt-home") == 3
    assert "no backup of ours" in world.last or "not whole" in world.last
