"""Fixed copies of public texts shown and found, for whoever may read a case they were kept for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Role
from article3.acts.ports import NotFound
from article3.journal import pages as journal
from article3.register.fixed_copies import search_words, shelf
from article3.register.fixed_copies.shelf import KeptCopy
from article3.register.sight import Sight
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


def fixed_copy(sitting: Sitting, sha256: str) -> KeptCopy:
    """A copy with its texts, kept for a case this sitting may read. Raises NotFound."""
    sight = _sight(sitting)
    kept = shelf.shown(sight, sha256)
    _note("fixed_copy", sitting, shelf.files_with(sight, [sha256]).get(sha256, []), sha256)
    return kept


def fixed_copy_bytes(sitting: Sitting, sha256: str) -> bytes:
    """The bytes of such a copy as they came, for download only. Raises NotFound."""
    fixed_copy(sitting, sha256)
    return shelf.read(sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A copy with every word asked for, the first line that has one, and the cases it was kept for."""

    kept: KeptCopy
    title: str
    line: str
    files: tuple[Reference, ...]


def find_texts(sitting: Sitting, query: str, before: datetime | None = None
               ) -> tuple[tuple[FoundText, ...], datetime | None]:  # fmt: skip
    """Copies that have every word of the query, in any script, of the cases this sitting may read; where to go on.

    Raises Refused for a query without words, NotFound outside the task force.
    """
    sight, words = _sight(sitting), search_words.asked_for(query)
    if not words:
        raise Refused("Type at least one word.")
    page, after = shelf.found(sight, words, before)
    files = shelf.files_with(sight, [kept.sha256 for kept in page])
    _note("fixed_copies", sitting, sorted({each for listed in files.values() for each in listed}), query)
    return tuple(_found_text(kept, words, tuple(files.get(kept.sha256, ()))) for kept in page), after


def _found_text(kept: KeptCopy, words: tuple[str, ...], files: tuple[Reference, ...]) -> FoundText:
    lines = [(text, line) for text in kept.texts for line in (text.title, *text.text.splitlines()) if line.strip()]
    text, line = max(lines, key=lambda each: sum(word in search_words.words_of(each[1]) for word in words))
    return FoundText(kept=kept, title=text.title or kept.source, line=line[:400], files=files)


def _sight(sitting: Sitting) -> Sight:
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    return Sight(sitting, day_of(timezone.now()))


def _note(what: str, sitting: Sitting, references: list[Reference], about: str) -> None:
    journal.Pages().note(what, sitting=sitting, why=Why.EXAMINATION.value, at=timezone.now(), references=references,
                         about=about)  # fmt: skip
