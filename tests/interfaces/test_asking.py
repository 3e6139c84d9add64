"""Nothing that can be asked by anybody makes our interfaces fail or answer beside their description."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.interfaces import asking, requests
from tests.interfaces.installation import furnish
from tests.interfaces.tally import Tally

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def one_connection() -> Iterator[None]:
    """The requests stay on the connection of this test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("one_connection")
def test_every_operation_is_asked_by_every_role(settings: Any) -> None:
    """A few hundred requests here, good and broken ones; `python -m tests.interfaces.asking` asks twenty thousand."""
    settings.API_PER_MINUTE = 10_000_000
    keys, known = furnish()
    tally = requests.ask_everything(requests.interface(WSGIHandler()), keys, known, each=1, part=3)
    assert tally.requests > 300 and django_settings.DEBUG is False
    assert [line for line in tally.wrong if line] == []
    assert max(tally.statuses) < 500


def test_a_stopped_run_goes_on_where_its_tally_ends(tmp_path: Path) -> None:
    """A block read back is the block that was written; the next run begins with the first that is missing."""
    kept, tally = tmp_path / "tally", Tally(wrong=["one"])
    tally.note(200, "GET /health as nobody", 0.2, 0.1)
    asking.write(kept, 2, tally)
    assert asking.read(kept) == {2: tally}
    assert [number for number, _ in zip(asking.blocks(1, asking.read(kept)), range(3), strict=False)] == [1, 3, 4]
