"""What figures are computed from: entries of the journal, with their codes, and one file's entries as its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of an act: no reading of a file is counted. `sequence` is its place in the journal."""

    sequence: int
    at: datetime
    what: str
    officer: str
    seat: str
    reference: str
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class History:
    """The entries on one file, in order of time."""

    reference: str
    entries: list[Entry] = field(default_factory=list)

    def first(self, *whats: str) -> Entry | None:
        """The first entry of these kinds."""
        return next((entry for entry in self.entries if entry.what in whats), None)

    def all(self, *whats: str) -> list[Entry]:
        """The entries of these kinds."""
        return [entry for entry in self.entries if entry.what in whats]

    @property
    def received(self) -> Entry | None:
        """How the file began."""
        return self.first("CommunicationReceived")

    @property
    def source(self) -> str:
        """The bureau that sent it; empty when the file began elsewhere."""
        return self.received.seat.removeprefix("bureau:") if self.received else ""

    @property
    def channel(self) -> str:
        """On which channel it came."""
        return self.received.codes.get("channel", "") if self.received else ""

    @property
    def kind(self) -> str:
        """Its colour, for a notice; its channel, for everything else."""
        return (self.received.codes.get("colour") or self.channel) if self.received else ""

    @property
    def families(self) -> tuple[str, ...]:
        """The families of its offences."""
        return tuple(self.received.codes.get("families", "").split()) if self.received else ()

    def before(self, entry: Entry, *whats: str) -> Entry | None:
        """The last entry of these kinds that came before another."""
        found = [each for each in self.entries if each.what in whats and _place(each) < _place(entry)]
        return found[-1] if found else None


def _place(entry: Entry) -> tuple[datetime, int]:
    return entry.at, entry.sequence


@dataclass(slots=True)
class Book:
    """The journal as it is counted: entries by file, and those on no file. It only grows, as the journal does."""

    histories: dict[str, History] = field(default_factory=dict)
    others: list[Entry] = field(default_factory=list)
    last: Entry | None = None

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in the entries that follow the last one."""
        touched = set()
        for entry in entries:
            assert self.last is None or entry.sequence > self.last.sequence, "an entry was counted twice"
            self.last = entry
            if not entry.reference:
                self.others.append(entry)
                continue
            history = self.histories.setdefault(entry.reference, History(entry.reference))
            history.entries.append(entry)
            touched.add(entry.reference)
        for reference in touched:
            self.histories[reference].entries.sort(key=_place)

    def __iter__(self) -> Iterator[History]:
        return iter(self.histories.values())

    def of_source(self, source: str, until: datetime) -> Book:
        """What one bureau's own files had behind them at an instant: what it may count before it is told more."""
        found = [entry for history in self if history.source == source for entry in history.entries if entry.at < until]
        book = Book()
        book.add(sorted(found, key=lambda entry: entry.sequence))
        return book

    @property
    def position(self) -> int:
        """How many entries of the journal lie behind the figures, readings included."""
        return self.last.sequence + 1 if self.last else 0

    def years(self) -> list[int]:
        """The years in which something was received or happened to a file, oldest first."""
        return sorted({entry.at.year for history in self for entry in history.entries})
