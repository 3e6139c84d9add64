"""Deciding on public-source research: who may order it, what the log must say, what becomes of an excerpt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt, SearchOrder, Settled
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.research_events import ExcerptSettled, SearchOrdered, SourcesSearched
from article3.lifecycle.review import own_review, require_logged
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

CITATION = "NDTF practice, stage 3"
MOST_OF_ONE_RUN = 40
"""Excerpts one run may lay beside a case: nobody reads more, and the worksheet waits."""
GIVEN_UP_AFTER = timedelta(hours=1)
"""An order nobody has carried out by then keeps nobody from giving another."""


def order_search(file: CaseFile, order: str, *, by_name_because: str, at: datetime, sitting: Sitting) -> SearchOrdered:
    """A reviewer orders a search; one at a time. Giving the person's name to a source needs a reason that is kept."""
    require(file, SearchOrdered, "researched", CITATION)
    _require_hand_in(file, sitting)
    if any(asked.done_at is None and at - asked.at < GIVEN_UP_AFTER for asked in file.searches):
        raise Refused("A search of this file is already under way.")
    asked = SearchOrder(id=order, at=at, by=sitting.officer, seat=sitting.seat, by_name_because=by_name_because.strip())
    return SearchOrdered(**made(file, at, sitting), order=asked)


def keep_searches(
    file: CaseFile,
    entries: tuple[ResearchEntry, ...],
    excerpts: tuple[Excerpt, ...],
    *,
    order: str,
    at: datetime,
    sitting: Sitting,
) -> SourcesSearched:
    """The log fills itself: every source asked, what was found, also nothing, also that it could not be reached."""
    require_carries_out(file, order, sitting)
    if not entries:
        raise Refused("A search without a line in the log did not take place.", CITATION)
    known = {entry.id for entry in file.research}
    for entry in entries:
        require_logged(entry, known, at)
    searched = known | {entry.id for entry in entries}
    assert all(found.search in searched for found in excerpts), "an excerpt of a search that nobody made"
    assert len(excerpts) <= MOST_OF_ONE_RUN, "more excerpts than anybody reads"
    held = {(found.sha256, found.sentence) for found in file.excerpts}
    fresh = tuple(found for found in excerpts if (found.sha256, found.sentence) not in held)
    return SourcesSearched(**made(file, at, sitting), entries=entries, excerpts=fresh, order=order)


def require_carries_out(file: CaseFile, order: str, sitting: Sitting) -> None:
    """Raise Refused unless the officer may still fill the log, and the order waits; asked before any source is."""
    require(file, SourcesSearched, "researched", CITATION)
    _require_hand_in(file, sitting)
    if order and all(asked.id != order or asked.done_at is not None for asked in file.searches):
        raise Refused("This search was not ordered, or it is done already.")


def take(file: CaseFile, excerpt: str, known: str, *, at: datetime, sitting: Sitting) -> ExcerptSettled:
    """The excerpt was taken as the fact on record with this id."""
    return _settled(file, excerpt, Settled(by=sitting.officer, at=at, known=known), sitting)


def set_aside(file: CaseFile, excerpt: str, *, because: str, at: datetime, sitting: Sitting) -> ExcerptSettled:
    """The excerpt says nothing to the case; the reason stays with it."""
    because = worded(because, "The reason for setting it aside", CITATION)
    return _settled(file, excerpt, Settled(by=sitting.officer, at=at, because=because), sitting)


def open_excerpt(file: CaseFile, excerpt: str) -> Excerpt:
    """An excerpt that nobody has judged. Raises Refused for one that is not there or was judged."""
    for found in file.excerpts:
        if found.id == excerpt:
            if found.settled is not None:
                raise Refused("This excerpt was judged already.")
            return found
    raise Refused("The file holds no such excerpt.")


def _settled(file: CaseFile, excerpt: str, settled: Settled, sitting: Sitting) -> ExcerptSettled:
    require(file, ExcerptSettled, "researched", CITATION)
    _require_hand_in(file, sitting)
    open_excerpt(file, excerpt)
    return ExcerptSettled(**made(file, settled.at, sitting), excerpt=excerpt, settled=settled)


def _require_hand_in(file: CaseFile, sitting: Sitting) -> None:
    """While a review runs, its reviewer; afterwards any impartial reviewer."""
    if file.review is not None:
        own_review(file, sitting)
    else:
        require_impartial(file, sitting)


# --- what the file looks like afterwards


def ordered(file: CaseFile, event: Any) -> CaseFile:
    """The order stands in the file until it is done."""
    return replace(file, searches=(*file.searches, event.order))


def searched(file: CaseFile, event: Any) -> CaseFile:
    """The log is longer, the excerpts lie beside the case, the order is done."""
    searches = tuple(replace(asked, done_at=event.at) if asked.id == event.order else asked for asked in file.searches)
    return replace(
        file, research=(*file.research, *event.entries), excerpts=(*file.excerpts, *event.excerpts), searches=searches
    )


def settled(file: CaseFile, event: Any) -> CaseFile:
    """The excerpt stays, with what became of it."""
    return replace(
        file,
        excerpts=tuple(
            replace(found, settled=event.settled) if found.id == event.excerpt else found for found in file.excerpts
        ),
    )


EFFECTS = {SearchOrdered: ordered, SourcesSearched: searched, ExcerptSettled: settled}
"""What each event does to a file."""
