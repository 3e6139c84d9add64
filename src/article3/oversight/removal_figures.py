"""Recalls and deletions, the harm window of what was recalled, approvals that did not last."""

from __future__ import annotations

from article3.oversight.entry import Book, Entry, History
from article3.oversight.tables import Cell, Period, Row, count, counted_by, figure, spread

HOUR_S = 3_600
APPROVED = ("NoticePublished", "ComplianceConfirmed")
OVERTURNED_BY = {"DiffusionRecalled": "secretariat", "NoticeCancelled": "secretariat",
                 "AuditFoundWrong": "audit", "DataOrderedDeleted": "commission"}  # fmt: skip
"""What undoes an approval, and whose finding it was."""


def recalls(book: Book, period: Period) -> tuple[Row, ...]:
    """Recalls ordered in the year: removals owed, signed for by the end, and still outstanding."""
    ordered, owed, signed, acted = list[Entry](), list[str](), list[Entry](), list[Entry]()
    for history in book:
        for order in history.all("DiffusionRecalled"):
            if period.holds(order):
                ordered.append(order)
                owed.extend(order.codes.get("owing", "").split())
                answers = _signatures(history, order, period)
                signed.extend(answers)
                acted.extend(each for each in answers if each.codes.get("answer") == "acted_before")
    outstanding = Cell(value=len(owed) - len(signed), entries=tuple(sorted(each.sequence for each in ordered)))
    if not ordered:
        return ()
    return (Row(label="recalls", cells=(count(ordered), Cell(value=len(owed), entries=count(ordered).entries),
                                        count(signed), outstanding, count(acted))),)


def deletions(book: Book, period: Period) -> tuple[Row, ...]:
    """How data left the files in the year."""
    whats = ("FileExpired", "DataDeleted", "NoticeWithdrawn", "NoticeCancelled", "RemovalSigned")
    entries = [entry for history in book for entry in history.all(*whats) if period.holds(entry)]
    return counted_by(entries, lambda entry: entry.what)


def harm_windows(book: Book, period: Period) -> tuple[Row, ...]:
    """Hours a recalled diffusion stood at a holder, from going out to that holder's signature."""
    closed, still = [], []
    for history in book:
        order = history.first("DiffusionRecalled")
        went_out = _went_out(history)
        if order is None or went_out is None or not period.holds(order):
            continue
        answers = _signatures(history, order, period)
        closed += [((each.at - went_out.at).total_seconds() / HOUR_S, each.sequence) for each in answers]
        if len(answers) < len(order.codes.get("owing", "").split()):
            still.append(order)
    rows = [Row(label="signed", cells=spread(closed))] if closed else []
    if closed or still:
        rows.append(Row(label="open", cells=(count(still), Cell(value=None), Cell(value=None))))
    return tuple(rows)


def approvals(history: History) -> list[Entry]:
    """The entries by which a file was found compliant."""
    return history.all(*APPROVED)


def overturned(history: History, approval: Entry) -> Entry | None:
    """The entry that undid an approval; a cancellation because the purpose is met undoes nothing."""
    for entry in history.entries:
        if entry.at >= approval.at and entry.what in OVERTURNED_BY and entry.sequence != approval.sequence \
                and (entry.what != "NoticeCancelled" or entry.codes.get("public") or _found_against(history, entry)):
            return entry
    return None


def overturns(book: Book, period: Period) -> tuple[Row, ...]:
    """Approvals of the year, and how many of them were overturned by the end of the journal, by whose finding."""
    passed, undone = [], []
    for history in book:
        for approval in approvals(history)[:1]:
            if period.holds(approval):
                passed.append(approval)
                undone += [each for each in (overturned(history, approval),) if each is not None]
    rows = [Row(label="passed", cells=(count(passed), Cell(value=100.0)))] if passed else []
    for row in counted_by(undone, lambda entry: OVERTURNED_BY[entry.what]):
        share = round(100 * (row.cells[0].value or 0) / len(passed), 1)
        rows.append(Row(label=row.label, cells=(*row.cells, Cell(value=share, entries=row.cells[0].entries))))
    return tuple(rows)


def _found_against(history: History, entry: Entry) -> bool:
    decision = history.before(entry, "DecisionTaken")
    return decision is not None and bool(decision.codes.get("ground"))


def _signatures(history: History, order: Entry, period: Period) -> list[Entry]:
    """The last word of each holder after the order, by the end of the period; one holder counts once."""
    owing = set(order.codes.get("owing", "").split())
    last = {entry.seat.removeprefix("bureau:"): entry for entry in history.all("RemovalSigned")
            if entry.at >= order.at and period.by_now(entry)}
    return [entry for holder, entry in sorted(last.items()) if holder in owing]


def _went_out(history: History) -> Entry | None:
    passed = history.first("HeldPassed")
    looked = next((entry for entry in history.all("ArrivalExamined") if not entry.codes.get("held")), None)
    return passed or looked or history.received


FIGURES = (
    figure("F06", recalls, "recalls", "owed", "signed", "outstanding", "acted_before", chart="none"),
    figure("F07", deletions, "entries"),
    figure("F08", harm_windows, "removals", "median", "nine_in_ten", chart="none"),
    figure("F09", overturns, "files", "per_cent", chart="none"),
)
