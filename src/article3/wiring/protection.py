"""The refugee policy at work: what an authority attests, and what becomes of the files it meets.

A file that is out and must not be is taken from everybody at once; the sealed files say which, and nobody here says
why. What is owed is found again at every round, so that a crash in between costs seconds.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.acts.ports import NotFound
from article3.acts.remove_protected import RemoveProtected
from article3.intake.attestations import read_batch
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import BEFORE_DECISION, ENDED
from article3.register import persons
from article3.sealed.words import Entry, OwnAttestation, ToLookFor
from article3.terms.communication import Communication, Reference
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.finding import Refused
from article3.terms.sealed import Done, SealedId
from article3.terms.sitting import Sitting
from article3.wiring.performing import clock, perform
from article3.wiring.sealed_files import ask
from article3.wiring.sealing_room import for_the_guard

__all__ = ["Entry", "OwnAttestation", "attest", "attest_batch", "attestation", "attestations", "carry_out_protection",
           "change_attestation", "confirm_attestation", "send_back_attestation"]


def attest(sitting: Sitting, *entries: Entry, at: datetime | None = None) -> list[SealedId]:
    """Enter attestations, all or none; each waits for a second officer."""
    return ask("attest", list[SealedId], sitting, at, entries=entries)


def attest_batch(sitting: Sitting, content: bytes, at: datetime | None = None) -> list[SealedId]:
    """Enter a whole file of attestations, or nothing. Raises `intake.attestations.BadRows` with every row's errors."""
    on = (at or timezone.now()).date()
    entries = [Entry(**row) for row in read_batch(content, on)]
    return attest(sitting, *entries, at=at)


def confirm_attestation(sitting: Sitting, id: SealedId, at: datetime | None = None) -> None:
    """A second officer confirms: it holds from now on, and takes effect before this returns."""
    ask("confirm", SealedId, sitting, at, id=id)
    carry_out_protection(at)


def send_back_attestation(sitting: Sitting, id: SealedId, because: str, at: datetime | None = None) -> None:
    """A second officer does not confirm."""
    ask("send_back", SealedId, sitting, at, id=id, because=because)


def change_attestation(sitting: Sitting, id: SealedId, status: ProtectionStatus, since: date, evidence: str,
                       at: datetime | None = None) -> None:
    """The status changed; a second officer confirms that too."""
    ask("change_status", SealedId, sitting, at, id=id, status=status, since=since, evidence=evidence)


def attestations(sitting: Sitting) -> list[OwnAttestation]:
    """The authority's own attestations, the latest first."""
    return ask("attestations", list[OwnAttestation], sitting)


def attestation(sitting: Sitting, id: SealedId) -> OwnAttestation:
    """One of them; raises NotFound for another authority's and for none."""
    return ask("attestation", OwnAttestation, sitting, id=id)


def carry_out_protection(at: datetime | None = None) -> int:
    """Look through the stock for whom it was not looked through yet, and take from everybody what must not be out.

    Returns how many files were removed. Doing it again changes nothing.
    """
    if settings.SEALED_FOLDER is None or settings.SEAT:
        return 0
    at = at or timezone.now()
    for wanted in ask("to_look_for", list[ToLookFor], clock(), at):
        for sent in _stock(wanted):
            ask("look", bool, clock(), at, sent=sent, arriving=False)
        ask("looked", None, clock(), at, id=wanted.id)  # type: ignore[type-var]
    return sum(_settled(reference, at) for reference in ask("owed", list[Reference], clock(), at))


def _stock(wanted: ToLookFor) -> list[Communication]:
    with transaction.atomic():
        return [for_the_guard(file).communication for file in persons.live_files(wanted.person, wanted.sources)]


def _settled(reference: Reference, at: datetime) -> bool:
    """Removed when it was out; otherwise its authority is told how it stands."""
    try:
        file = _file(reference)
        if _is_out(file):
            perform(RemoveProtected(reference=reference), sitting=clock(), at=at)
            ask("done", None, clock(), at, reference=reference, what=Done.REMOVED)  # type: ignore[type-var]
            return True
    except (Refused, NotFound):  # somebody else ended it meanwhile: the next round sees it so
        return False
    ask("done", None, clock(), at, reference=reference, what=_stands(file))  # type: ignore[type-var]
    return False


def _file(reference: Reference) -> CaseFile:
    with transaction.atomic():
        return persons.file(reference)


def _is_out(file: CaseFile) -> bool:
    held = file.gateway is not None and file.gateway.passed_at is None
    return file.state not in ENDED | BEFORE_DECISION and not held


def _stands(file: CaseFile) -> Done:
    if file.state in ENDED:
        return Done.ENDED
    return Done.STOPPED if file.state in BEFORE_DECISION else Done.HELD
