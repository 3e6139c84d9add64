"""`article3 doctor` says what is wrong in words, and how to mend it."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from article3 import keyring, wiring
from article3.acts.save_draft import SaveDraft
from article3.commands import doctor
from article3.exchange import keys
from article3.journal.models import Cosignature
from article3.project import catalogues
from article3.register.files import Files
from article3.wiring.safekeeping import TAKEN
from tests import papers
from tests.desk import bureau

pytestmark = pytest.mark.django_db(databases=["default", "commission"])
NAMES = ["home", "settings", "languages", "database", "schema", "clock", "keys", "rulebook", "journal", "witnesses",
         "sealed log", "backup", "disk"]  # fmt: skip


@pytest.fixture(autouse=True)
def _room_and_a_backup(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Whatever this machine's disk, and a backup of this very hour."""
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 1)
    monkeypatch.setattr(doctor, "LEAST_FREE_SHARE", 0)
    _backup_taken(settings, timedelta(0))
    catalogues.compile_all()


def _backup_taken(settings: Any, ago: timedelta) -> None:
    (Path(settings.HOME) / TAKEN).write_text((timezone.now() - ago).isoformat(), encoding="utf-8")


def wrong() -> dict[str, doctor.Check]:
    """What is not right, by name."""
    return {check.name: check for check in doctor.look() if not check.right}


def test_a_sound_installation_is_right_in_every_line() -> None:
    """Each line says what was found; there is nothing to mend."""
    checks = doctor.look()
    assert [check.name for check in checks] == NAMES
    assert all(check.right and not check.mend for check in checks), checks


def test_a_check_that_breaks_is_wrong_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its message may hold names, so only its kind is said."""

    def breaks() -> doctor.Said:
        raise ValueError("Dunya Corvane")

    monkeypatch.setitem(doctor.CHECKS, "journal", breaks)
    checks = {check.name: check for check in doctor.look()}
    assert (checks["journal"].right, checks["journal"].said) == (False, "could not be looked at (ValueError)")
    assert checks["rulebook"].right


def test_a_full_disk_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """By bytes and by share."""
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 2**62)
    assert "Make room" in wrong()["disk"].mend
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 1)
    monkeypatch.setattr(doctor, "LEAST_FREE_SHARE", 1.0)
    assert "GiB free" in wrong()["disk"].said


def test_a_key_others_can_read_is_wrong(settings: Any) -> None:
    """It is named."""
    key = Path(settings.HOME) / "keys" / "open"
    key.write_bytes(bytes(32))
    key.chmod(0o644)
    try:
        found = wrong()["home"]
    finally:
        key.unlink()
    assert found.said == "keys readable by others: open" and "chmod 600" in found.mend


def test_a_schema_that_is_behind_is_wrong_in_either_database() -> None:
    """And what brings it up to date is said."""
    for using, app in (("default", "tray"), ("commission", "commission")):
        with_it = MigrationRecorder(_connection(using)).migration_qs.filter(app=app)
        kept = list(with_it.values_list("app", "name"))
        with_it.delete()
        assert "not applied" in wrong()["schema"].said and "article3 serve" in wrong()["schema"].mend
        for name in kept:
            MigrationRecorder(_connection(using)).record_applied(*name)
    assert not wrong()


def _connection(using: str) -> Any:
    from django.db import connections

    return connections[using]


def test_a_clock_that_runs_behind_what_was_written_is_wrong() -> None:
    """The newest entry lies in the future; one of this moment does not."""
    order = SaveDraft(draft="d" * 32, title="", form_json="{}")
    wiring.perform(order, sitting=bureau("XA"), at=timezone.now())
    assert "clock" not in wrong()
    wiring.perform(order, sitting=bureau("XA"), at=timezone.now() + timedelta(hours=3))
    assert "3.0 hours in the future" in wrong()["clock"].said


def test_a_content_key_that_was_lost_and_made_anew_is_wrong(settings: Any) -> None:
    """It opens nothing of what lies here."""
    Files(bureaus=tuple, order=None).add_many([papers.received()])
    assert "keys" not in wrong()
    settings.CONTENT_KEY = bytes(32)
    assert "content" in wrong()["keys"].said and "newest copy of the keys" in wrong()["keys"].mend


def test_files_whose_own_keys_are_not_here_are_wrong() -> None:
    """The store of keys was lost, or is older than the tables."""
    file = papers.received()
    Files(bureaus=tuple, order=None).add_many([file])
    keyring.drop(file.reference)
    assert "content.sqlite3" in wrong()["keys"].said


def test_keys_that_sign_are_held_against_what_they_signed(settings: Any) -> None:
    """The journal's own, by the last head; the seat's on the line, by its enrolment."""
    wiring.beat(timezone.now())
    keys.enrol(keys.SECRETARIAT, keys.own_public(keys.SECRETARIAT), since=timezone.now())
    assert "keys" not in wrong()
    settings.HEAD_KEY, settings.EXCHANGE_KEY = bytes(32), bytes(32)
    assert "journal-heads, exchange" in wrong()["keys"].said


def test_heads_nobody_makes_and_witnesses_who_stay_away_are_wrong() -> None:
    """A head of two days ago; a head of now that one witness has not seen."""
    now, before = timezone.now(), timezone.now() - timedelta(days=2)
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, before)
    wiring.beat(before)
    assert "2.0 days old" in wrong()["witnesses"].said
    wiring.beat(now)
    assert "witnesses" not in wrong()
    Cosignature.objects.filter(witness__name="bureau-xa").exclude(head__at=before).delete()
    assert "behind by more than a day: bureau-xa" in wrong()["witnesses"].said


def test_a_backup_that_is_old_or_was_never_taken_is_wrong(settings: Any) -> None:
    """A day and a half is the edge; a demo needs none."""
    _backup_taken(settings, timedelta(hours=35))
    assert "backup" not in wrong()
    _backup_taken(settings, timedelta(hours=37))
    assert "1.5 days" in wrong()["backup"].said or "37.0 hours" in wrong()["backup"].said
    (Path(settings.HOME) / TAKEN).unlink()
    assert wrong()["backup"].said == "none was ever taken"
    settings.DEMO = True
    assert "backup" not in wrong()


def test_taking_a_backup_makes_it_right(settings: Any, tmp_path: Path) -> None:
    """The instant is kept in the home."""
    (Path(settings.HOME) / TAKEN).unlink()
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    if connection.vendor == "sqlite":
        wiring.back_up(tmp_path / "data", at=at)
        assert (Path(settings.HOME) / TAKEN).read_text().strip() == at.isoformat()


def test_it_prints_json_for_programs_and_says_by_its_code_what_it_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: Any
) -> None:
    """0 or 1."""
    (Path(settings.HOME) / "article3.sqlite3").touch()  # somebody started here
    for least, code in ((1, 0), (2**62, 1)):
        monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", least)
        assert doctor.run(Namespace(format="json")) == code
        assert len(json.loads(capsys.readouterr().out)["checks"]) == len(NAMES)
    assert doctor.run(Namespace(format="text")) == 1
    said = capsys.readouterr().out
    assert "WRONG  disk" in said and "mend: Make room" in said
