"""What duty officers of a protective desk may see: files that name them, one entry by its exact id, the coverage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from article3.access.decision import Ties, may_read, role_of
from article3.access.why import Why
from article3.access.words import Kind
from article3.acts.at_home.dispute_item import DisputeItem
from article3.acts.dispute_notice import DisputeNotice
from article3.acts.ports import NotFound
from article3.acts.report_coverage import ReportCoverage
from article3.exchange import keys, signing
from article3.journal import tree
from article3.lifecycle.dispute import Dispute
from article3.lifecycle.protective import NAMED, Hit, ItemObjected, Protected, RestrictedFile
from article3.national.cabinet import Cabinet
from article3.register.arrivals import book
from article3.register.disputes import shelf
from article3.register.pages import ConsultationShown, PublishedNotice
from article3.terms.clocks import day_of
from article3.terms.communication import Attachment, BureauCode, CountryCode, Level, Reference
from article3.terms.coverage import DayCovered
from article3.terms.disputes import DisputeReason
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
from article3.wiring.arrival_room import look_through, on_duty, perform_at_home
from article3.wiring.performing import new_reference, perform, reader
from article3.wiring.sealing_room import is_sealed, opened_for, with_papers

SHOWN_DAYS = 14
CLOSED_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """One day of the coverage: what was received and screened, and whether what was signed still stands so."""

    day: date
    received: int
    missing: tuple[str, ...]
    """Items received and not screened: the gap."""
    signed: bool
    agrees: bool
    """What is on record today is what was signed."""
    later: int = 0
    """How many were still missing when the day was signed, and were looked through since."""


# --- restricted files


def restricted_files(sitting: Sitting, at: datetime | None = None) -> tuple[RestrictedFile, ...]:
    """The files that name this officer, those still open first. What arrived is looked through before."""
    bureau, at = _desk(sitting), at or timezone.now()
    look_through(bureau, at)
    cabinet = Cabinet(bureau, at)
    with transaction.atomic():
        found = [_manned(cabinet, file) for file in cabinet.every(RestrictedFile, only_open=True)]
        closed = [file for file in cabinet.every(RestrictedFile, most=CLOSED_SHOWN) if file.closed_at]
        cabinet.note("restricted_files", officer=sitting.officer, why=Why.PROTECTION.value, references=())
    return tuple(file for file in (*found, *closed) if _reads(sitting, file))


def restricted_file(sitting: Sitting, reference: str) -> RestrictedFile:
    """One of them. Raises NotFound for absent, and for a file that names somebody else."""
    cabinet = Cabinet(_desk(sitting), timezone.now())
    with transaction.atomic():
        file = _manned(cabinet, cabinet.one(RestrictedFile, reference))
        if not _reads(sitting, file):
            raise NotFound
        cabinet.note("restricted_file", officer=sitting.officer, why=Why.PROTECTION.value, references=[reference])
    return file


def restricted_item(sitting: Sitting, file: RestrictedFile) -> PublishedNotice | ConsultationShown | None:
    """What the file restricts, as it reached the bureau; None once nothing of it is left to read."""
    eyes = reader(sitting, Why.PROTECTION)
    try:
        if file.item == file.about:
            held = eyes.published(file.about)
            return replace(held, communication=opened_for(sitting, held.communication))
        return eyes.consultation(file.about, file.item)
    except NotFound:
        return None


def restricted_paper(sitting: Sitting, file: RestrictedFile, sha256: str) -> tuple[Attachment, bytes]:
    """A paper of the restricted item. Raises NotFound."""
    eyes = reader(sitting, Why.PROTECTION)
    sent = eyes.published(file.about).communication
    if not is_sealed(sent):
        return eyes.attachment(file.about, sha256)
    opened = with_papers(sitting, sent) if sent else None
    for each, content in zip(opened[0].attachments, opened[1], strict=True) if opened else ():
        if each.sha256 == sha256 and content is not None:
            return each, content
    raise NotFound


def hit_entries(sitting: Sitting, file: RestrictedFile) -> dict[str, Protected]:
    """The entries that were hit, by their ids: a hit reveals one entry, nothing else of the list."""
    cabinet = Cabinet(_desk(sitting), timezone.now())
    with transaction.atomic():
        return {entry: cabinet.one(Protected, entry) for entry in file.entries} if _reads(sitting, file) else {}


def dispute(sitting: Sitting, file: RestrictedFile, reason: DisputeReason, ground: str) -> ItemObjected:
    """Dispute the restricted item at the Secretariat, and follow it on the file; nobody else at the bureau sees it.

    A question put to the bureau has no review to dispute: then the file alone holds the ground.
    """
    number, at = new_reference(), timezone.now()
    with transaction.atomic():
        try:
            with transaction.atomic():
                order = DisputeNotice(reference=file.about, dispute=number, reason=reason, text=ground)
                perform(order, sitting=replace(sitting, seat=SeatCode(f"bureau:{sitting.bureau}"),
                                               role=MandateRole.BUREAU_LEAD), at=at)  # fmt: skip
        except NotFound:
            number = Reference("")
        return perform_at_home(DisputeItem(reference=file.id, ground=ground, number=number), sitting=sitting, at=at)


def dispute_of(file: RestrictedFile) -> Dispute | None:
    """How the dispute stands at the Secretariat, as its bureau reads it; None where there is none to be answered."""
    number = file.objection.number if file.objection else ""
    found = next((each for each in shelf.of_file(file.about) if each.reference == number), None)
    return None if found is None else shelf.outward(found)


def hits_of(file: RestrictedFile) -> dict[str, list[Hit]]:
    """The hits by entry."""
    return {entry: [hit for hit in file.hits if hit.entry == entry] for entry in file.entries}


def _manned(cabinet: Cabinet, file: RestrictedFile) -> RestrictedFile:
    """The file with two officers who hold a mandate today: who left the desk is replaced by the next on duty."""
    duty = on_duty(cabinet.bureau)
    stay = [officer for officer in file.officers if officer in duty]
    officers = (*stay, *(officer for officer in duty if officer not in stay))[:NAMED]
    if file.closed_at is None and officers != file.officers:
        file = replace(file, officers=officers)
        cabinet.keep(file)
        book.name(cabinet.bureau, file.item, officers)
    return file


def _reads(sitting: Sitting, file: RestrictedFile) -> bool:
    ties = Ties(concerns_me=sitting.officer in file.officers)
    return bool(may_read(Kind.WATCH_LIST, role_of(sitting), sitting.clearance, ties))


def _desk(sitting: Sitting) -> BureauCode:
    if sitting.bureau is None or not may_read(Kind.WATCH_LIST, role_of(sitting), sitting.clearance,
                                              Ties(concerns_me=True)):  # fmt: skip
        raise NotFound
    if not sitting.seat.startswith("desk:"):
        raise NotFound
    return sitting.bureau


# --- the list


def protected_entry(sitting: Sitting, entry: str) -> Protected:
    """One entry by its exact id, as it was given when it was listed. There is no other way into the list."""
    cabinet = Cabinet(_desk(sitting), timezone.now())
    with transaction.atomic():
        found = cabinet.one(Protected, entry)
        cabinet.note("protected_entry", officer=sitting.officer, why=Why.PROTECTION.value, references=[entry])
    return found


# --- coverage


def coverage(sitting: Sitting, days: int = SHOWN_DAYS, at: datetime | None = None) -> tuple[DayShown, ...]:
    """The last days, today first: received, screened, signed."""
    return covered_days(_desk(sitting), days, at)


def covered_days(bureau: BureauCode, days: int = SHOWN_DAYS, at: datetime | None = None) -> tuple[DayShown, ...]:
    """The same for a command run at the bureau."""
    today = day_of(at or timezone.now())
    return tuple(_day(bureau, today - timedelta(days=back)) for back in range(days))


def sign_days(bureau: BureauCode, at: datetime | None = None, days: int = SHOWN_DAYS) -> int:
    """Sign for every day that is over and not signed for, gaps and all; how many were signed."""
    at, signed = at or timezone.now(), 0
    for back in range(1, days + 1):
        day = day_of(at) - timedelta(days=back)
        since = book.desk_since(bureau)
        if since is None or day < day_of(since):
            break
        cabinet = Cabinet(bureau, datetime.combine(day, time(23, 59), UTC))
        with transaction.atomic():
            if cabinet.find(DayCovered, day.isoformat()) is None:
                cabinet.keep(covered := _signed(bureau, day))
                perform(_reported(covered), sitting=_desk_itself(bureau), at=at)
                signed += 1
    return signed


def _reported(covered: DayCovered) -> ReportCoverage:
    return ReportCoverage(reference=new_reference(), day=covered.day, received=covered.received,
                          screened=covered.screened, root=covered.root)


def _desk_itself(bureau: BureauCode) -> Sitting:
    """Who reports by itself: no person, nothing to read."""
    return Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""),
                   seat=SeatCode(f"bureau:{bureau}"), role=MandateRole.BUREAU_LEAD,
                   clearance=Level.OFFICIAL_USE)  # fmt: skip


def _day(bureau: BureauCode, day: date) -> DayShown:
    rows = book.received_on(bureau, day)
    kept = Cabinet(bureau, timezone.now()).find(DayCovered, day.isoformat())
    missing = tuple(item for item, _, screened_at in rows if screened_at is None)
    later = max(0, kept.received - kept.screened - len(missing)) if kept else 0
    return DayShown(day=day, received=len(rows), missing=missing, signed=kept is not None, later=later,
                    agrees=kept is None or _stands(bureau, kept, rows))  # fmt: skip


def _signed(bureau: BureauCode, day: date) -> DayCovered:
    rows = book.received_on(bureau, day)
    screened = sum(screened_at is not None for _, _, screened_at in rows)
    said = {"bureau": bureau, "day": day.isoformat(), "received": len(rows), "screened": screened, "root": _root(rows)}
    signature = signing.sign("coverage", dict(said), keys.own(f"desk:{bureau}"))
    return DayCovered(day=day, received=len(rows), screened=screened, root=str(said["root"]),
                      signature=signature.decode())  # fmt: skip


def _stands(bureau: BureauCode, kept: DayCovered, rows: list[tuple[str, str, datetime | None]]) -> bool:
    """Signed by this desk's key, over the set that is on record today; a later screening of a gap changes nothing."""
    try:
        said = signing.check(kept.signature.encode())
    except signing.Forged:
        return False
    own = keys.own_public(f"desk:{bureau}")
    return said.key == own and said.body.get("root") == kept.root == _root(rows) and len(rows) == kept.received


def _root(rows: list[tuple[str, str, datetime | None]]) -> str:
    """Over what was received, each item with its text: RFC 6962, so that one missing id changes it."""
    return tree.root(tree.leaf(f"{item}:{text}".encode()) for item, text, _ in rows).hex()


def standing_of_item(file: RestrictedFile) -> str:
    """Where a restricted item stands towards the members today: in force, unreviewed, suspended, removed."""
    return book.standing_of(Reference(file.about))
