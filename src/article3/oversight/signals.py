"""Signals for people: what looks odd in the journal, as questions. Nothing else follows from any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from article3.oversight.entry import Book, History
from article3.oversight.intake_figures import outcome
from article3.terms.counting import Signal

RETURNS_AT_LEAST = 3
LIKE_CASES = 6
UNLIKE_SHARE = 0.5
LOOKED_BACK = timedelta(days=365)
"""Edges of the questions. They order people's attention and decide nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One question, the files it is about, and what makes it the same question tomorrow."""

    signal: Signal
    because: str
    files: tuple[str, ...]
    rests_on: str


def signals(book: Book, at: datetime) -> Iterator[Found]:
    """Every question the journal of the last year raises."""
    recent = [history for history in book if history.received and at - LOOKED_BACK <= history.received.at <= at]
    yield from returning(recent)
    yield from consistency(recent)


def returning(recent: list[History]) -> Iterator[Found]:
    """One bureau's files repeat refused ones, several times in a year."""
    repeats = defaultdict[str, list[str]](list)
    for history in recent:
        if any(entry.codes.get("repeats") for entry in history.all("ArrivalExamined")):
            repeats[history.source].append(history.reference)
    for source, files in sorted(repeats.items()):
        if len(files) >= RETURNS_AT_LEAST:
            yield Found(signal=Signal.RETURNING, files=tuple(sorted(files)), rests_on=f"{source}:{len(files)}",
                        because=f"{len(files)} files of {source} in a year may repeat something refused. Is it the "
                                f"same matter again, or different people with like names?")


def consistency(recent: list[History]) -> Iterator[Found]:
    """Files of one family from one bureau: approved by one pair of hands, refused by another."""
    groups = defaultdict[tuple[str, str, str], list[History]](list)
    for history in recent:
        if outcome(history) and history.first("DecisionTaken"):
            groups[history.source, history.kind, " ".join(history.families)].append(history)
    for (source, kind, families), files in sorted(groups.items()):
        ends = _ends_by_first(files)
        shares = {first: sum(end == "compliant" for end in found) / len(found)
                  for first, found in ends.items() if len(found) >= LIKE_CASES // 2}
        if len(shares) > 1 and max(shares.values()) - min(shares.values()) > UNLIKE_SHARE:
            references = tuple(sorted(history.reference for history in files))
            yield Found(signal=Signal.CONSISTENCY, files=references, rests_on=f"{source}{kind}{families}{len(files)}",
                        because=f"{len(files)} files of {source} ({kind}, {families or 'no offence named'}) ended "
                                f"differently in different hands. Are the cases unlike, or the measure?")


def _ends_by_first(files: list[History]) -> dict[str, list[str]]:
    ends = defaultdict[str, list[str]](list)
    for history in files:
        decision = history.first("DecisionTaken")
        assert decision is not None, "only decided files are compared"
        ends[decision.codes.get("first", "")].append(decision.codes.get("public", ""))
    return ends
