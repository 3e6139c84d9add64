"""Public-source research: searches carried out, papers read, copies kept, what bears on a case laid beside it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from datetime import date, datetime

from babel import Locale
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.access.why import Why
from article3.acts.keep_searches import KeepSearches
from article3.acts.ports import NotFound
from article3.intake.countries import INVENTED, LETTERS3
from article3.law.offences.classifier import classify
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt, SearchOrder
from article3.lifecycle.research import GIVEN_UP_AFTER, MOST_OF_ONE_RUN, require_carries_out
from article3.lifecycle.research_events import SourcesSearched
from article3.officers import roll
from article3.register.fixed_copies import shelf
from article3.register.fixed_copies.shelf import Text
from article3.research import lexicon
from article3.research.asking import Case, Question
from article3.research.bearing import Bearing, Sought
from article3.research.fetching import Fetcher, Validators
from article3.research.leaf import Leaf, Unreadable
from article3.research.reading import ReadingRoom
from article3.research.running import Paper, Search, Searched
from article3.research.sources import Listed, Source, read_sources
from article3.screening.passages import particulars
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.offences import OffenceKind
from article3.terms.sitting import Sitting
from article3.wiring.performing import new_reference, perform, reader

log = logging.getLogger(__name__)
WHOLE_SEARCH_S = 600
"""After so long nothing more is asked; what was not asked stands in the log as such."""
MOST_TEXTS = 200
"""Texts of one copy that are shown and searched, beside those that bear on the case; its bytes are kept whole."""
_UNSAID = frozenset({OffenceKind.OTHER})


def research_sources() -> Listed:
    """The sources the operator named; none where there is no file. Raises Refused with what to mend in it."""
    return read_sources(settings.RESEARCH_SOURCES)


# --- searches


def searches_owed() -> bool:
    """Whether a search was ordered and waits to be carried out."""
    return bool(shelf.owed(timezone.now() - GIVEN_UP_AFTER, 1))


def carry_out_searches(at: datetime | None = None) -> list[SourcesSearched]:
    """Carry out every search that was ordered, each in the name of whoever ordered it. Outside a transaction.

    What cannot be carried out is given up: no source is asked again and again for an order nobody may finish.
    """
    done = []
    for reference, search in shelf.owed((at or timezone.now()) - GIVEN_UP_AFTER):
        try:
            done.append(_carried_out(reference, search))
        except (LookupError, NotFound, Refused):  # the mandate or the review ended, or somebody else carried it out
            continue
        finally:
            shelf.give_up(search)
    return done


def _carried_out(reference: Reference, search: str) -> SourcesSearched:
    who = shelf.orderer(reference, search)
    if who is None:
        raise NotFound
    sitting = roll.sitting_of(*who)
    file = reader(sitting, Why.EXAMINATION).case(reference).file
    order = next(each for each in file.searches if each.id == search)
    require_carries_out(file, order.id, sitting)
    listed = research_sources()
    case = case_of(file, listed)
    sought = Sought(case)
    lines = _searched(listed, case, sought, by_name=bool(order.by_name_because))
    return _laid(reference, sitting, lines, sought, order=order)


def _searched(listed: Listed, case: Case, sought: Sought, *, by_name: bool) -> list[Searched]:
    """A line for each question; one that says so where there was none to ask, or where the search broke off."""
    lines: list[Searched] = []
    try:
        with ReadingRoom() as room:
            fetcher, until = Fetcher(_Memory(), listed.agent), time.monotonic() + WHOLE_SEARCH_S
            asking = Search(fetcher, room, shelf.read, lambda leaf: bool(sought.in_leaf(leaf)), until)
            lines.extend(asking.run(listed.sources, case, by_name=by_name))
    except Exception as broken:
        log.error("a search of public sources broke off: %s", type(broken).__name__)
        return [*lines, _no_source(f"The search broke off ({type(broken).__name__}).")]
    return lines or [_no_source("The operator has named no public source.")]


def _no_source(failure: str) -> Searched:
    """That nobody was asked stands in the log too, so that nobody takes silence for a search."""
    source = Source(name="No source", kind="feed", address="https://none.invalid", languages=("en",))
    return Searched(source=source, question=Question(language=""), failure=failure)


class _Memory:
    """What the tables remember of addresses and hosts."""

    def validators(self, address: str) -> Validators:
        etag, modified, sha256 = shelf.known_by(address)
        return Validators(etag=etag, modified=modified, sha256=sha256)

    def last_visit(self, host: str) -> float:
        return shelf.last_visit(host)

    def visited(self, host: str, at: float) -> None:
        shelf.visited(host, at)


# --- papers that were brought


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file somebody brought: a feed, an answer of a source, a web archive, a page, a PDF or a text."""

    content: bytes
    name: str
    source: str
    address: str = ""
    published_on: date | None = None  # where the file does not say it
    language: str = ""
    kind: str = ""  # empty: by its first bytes


def read_papers(sitting: Sitting, reference: Reference, brought: Brought, at: datetime | None = None
                ) -> SourcesSearched:  # fmt: skip
    """Read a file for a case, keep its fixed copy, log it, and lay beside the case what bears on it.

    Raises Refused when it cannot be read, NotFound for a case this sitting may not read.
    """
    file = reader(sitting, Why.EXAMINATION, at).case(reference).file
    if not brought.source.strip():
        raise Refused("Say where the file comes from.")
    with ReadingRoom() as room:
        try:
            answer = room.read(brought.content, kind=brought.kind, address=brought.address)
        except Unreadable as wrong:
            raise Refused(f"{brought.name}: {wrong}") from wrong
    leaves = tuple(replace(leaf, published_on=leaf.published_on or brought.published_on,
                           language=brought.language or leaf.language) for leaf in answer.leaves)  # fmt: skip
    languages = [leaf.language for leaf in leaves if leaf.language]
    language = max(set(languages), key=languages.count) if languages else "en"
    source = Source(name=brought.source.strip(), kind="page", address=brought.address or "https://brought.invalid")
    line = Searched(source=source, question=Question(language=language), answers=len(leaves),
                    papers=[Paper(content=brought.content, leaves=leaves)])  # fmt: skip
    return _laid(reference, sitting, [line], Sought(case_of(file, research_sources())), at=at, about=brought.name)


# --- what was found is laid beside the case


def case_of(file: CaseFile, listed: Listed) -> Case:
    """What of a file sources are asked about, and their answers are read for."""
    sent = file.communication
    names = particulars(sent.person).names if sent.person else ()
    kinds = [kind.value for charge in sent.charges for kind in classify(charge.text, charge.translation).kinds
             if kind not in _UNSAID]  # fmt: skip
    code = str(file.source)
    called = {language: (name,) for language in (() if code in INVENTED else lexicon.LANGUAGES)
              if (name := Locale(language).territories.get(code))}  # fmt: skip
    if own := listed.country_names.get(code):
        called[""] = own
    return Case(country=code, country_letters3=LETTERS3.get(code, ""), country_names=called,
                offences=tuple(dict.fromkeys(kinds)), names=names)  # fmt: skip


def _laid(reference: Reference, sitting: Sitting, lines: list[Searched], sought: Sought, *,
          order: SearchOrder | None = None, at: datetime | None = None, about: str = ""
          ) -> SourcesSearched:  # fmt: skip
    """Copies, log and excerpts in one transaction: all of it, or none."""
    at = at or timezone.now()
    found = [(line, _bearings(line, sought)) for line in lines]
    entries, excerpts = [], []
    with transaction.atomic():
        for line, bearings in found:
            entry = _entry(line, bearings, sitting, order, at, about)
            copies = _copies(line, bearings, at)
            entries.append(replace(entry, sha256=copies.get(0, "")))
            excerpts += [_excerpt(entry, line, leaf, bearing, copies[paper], at) for paper, leaf, bearing in bearings]
        excerpts.sort(key=lambda each: not each.names_the_person)
        kept = KeepSearches(reference=reference, entries=tuple(entries), excerpts=tuple(excerpts[:MOST_OF_ONE_RUN]),
                            order=order.id if order else "")  # fmt: skip
        return perform(kept, sitting=sitting, at=at)  # type: ignore[no-any-return]


def _bearings(line: Searched, sought: Sought) -> list[tuple[int, Leaf, Bearing]]:
    """Number of the paper, text and sentence of whatever bears on the case. What was read twice counts once: as the
    document, not as the line that led to it."""
    whole = {leaf.address for paper in line.papers for leaf in paper.leaves if leaf.complete}
    return [(number, leaf, bearing) for number, paper in enumerate(line.papers) for leaf in paper.leaves
            if leaf.complete or leaf.address not in whole for bearing in sought.in_leaf(leaf)]  # fmt: skip


def _entry(line: Searched, bearings: list[tuple[int, Leaf, Bearing]], sitting: Sitting, order: SearchOrder | None,
           at: datetime, about: str) -> ResearchEntry:  # fmt: skip
    query = about or line.question.in_words
    failure = "" if bearings else line.failure
    note = failure or f"{line.answers} texts answered, {len(bearings)} passages bear on the case."
    left_out = [*line.left_out, *([line.failure] if line.failure and not failure else [])]
    if left_out:
        note += f" Not read: {'; '.join(left_out[:5])}"
    if line.question.name and order is not None:
        note += f" Asked by name: {order.by_name_because}"
    return ResearchEntry(id=new_reference(), query=query, source=line.source.name, read_on=day_of(at), sha256="",
                         bears_on=line.question.bears_on, found=bool(bearings), note=note, by=sitting.officer,
                         language=line.question.language, searched_at=at, answers=line.answers,
                         failure=failure)  # fmt: skip


def _copies(line: Searched, bearings: list[tuple[int, Leaf, Bearing]], at: datetime) -> dict[int, str]:
    """The answer itself, and every document an excerpt stands in, kept as they came; hash by number."""
    kept: dict[int, str] = {}
    for number in sorted({0, *(paper for paper, _, _ in bearings)} & set(range(len(line.papers)))):
        paper, named = line.papers[number], [leaf for place, leaf, _ in bearings if place == number]
        leaves = dict.fromkeys((*named, *paper.leaves[:MOST_TEXTS]))
        texts = tuple(Text(address=leaf.address, title=leaf.title, text=leaf.text, published_on=leaf.published_on,
                           language=leaf.language, source=leaf.source) for leaf in leaves)  # fmt: skip
        address = paper.got.address if paper.got else line.source.address
        kept[number] = shelf.keep(paper.content, source=line.source.name, texts=texts, at=at,
                                  address="" if address.endswith(".invalid") else address)  # fmt: skip
        if paper.got is not None:
            shelf.remember(paper.got.address, paper.got.validators.etag, paper.got.validators.modified, kept[number])
    return kept


def _excerpt(entry: ResearchEntry, line: Searched, leaf: Leaf, bearing: Bearing, sha256: str, at: datetime) -> Excerpt:
    return Excerpt(id=new_reference(), search=entry.id, sha256=sha256, source=leaf.source or line.source.name,
                   address=leaf.address, title=leaf.title, language=leaf.language, published_on=leaf.published_on,
                   found_at=at, sentence=bearing.sentence, marks=bearing.marks, because=bearing.because,
                   bears_on=bearing.bears_on)  # fmt: skip
