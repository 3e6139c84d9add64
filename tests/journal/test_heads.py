"""Heads at the beat: whole batches, computed anew before signing, seen by witnesses, verified by somebody else."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from pymerkle import InmemoryTree

from article3 import wiring
from article3.commands import verify
from article3.commands.demo import witnesses
from article3.journal import guards, heads, pages, tree
from article3.terms.finding import Refused
from tests import papers

pytestmark = pytest.mark.django_db
HOUR = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    """Witnesses of this test alone."""
    settings.HOME = tmp_path / "home"
    return settings.HOME


def readings(count: int) -> None:
    """Somebody reads so many files."""
    for number in range(count):
        pages.Pages().note("case", sitting=papers.sitting("secretariat", nationality="XB"), why="examination", at=HOUR,
                           references=[f"{number:032x}"])  # fmt: skip


def witnessed() -> None:
    """Three witnesses are seated, and the head of the hour is made."""
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, HOUR)
    assert wiring.beat(HOUR)


@pytest.mark.parametrize("done", [0, 1, 255, 256])
def test_a_quiet_hour_looks_like_a_busy_one(done: int) -> None:
    """Whatever was done within a batch, the head covers one batch."""
    readings(done)
    wiring.beat(HOUR)
    assert wiring.heads_shown()[0].size == heads.BATCH


def test_an_hour_busier_than_a_batch_takes_two() -> None:
    """No entry waits unsigned: this edge tells, and the batch is to be larger than it."""
    readings(heads.BATCH + 1)
    wiring.beat(HOUR)
    assert wiring.heads_shown()[0].size == 2 * heads.BATCH


def test_a_head_is_made_once_an_hour() -> None:
    """Asked again, nothing is made; in the next hour one batch more, though nothing was done."""
    assert wiring.beat(HOUR)
    assert not wiring.beat(HOUR + timedelta(minutes=39))
    assert wiring.beat(HOUR + timedelta(minutes=40))
    assert [head.size for head in wiring.heads_shown()] == [2 * heads.BATCH, heads.BATCH]


def test_filling_is_not_shown_and_not_counted() -> None:
    """The journal's pages and figures know acts and readings only."""
    readings(2)
    wiring.beat(HOUR)
    assert [line.what for line in pages.Pages().lines()] == ["read:case"] * 2
    assert pages.faults() == []


def test_a_head_is_valid_when_a_quorum_saw_it_the_commission_among_them() -> None:
    """Two are too few; three without the Commission are not enough; three with it are."""
    for name in ("bureau-xa", "bureau-xb", "bureau-xc"):
        wiring.seat_witness(name, HOUR)
    wiring.beat(HOUR)
    assert not wiring.heads_shown()[0].valid
    wiring.seat_witness("commission", HOUR)
    assert wiring.show_to("commission", HOUR) == 200
    assert wiring.heads_shown()[0].valid
    assert [found.size for found in wiring.witnesses_shown()] == [heads.BATCH] * 4


def test_the_invented_world_has_its_witnesses() -> None:
    """The demo's first head is a valid one."""
    witnesses.play(HOUR)
    assert wiring.heads_shown()[0].valid


def test_the_word_of_a_witness_that_ended_or_is_unknown_counts_for_nothing() -> None:
    """A line signed by a key nobody enrolled, or one that was ended, is not kept."""
    witnessed()
    key, _ = wiring.own_witness("bureau-xa")
    from article3.journal import notes

    line = notes.cosign(notes.read_note((wiring.head_note() or "").encode()).text, "bureau-xz", key, at_s=1)
    assert not wiring.take_cosignature(heads.BATCH, line)
    wiring.end_witness("bureau-xb", HOUR)
    with pytest.raises(Refused, match="no witness"):
        wiring.end_witness("bureau-xb", HOUR)
    wiring.beat(HOUR + timedelta(hours=1))
    assert [word.name for word in wiring.heads_shown()[0].words] == ["bureau-xa", "commission"]


def changed(sequence: int, body: bytes) -> None:
    """Somebody with the database in hand changes an entry, guards or no guards."""
    with connection.cursor() as cursor:
        for name in guards.NAMES[connection.vendor]:
            cursor.execute(f"DROP TRIGGER {name}" + (" ON journal_entry" if connection.vendor == "postgresql" else ""))
        cursor.execute("UPDATE journal_entry SET body = %s WHERE sequence = %s", [body, sequence])


def test_nothing_is_signed_over_bytes_that_changed_since_the_last_head() -> None:
    """A flipped bit under an old head stops the next one: it is computed from the stored bytes."""
    witnessed()
    body = bytearray(next(body for _, body in pages.stored(1)))
    body[40] ^= 1
    changed(0, bytes(body))
    with pytest.raises(Refused, match="nothing is signed"):
        wiring.beat(HOUR + timedelta(hours=1))


def test_a_database_rolled_back_finds_its_witnesses_ahead() -> None:
    """The witness remembers 512 entries; a database with 256 asks with its own tree and is refused."""
    witnessed()
    wiring.beat(HOUR + timedelta(hours=1))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM journal_cosignature WHERE head_id > 256")
        cursor.execute("DELETE FROM journal_head WHERE size > 256")
    assert wiring.show_to("commission", HOUR) != 200


def test_pymerkle_comes_to_the_root_of_the_stored_entries() -> None:
    """A tree that shares no code with ours."""
    readings(3)
    wiring.beat(HOUR)
    judge = InmemoryTree(algorithm="sha256")
    for _, body in pages.stored(heads.BATCH):
        judge.append_entry(body)
    assert judge.get_root().hex() == wiring.heads_shown()[0].root


@pytest.fixture
def export(home: Path) -> Path:
    """64 entries under a head seen by its witnesses, written out."""
    readings(40)
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, HOUR)
    batch, heads.BATCH = heads.BATCH, 32
    try:
        wiring.beat(HOUR)
    finally:
        heads.BATCH = batch
    assert wiring.export_journal(home / "export") == 64
    return home / "export"


def looked(folder: Path, **more: object) -> list[str]:
    """The faults the verifier names."""
    return verify.verify(folder, (folder / "keys").read_text(), **more)["faults"]


def rewritten(folder: Path, lines: list[bytes]) -> list[str]:
    """The faults once the entries are these."""
    (folder / "entries").write_bytes(b"".join(lines))
    return looked(folder)


def test_an_untouched_export_verifies_offline_by_a_file_that_stands_alone(export: Path) -> None:
    """At most 200 lines, nothing of ours imported, run by itself."""
    source = Path(verify.__file__)
    assert len(source.read_text().splitlines()) <= 200
    assert "article3" not in "".join(line for line in source.read_text().splitlines() if "import" in line)
    assert looked(export) == []
    told = subprocess.run([sys.executable, "-I", source, export], capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (0, "")
    assert "64 entries, 1 heads" in told.stdout


def test_every_flipped_bit_of_64_entries_is_found_and_its_place_named(export: Path) -> None:
    """Line by line every bit; and through the whole verifier a bit of every entry."""
    lines = (export / "entries").read_bytes().splitlines(keepends=True)
    for number, line in enumerate(lines):
        assert verify.line_fault(line, number)[0] == ""
        for bit in range(8 * len(line)):
            spoilt = bytearray(line)
            spoilt[bit // 8] ^= 1 << bit % 8
            assert verify.line_fault(bytes(spoilt), number)[0], (number, bit)
    for number in range(0, 64, 3):
        spoilt = bytearray(lines[number])
        spoilt[80 + number] ^= 4
        faults = rewritten(export, [*lines[:number], bytes(spoilt), *lines[number + 1 :]])
        assert faults[0].startswith(f"entry {number} was changed")


def reforged(line: bytes, **other: object) -> bytes:
    """An entry that says something else and carries the right hash for it."""
    body = json.dumps(json.loads(line[65:]) | other, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.sha256(b"\x00" + body).hexdigest().encode() + b" " + body + b"\n"


def test_an_entry_rewritten_with_its_hash_is_found_between_two_heads(export: Path) -> None:
    """Whoever rewrites also the hashes is found by the signed root; the place is as narrow as the heads are."""
    lines = (export / "entries").read_bytes().splitlines(keepends=True)
    lines[7] = reforged(lines[7], officer="somebody else")
    assert rewritten(export, lines) == ["entries 0 to 63 are not those of the head of 64 entries"]


@pytest.mark.parametrize("number", [0, 1, 31, 62, 63])
def test_removed_swapped_added_and_cut_off_entries_are_found_and_their_place_named(export: Path, number: int) -> None:
    """One of each, at both ends and in the middle."""
    lines = (export / "entries").read_bytes().splitlines(keepends=True)
    after = number + 1
    removed = rewritten(export, lines[:number] + lines[after:])
    assert any("cut off after 63" in fault for fault in removed)
    assert number == 63 or removed[0].startswith(f"entry {number} is not there")
    doubled = rewritten(export, lines[:after] + lines[number:])
    assert doubled[0].startswith(f"entry {after} is not there: entry {number}")
    added = rewritten(export, [*lines[:number], reforged(lines[number], officer="x"), *lines[number:]])
    assert any(fault.startswith("entries 0 to 63") for fault in added) and any("64 to 64" in fault for fault in added)
    cut = rewritten(export, lines[:number])
    assert cut == [f"cut off after {number} entries: the last head says 64"]
    if number < 63:
        swapped = rewritten(export, [*lines[:number], lines[after], lines[number], *lines[after + 1 :]])
        assert swapped[0].startswith(f"entry {number} is not there: entry {after}")


def test_heads_without_their_signatures_are_found(export: Path) -> None:
    """The journal's own, a witness's, and one kept from earlier that is not in this history."""
    text = (export / "heads").read_text()
    lines = text.splitlines(keepends=True)
    held = text
    assert looked(export, held=held) == []
    (export / "heads").write_text("".join(line for line in lines if " commission " not in line))
    assert looked(export) == ["the last head was seen by bureau-xa, bureau-xb: it takes 3 witnesses, commission among "
                              "them"]  # fmt: skip
    unsigned = [line for line in lines if not line.startswith("\u2014 article3/journal")]
    (export / "heads").write_text("".join(unsigned))
    assert "head 1, of 64 entries, is not signed by the journal" in looked(export)


def test_whoever_was_shown_another_history_finds_out(export: Path, home: Path) -> None:
    """Split view: the head held says another root at the same size."""
    from article3.journal import notes

    origin = heads.verifier().name
    other = notes.Checkpoint(origin=origin, size=64, root=tree.root([tree.leaf(b"x")])).text
    held = f"{other}\n{notes.sign(other, origin, heads.key())}"
    assert any("shown different journals" in fault for fault in looked(export, held=held))
