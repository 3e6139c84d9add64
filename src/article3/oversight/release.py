"""The public release of a year: counts, never by country, small ones and what would give them away left out.

A year is released when it is over, once: a later release never counts it again, so that no difference between two
releases is anybody's. The stock, which ties one year to the next, disappears for good once a flow into it was left
out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from article3.oversight.entry import Book
from article3.oversight.intake_figures import ground_of, outcome, times
from article3.oversight.office_figures import stock
from article3.oversight.suppression import FLOOR, TOTAL, Place, left_out, with_totals
from article3.oversight.tables import Period, period_of
from article3.terms.counting import CountedGround
from article3.terms.finding import Refused

ENOUGH_FOR_A_MEDIAN = 20
"""Below this many files a median could be one person's."""
COUNTED = ("notice_request", "diffusion")
PASSED = {"NoticePublished": "compliant", "ComplianceConfirmed": "compliant", "NoticeWithdrawn": "withdrawn",
          "FileExpired": "time_over", "HeldKeptBack": "kept_back"}  # fmt: skip
DICTIONARY: Mapping[str, str] = {
    "received": "Notice requests and diffusions received in the year.",
    "outcomes": "First outcome of notice requests (by colour) and diffusions in the year: compliant, withdrawn by the "
    "source, ended by time, kept back, or the ground on which it was found not compliant (article_2 holds the rights "
    "of the person and the refugee policy; article_3 the predominant character; the others are named in full).",
    "days_to_decision": f"Median whole days from receipt to decision, by channel, from {ENOUGH_FOR_A_MEDIAN} files on.",
    "standing": "Notices and confirmed diffusions standing at the end of the year.",
    "left_out": f"Small numbers (1 to {FLOOR - 1}) are not published, and others with them, so that the small ones "
    f"cannot be computed; which is which is not said. {TOTAL} is the sum of all, left-out ones included.",
}
"""What each table of a release means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """One table: the numbers that may be read, None where one is left out."""

    name: str
    cells: Mapping[Place, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is published of a year."""

    year: int
    tables: tuple[Public, ...] = field(default=())

    def table(self, name: str) -> Public:
        """A table by its name."""
        return next(table for table in self.tables if table.name == name)


def finished(book: Book, now: datetime) -> list[int]:
    """The years that may be released: those that are over."""
    return [year for year in book.years() if year < now.year]


def releases(book: Book, now: datetime, *, complementary: bool = True) -> tuple[Release, ...]:
    """Every release to date, oldest first; each made with the ones before it in view."""
    made: list[Release] = []
    for year in finished(book, now):
        period = period_of(book, year)
        made.append(release(year, counts(book, period), made, complementary=complementary))
    return tuple(made)


def release(year: int, counted: Mapping[str, Mapping[Place, int]], earlier: Sequence[Release], *,
            complementary: bool = True) -> Release:
    """A year's tables with everything left out that has to be. Raises Refused where a year would come twice."""
    if any(one.year >= year for one in earlier):
        raise Refused(f"{year} was released, or a later year: a year is released once, in order.", "Statistics")
    outcomes = _outcomes(counted["outcomes"], complementary)
    tables = (_line("received", counted["received"]), outcomes,
              _line("standing", {} if complementary and _tied(outcomes, earlier) else counted["standing"]),
              Public(name="days_to_decision", cells=dict(counted["days_to_decision"])))  # fmt: skip
    return Release(year=year, tables=tables)


def counts(book: Book, period: Period) -> dict[str, dict[Place, int]]:
    """The true numbers of a year, inside only."""
    outcomes: dict[Place, int] = {}
    began = [history for history in book if history.received and history.channel in COUNTED]
    for history in began:
        end = outcome(history)
        if end is not None and period.holds(end):
            place = history.kind, PASSED.get(end.what) or ground_of(history, end) or CountedGround.OTHER.value
            outcomes[place] = outcomes.get(place, 0) + 1
    return {
        "received": {("files", TOTAL): sum(period.holds(history.received) for history in began if history.received)},
        "outcomes": outcomes,
        "standing": {("files", TOTAL): sum(int(row.cells[0].value or 0) for row in stock(book, period))},
        "days_to_decision": {("median", row.label): round(row.cells[1].value or 0) for row in times(book, period)
                             if (row.cells[0].value or 0) >= ENOUGH_FOR_A_MEDIAN},
    }  # fmt: skip


def same_as_before(published: Mapping[str, Any], anew: Mapping[str, Any]) -> bool:
    """Whether a release made anew says of its year what was published of it, left-out places included."""
    return bool(published["year"] != anew["year"] or published["tables"] == anew["tables"])


def as_data(one: Release) -> dict[str, Any]:
    """A release for machines; `value` is null where a number is left out."""
    return {
        "year": one.year, "floor": FLOOR, "dictionary": dict(DICTIONARY),
        "tables": {table.name: [{"row": row, "column": column, "value": value}
                                for (row, column), value in table.cells.items()] for table in one.tables},
    }  # fmt: skip


def as_csv(made: Sequence[Release]) -> str:
    """Releases as one sheet: year, table, row, column, value, status."""
    text = io.StringIO()
    sheet = csv.writer(text, lineterminator="\n")
    sheet.writerow(("year", "table", "row", "column", "value", "status"))
    for one in made:
        for table in one.tables:
            for (row, column), value in table.cells.items():
                status = "left_out" if value is None else "published"
                sheet.writerow((one.year, table.name, row, column, "" if value is None else value, status))
    return text.getvalue()


def dictionary_csv() -> str:
    """The data dictionary as a sheet."""
    text = io.StringIO()
    sheet = csv.writer(text, lineterminator="\n")
    sheet.writerows((("term", "meaning"), *DICTIONARY.items()))
    return text.getvalue()


def _outcomes(cells: Mapping[Place, int], complementary: bool) -> Public:
    whole = with_totals(cells)
    out = left_out(whole, complementary=complementary)
    return Public(name="outcomes", cells={place: None if place in out else value for place, value in whole.items()})


def _line(name: str, cells: Mapping[Place, int]) -> Public:
    return Public(name=name, cells={place: value for place, value in cells.items() if value >= FLOOR})


def _tied(outcomes: Public, earlier: Sequence[Release]) -> bool:
    """Whether a flow into the stock was ever left out: the stock of two years would say something of it."""
    return any(table.cells.get((TOTAL, "compliant"), 0) is None
               for table in (*(one.table("outcomes") for one in earlier), outcomes))
