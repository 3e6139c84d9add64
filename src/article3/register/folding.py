"""Names and numbers in the form they are searched in: small letters, no marks, no punctuation, one word at a time."""

from __future__ import annotations

import re
import unicodedata

from article3.terms.communication import Name

WORDS_AT_MOST = 8
"""How many words of a query are looked at: cost stays bounded whatever is typed."""
_WORD_LENGTH = 80
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": None,
     "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)  # fmt: skip
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: `Ó Súilleabháin` -> ("o", "suilleabhain")."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return tuple(word[:_WORD_LENGTH] for word in _NOT_ALPHANUMERIC.split(bare) if word)


def name_words(names: tuple[Name, ...]) -> frozenset[str]:
    """Every word of every name, in its own script and in Latin letters; and each part written as one word."""
    found: set[str] = set()
    for name in names:
        for part in (name.family, name.given, name.latin_family, name.latin_given):
            parts = words(part)
            found.update(parts)
            if len(parts) > 1:
                found.add("".join(parts)[:_WORD_LENGTH])
    return frozenset(found)


def number(text: str) -> str:
    """The number of a paper as it is compared: letters and digits, upper case."""
    return _NOT_ALPHANUMERIC.sub("", unicodedata.normalize("NFKC", text)).upper()[:60]
