"""The office itself: what waits, who decides, what the gateway and the screening looked at, measures, stock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from article3.oversight.entry import Book, Entry, History
from article3.oversight.intake_figures import outcome
from article3.oversight.tables import Cell, Period, Row, count, counted_by, figure

DAY_S = 86_400
WAITED_FOR = ("notice_request", "diffusion")
MEASURES = ("MeasureProposed", "MeasureDecided", "MeasureRenewed", "MeasureSoftened", "MeasureEnded", "MeasureLapsed")


def backlog(book: Book, period: Period) -> tuple[Row, ...]:
    """Files received and without an outcome at the data cut, and how long the oldest has waited."""
    rows = []
    for channel in WAITED_FOR:
        waiting = [history.received for history in book
                   if history.channel == channel and history.received and period.by_now(history.received)
                   and not ((end := outcome(history)) and period.by_now(end))]
        if waiting:
            oldest = max((period.until - entry.at).total_seconds() / DAY_S for entry in waiting)
            cell = count(waiting)
            rows.append(Row(label=channel, cells=(cell, Cell(value=round(oldest, 1), entries=cell.entries))))
    return tuple(rows)


def capacity(book: Book, period: Period) -> tuple[Row, ...]:
    """Decisions of the year by month, and how many officers took part in them."""
    by_month: dict[str, list[Entry]] = defaultdict(list)
    for history in book:
        for entry in history.all("DecisionTaken"):
            if period.holds(entry):
                by_month[f"{entry.at:%Y-%m}"].append(entry)
    return tuple(Row(label=month, cells=(count(found), Cell(value=len({officer for entry in found for officer in (
        entry.officer, entry.codes.get("first", entry.officer))}), entries=count(found).entries)))
        for month, found in sorted(by_month.items()))  # fmt: skip


def gateway(book: Book, period: Period) -> tuple[Row, ...]:
    """What the gateway did with what arrived in the year."""
    entries = [entry for history in book for entry in history.all("ArrivalExamined") if period.holds(entry)]
    rows = counted_by(entries, lambda entry: entry.codes.get("held", "") or "passed")
    repeats = [entry for entry in entries if entry.codes.get("repeats")]
    return (*rows, Row(label="repeats_refused", cells=(count(repeats),))) if entries else ()


def screening(book: Book, period: Period) -> tuple[Row, ...]:
    """Of what arrived in the year, how much was compared with what was refused before; of what reached protective
    desks, how much they reported as screened."""
    arrived = [history for history in book if history.received and period.holds(history.received)]
    compared = (_covered("compared_with_refused", arrived, "ArrivalExamined"),) if arrived else ()
    days = [entry for history in book for entry in history.all("CoverageReported") if period.holds(entry)]
    return (*compared, *((_reported(days),) if days else ()))


def measures(book: Book, period: Period) -> tuple[Row, ...]:
    """Steps on corrective measures in the year, by kind of measure."""
    steps = [entry for history in book for entry in history.all(*MEASURES) if period.holds(entry)]
    kinds = sorted({entry.codes.get("measure", "") for entry in steps})
    return tuple(Row(label=kind, cells=tuple(count(entry for entry in steps if entry.what == what
                                                   and entry.codes.get("measure") == kind) for what in MEASURES))
                 for kind in kinds)


def stock(book: Book, period: Period) -> tuple[Row, ...]:
    """Notices and reviewed diffusions that stood at the data cut."""
    rules: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("notice_request", ("NoticePublished",), ("NoticeWithdrawn", "NoticeCancelled", "FileExpired")),
        ("diffusion", ("ComplianceConfirmed",), ("DiffusionRecalled", "NoticeWithdrawn", "FileExpired")))
    return tuple(Row(label=channel, cells=(count(found),)) for channel, begun, ended in rules
                 if (found := _standing(book, period, channel, begun, ended)))


def returned(book: Book, period: Period) -> tuple[Row, ...]:
    """Writing with bureaus in the year: questions, consultations, silence."""
    whats = ("RequesterAsked", "QuestionsAnswered", "MoreTimeAsked", "BureauConsulted", "ConsultationReplied",
             "ConsultationUnanswered")
    entries = [entry for history in book for entry in history.all(*whats) if period.holds(entry)]
    return counted_by(entries, lambda entry: entry.what)


def by_requester(book: Book, period: Period) -> tuple[Row, ...]:
    """For each bureau: received, found compliant, not compliant, withdrawn, repeats of a refused file, not answered."""
    rows = []
    for source in sorted({history.source for history in book if history.source}):
        own = [history for history in book if history.source == source]
        ends = [end for history in own if (end := outcome(history)) and period.holds(end)]
        whats: tuple[Callable[[Entry], bool], ...] = (
            lambda entry: entry.what in ("NoticePublished", "ComplianceConfirmed"),
            lambda entry: entry.what in ("RequestRefused", "DiffusionRecalled"),
            lambda entry: entry.what == "NoticeWithdrawn")
        repeats = [entry for history in own for entry in history.all("ArrivalExamined")
                   if entry.codes.get("repeats") and period.holds(entry)]
        silent = [entry for history in own for entry in history.all("RequestRefused")
                  if entry.codes.get("code") == "not_answered" and period.holds(entry)]
        cells = (count(each for history in own if (each := history.received) and period.holds(each)),
                 *(count(filter(what, ends)) for what in whats), count(repeats), count(silent))
        if any(cell.value for cell in cells):
            rows.append(Row(label=source, cells=cells))
    return tuple(rows)


def _standing(book: Book, period: Period, channel: str, begun: tuple[str, ...], ended: tuple[str, ...]) -> list[Entry]:
    return [first for history in book if history.channel == channel
            and (first := history.first(*begun)) and period.by_now(first)
            and not any(period.by_now(end) for end in history.all(*ended))]


def _covered(label: str, arrived: list[History], *whats: str) -> Row:
    looked_at = [entry for history in arrived if (entry := history.first(*whats))]
    share = round(100 * len(looked_at) / len(arrived), 1)
    return Row(label=label, cells=(count(looked_at), Cell(value=len(arrived)), Cell(value=share)))


def _reported(days: list[Entry]) -> Row:
    received, screened = (sum(int(day.codes.get(name, 0)) for day in days) for name in ("received", "screened"))
    behind = count(days).entries
    return Row(label="screened_for_protected", cells=(
        Cell(value=screened, entries=behind), Cell(value=received, entries=behind),
        Cell(value=round(100 * screened / received, 1) if received else None)))


FIGURES = (
    figure("F10", backlog, "files", "oldest_days"),
    figure("F11", capacity, "decisions", "officers"),
    figure("F12", gateway, "looks"),
    figure("F13", screening, "looked_at", "arrived", "per_cent", chart="none"),
    figure("F14", measures, "proposed", "decided", "renewed", "softened", "ended", "lapsed", chart="none"),
    figure("F15", stock, "files"),
    figure("F16", returned, "entries"),
    figure("F18", by_requester, "received", "compliant", "not_compliant", "withdrawn", "repeats", "not_answered",
           chart="none", by_country=True),
)
