"""A database of the accepted foundation, with rows in it, is brought up to date and read through today's doors."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("ARTICLE3_DATABASE_URL", "") if os.environ.get("ARTICLE3_TEST_POSTGRES") == "1" else ""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """An empty database on PostgreSQL; on SQLite the home's own file."""
    if not SERVER:
        yield ""
        return
    with psycopg.connect(SERVER, autocommit=True) as db:
        db.execute("DROP DATABASE IF EXISTS foundation")
        db.execute("CREATE DATABASE foundation")
    yield f"{SERVER.rpartition('/')[0]}/foundation"
    with psycopg.connect(SERVER, autocommit=True) as db:
        db.execute("DROP DATABASE foundation WITH (FORCE)")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, address: str) -> dict[str, Any]:
    """One process: the foundation's schema and rows, then today's start, then what is seen."""
    home = tmp_path_factory.mktemp("foundation")
    environment = {**os.environ, "ARTICLE3_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
                   "DJANGO_SETTINGS_MODULE": "article3.project.settings", "ARTICLE3_DATABASE_URL": address,
                   "ARTICLE3_COMMISSION_DATABASE_URL": ""}  # fmt: skip
    done = subprocess.run([sys.executable, "-m", "tests.wiring.foundation"], env=environment, capture_output=True,
                          text=True, cwd=ROOT)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {**json.loads(done.stdout), "where": str(home), "home": sorted(path.name for path in home.iterdir())}


def test_doctor_says_that_the_schema_is_behind_and_how_to_mend_it(told: dict[str, Any]) -> None:
    """Before the start; afterwards it is right."""
    said = told["wrong before"]["schema"]
    assert "changes of the schema are not applied" in said and "article3 serve" in said
    assert set(told["wrong after"]) <= {"backup", "disk", "database"}, "no backup yet; this machine's disk and server"


def test_a_backup_before_the_first_start_leaves_the_schema_alone(told: dict[str, Any]) -> None:
    """The new version takes it too: nobody needs the old one for that."""
    count, alone = told["backed up before"]
    assert count > 20 and alone


@pytest.mark.skipif(bool(SERVER), reason="the tables of then are made anew on PostgreSQL: one database more")
def test_a_backup_of_then_is_restored_now(told: dict[str, Any], tmp_path: Path) -> None:
    """Into an empty home: brought up to date as a home of then is, and sound to doctor."""
    old = Path(told["where"])
    environment = {**os.environ, "ARTICLE3_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT / "src"),
                   "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
    words = ["restore", f"{old}-data", "--keys", f"{old}-keys"]
    done = subprocess.run([sys.executable, "-m", "article3.project.cli", *words], env=environment, capture_output=True,
                          text=True, cwd=ROOT)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "files indexed anew" in done.stdout
    with sqlite3.connect(tmp_path / "home" / "article3.sqlite3") as db:
        assert db.execute("SELECT COUNT(*) FROM register_namekey").fetchone()[0] > 0


def test_what_was_published_then_is_read_and_found_now(told: dict[str, Any]) -> None:
    """By a member: a notice and a diffusion that reached it, and a search by name."""
    assert told["reads"] == ["Vortan", "Quellomar"]
    assert told["lists"] == ["a", "b", "c"]
    assert told["searches"] == ["c"]


def test_what_ended_then_has_ended(told: dict[str, Any]) -> None:
    """Its source reads so."""
    assert told["ended"] == "withdrawn"


def test_drafts_and_papers_that_lay_in_the_open_are_sealed_and_still_read(told: dict[str, Any]) -> None:
    """The form with its title; the paper byte for byte."""
    assert told["draft"] == [["Vortan, Iko", '{"family": "Vortan"}']]
    assert told["paper"] == "%PDF-1.7 the warrant of Hadrigo"


def test_the_journal_of_then_is_whole(told: dict[str, Any]) -> None:
    """Every entry got its hash; nothing else of it was touched."""
    assert told["faults"] == []


def test_a_paper_two_files_share_outlives_the_erasure_of_one(told: dict[str, Any]) -> None:
    """The foundation kept no record of which files have a paper; the start drew it up from the documents."""
    assert told["after an order"] == ["Vortan", "%PDF-1.7 the warrant of Hadrigo"]


def test_nothing_is_left_to_do(told: dict[str, Any]) -> None:
    """The mark that an upgrade is under way is gone."""
    assert "article3.sqlite3" in told["home"] or SERVER
    assert "upgrading" not in told["home"]
