"""Papers on the way: what a bureau still has to bring or to fetch, and what each bureau has brought."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from article3.exchange.models import Brought, PaperOwed
from article3.terms.communication import BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of an item by its hash, and how large its item says it is."""

    item: str
    sha256: str
    size_bytes: int


def owe(bureau: BureauCode, papers: Iterable[Paper], *, outgoing: bool) -> None:
    """The bytes of these papers are to travel: out with what is sent, or in after what was taken in. Twice is once."""
    rows = [PaperOwed(bureau=bureau, item=each.item, sha256=each.sha256, size_bytes=each.size_bytes, outgoing=outgoing)
            for each in papers]  # fmt: skip
    PaperOwed.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def owed(bureau: BureauCode, *, outgoing: bool, most: int = 100) -> tuple[Paper, ...]:
    """What is still to travel, the oldest first."""
    rows = PaperOwed.objects.filter(bureau=bureau, outgoing=outgoing).order_by("pk")[:most]
    return tuple(Paper(item=row.item, sha256=row.sha256, size_bytes=row.size_bytes) for row in rows)


def settled(bureau: BureauCode, paper: Paper, *, outgoing: bool) -> None:
    """It has arrived, or its item is gone."""
    PaperOwed.objects.filter(bureau=bureau, item=paper.item, sha256=paper.sha256, outgoing=outgoing).delete()


def dropped(bureau: BureauCode, item: str) -> None:
    """Nothing of an item that was removed is fetched any more."""
    PaperOwed.objects.filter(bureau=bureau, item=item, outgoing=False).delete()


def brought(bureau: BureauCode, sha256: str, at: datetime) -> None:
    """At the Secretariat: the bureau brought this paper whole."""
    Brought.objects.get_or_create(bureau=bureau, sha256=sha256, defaults={"at": at})


def not_brought(bureau: BureauCode, papers: Collection[str]) -> frozenset[str]:
    """Those of these papers that the bureau has not brought, whoever else may have."""
    found = Brought.objects.filter(bureau=bureau, sha256__in=set(papers)).values_list("sha256", flat=True)
    return frozenset(set(papers) - set(found)) if papers else frozenset()
