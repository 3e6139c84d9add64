"""The bureau's cabinet as tables: papers are sealed as they are kept and opened as they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec
from django.db.models import F

from article3.acts.at_home.looking import Posted
from article3.acts.at_home.ports import NotFound
from article3.lifecycle.events import Event
from article3.lifecycle.frontline import Incident, PreActionCheck, Reliance, Result
from article3.lifecycle.protective import Protected, RestrictedFile
from article3.national import seal
from article3.national.models import List, LogLine, NotSame, Paper
from article3.terms.communication import BureauCode
from article3.terms.coverage import DayCovered

KINDS: dict[type, str] = {
    Protected: "protected", RestrictedFile: "restricted", Result: "result", PreActionCheck: "check",
    Reliance: "reliance", Incident: "incident", DayCovered: "coverage",
}  # fmt: skip
"""What may lie in the cabinet, and under which word."""
Kept = TypeVar("Kept")
_READY = 8
_ready: dict[tuple[BureauCode, int, int, date, str], Posted] = {}
_encode = msgspec.json.Encoder(order="deterministic").encode


class Cabinet:
    """One bureau's cabinet, inside one transaction."""

    def __init__(self, bureau: BureauCode, at: datetime) -> None:
        self.bureau, self._at = bureau, at

    # --- papers

    def one(self, kind: type[Kept], id: str) -> Kept:
        """The paper with that id, locked for this transaction. Raises NotFound."""
        rows = Paper.objects.select_for_update().filter(bureau=self.bureau, kind=KINDS[kind], id=id)
        row = rows.first() if id.isprintable() else None
        if row is None:
            raise NotFound
        return self._open(kind, row)

    def find(self, kind: type[Kept], id: str) -> Kept | None:
        """The paper with that id to be read; None when there is none."""
        row = Paper.objects.filter(bureau=self.bureau, kind=KINDS[kind], id=id).first() if id.isprintable() else None
        return None if row is None else self._open(kind, row)

    def every(self, kind: type[Kept], *, item: str = "", only_open: bool = False, most: int | None = None
              ) -> tuple[Kept, ...]:  # fmt: skip
        """Papers of a kind, the newest first; those on one item if it is named."""
        rows = Paper.objects.filter(bureau=self.bureau, kind=KINDS[kind], **({"item": item} if item else {}))
        rows = rows.filter(open=True) if only_open else rows
        return tuple(self._open(kind, row) for row in rows.order_by("-at", "row")[:most])

    def items(self, kind: type, items: Iterable[str]) -> frozenset[str]:
        """Those of the items that an open paper of the kind is about."""
        rows = Paper.objects.filter(bureau=self.bureau, kind=KINDS[kind], open=True, item__in=set(items))
        return frozenset(rows.values_list("item", flat=True))

    def keep(self, paper: Any) -> None:
        """Keep a new paper, or the newer state of one."""
        kind, id, values = self._values(paper)
        Paper.objects.update_or_create(
            bureau=self.bureau, kind=kind, id=id, defaults=values, create_defaults=values | {"at": self._at}
        )

    def keep_new(self, papers: Iterable[Any]) -> None:
        """Keep several papers, none of which is kept yet, in one step."""
        rows = [Paper(bureau=self.bureau, kind=kind, id=id, at=self._at, **values)
                for kind, id, values in map(self._values, papers)]  # fmt: skip
        Paper.objects.bulk_create(rows)

    def _values(self, paper: Any) -> tuple[str, str, dict[str, Any]]:
        kind, id = KINDS[type(paper)], str(paper.id)
        closed = getattr(paper, "closed_at", None) is not None
        sealed = seal.seal(_encode(paper), bureau=self.bureau, place=f"{kind}/{id}")
        return kind, id, {"item": getattr(paper, "item", ""), "open": not closed, "sealed": sealed}

    def _open(self, kind: type[Kept], row: Paper) -> Kept:
        content = seal.unseal(bytes(row.sealed), bureau=self.bureau, place=f"{row.kind}/{row.id}")
        return msgspec.json.decode(content, type=kind)

    # --- the list

    @property
    def revision(self) -> int:
        """How often the list was changed."""
        return List.objects.filter(pk=self.bureau).values_list("revision", flat=True).first() or 0

    def next_revision(self) -> int:
        """The number of a change that is being made."""
        List.objects.get_or_create(bureau=self.bureau)
        List.objects.filter(pk=self.bureau).update(revision=F("revision") + 1)
        return self.revision

    def lookout(self, *, after: int, on: date) -> Posted:
        """The entries that hold on that day and came on the list after that revision, ready to be looked for."""
        return _posted(self, self.revision, after, on)

    # --- pairs judged not the same

    def pair(self, one: str, other: str) -> str:
        """The mark under which a judgement of two is remembered; the order makes no difference."""
        return seal.mark("\n".join(sorted((one, other))), bureau=self.bureau)

    def remember_not_same(self, pairs: Iterable[str]) -> None:
        """These pairs are not asked about again."""
        NotSame.objects.bulk_create([NotSame(bureau=self.bureau, mark=pair) for pair in pairs], ignore_conflicts=True)

    def judged_not_same(self, pairs: Iterable[str]) -> frozenset[str]:
        """Those of the pairs that were judged not the same."""
        rows = NotSame.objects.filter(bureau=self.bureau, mark__in=set(pairs))
        return frozenset(rows.values_list("mark", flat=True))

    # --- the log

    def write_down(self, *events: Event) -> None:
        """A line in the desk's own log for each (RPD 126): nobody else's journal tells that the desk did anything."""
        self._log(*({"what": type(event).__name__, "event": msgspec.to_builtins(event)} for event in events))

    def note(self, what: str, *, officer: str, why: str, references: Iterable[str], about: str = "") -> None:
        """A line in the log for a reading."""
        self._log({"what": f"read:{what}", "officer": officer, "why": why, "references": list(references),
                   "about": about, "at": self._at.isoformat()})  # fmt: skip

    def _log(self, *contents: dict[str, Any]) -> None:
        List.objects.select_for_update().get_or_create(bureau=self.bureau)
        last = LogLine.objects.filter(bureau=self.bureau).order_by("-number").first()
        first, chain, lines = (last.number + 1 if last else 0), (last.chain if last else ""), []
        for number, content in enumerate(contents, first):
            sealed = seal.seal(_encode(content), bureau=self.bureau, place=f"log/{number}")
            chain = _link(chain, sealed)
            lines.append(LogLine(bureau=self.bureau, number=number, sealed=sealed, chain=chain))
        LogLine.objects.bulk_create(lines)

    def log(self) -> Iterator[dict[str, Any]]:
        """Every line, in order. Raises seal.Broken where one was changed, taken out or put in."""
        before = ""
        rows = LogLine.objects.filter(bureau=self.bureau).order_by("number")
        for number, row in enumerate(rows.iterator()):
            if row.number != number or row.chain != _link(before, bytes(row.sealed)):
                raise seal.Broken(f"line {number} of the log of {self.bureau} is not the one that was written")
            before = row.chain
            yield msgspec.json.decode(seal.unseal(bytes(row.sealed), bureau=self.bureau, place=f"log/{number}"))


def bureaus_with(kind: type) -> tuple[BureauCode, ...]:
    """Bureaus whose cabinet here holds an open paper of a kind."""
    rows = Paper.objects.filter(kind=KINDS[kind], open=True).values_list("bureau", flat=True)
    return tuple(map(BureauCode, sorted(set(rows.distinct()))))


def _posted(cabinet: Cabinet, revision: int, after: int, on: date) -> Posted:
    """Made once a process for a list as it stands; the entries lie open in memory only."""
    rows = Paper.objects.filter(bureau=cabinet.bureau, kind=KINDS[Protected]).order_by("-row")
    known = (cabinet.bureau, revision, after, on, rows.values_list("id", flat=True).first() or "")
    if known not in _ready:
        while len(_ready) >= _READY:
            del _ready[next(iter(_ready))]
        entries = cabinet.every(Protected)
        _ready[known] = Posted(tuple(entry for entry in entries if entry.revision > after), on)
    return _ready[known]


def _link(before: str, sealed: bytes) -> str:
    return hashlib.blake2b(before.encode() + sealed, digest_size=32).hexdigest()
