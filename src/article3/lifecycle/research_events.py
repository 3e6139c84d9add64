"""What happened in public-source research: searches ordered and made, excerpts taken as facts or set aside."""

from __future__ import annotations

from dataclasses import dataclass

from article3.lifecycle.events import Event
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt, SearchOrder, Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOrdered(Event):
    """A reviewer ordered a search of the public sources."""

    order: SearchOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesSearched(Event):
    """Public sources were searched, or papers read: what was asked, what answered, and what of it bears on the case."""

    entries: tuple[ResearchEntry, ...]
    excerpts: tuple[Excerpt, ...]
    order: str = ""  # id of the order that is done by it; empty: papers that were brought


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptSettled(Event):
    """A reviewer took an excerpt as a fact, or set it aside with a reason."""

    excerpt: str
    settled: Settled
