"""A figure: its definition, its query and a table of which every cell knows the entries it was counted from."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from math import ceil
from statistics import median as _median

from article3.oversight.entry import Book, Entry

Number = int | float | None
"""None: there is nothing to give a figure of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number and the journal's entries behind it, by sequence."""

    value: Number
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table; `label` is a code of a closed list, or a country's, or a month."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year, and the last instant that is looked at: the end of the year, or of the journal when that is earlier."""

    year: int
    until: datetime

    def holds(self, entry: Entry) -> bool:
        """Whether an entry falls into the year."""
        return entry.at.astimezone(UTC).year == self.year and entry.at <= self.until

    def by_now(self, entry: Entry) -> bool:
        """Whether an entry had been written by the end."""
        return entry.at <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One entry of the catalogue. `computed` makes the rows; the columns are codes too."""

    id: str
    title: str
    definition: str
    query: str
    unit: str
    columns: tuple[str, ...]
    computed: Callable[[Book, Period], tuple[Row, ...]]
    chart: str = "bars"  # of the first column; stacked: of all; none
    by_country: bool = False  # never leaves the Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure computed for one year, with the data cut and the journal's position."""

    figure: Figure
    period: Period
    position: int
    rows: tuple[Row, ...]


def figure(id: str, computed: Callable[[Book, Period], tuple[Row, ...]], *columns: str, chart: str = "bars",
           by_country: bool = False) -> Figure:
    """A figure with its words, which stand in `figures.toml`."""
    words = _words()[id]
    return Figure(id=id, computed=computed, columns=columns, chart=chart, by_country=by_country, title=words["title"],
                  definition=words["definition"], query=words["query"], unit=words["unit"])


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("article3.oversight") / "figures.toml").read_text(encoding="utf-8"))


def period_of(book: Book, year: int) -> Period:
    """The year as far as the journal reaches."""
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    last = max((entry.at for history in book for entry in history.entries), default=end)
    return Period(year=year, until=min(end, last))


def told(figure: Figure, book: Book, period: Period) -> Told:
    """The figure for a year of the journal."""
    return Told(figure=figure, period=period, position=book.position, rows=figure.computed(book, period))


def count(entries: Iterable[Entry]) -> Cell:
    """How many entries."""
    found = tuple(sorted(entry.sequence for entry in entries))
    return Cell(value=len(found), entries=found)


def counted_by(entries: Iterable[Entry], label: Callable[[Entry], str]) -> tuple[Row, ...]:
    """A row for each label with its count, the largest first."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(label(entry), []).append(entry)
    rows = [Row(label=name, cells=(count(found),)) for name, found in groups.items()]
    return tuple(sorted(rows, key=lambda row: (-(row.cells[0].value or 0), row.label)))


def spread(values: Iterable[tuple[float, int]]) -> tuple[Cell, Cell, Cell]:
    """Number, median and the value nine in ten stay within, of (value, sequence) pairs; one decimal."""
    found = sorted(values)
    entries = tuple(sorted(sequence for _, sequence in found))
    if not found:
        return Cell(value=0), Cell(value=None), Cell(value=None)
    numbers = [value for value, _ in found]
    p90 = numbers[ceil(0.9 * len(numbers)) - 1]
    return (Cell(value=len(numbers), entries=entries), Cell(value=round(_median(numbers), 1), entries=entries),
            Cell(value=round(p90, 1), entries=entries))
