"""Spot checks by lot: which approvals are looked at once more, whoever they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from article3.oversight.entry import Book, Entry
from article3.oversight.removal_figures import approvals

ONE_IN = 20
"""Of the approvals, on average one in so many is drawn."""
WINDOW = timedelta(days=60)
"""How far back a run looks: what was approved earlier was drawn, or passed over, by an earlier run."""


def to_draw(book: Book, at: datetime, lot: Callable[[str], float]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Approvals on which the lot falls and that were not drawn yet, with who stood behind them.

    `lot` gives each reference a number from 0 to 1, evenly, always the same one, and guessable by nobody: so each
    approval has one chance, however often this runs, and nobody knows beforehand which will be looked at.
    """
    for history in book:
        for approval in approvals(history)[:1]:
            if at - WINDOW < approval.at <= at and lot(history.reference) < 1 / ONE_IN \
                    and not history.first("AuditDrawn"):
                decision = history.before(approval, "DecisionTaken")
                hands = (decision.codes.get("first", ""), decision.officer) if decision else (approval.officer,)
                yield approval, tuple(hand for hand in hands if hand)
