"""The log of the sealed files stands under the witnessed heads of the journal, and no head tells whether it grew."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from article3 import wiring
from article3.journal import heads
from article3.sealed.store import Store
from article3.sealed.worker import Door
from article3.wiring import confidence, witnessing
from tests.desk import DAY
from tests.sealed.people import CUSTODIAN, attested


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Sealed files with two lines in their log."""
    made = Store(tmp_path / "sealed")
    for line in (b"one", b"two"):
        made.write_down(line)
    yield made
    made.close()


def test_it_stands_by_what_it_pledged_also_when_it_grew(store: Store) -> None:
    """An empty log pledges as well as a long one."""
    said = store.pledge()
    store.write_down(b"three")
    assert store.keeps(said) and store.keeps(store.pledge())
    assert not store.keeps(bytes(32))


def test_two_pledges_are_never_alike(store: Store) -> None:
    """Whoever reads two heads does not see whether anything was asked between them."""
    pledges = [store.pledge() for _ in range(3)]
    assert len(set(pledges)) == 3 and {len(said) for said in pledges} == {32}


def test_a_line_changed_together_with_every_digest_after_it_is_found(store: Store) -> None:
    """The chain alone could be computed anew by whoever has the keys; the pledge cannot."""
    said = store.pledge()
    store._db.execute("DELETE FROM log")
    for line in (b"one", b"another"):
        store.write_down(line)
    assert store.faults() == [] and not store.keeps(said)


def test_a_log_that_was_cut_off_is_found(store: Store) -> None:
    """Its last line is gone: the chain of the rest is whole, the pledge is broken."""
    said = store.pledge()
    store._db.execute("DELETE FROM log WHERE number = 2")
    assert store.faults() == [] and not store.keeps(said)


@pytest.mark.django_db
def test_a_file_put_back_from_before_a_head_is_found(sealed: Path, tmp_path: Path, settings: Any) -> None:
    """The whole database rolled back: nothing in it tells, the heads of the journal do, and the custodian reads it."""
    attested(at=DAY)
    hour = DAY.replace(minute=5)
    assert beat(hour) and witnessing.unkept_pledges() == []
    before = tmp_path / "before"
    shutil.copytree(sealed, before, ignore=shutil.ignore_patterns("door", "lock"))
    attested(at=DAY, since=DAY.date())
    assert beat(hour + timedelta(hours=1))
    assert confidence.sealed_faults(CUSTODIAN) == []
    with Door(before) as door:
        threading.Thread(target=door.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        settings.SEALED_FOLDER = before
        [fault] = confidence.sealed_faults(CUSTODIAN)
        door.shutdown()
        door.office.close()
    assert fault == f"the sealed log is not the one the head of {max(heads.said('sealed', 9))} entries was made with"


@pytest.mark.django_db
def test_a_head_is_made_also_where_no_sealed_files_are_kept(settings: Any) -> None:
    """It says nothing of them."""
    settings.SEALED_FOLDER = None
    assert beat(DAY) and heads.said("sealed", 9) == {}


def beat(at: datetime) -> bool:
    """This hour's head."""
    return wiring.beat(at)
