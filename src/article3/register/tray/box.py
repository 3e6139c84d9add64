"""The adapter of the tray: letters and orders as records, no rule of any kind."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from article3.register.tray.models import Letter, Ordered
from article3.terms.communication import Reference
from article3.terms.redress import CommissionOrder, Measured

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """A letter as the Secretariat reads it."""

    id: str
    kind: str
    body: dict[str, Any]
    at: datetime
    done_at: datetime | None
    reminded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderShown:
    """An order and how far it is."""

    id: str
    file: Reference
    measure: Measured
    due_on: date
    received_at: datetime
    because: str
    complete_at: datetime | None


def known(letter: str) -> bool:
    """Whether this letter was taken in before."""
    return Letter.objects.filter(pk=letter).exists()


def keep(letter: str, kind: str, body: dict[str, Any], at: datetime, *, outgoing: bool, done: bool = False) -> None:
    """Keep a letter; with `done` nothing is left to do about it."""
    Letter.objects.create(id=letter, kind=kind, body=json.dumps(body, ensure_ascii=False).encode(), at=at,
                          outgoing=outgoing, done_at=at if done else None)  # fmt: skip


def open_letters(kind: str = "question") -> tuple[LetterShown, ...]:
    """Questions of the Commission nobody has answered, the oldest first."""
    recalled = _shown(Letter.objects.filter(outgoing=False, kind="reminder").order_by("-at"))
    reminded = {letter.body.get("question") for letter in recalled}
    found = _shown(Letter.objects.filter(outgoing=False, done_at=None, kind=kind).order_by("at"))
    return tuple(replace(letter, reminded=letter.id in reminded) for letter in found)


def letter(which: str) -> LetterShown | None:
    """One open letter, locked for this transaction; None when there is none."""
    found = _shown(Letter.objects.select_for_update().filter(pk=which, outgoing=False, done_at=None))
    return found[0] if found else None


def answered(which: str, at: datetime) -> None:
    """Nothing is left to do about an incoming letter."""
    Letter.objects.filter(pk=which, outgoing=False).update(done_at=at)


def waiting() -> tuple[LetterShown, ...]:
    """Letters to the Commission it has not said to have."""
    return _shown(Letter.objects.filter(outgoing=True, done_at=None).order_by("at"))


def had(letters: list[str], at: datetime) -> None:
    """The Commission has these."""
    Letter.objects.filter(pk__in=letters[:MOST], outgoing=True, done_at=None).update(done_at=at)


def take_order(order: CommissionOrder, at: datetime, because: str = "") -> None:
    """Keep an order that was carried out here, or, with a reason, could not be."""
    Ordered.objects.create(id=order.id, file=order.file, measure=order.measure.value, due_on=order.due_on,
                           received_at=at, because=because)  # fmt: skip


def orders(*, only_open: bool = False, most: int = MOST) -> tuple[OrderShown, ...]:
    """Orders, those that are not complete first."""
    rows = Ordered.objects.filter(complete_at=None) if only_open else Ordered.objects.all()
    return tuple(OrderShown(id=row.id, file=Reference(row.file), measure=Measured(row.measure), due_on=row.due_on,
                            received_at=row.received_at, because=row.because, complete_at=row.complete_at)
                 for row in rows.order_by("-complete_at", "due_on", "id")[:most])  # fmt: skip


def reported(order: str, report: dict[str, Any], at: datetime, *, complete: bool) -> bool:
    """Note what is reported on an order; False when just that was reported before."""
    digest = hashlib.blake2b(json.dumps(report, sort_keys=True).encode(), digest_size=32).digest()
    changed = Ordered.objects.filter(pk=order).exclude(reported=digest)
    return bool(changed.update(reported=digest, complete_at=at if complete else None))


def _shown(rows: Any) -> tuple[LetterShown, ...]:
    return tuple(LetterShown(id=row.id, kind=row.kind, body=json.loads(bytes(row.body)), at=row.at,
                             done_at=row.done_at) for row in rows[:MOST])  # fmt: skip
