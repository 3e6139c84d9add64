"""The adapter of the letters' table: what is in the post, what came, and which request a letter belongs to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from article3.commission.register.models import LetterRow, RequestRow

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of either direction."""

    id: str
    kind: str
    request: str
    body: dict[str, Any]
    at: datetime


class Post:
    """Letters put into the post, in the transaction of the act."""

    def send(self, kind: str, body: dict[str, Any], *, id: str, about: str, at: datetime) -> None:
        """Put one letter into the post. The request it belongs to stays here."""
        _keep(id, kind, body, about, at, outgoing=True)


def in_the_post() -> tuple[Letter, ...]:
    """Letters whose receipt is not here, the oldest first."""
    return _read(LetterRow.objects.filter(outgoing=True, done_at=None).order_by("at", "id"))


def arrived() -> list[str]:
    """Ids of the latest letters we have: the other side may stop handing them out."""
    rows = LetterRow.objects.filter(outgoing=False).order_by("-at")
    return list(rows.values_list("id", flat=True)[:MOST])


def receipts(ids: list[str], at: datetime) -> None:
    """The Secretariat has these."""
    LetterRow.objects.filter(pk__in=ids, outgoing=True).update(done_at=at)


def take_in(letter: dict[str, Any], at: datetime) -> str | None:
    """Keep a letter that came; the request it belongs to, empty when to none, None for one we have."""
    if LetterRow.objects.filter(pk=letter["id"]).exists():
        return None
    answers = letter["body"].get("order") or letter["body"].get("question") or ""
    about = LetterRow.objects.filter(pk=answers, outgoing=True).values_list("request", flat=True).first() or ""
    _keep(letter["id"], letter["kind"], letter["body"], about, at, outgoing=False)
    return about if RequestRow.objects.filter(pk=about).exists() else ""


def of_kind(kind: str) -> tuple[Letter, ...]:
    """The latest letters of one kind that came."""
    return _read(LetterRow.objects.filter(outgoing=False, kind=kind).order_by("-at"))


def sent_about(whats: list[str]) -> frozenset[str]:
    """About which of these something was sent."""
    return frozenset(LetterRow.objects.filter(outgoing=True, request__in=whats).values_list("request", flat=True))


def _keep(id: str, kind: str, body: dict[str, Any], about: str, at: datetime, *, outgoing: bool) -> None:
    LetterRow.objects.create(id=id, outgoing=outgoing, kind=kind, request=about, at=at,
                             body=json.dumps(body, ensure_ascii=False).encode())  # fmt: skip


def _read(rows: Any) -> tuple[Letter, ...]:
    return tuple(Letter(id=row.id, kind=row.kind, request=row.request, at=row.at, body=json.loads(bytes(row.body)))
                 for row in rows[:MOST])  # fmt: skip
