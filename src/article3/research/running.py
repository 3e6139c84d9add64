"""One search of the sources for a case: each question asked, paged through, its documents fetched and read.

A source that fails fails alone: its line of the log says why, and the others are asked all the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from article3.research.asking import Case, Question, questions
from article3.research.fetching import Fetcher, Got, NotFetched
from article3.research.leaf import Answer, Leaf, Unreadable
from article3.research.reading import ReadingRoom
from article3.research.shapes import gdelt, hudoc, reliefweb
from article3.research.sources import ASKED_WITH_WORDS, Source

MOST_PAGES = 3
"""Pages of an answer that are read: the newest, since every source is asked for the newest first."""
PAGED = {"hudoc": hudoc.LENGTH, "reliefweb": reliefweb.LIMIT}
CopyOf = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Bytes as they were fetched or brought, and the texts in them. `fetched`: what the address was known by."""

    content: bytes
    leaves: tuple[Leaf, ...]
    got: Got | None = None


@dataclass(slots=True, kw_only=True)
class Searched:
    """One line of the log in the making: the question, every paper that was read for it, and what went wrong."""

    source: Source
    question: Question
    papers: list[Paper] = field(default_factory=list)  # pages of the answer first, then documents
    answers: int = 0
    failure: str = ""
    left_out: list[str] = field(default_factory=list)  # documents that were not read, and why


class Search:
    """Asks sources about a case. `copy_of` gives the bytes of a fixed copy that is still current; `bears`: whether a
    headline seems to bear on the case; `until`: an instant of the monotonic clock from which nothing more is asked."""

    def __init__(self, fetcher: Fetcher, room: ReadingRoom, copy_of: CopyOf, bears: Callable[[Leaf], bool],
                 until: float) -> None:  # fmt: skip
        self._fetcher, self._room, self._copy_of, self._bears, self._until = fetcher, room, copy_of, bears, until

    def run(self, sources: tuple[Source, ...], case: Case, *, by_name: bool = False) -> Iterator[Searched]:
        """A line for each source and question, in their order."""
        for source in sources:
            for question in questions(source, case, by_name=by_name):
                line = Searched(source=source, question=question)
                try:
                    self._ask(line)
                except (NotFetched, Unreadable) as wrong:
                    line.failure = str(wrong)
                yield line

    def _ask(self, line: Searched) -> None:
        address, pages, asked = self._first(line), 0, set[str]()
        while address and address not in asked and pages < MOST_PAGES:
            asked.add(address)
            paper, answer = self._page(line.source, address)
            line.papers.append(paper)
            line.answers += len(answer.leaves)
            pages += 1
            address = self._next(line, answer, pages)
        for leaf in self._behind(line):
            if len(line.papers) - pages >= line.source.documents:
                line.left_out.append(f"more than {line.source.documents} documents")
                break
            self._document(line, leaf)

    def _behind(self, line: Searched) -> list[Leaf]:
        """Headlines whose text is fetched: what seems to bear on the case first, of a whole day's news nothing else."""
        leaves = [(not self._bears(leaf), leaf) for paper in line.papers for leaf in paper.leaves if not leaf.complete]
        leaves.sort(key=lambda each: each[0])
        return [leaf for other, leaf in leaves if not (other and line.source.kind == "gkg")]

    def _page(self, source: Source, address: str) -> tuple[Paper, Answer]:
        got = self._fetched(source, address, document=source.kind == "page")
        content = self._copy_of(got.unchanged) if got.unchanged else got.content
        answer = self._room.read(content, kind=source.kind, address=got.address, charset=got.charset)
        return Paper(content=content, leaves=answer.leaves, got=replace(got, address=address)), answer

    def _document(self, line: Searched, leaf: Leaf) -> None:
        """The text behind a headline; where it cannot be had, the headline is all there is, and the log says why."""
        try:
            got = self._fetched(line.source, leaf.address, document=line.source.kind != "hudoc")
            content = self._copy_of(got.unchanged) if got.unchanged else got.content
            answer = self._room.read(content, address=leaf.address, charset=got.charset)
        except (NotFetched, Unreadable) as wrong:
            line.left_out.append(f"{leaf.address}: {wrong}")
            return
        whole = tuple(
            replace(
                each,
                title=leaf.title or each.title,
                source=leaf.source or each.source,
                published_on=leaf.published_on or each.published_on,
                language=leaf.language or each.language,
            )
            for each in answer.leaves
        )
        line.papers.append(Paper(content=content, leaves=whole, got=replace(got, address=leaf.address)))

    def _fetched(self, source: Source, address: str, *, document: bool) -> Got:
        if time.monotonic() > self._until:
            raise NotFetched("Not asked: the time for this search was over. Order it again to go on.")
        return self._fetcher.fetch(source, address, document=document)

    @staticmethod
    def _first(line: Searched) -> str:
        shapes: dict[str, Callable[[], str]] = {
            "hudoc": lambda: hudoc.address(line.source, line.question, 0),
            "reliefweb": lambda: reliefweb.address(line.source, line.question, 0),
            "gdelt": lambda: gdelt.address(line.source, line.question),
        }
        assert set(shapes) == ASKED_WITH_WORDS, "a source that is asked with words has a shape of its question"
        return shapes[line.source.kind]() if line.source.kind in shapes else line.source.address

    @staticmethod
    def _next(line: Searched, answer: Answer, page: int) -> str:
        """Where the next page stands; empty after the last."""
        kind, found = line.source.kind, len(answer.leaves)
        if kind in PAGED:
            more = found >= PAGED[kind] and (answer.total is None or answer.total > page * PAGED[kind])
            if not more:
                return ""
            shape = hudoc.address if kind == "hudoc" else reliefweb.address
            return shape(line.source, line.question, page)
        if kind == "gdelt":
            days = [leaf.published_on for leaf in answer.leaves if leaf.published_on]
            full = found >= gdelt.RECORDS and days
            return gdelt.address(line.source, line.question, f"{min(days):%Y%m%d}000000") if full else ""
        return answer.following
