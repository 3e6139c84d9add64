"""Charge texts classified: kinds and matters, each with the words that led there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """A match with the kinds and matters that are left to it."""

    match: Match
    kinds: tuple[OffenceKind, ...]
    matters: tuple[Matter, ...]

    def says_no_more_than(self, other: Meaning) -> bool:
        """Whether the other stands around it and says all it says."""
        return (other.match.first <= self.match.first and self.match.last <= other.match.last
                and set(self.kinds) <= set(other.kinds) and set(self.matters) <= set(other.matters))


def _clues(text: str, *, translated: bool) -> list[Clue]:
    if not text:
        return []
    reading = read(text)
    named = matches(reading, lexicon())
    found = sorted((*named, *statute_matches(reading, named)), key=lambda match: (match.places, match.offence.name))
    clauses = groupby(found, key=lambda match: reading.places[match.first].clause)
    by_clause = [_meanings(list(group)) for _, group in clauses]
    firm = {kind for meanings in by_clause for meaning in meanings for kind in meaning.kinds
            if not meaning.match.offence.gives_way}
    return [_clue(reading, meaning, translated) for meanings in by_clause
            for meaning in _longest([_given_way(meaning, firm) for meaning in meanings])]


def _meanings(found: Sequence[Match]) -> list[Meaning]:
    """What the matches of one clause mean once each has hidden what it hides."""
    hiding = [match for match in found if len(match.places) > 1 or match.offence.hides]
    left = (_unhidden(match, hiding) for match in found if not match.offence.silent)
    return [meaning for meaning in left if meaning.kinds or meaning.matters]


def _unhidden(match: Match, hiding: Iterable[Match]) -> Meaning:
    """What is left of a match's kinds and matters after the phrases around it hid what they hide.

    Words that a longer phrase needs speak for that phrase alone: in "evasion of conscription" nobody escapes.
    """
    kinds, matters = match.offence.kinds, match.offence.matters
    for other in hiding:
        if other.first > match.first or match.last > other.last or other.offence is match.offence:
            continue
        if not other.offence.silent and set(match.places) < set(other.places):
            return Meaning(match, (), ())
        kinds = tuple(kind for kind in kinds if kind not in other.offence.hidden_kinds)
        matters = tuple(matter for matter in matters if matter not in other.offence.hidden_matters)
    return Meaning(match, kinds, matters)


def _given_way(meaning: Meaning, firm: set[OffenceKind]) -> Meaning:
    """Forged documents beside a border crossing are documents of that crossing, and so on."""
    instead = meaning.match.offence.gives_way & firm
    return replace(meaning, kinds=tuple(sorted(instead, key=_ORDER.__getitem__))) if instead else meaning


def _longest(meanings: Sequence[Meaning]) -> list[Meaning]:
    """The meanings without those that say nothing more than a longer one around them, in the order of the text."""
    kept: list[Meaning] = []
    for meaning in sorted(meanings, key=lambda each: (each.match.first - each.match.last, each.match.places)):
        if not any(meaning.says_no_more_than(other) for other in kept):
            kept.append(meaning)
    return sorted(kept, key=lambda each: (each.match.first, each.match.last, each.match.offence.name))


def _clue(reading: Reading, meaning: Meaning, translated: bool) -> Clue:
    match, because = meaning.match, meaning.match.offence.because
    places = reading.places[match.first:match.last + 1]
    if corrected := [place.word.read_as for place in places if place.word.read_as]:
        because = f"{because} (read as: {', '.join(corrected)})"
    start, end = places[0].start, places[-1].end
    return Clue(words=reading.text[start:end], start=start, end=end, kinds=meaning.kinds, matters=meaning.matters,
                because=because, translated=translated)
