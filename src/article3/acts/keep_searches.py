"""What searches of public sources came to is written into the log, and what bears on the case is laid beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import research
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt
from article3.lifecycle.research_events import SourcesSearched
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepSearches:
    """One line of the log for each source and question, and the excerpts. `order`: empty for papers brought by hand."""

    reference: Reference
    entries: tuple[ResearchEntry, ...]
    excerpts: tuple[Excerpt, ...] = ()
    order: str = ""


def keep_searches(
    order: KeepSearches, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
) -> SourcesSearched:
    """No finding, answer or outcome changes by it: an excerpt waits for a reviewer."""
    file = register.file(order.reference)
    searched = research.keep_searches(file, order.entries, order.excerpts, order=order.order, at=at, sitting=sitting)
    filed(file, searched, at=at, sitting=sitting, register=register, journal=journal)
    return searched
