"""What the Secretariat keeps about bureaus, rules and its own work: measures, replies, drafts, questions, audits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

import msgspec

from article3.acts.ports import Changed, NotFound
from article3.lifecycle.ledger import KINDS, LedgerPage
from article3.register.ledger.models import Page
from article3.terms.communication import Reference

_encode = msgspec.json.Encoder().encode
_decode: dict[type, Any] = {kind: msgspec.json.Decoder(kind).decode for kind in KINDS}
P = TypeVar("P", bound=LedgerPage)
MOST = 500
"""Pages read at once; the oldest to fall due come first."""


class LedgerPages:
    """The ledger's part of the register."""

    def ledger_page(self, kind: type[P], reference: Reference) -> P:
        """One page, locked for this transaction; raises NotFound."""
        row = Page.objects.select_for_update().filter(pk=reference, kind=KINDS[kind]).first()
        if row is None:
            raise NotFound
        return _read(kind, row)

    def ledger_pages(self, kind: type[P], *, about: str = "") -> tuple[P, ...]:
        """Pages of a kind, open ones first, the next to fall due on top."""
        return several(kind, about=about)

    def keep_page(self, page: LedgerPage) -> None:
        """Keep a new page, or one a version on; raises Changed when somebody else changed it meanwhile."""
        values: dict[str, Any] = {
            "version": page.version, "kind": KINDS[type(page)], "about": page.about, "due_on": page.due_on,
            "is_open": page.is_open, "body": _encode(page)}  # fmt: skip
        if page.version == 1:
            if Page.objects.filter(pk=page.reference).exists():
                raise Changed
            Page.objects.create(reference=page.reference, **values)
        elif not Page.objects.filter(pk=page.reference, version=page.version - 1).update(**values):
            raise Changed


def several(kind: type[P], *, about: str = "", open_only: bool = False, due_by: date | None = None) -> tuple[P, ...]:
    """Pages of a kind; about one bureau or file, only those still open, only those due by a day."""
    rows = Page.objects.filter(kind=KINDS[kind]).order_by("-is_open", "due_on", "reference")
    if about:
        rows = rows.filter(about=about)
    if open_only or due_by is not None:
        rows = rows.filter(is_open=True)
    if due_by is not None:
        rows = rows.filter(due_on__lte=due_by)
    return tuple(_read(kind, row) for row in rows[:MOST])


def those(kind: type[P], references: Iterable[Reference]) -> tuple[P, ...]:
    """Pages of a kind by their references, as far as there are such."""
    rows = Page.objects.filter(kind=KINDS[kind], pk__in=set(references)).order_by("reference")
    return tuple(_read(kind, row) for row in rows)


def _read(kind: type[P], row: Page) -> P:
    found: P = _decode[kind](bytes(row.body))
    return found
