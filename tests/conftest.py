"""What every test may ask for."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation

from article3.journal import guards

SLOW = ("test_kills", "test_separate_installations", "test_recall_over_http", "test_commission_apart", "test_delivery",
        "test_erasure_and_restore", "test_learns_nothing", "test_access_for_all", "test_letters", "test_hostile_input",
        "test_table", "test_index", "test_missing_facts")  # fmt: skip
"""Modules that take longest, the longest first: one of them at the end would leave the other core idle."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow modules first, each kept together; the rest in their order."""
    places = {name: place for place, name in enumerate(SLOW)}
    items.sort(key=lambda item: places.get(item.path.stem, len(SLOW)))


def pytest_collection_finish() -> None:
    """Twelve thousand tests and the whole program stay to the end: looked through once, not at every collection."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_runtest_teardown() -> None:
    """A page asked for in Arabic leaves no Arabic behind for the next test."""
    translation.deactivate()


@pytest.fixture
def _guards_again(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Entries cannot be removed, and a test with real transactions must be cleaned up after: the guards stand aside
    for that moment and stand again before the next test."""
    yield
    with django_db_blocker.unblock():
        guards.stand(connection)


@pytest.fixture
def committed(_guards_again: None, transactional_db: None) -> Iterator[None]:
    """A database in which transactions really commit. Slow: only where that is what is tested."""
    yield
    with connection.cursor() as cursor:
        for name in guards.NAMES[connection.vendor]:
            on = "" if connection.vendor == "sqlite" else " ON journal_entry"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        cursor.execute("DELETE FROM journal_entry")  # a test that names its databases is emptied after the guards stand


@pytest.fixture
def sealed(settings, tmp_path) -> Iterator[Path]:
    """Sealed files of this test's own, their worker answering at the door in a thread."""
    from article3.sealed.worker import Door

    folder = tmp_path / "sealed"
    with Door(folder) as door:
        threading.Thread(target=door.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        settings.SEALED_FOLDER = folder
        yield folder
        door.shutdown()
        door.office.close()
