"""Charge texts classified: kinds and matters, each with the words that led there."""

from __future__ import annotations

from collections.abc import Iterable

from article3.law.offences.lexicon import Offence, lexicon
from article3.law.offences.matching import Match, matches
from article3.law.offences.reading import Reading, read
from article3.law.offences.statutes import statute_matches
from article3.terms.offences import Classification, Clue, Matter, OffenceKind


def classify(text: str, translation: str = "") -> Classification:
    """All kinds and matters a charge text names, with the clues that led there, in the order of the text.

    Clues of the translation are marked `translated` and their places are in the translation. A text with words but
    no clue is of kind other; an empty text is of no kind. The same text always gets the same answer; any text may
    be given.
    """
    clues = (*_clues(text, translated=False), *_clues(translation, translated=True))
    kinds = {kind for clue in clues for kind in clue.kinds}
    if not kinds and (text.strip() or translation.strip()):
        kinds = {OffenceKind.OTHER}
    found = {matter for clue in clues for matter in clue.matters}
    return Classification(kinds=tuple(kind for kind in OffenceKind if kind in kinds),
                          matters=tuple(matter for matter in Matter if matter in found), clues=clues)


def _clues(text: str, *, translated: bool) -> list[Clue]:
    if not text:
        return []
    reading = read(text)
    found = [*matches(reading, lexicon()), *statute_matches(reading)]
    found.sort(key=lambda match: (match.places, match.offence.name))
    visible = _given_way([(match, *_unhidden(match, found)) for match in found if not match.offence.silent])
    clues = (_clue(reading, match, kinds, matters, translated) for match, kinds, matters in visible if kinds or matters)
    return _longest(clues)


def _unhidden(match: Match, found: Iterable[Match]) -> tuple[tuple[OffenceKind, ...], tuple[Matter, ...]]:
    """What is left of a match's kinds and matters after the phrases around it hid what they hide.

    Words that a longer phrase needs speak for that phrase alone: in "evasion of conscription" nobody escapes.
    """
    kinds, matters = match.offence.kinds, match.offence.matters
    for other in found:
        if other.offence is match.offence or not (other.first <= match.first and match.last <= other.last):
            continue
        if not other.offence.silent and len(match.places) < len(other.places) and set(match.places) < set(other.places):
            return (), ()
        kinds = tuple(kind for kind in kinds if kind not in other.offence.hidden_kinds)
        matters = tuple(matter for matter in matters if matter not in other.offence.hidden_matters)
    return kinds, matters


_Visible = tuple[Match, tuple[OffenceKind, ...], tuple[Matter, ...]]


def _given_way(found: list[_Visible]) -> list[_Visible]:
    """Forged documents beside an illegal border crossing are documents of that crossing, and so on."""
    firm = {kind for match, kinds, _ in found for kind in kinds if not match.offence.gives_way}
    return [(match, tuple(match.offence.gives_way & firm) or kinds, matters) for match, kinds, matters in found]


def _clue(reading: Reading, match: Match, kinds: tuple[OffenceKind, ...], matters: tuple[Matter, ...],
          translated: bool) -> Clue:
    start, end = reading.starts[match.first], reading.ends[match.last]
    return Clue(words=reading.text[start:end], start=start, end=end, kinds=kinds, matters=matters,
                because=_because(reading, match, match.offence), translated=translated)


def _because(reading: Reading, match: Match, offence: Offence) -> str:
    corrected = [word.read_as for word in reading.words[match.first:match.last + 1] if word.read_as]
    return f"{offence.because} (read as: {', '.join(corrected)})" if corrected else offence.because


def _longest(clues: Iterable[Clue]) -> list[Clue]:
    """The clues without those that say nothing more than a longer one around them."""
    kept: list[Clue] = []
    for clue in sorted(clues, key=lambda clue: (clue.start - clue.end, clue.start, clue.because)):
        if not any(other.start <= clue.start and clue.end <= other.end and set(clue.kinds) <= set(other.kinds)
                   and set(clue.matters) <= set(other.matters) for other in kept):
            kept.append(clue)
    return sorted(kept, key=lambda clue: (clue.start, clue.end, clue.because))
