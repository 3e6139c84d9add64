"""Walk-through 14: one row of the log was removed and the tail cut. The verifier says so, off-line.

The journal here is the one a whole case leaves: asked, reviewed, decided, published, read, disputed.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from article3 import wiring
from article3.acts.dispute_notice import DisputeNotice
from article3.commands import verify
from article3.journal import heads
from article3.terms.disputes import DisputeReason
from tests.desk import REFERENCE, bureau
from tests.wiring.test_wiring import WiredDesk, seat_members

HOUR = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def export(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the auditor is given: entries, heads and keys in a folder."""
    settings.HOME = tmp_path / "home"
    monkeypatch.setattr(heads, "BATCH", 16)
    seat_members()
    desk = WiredDesk()
    desk.published()
    wiring.reader(bureau("XC"), "incoming", desk.at).published(REFERENCE)
    desk.perform(DisputeNotice(reference=REFERENCE, dispute="d" * 32, reason=DisputeReason.JUDGED_ALREADY,
                               text="He was acquitted here."), bureau("XC"))
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, HOUR)
    wiring.beat(HOUR)
    wiring.export_journal(tmp_path / "export")
    return tmp_path / "export"


def told(folder: Path) -> tuple[int, str]:
    """The verifier by itself, in a Python that finds nothing of ours."""
    ran = subprocess.run([sys.executable, "-I", verify.__file__, folder], capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def test_what_was_exported_verifies(export: Path) -> None:
    """And holds the dispute without its words, and nobody's name."""
    assert told(export)[0] == 0
    entries = (export / "entries").read_text()
    assert "NoticeDisputed" in entries and "NoticePublished" in entries
    for secret in ("acquitted", "Vortan", "VORTAN", "murder"):
        assert secret not in entries


def test_a_row_removed_and_the_tail_cut_are_both_named(export: Path) -> None:
    """The place of the one, the length of the other."""
    lines = (export / "entries").read_bytes().splitlines(keepends=True)
    (export / "entries").write_bytes(b"".join([*lines[:5], *lines[6:-3]]))
    code, said = told(export)
    assert code == 1
    assert "entry 5 is not there" in said and "cut off after" in said
