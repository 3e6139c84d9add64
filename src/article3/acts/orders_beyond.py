"""Orders of the Commission carried out beyond one record's standing: corrected in every copy, barred, told to members.
"""

from __future__ import annotations

from datetime import datetime

from article3.acts.bureau_letters import ever_held, write_to
from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.intake.correction import corrected
from article3.lifecycle import ordered_beyond
from article3.lifecycle.bureau_letter import Says
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import Event
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import BureauCode, Communication
from article3.terms.finding import Refused
from article3.terms.redress import CommissionOrder, Measured
from article3.terms.sitting import Sitting

CITATION = "Statute 39"
BEYOND = frozenset({Measured.CORRECT, Measured.LEAVE_ONLY, Measured.NO_HELP, Measured.INFORM})
"""The measures this module carries out."""


def carry_beyond(file: CaseFile, given: CommissionOrder, told: tuple[BureauCode, ...], *, at: datetime,
                 sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
                 ) -> Event | tuple[Event, ...]:  # fmt: skip
    """One of those measures. `told`: whoever reads the record now."""
    desk = {"at": at, "sitting": sitting, "register": register, "journal": journal}
    if given.measure is Measured.CORRECT:
        event = _corrected(file, given, at, sitting)
        kept = filed(file, event, **desk)  # type: ignore[arg-type]
        tell(outbox, told, MessageKind.NOTICE_UPDATED, kept, about=given.id)
        return event
    happened = _event(file, given, at, sitting)
    if given.measure is not Measured.INFORM and file.deleted_on is None:
        register.remember(file, (RefusedOn.OTHER,))
    held = ever_held(file, register, at)
    kept = filed(file, happened, **desk)  # type: ignore[arg-type]
    if given.measure is Measured.LEAVE_ONLY:
        return happened
    says = Says.INFORM if given.measure is Measured.INFORM else Says.NO_HELP
    return happened, write_to(held, kept, letter=given.id, says=says, text=given.text.strip(), outbox=outbox,
                              **desk)  # type: ignore[arg-type]


def require_corrections_kept(file: CaseFile, text: Communication) -> None:
    """Raise Refused for a new text of the source that undoes what was corrected by order."""
    for order in ordered_beyond.corrections(file):
        assert order.part is not None, "a correction of nothing"
        if corrected(text, order.part, order.text) != text:
            part = order.part.value.replace("_", " ")
            raise Refused(f"The {part} was corrected by order and stays as corrected.", "RPD 46")


def _corrected(file: CaseFile, given: CommissionOrder, at: datetime, sitting: Sitting) -> Event:
    if given.part is None:
        raise Refused("The order does not say which part is corrected.", CITATION)
    members = file.published.communication if file.published else None
    return ordered_beyond.correct(
        file, given, corrected(file.communication, given.part, given.text),
        corrected(members, given.part, given.text) if members else None, at=at, sitting=sitting)  # fmt: skip


def _event(file: CaseFile, given: CommissionOrder, at: datetime, sitting: Sitting) -> Event:
    if given.measure is Measured.INFORM:
        return ordered_beyond.inform(file, given, at=at, sitting=sitting)
    return ordered_beyond.bar(file, given, at=at, sitting=sitting)
