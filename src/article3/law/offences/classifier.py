"""Charge texts classified: kinds and matters, each with the words that led there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from article3.law.offences.lexicon import lexicon
from article3.law.offences.matching import Match, matches
from article3.law.offences.reading import Reading, read
from article3.law.offences.statutes import statute_matches
from article3.terms.offences import Classification, Clue, Matter, OffenceKind

_REMEMBERED = 1000
_ORDER: dict[str, int] = {name: place for place, name in enumerate((*OffenceKind, *Matter))}


def classify(text: str, translation: str = "") -> Classification:
    """All kinds and matters a charge text names, with the clues that led there, in the order of the text.

    Clues of the translation are marked `translated` and their places are in the translation. A text with words but
    no clue is of kind other; an empty text is of no kind. The same text always gets the same answer; any text may
    be given. Short texts are remembered: charges repeat each other word for word.
    """
    short = len(text) + len(translation) <= _REMEMBERED
    return _remembered(text, translation) if short else _classified(text, translation)


def _classified(text: str, translation: str) -> Classification:
    clues = (*_clues(text, translated=False), *_clues(translation, translated=True))
    kinds = {kind for clue in clues for kind in clue.kinds}
    if not kinds and (text.strip() or translation.strip()):
        kinds = {OffenceKind.OTHER}
    found = {matter for clue in clues for matter in clue.matters}
    return Classification(kinds=tuple(sorted(kinds, key=_ORDER.__getitem__)),
                          matters=tuple(sorted(found, key=_ORDER.__getitem__)), clues=clues)


_remembered = lru_cache(maxsize=4096)(_classified)


_Meaning = tuple[Match, tuple[OffenceKind, ...], tuple[Matter, ...]]
"""A match with the kinds and matters left to it."""


def _clues(text: str, *, translated: bool) -> list[Clue]:
    if not text:
        return []
    reading = read(text)
    named = matches(reading, lexicon())
    found = sorted((*named, *statute_matches(reading, named)), key=lambda match: (match.places, match.offence.name))
    clauses = groupby(found, key=lambda match: reading.places[match.first].clause)
    by_clause = [_meanings(list(group)) for _, group in clauses]
    firm = {kind for meanings in by_clause for match, kinds, _ in meanings for kind in kinds
            if not match.offence.gives_way}
    return [clue for meanings in by_clause
            for clue in _longest([_clue(reading, meaning, firm, translated) for meaning in meanings])]


def _meanings(found: Sequence[Match]) -> list[_Meaning]:
    """What the matches of one clause mean once each has hidden what it hides."""
    hiding = [match for match in found if len(match.places) > 1 or match.offence.hides]
    left = ((match, *_unhidden(match, hiding)) for match in found if not match.offence.silent)
    return [meaning for meaning in left if meaning[1] or meaning[2]]


def _unhidden(match: Match, hiding: Iterable[Match]) -> tuple[tuple[OffenceKind, ...], tuple[Matter, ...]]:
    """What is left of a match's kinds and matters after the phrases around it hid what they hide.

    Words that a longer phrase needs speak for that phrase alone: in "evasion of conscription" nobody escapes.
    """
    kinds, matters = match.offence.kinds, match.offence.matters
    first, last = match.places[0], match.places[-1]
    for other in hiding:
        if other.places[0] > first or last > other.places[-1] or other.offence is match.offence:
            continue
        if not other.offence.silent and set(match.places) < set(other.places):
            return (), ()
        kinds = tuple(kind for kind in kinds if kind not in other.offence.hidden_kinds)
        matters = tuple(matter for matter in matters if matter not in other.offence.hidden_matters)
    return kinds, matters


def _clue(reading: Reading, meaning: _Meaning, firm: set[OffenceKind], translated: bool) -> Clue:
    """A match as a clue; forged documents beside a border crossing are documents of that crossing, and so on."""
    match, kinds, matters = meaning
    if match.offence.gives_way & firm:
        kinds = tuple(sorted(match.offence.gives_way & firm, key=_ORDER.__getitem__))
    places = reading.places[match.first:match.last + 1]
    return Clue(words=reading.words(match.first, match.last), start=places[0].start, end=places[-1].end, kinds=kinds,
                matters=matters, because=_because(match, [place.word.read_as for place in places]),
                translated=translated)


def _because(match: Match, read_as: Iterable[str]) -> str:
    corrected = ", ".join(filter(None, read_as))
    return f"{match.offence.because} (read as: {corrected})" if corrected else match.offence.because


def _longest(clues: Iterable[Clue]) -> list[Clue]:
    """The clues without those that say nothing more than a longer one around them."""
    kept: list[Clue] = []
    for clue in sorted(clues, key=lambda clue: (clue.start - clue.end, clue.start, clue.because)):
        if not any(other.start <= clue.start and clue.end <= other.end and set(clue.kinds) <= set(other.kinds)
                   and set(clue.matters) <= set(other.matters) for other in kept):
            kept.append(clue)
    return sorted(kept, key=lambda clue: (clue.start, clue.end, clue.because))
