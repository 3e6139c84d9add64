"""The adapter of the wing's tables: requests are kept whole, one version on, and found by code, stage or ground."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import IntegrityError, transaction

from article3.commission.lifecycle.chamber import SIMPLE
from article3.commission.lifecycle.request import CommissionRequest, Stage
from article3.commission.lifecycle.timetable import next_due, urgent
from article3.commission.register.models import AboutFile, DecidedOn, Look, PaperKept, RequestRow
from article3.commission.register.papers import library
from article3.commission.register.router import COMMISSION
from article3.terms.communication import Reference
from article3.terms.facts_commission import CommissionOutcome
from article3.terms.reasons import Ground
from article3.terms.sitting import OfficerId

LARGEST_LIST = 500
QUOTED = 16
"""How much of a reference applicants read on their page."""
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(CommissionRequest).decode
PERSON = b"article3.code"


class NotFound(Exception):
    """Absent and forbidden are the same answer."""


class Changed(Exception):
    """Somebody else changed the request since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the desk's list, without opening the document."""

    reference: Reference
    stage: Stage
    wish: str
    received_at: datetime
    due_on: date | None
    urgent: bool
    simple: bool
    case_officer: str
    rapporteur: str


def digest_of(code: str) -> bytes:
    """What is kept of a receipt code: without the wing's key it says nothing."""
    return hashlib.blake2b(code.encode(), key=settings.COMMISSION_KEY, digest_size=32, person=PERSON).digest()


class Shelf:
    """The Commission's requests. Used inside `transaction.atomic(using="commission")`, opened by wiring."""

    def add(self, request: CommissionRequest, code: str) -> None:
        """Keep a new request under its receipt code; raises Changed when reference or code is taken."""
        try:
            with transaction.atomic(using=COMMISSION):
                RequestRow.objects.create(code=digest_of(code), **_columns(request))
        except IntegrityError:
            raise Changed from None

    def request(self, reference: str) -> CommissionRequest:
        """One request, locked for this transaction; raises NotFound."""
        row = RequestRow.objects.select_for_update().filter(pk=_plain(reference)).only("body").first()
        if row is None:
            raise NotFound
        return _decode(row.body)

    def keep(self, request: CommissionRequest) -> CommissionRequest:
        """Keep a request one version on; raises Changed when the stored version is not the one it began from."""
        kept = replace(request, version=request.version + 1)
        done = RequestRow.objects.filter(pk=request.reference, version=request.version).update(**_columns(kept))
        if not done:
            raise Changed
        _beside(kept)
        return kept

    def keep_paper(self, digest: str, content: bytes) -> None:
        """Keep the bytes of a paper under their digest; the same bytes twice are kept once."""
        assert hashlib.sha256(content).hexdigest() == digest, "a paper under another's digest"
        PaperKept.objects.get_or_create(digest=digest, defaults={"content": content})

    def paper(self, digest: str) -> bytes:
        """The bytes of a paper; raises NotFound."""
        row = PaperKept.objects.filter(pk=digest).first()
        if row is None:
            raise NotFound
        return bytes(row.content)

    def publish(self, title: str, text: str, *, language: str, outcome: CommissionOutcome,
                grounds: Iterable[Ground], on: date) -> str:  # fmt: skip
        """Put a decision without names into the public library; its number."""
        return library.publish(title, text, language=language, outcome=outcome, grounds=grounds, on=on)

    def note(self, what: str, *, officer: OfficerId, reference: str = "", why: str = "", at: datetime,
             of: Any = None) -> None:  # fmt: skip
        """Write an act or a look into the wing's own log; content only as a keyed digest."""
        mark = hashlib.blake2b(_encode(of), key=settings.COMMISSION_KEY, digest_size=32).hexdigest() if of else ""
        Look.objects.create(at=at, officer=officer, what=what, reference=reference, why=why, digest=mark)


def by_code(code: str) -> CommissionRequest | None:
    """The request with that receipt code, or None. One look-up by a digest, found or not."""
    row = RequestRow.objects.filter(code=digest_of(code)).only("body").first()
    return None if row is None else _decode(row.body)


def one(reference: str) -> CommissionRequest:
    """One request to read; raises NotFound."""
    row = RequestRow.objects.filter(pk=_plain(reference)).only("body").first()
    if row is None:
        raise NotFound
    return _decode(row.body)


def beginning_with(said: str) -> CommissionRequest | None:
    """The one request whose reference begins so, as applicants quote it; None for fewer than 16 characters."""
    if len(said) < QUOTED or not set(said) <= set("0123456789abcdef"):
        return None
    rows = list(RequestRow.objects.filter(reference__startswith=said).only("body")[:2])
    return _decode(rows[0].body) if len(rows) == 1 else None


def lines(stages: Iterable[Stage] = tuple(Stage), *, rapporteur: str = "", simple: bool = False,
          most: int = LARGEST_LIST) -> tuple[Line, ...]:  # fmt: skip
    """The list of the desk: urgent ones first, then by the next day something is owed; `simple`: that lane alone."""
    rows = RequestRow.objects.filter(stage__in=[stage.value for stage in stages])
    rows = rows.filter(rapporteur=rapporteur) if rapporteur else rows
    rows = rows.filter(wish__in=SIMPLE) if simple else rows
    rows = rows.defer("body").order_by("-urgent", "due_on", "reference")[:most]
    return tuple(Line(reference=Reference(row.reference), stage=Stage(row.stage), wish=row.wish,
                      received_at=row.received_at, due_on=row.due_on, urgent=row.urgent, simple=row.wish in SIMPLE,
                      case_officer=row.case_officer, rapporteur=row.rapporteur) for row in rows)  # fmt: skip


def whole(references: Iterable[str]) -> tuple[CommissionRequest, ...]:
    """These requests to read, in order of reference."""
    rows = RequestRow.objects.filter(pk__in=set(references)).order_by("reference").only("body")
    return tuple(_decode(row.body) for row in rows)


def about(file: str) -> tuple[CommissionRequest, ...]:
    """The requests about one file of the Organization."""
    return whole(AboutFile.objects.filter(file=file).values_list("request_id", flat=True))


def decided_on(grounds: Iterable[Ground], *, apart_from: str = "", most: int = 50) -> tuple[CommissionRequest, ...]:
    """Decided requests on any of these grounds."""
    found = DecidedOn.objects.filter(ground__in=[ground.value for ground in grounds]).exclude(request=apart_from)
    return whole(found.order_by("-id").values_list("request_id", flat=True)[:most])


def looks(reference: str, most: int = 200, *, what: str = "") -> tuple[Look, ...]:
    """Who looked at or did something (or just `what`) on a request or file, the latest first."""
    found = Look.objects.filter(reference=reference, **({"what": what} if what else {}))
    return tuple(found.order_by("-at", "-id")[:most])


def _columns(request: CommissionRequest) -> dict[str, Any]:
    said = request.application
    return {
        "reference": request.reference, "version": request.version, "stage": request.stage.value,
        "wish": said.wish.value if said.wish else "", "received_at": request.received_at,
        "due_on": next_due(request), "urgent": urgent(request), "simple": said.wish in SIMPLE,
        "case_officer": request.case_officer.officer if request.case_officer else "",
        "rapporteur": request.rapporteur.officer if request.rapporteur else "", "body": _encode(request),
    }  # fmt: skip


def _beside(request: CommissionRequest) -> None:
    """The rows by which a request is found; they only grow."""
    known = {found.reference for found in request.identified}
    AboutFile.objects.bulk_create([AboutFile(request_id=request.reference, file=file) for file in sorted(known)],
                                  ignore_conflicts=True)  # fmt: skip
    if request.decision and not DecidedOn.objects.filter(request=request.reference).exists():
        DecidedOn.objects.bulk_create([DecidedOn(request_id=request.reference, ground=ground.value)
                                       for ground in request.decision.grounds])  # fmt: skip


def _plain(reference: str) -> str:
    if len(reference) != 32 or not set(reference) <= set("0123456789abcdef"):
        raise NotFound
    return reference
