"""Words made comparable: no case, no accents, one form for the Arabic letters written in several ways."""

from __future__ import annotations

import re
import unicodedata

_ARABIC = {"ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ک": "ك", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ـ": "", "ء": ""}
_LATIN = {"ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
_LETTERS = str.maketrans(_ARABIC | _LATIN)
_CYRILLIC_TWINS = str.maketrans("асеорхукмтвніј", "aceopxykmtbhij")
_LATIN_TWINS = str.maketrans("aceopxykmtbhij", "асеорхукмтвніј")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN_LETTER = re.compile("[a-z]")
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_ARABIC_PREFIX = re.compile("^(?:[وف]?(?:[بك]?ال|لل)(?=..)|[وفبكل](?=...))")


def fold(word: str) -> str:
    """The word without case, accents and vowel signs; letters of one script disguised in another are put right."""
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    if plain.isascii() or not _CYRILLIC.search(plain) or not (latin := _LATIN_LETTER.findall(plain)):
        return plain
    return plain.translate(_CYRILLIC_TWINS if 2 * len(latin) > len(plain) else _LATIN_TWINS)


def forms(folded: str) -> tuple[str, ...]:
    """The folded word and, for Arabic, the word without its attached particles (and, by, for, the)."""
    found = [folded]
    if not folded.isascii() and _ARABIC_LETTER.match(folded):
        rest = folded
        while (shorter := _ARABIC_PREFIX.sub("", rest, count=1)) != rest:
            rest = shorter
            found.append(rest)
    return tuple(found)
