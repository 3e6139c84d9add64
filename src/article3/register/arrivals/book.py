"""The book of arrivals: what is to be screened is written in the transaction in which it reaches the bureau."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import msgspec
from django.db.models import Exists, OuterRef, Q

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached as addressed
from article3.lifecycle.states import DELIVERED, IN_FORCE, State
from article3.register.arrivals.models import Arrival, Desk, HeldPaper, Named
from article3.register.columns import read_by_members
from article3.register.models import Denied, File, Recipient
from article3.terms.communication import Attachment, BureauCode, Channel, Reference
from article3.terms.sitting import MandateRole, OfficerId, Sitting

_encode = msgspec.json.Encoder(order="sorted").encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A text that the desk has not looked at, or is to look at again."""

    item: str
    file: Reference
    text: str
    received_at: datetime
    revision: int = 0
    """Of the list it was compared with; 0: none."""


# --- what is written with the act itself


def expect(file: CaseFile, reached_at: datetime | None) -> None:
    """Whatever bureau with a desk the file reaches owes it a look; a text that was looked at before does not again."""
    desks = set(Desk.objects.values_list("bureau", flat=True))
    if not desks:
        return
    for consultation in file.consultations:
        if consultation.bureau in desks:
            text = _digest([consultation.question])
            look_owed(consultation.bureau, consultation.id, file.reference, text, _instant(consultation.asked_on))
    if reached_at is None:
        return
    text = text_of(file)
    for bureau in sorted(desks & _audience(file, desks)):
        look_owed(bureau, file.reference, file.reference, text, reached_at)


def text_of(file: CaseFile) -> str:
    """The digest of what members read of a file: the communication without who else has it, and its caveats."""
    shown = read_by_members(file)
    read = replace(shown, denied=(), recipients=(), extra=()) if shown else None
    return _digest([read, [(caveat.kind, caveat.text) for caveat in file.caveats]])


def _audience(file: CaseFile, desks: Iterable[str]) -> set[str]:
    if file.channel is Channel.NOTICE_REQUEST:
        told = set(desks) if file.state in IN_FORCE else set()
    else:
        told = set(addressed(file)) if file.state in DELIVERED | {State.SENT, State.REVIEWED} else set()
    return told - {file.source}


def look_owed(bureau: str, item: str, file: str, text: str, at: datetime) -> None:
    """The text is owed a look, unless it is the newest of the item and known; an older text is read no more."""
    rows = Arrival.objects.filter(bureau=bureau, item=item)
    if rows.filter(text=text, current=True).exists():
        return
    rows.exclude(text=text).update(current=False)
    now = max(at, rows.order_by("-received_at").values_list("received_at", flat=True).first() or at)
    Arrival.objects.update_or_create(
        bureau=bureau, item=item, text=text, defaults={"current": True},
        create_defaults={"file": file, "received_at": now, "current": True},
    )  # fmt: skip


def _digest(content: object) -> str:
    return hashlib.blake2b(_encode(content), digest_size=16).hexdigest()


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


# --- the desk's side


def open_desk(bureau: BureauCode, at: datetime) -> bool:
    """From now on the desk comes first; True when it had not been open. What is held already is to be looked at."""
    _, opened = Desk.objects.get_or_create(bureau=bureau, defaults={"since": at})
    return opened


def has_desk(bureau: BureauCode) -> bool:
    """Whether the bureau's desk was opened."""
    return Desk.objects.filter(pk=bureau).exists()


def desk_since(bureau: BureauCode) -> datetime | None:
    """When the desk was opened; None when it was not."""
    return Desk.objects.filter(pk=bureau).values_list("since", flat=True).first()


def standing_of(file: Reference) -> str:
    """Where a file stands towards the members, in the words of the access table; empty when it is gone."""
    return File.objects.filter(pk=file).values_list("standing", flat=True).first() or ""


def desks() -> tuple[BureauCode, ...]:
    """Bureaus with a desk, by code."""
    return tuple(BureauCode(code) for code in Desk.objects.order_by("bureau").values_list("bureau", flat=True))


def waiting(bureau: BureauCode, *, most: int) -> list[Waiting]:
    """Texts nobody has looked at, the oldest first; none of a source that keeps the bureau from them."""
    rows = Arrival.objects.filter(~_denied(), bureau=bureau, screened_at=None).order_by("received_at", "item")[:most]
    return [_waiting(row) for row in rows]


def behind(bureau: BureauCode, revision: int, *, most: int) -> list[Waiting]:
    """Current texts that were compared with an older list than this, the oldest first."""
    rows = Arrival.objects.filter(~_denied(), bureau=bureau, current=True, revision__lt=revision)
    return [_waiting(row) for row in rows.exclude(screened_at=None).order_by("received_at", "item")[:most]]


def unexpected(bureau: BureauCode, on: date) -> list[tuple[Reference, datetime]]:
    """Items that the bureau holds and no arrival tells of: what came before the desk was opened, or slipped past."""
    told = Arrival.objects.filter(bureau=bureau, item=OuterRef("pk"))
    rows = _reached(bureau, on).filter(~Exists(told)).order_by("reached_at", "reference")
    return [(Reference(reference), at) for reference, at in rows.values_list("reference", "reached_at")]


def screened(bureau: BureauCode, item: str, text: str, *, revision: int, let_on: bool, at: datetime) -> None:
    """The text was looked at with the list of that revision; the first look stands in the proof of its day.

    Kept back, no older text of the item may be read either.
    """
    if not let_on:
        Arrival.objects.filter(bureau=bureau, item=item).update(let_on=False)
    row = Arrival.objects.get(bureau=bureau, item=item, text=text)
    row.revision, row.let_on, row.screened_at = revision, let_on, row.screened_at or at
    row.save()


def let_on(bureau: BureauCode, item: str) -> None:
    """Every text of the item that was looked at may be read from now on."""
    Arrival.objects.filter(bureau=bureau, item=item, screened_at__isnull=False).update(let_on=True)


def name(bureau: BureauCode, item: str, officers: Iterable[OfficerId]) -> None:
    """These officers, and nobody before them, may read the item at the desk."""
    Named.objects.filter(bureau=bureau, item=item).delete()
    Named.objects.bulk_create([Named(bureau=bureau, item=item, officer=officer) for officer in officers])


def hold_papers(bureau: BureauCode, item: str, papers: Iterable[str]) -> None:
    """These papers of the item are opened by nobody else until a duty officer has looked at them."""
    HeldPaper.objects.bulk_create([HeldPaper(bureau=bureau, item=item, sha256=sha) for sha in papers],
                                  ignore_conflicts=True)  # fmt: skip


def let_papers_on(bureau: BureauCode, item: str) -> None:
    """The item's papers may be opened from now on."""
    HeldPaper.objects.filter(bureau=bureau, item=item).delete()


def papers_let_on(sitting: Sitting, item: str, papers: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """The papers of an item without those the bureau's desk holds; all of them for the desk itself."""
    if sitting.role is MandateRole.DUTY_OFFICER or not papers:
        return papers
    held = set(HeldPaper.objects.filter(bureau=sitting.bureau, item=item).values_list("sha256", flat=True))
    return tuple(paper for paper in papers if paper.sha256 not in held)


def kept_back(bureau: BureauCode, items: Iterable[str]) -> frozenset[str]:
    """Those items that the desk has not let on: nobody else at the bureau may learn of them."""
    asked = frozenset(items)
    if not asked or not has_desk(bureau):
        return frozenset()
    free = Arrival.objects.filter(bureau=bureau, item__in=asked, let_on=True).values_list("item", flat=True)
    own = File.objects.filter(pk__in=asked, source=bureau).values_list("reference", flat=True)
    return asked - frozenset(free) - frozenset(own)


def received_on(bureau: BureauCode, day: date) -> list[tuple[str, str, datetime | None]]:
    """Item, text and instant of screening of everything received on that day, by id; None where nobody looked."""
    begin = _instant(day)
    rows = Arrival.objects.filter(bureau=bureau, received_at__gte=begin, received_at__lt=begin + timedelta(days=1))
    found = [(row.item, row.text, row.screened_at) for row in rows.order_by("item", "text")]
    held = _reached(bureau, day).filter(reached_at__gte=begin, reached_at__lt=begin + timedelta(days=1))
    told = {item for item, _, _ in found} | set(_told(bureau, held))
    slipped = [reference for reference in held.values_list("reference", flat=True) if reference not in told]
    return sorted([*found, *((reference, "", None) for reference in slipped)])


def _told(bureau: BureauCode, held) -> list[str]:  # type: ignore[no-untyped-def]
    rows = Arrival.objects.filter(bureau=bureau, item__in=held.values("reference"))
    return list(rows.values_list("item", flat=True))


def _reached(bureau: BureauCode, on: date):  # type: ignore[no-untyped-def]
    barred = Denied.objects.filter(Q(lifted_on=None) | Q(lifted_on__gt=on), file=OuterRef("pk"), bureau=bureau)
    sent = Recipient.objects.filter(file=OuterRef("pk"), bureau=bureau)
    to_me = Q(to_all=True) | Q(Exists(sent))
    rows = File.objects.filter(to_me, reached_at__isnull=False, standing__in=("in_force", "unreviewed", "suspended"))
    return rows.exclude(source=bureau).filter(~Exists(barred.filter(since__lte=on)))


def _denied() -> Exists:
    bars = Denied.objects.filter(file=OuterRef("file"), bureau=OuterRef("bureau"), lifted_on=None)
    return Exists(bars)


def _waiting(row: Arrival) -> Waiting:
    return Waiting(item=row.item, file=Reference(row.file), text=row.text, received_at=row.received_at,
                   revision=row.revision)  # fmt: skip


# --- what every reader of the bureau is asked


def free(bureau: BureauCode, item: str = "pk") -> Q:
    """Rows that the bureau's desk has let on, or any where it has none; `item`: the column that names the arrival.

    Of what ended or is suspended only the order is left to read: there it is enough that some text was let on.
    """
    mine = Arrival.objects.filter(bureau=bureau, item=OuterRef(item), let_on=True)
    now = Q(Exists(mine.filter(current=True)))
    if item == "pk":
        now |= Q(Exists(mine), standing__in=("removed", "suspended"))
    return ~Q(Exists(Desk.objects.filter(pk=bureau))) | now


def named(sitting: Sitting, item: str = "pk") -> Q:
    """Rows whose restricted file names this officer."""
    rows = Named.objects.filter(bureau=sitting.bureau, officer=sitting.officer, item=OuterRef(item))
    return Q(Exists(rows))
