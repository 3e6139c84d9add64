"""The yearly report: the same words, tables and charts for the same journal, each number with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from article3.oversight import charts
from article3.oversight.tables import Cell, Told

WORDS = {
    "article_2": "Article 2", "article_3": "Article 3", "nine_in_ten": "nine in ten within", "per_cent": "per cent",
    "FileExpired": "retention over", "DataDeleted": "data deleted later", "NoticeWithdrawn": "withdrawn by its source",
    "NoticeCancelled": "cancelled", "RemovalSigned": "removals signed for", "RequesterAsked": "questions to requesters",
    "QuestionsAnswered": "answers of requesters", "MoreTimeAsked": "more time asked",
    "BureauConsulted": "consultations", "ConsultationReplied": "replies to consultations",
    "ConsultationUnanswered": "consultations unanswered", "notice_request": "notices", "oldest_days": "oldest, days",
    "red": "red notices", "blue": "blue notices", "green": "green notices", "yellow": "yellow notices",
    "black": "black notices", "orange": "orange notices", "purple": "purple notices", "silver": "silver notices",
    "un_special": "UN special notices", "works_of_art": "works of art notices", "diffusion": "diffusions",
    "message": "messages", "document_entry": "documents reported", "other_special": "other special notices",
    "linked": "held: may repeat a refused one", "pre_screened": "held: looked at first, under a measure",
    "barred": "held: barred, under a measure", "repeats_refused": "repeat something refused",
}  # fmt: skip
"""Codes whose English is not the code itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A year's figures, and the journal they were computed from: its length and the root of its tree at that length."""

    year: int
    position: int
    root: str
    cut: datetime
    figures: tuple[Told, ...]


def word(code: str) -> str:
    """A code in English."""
    return WORDS.get(code, code.replace("_", " "))


def number(value: float | None) -> str:
    """A number as the report prints it; a dash where there is nothing to count."""
    return "–" if value is None else charts.number(value)


def trace(cell: Cell) -> str:
    """Short digest of the entries behind a number: the same entries give the same one."""
    return sha256(",".join(map(str, cell.entries)).encode()).hexdigest()[:12]


def as_data(report: Report, *, entries: bool = True) -> dict[str, Any]:
    """The report for machines; `entries` names the journal's entries behind each number."""
    return {
        "year": report.year, "journal_entries": report.position, "journal_root": report.root,
        "data_cut": report.cut.astimezone(UTC).isoformat(),
        "figures": [{
            "id": told.figure.id, "title": told.figure.title, "definition": told.figure.definition,
            "query": told.figure.query, "unit": told.figure.unit, "columns": list(told.figure.columns),
            "rows": [{"label": row.label, "values": [cell.value for cell in row.cells],
                      "traces": [trace(cell) for cell in row.cells],
                      **({"entries": [list(cell.entries) for cell in row.cells]} if entries else {})}
                     for row in told.rows],
        } for told in report.figures],
    }  # fmt: skip


def as_text(report: Report) -> str:
    """The report for a terminal."""
    lines = [f"Report {report.year}: {standing(report)}"]
    for told in report.figures:
        lines += ["", f"{told.figure.id} {told.figure.title} ({told.figure.unit})"]
        lines += [f"  {'':32}" + "".join(f"{word(column):>20}" for column in told.figure.columns)] if told.rows else []
        lines += [f"  {word(row.label):32}" + "".join(f"{number(cell.value):>20}" for cell in row.cells)
                  for row in told.rows] or ["  nothing in this year"]  # fmt: skip
    return "\n".join(lines)


def standing(report: Report) -> str:
    """What the numbers rest on."""
    return (f"{report.position} journal entries, root {report.root}, data cut "
            f"{report.cut.astimezone(UTC):%Y-%m-%d %H:%M} UTC")


def chart_of(told: Told, in_words: Callable[[str], str] = word, title: str = "") -> str:
    """The picture of a figure: of its first column, or of all in a stack; empty when it has none."""
    if told.figure.chart == "none" or not told.rows:
        return ""
    if told.figure.chart == "stacked":
        stacks = [(in_words(row.label), [float(cell.value or 0) for cell in row.cells]) for row in told.rows]
        return charts.stacked(stacks, [in_words(column) for column in told.figure.columns], title or told.figure.title)
    drawn: Sequence[tuple[str, float]] = [(in_words(row.label), float(row.cells[0].value or 0)) for row in told.rows]
    return charts.bars(drawn, title or told.figure.title)
