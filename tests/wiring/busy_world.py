"""An installation of its own that is written to while its backup is taken; run as a program, one story a process.

`python -m tests.wiring.busy_world secretariat|bureau|goes_on|listed DATA KEYS`.
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
APPLICANT, PROTECTED = "Quillenbrand", "Ostravelle"


def secretariat(data: Path, keys: Path) -> None:
    """Files, papers and a request to the Commission; a head seen by three witnesses; then a backup among writers."""
    from article3 import wiring
    from tests.desk import bureau, murder
    from tests.wiring.test_wiring import WiredDesk, seat_members

    seat_members()
    desk = WiredDesk(at=DAY)
    paper = wiring.keep_attachment(b"%PDF-1.7 a warrant", name="warrant.pdf", media_type="application/pdf")
    desk.published(replace(murder(), attachments=(paper,)))
    _a_request_to_the_commission()
    for name in ("commission", "bureau-xa", "bureau-xb"):
        wiring.seat_witness(name, DAY)
    assert wiring.beat(DAY)
    before, acts = wiring.journal_head()[0], Writers(desk, bureau("XA"))
    with acts:
        acts.until(3)
        wiring.back_up(data, keys)
        during = acts.done
        acts.until(during + 3)
    (keys / "head").write_text(wiring.head_note() or "")
    print(json.dumps({"before": before, "during": during, "after": wiring.journal_head()[0]}))


def bureau(data: Path, keys: Path) -> None:
    """A bureau's own installation: somebody on its protected list, a draft, the journal's key it watches."""
    from article3 import wiring
    from article3.acts.at_home.list_persons import ListPersons
    from article3.acts.save_draft import SaveDraft
    from article3.lifecycle.protective import Because, Protected
    from article3.officers import roll
    from article3.terms.sitting import MandateRole
    from article3.wiring import arrival_room
    from tests.commission.wing import seat
    from tests.desk import bureau as lead

    duty = seat("desk:XA", MandateRole.DUTY_OFFICER, "XA")
    roll.open_seat("bureau:XA", "Bureau XA")
    arrival_room.open_desk("XA")
    entry = Protected(id="e" * 32, family=PROTECTED, given="Ilo", because=Because.COURT, listed_on=DAY.date())
    arrival_room.perform_at_home(ListPersons(entries=(entry,)), sitting=duty)
    wiring.perform(SaveDraft(draft="d" * 32, title=PROTECTED, form_json="{}"), sitting=lead("XA"), at=DAY)
    wiring.own_witness("bureau-xa")
    wiring.back_up(data, keys)


def _a_request_to_the_commission() -> None:
    from article3.commission import wiring
    from tests.commission import wing

    said = wing.application()
    wiring.submit(replace(said, person=replace(said.person, family_name=APPLICANT)), ())


def goes_on(*_: Path) -> None:
    """One more act, in a home that was restored."""
    from article3 import wiring
    from tests.desk import bureau

    _a_request_to_the_commission()
    from article3.acts.save_draft import SaveDraft

    wiring.perform(SaveDraft(draft="e" * 32, title="after", form_json="{}"), sitting=bureau("XA"), at=DAY)


def listed(*_: Path) -> None:
    """Who stands on the protected list, read with the bureau's own key."""
    from article3.terms.sitting import MandateRole, SeatCode
    from article3.wiring import desk_room
    from tests.desk import bureau as lead

    duty = replace(lead("XA"), seat=SeatCode("desk:XA"), role=MandateRole.DUTY_OFFICER)
    print(desk_room.protected_entry(duty, "e" * 32).family)


class Writers:
    """A thread that saves one draft after another, each an act with its entry in the journal."""

    def __init__(self, desk, sitting) -> None:
        self.done, self._desk, self._sitting = 0, desk, sitting
        self._moved, self._over = threading.Condition(), False

    def __enter__(self) -> None:
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over = True
        self._thread.join(120)

    def until(self, number: int) -> None:
        """Wait until so many acts were done."""
        with self._moved:
            assert self._moved.wait_for(lambda: self.done >= number, timeout=180), "the writer stands still"

    def _write(self) -> None:
        from django.db import connections

        from article3 import wiring
        from article3.acts.save_draft import SaveDraft

        while not self._over:
            order = SaveDraft(draft=f"{self.done:032x}", title=f"form {self.done}", form_json="{}")
            wiring.perform(order, sitting=self._sitting, at=DAY + timedelta(seconds=self.done))
            with self._moved:
                self.done += 1
                self._moved.notify_all()
        connections.close_all()


if __name__ == "__main__":
    from article3.commands.serve import prepare

    prepare()
    story, *where = sys.argv[1:]
    stories = {"secretariat": secretariat, "bureau": bureau, "goes_on": goes_on, "listed": listed}
    stories[story](*map(Path, where))
