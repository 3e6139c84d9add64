"""What came in, what became of it, on which grounds, and how long that took."""

from __future__ import annotations

from collections.abc import Iterator

from article3.oversight.entry import Book, Entry, History
from article3.oversight.tables import Cell, Period, Row, count, counted_by, figure, spread

DAY_S = 86_400
OUTCOMES = {"NoticePublished": "compliant", "ComplianceConfirmed": "compliant", "RequestRefused": "not_compliant",
            "DiffusionRecalled": "not_compliant", "HeldKeptBack": "kept_back", "NoticeWithdrawn": "withdrawn",
            "FileExpired": "time_over"}  # fmt: skip
"""What ends the wait of a file, and how it is counted. A cancellation ends no wait: it undoes an approval (F09)."""
COLUMNS = ("compliant", "not_compliant", "withdrawn", "time_over", "kept_back")
AGAINST = ("RequestRefused", "DiffusionRecalled", "NoticeCancelled")


def received(book: Book, period: Period) -> tuple[Row, ...]:
    """Communications received in the year, by channel and colour."""
    entries = [each for history in book if (each := history.received) and period.holds(each)]
    return counted_by(entries, lambda entry: _kind(entry))


def outcome(history: History) -> Entry | None:
    """The entry that first decided what becomes of a file; None while it waits."""
    return next((entry for entry in history.entries if entry.what in OUTCOMES), None)


def outcomes(book: Book, period: Period) -> tuple[Row, ...]:
    """First outcomes in the year, by channel."""
    rows = []
    for channel in sorted({history.channel for history in book if history.channel}):
        found = [each for history in book if history.channel == channel
                 and (each := outcome(history)) and period.holds(each)]
        cells = tuple(count(entry for entry in found if OUTCOMES[entry.what] == column) for column in COLUMNS)
        if any(cell.value for cell in cells):
            rows.append(Row(label=channel, cells=cells))
    return tuple(rows)


def grounds(book: Book, period: Period) -> tuple[Row, ...]:
    """What was found not compliant in the year, by the ground that stands first."""
    rows = counted_by((entry for entry, _ in against(book, period)), _grounds_by_entry(book))
    total = sum(row.cells[0].value or 0 for row in rows) or 1
    return tuple(Row(label=row.label, cells=(*row.cells, Cell(value=round(100 * (row.cells[0].value or 0) / total, 1),
                                                              entries=row.cells[0].entries))) for row in rows)


def articles(book: Book, period: Period) -> tuple[Row, ...]:
    """Refused, recalled or cancelled in the year: Article 2, Article 3, any other reason."""
    return counted_by((entry for entry, _ in against(book, period)),
                      lambda entry: entry.codes.get("public", "other") or "other")


def times(book: Book, period: Period) -> tuple[Row, ...]:
    """Days from receipt to the first outcome by people, for what was decided in the year."""
    rows = []
    for channel in sorted({history.channel for history in book if history.channel}):
        taken = [((each.at - history.received.at).total_seconds() / DAY_S, each.sequence)
                 for history in book if history.channel == channel and history.received
                 and (each := outcome(history)) and period.holds(each) and _by_people(each)]
        if taken:
            rows.append(Row(label=channel, cells=spread(taken)))
    return tuple(rows)


def against(book: Book, period: Period) -> Iterator[tuple[Entry, History]]:
    """Every refusal, recall and cancellation in the year whose reason is non-compliance."""
    for history in book:
        for entry in history.all(*AGAINST):
            if period.holds(entry) and ground_of(history, entry):
                yield entry, history


def ground_of(history: History, entry: Entry) -> str:
    """The group of the first ground of the decision behind an ending; empty when it was no finding."""
    if entry.codes.get("code") == "not_answered":
        return "not_answered"
    decision = history.before(entry, "DecisionTaken")
    ground = decision.codes.get("ground", "") if decision else ""
    return ground or ("other" if entry.codes.get("public") else "")


def _grounds_by_entry(book: Book):  # type: ignore[no-untyped-def]
    return lambda entry: ground_of(book.histories[entry.reference], entry)


def _kind(entry: Entry) -> str:
    return entry.codes.get("colour") or entry.codes.get("channel", "")


def _by_people(entry: Entry) -> bool:
    return OUTCOMES[entry.what] in ("compliant", "not_compliant") and entry.codes.get("code") != "not_answered"


FIGURES = (
    figure("F01", received, "received"),
    figure("F02", outcomes, "compliant", "not_compliant", "withdrawn", "time_over", "kept_back", chart="stacked"),
    figure("F03", grounds, "findings", "per_cent"),
    figure("F04", articles, "findings"),
    figure("F05", times, "files", "median", "nine_in_ten", chart="none"),
)
