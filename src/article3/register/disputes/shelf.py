"""Disputes kept and read: by the acts inside their transaction, by readers filtered to what they may know."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec

from article3.access.decision import Ties, may_read, role_of
from article3.access.words import Kind, Role
from article3.acts.ports import Changed, NotFound
from article3.lifecycle.dispute import Dispute
from article3.register.disputes.models import DisputeRow
from article3.register.models import File
from article3.register.sight import Sight
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.sitting import Sitting

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Dispute).decode
_AT_MOST = 200


class Disputes:
    """The part of the register's adapter that keeps disputes."""

    def dispute(self, dispute: Reference) -> Dispute:
        """A dispute, locked for this transaction; raises NotFound."""
        row = DisputeRow.objects.select_for_update().filter(pk=dispute).first()
        if row is None:
            raise NotFound
        return _decode(bytes(row.body))

    def open_disputes(self, bureau: BureauCode, source: BureauCode) -> tuple[Dispute, ...]:
        """The disputes of one bureau against items of one source that nobody has answered."""
        rows = DisputeRow.objects.filter(bureau=bureau, source=source, open=True).order_by("at", "reference")
        return tuple(_decode(bytes(row.body)) for row in rows)

    def is_disputed(self, file: Reference) -> bool:
        """Whether a dispute of the file waits for its answer."""
        return DisputeRow.objects.filter(file=file, open=True).exists()

    def keep_dispute(self, dispute: Dispute) -> None:
        """Keep a new dispute, or one a version on; raises Changed."""
        values = {"version": dispute.version, "file_id": dispute.file, "source": dispute.source, "at": dispute.at,
                  "bureau": dispute.bureau, "open": dispute.open, "answer_by": dispute.answer_by,
                  "body": _encode(dispute)}  # fmt: skip
        if dispute.version == 1:
            DisputeRow.objects.create(reference=dispute.reference, **values)
        elif not DisputeRow.objects.filter(pk=dispute.reference, version=dispute.version - 1).update(**values):
            raise Changed


def of_bureau(sitting: Sitting) -> tuple[Dispute, ...]:
    """What the sitting's own bureau disputes, the latest first, without the reasons that stay inside."""
    read = may_read(Kind.CONSULTATION, role_of(sitting), sitting.clearance, Ties(concerns_me=True))
    if sitting.bureau is None or not read:
        raise NotFound
    rows = DisputeRow.objects.filter(bureau=sitting.bureau).order_by("-at", "reference")[:_AT_MOST]
    return tuple(outward(_decode(bytes(row.body))) for row in rows)


def waiting(sitting: Sitting, at: datetime) -> tuple[Dispute, ...]:
    """Open disputes of files whose line this reviewer may read, the nearest day first."""
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    seen = File.objects.filter(Sight(sitting, day_of(at)).content())
    rows = DisputeRow.objects.filter(open=True, file__in=seen).order_by("answer_by", "reference")[:_AT_MOST]
    return tuple(_decode(bytes(row.body)) for row in rows)


def of_file(reference: Reference) -> tuple[Dispute, ...]:
    """The disputes of one file, for its reviewer: wiring has read the file for that reviewer first."""
    rows = DisputeRow.objects.filter(file=reference).order_by("at", "reference")
    return tuple(_decode(bytes(row.body)) for row in rows)


def outward(known: Dispute) -> Dispute:
    """A dispute as the bureau that raised it reads it."""
    return replace(known, because="", answered_by=None)
