"""What a duty officer reads is written down in the desk's own log, also where nothing else is being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from article3.national.cabinet import Cabinet
from article3.terms.sitting import MandateRole, SeatCode
from article3.wiring.arrival_room import noter
from tests.desk import bureau as lead

AT = datetime(2026, 5, 17, tzinfo=UTC)


@pytest.mark.django_db
def test_a_reading_outside_any_act_is_a_line_of_the_desks_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log is locked for the line: in a transaction that the noter begins, since a reading has none."""
    written, depths = Cabinet.note, []

    def watched(*said: Any, **more: Any) -> None:
        depths.append(len(connection.savepoint_ids))
        written(*said, **more)

    monkeypatch.setattr(Cabinet, "note", watched)
    duty = replace(lead("XA"), seat=SeatCode("desk:XA"), role=MandateRole.DUTY_OFFICER)
    outside, note = len(connection.savepoint_ids), noter(duty)
    assert note is not None
    for what in ("records", "record"):
        note(what, why="incoming", at=AT, references=["a" * 32])
    assert depths == [outside + 1, outside + 1]
    assert [line["what"] for line in Cabinet(duty.bureau, AT).log()] == ["read:records", "read:record"]
