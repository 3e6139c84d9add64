"""Whether a text looks like one of the four working languages (Statute 30): by its letters and its small words.

A hint for the writer, from short lists one can read; the Commission decides whether it understands a request.
"""

from __future__ import annotations

import re

from article3.terms.scripts import COMMON, script_of

FEWEST_WORDS = 12
"""Below so many words the small words say nothing, and only the letters count."""
LEAST_SHARE = 0.12
"""Of a text in a working language at least so many words are small words; the tests hold texts on both sides."""
NOT_ARABIC = frozenset("پچژگکیٹڈڑںےھہۆێە")
"""Letters Persian, Urdu or Kurdish write with and Arabic does not."""
MOST_NOT_ARABIC = 0.03
"""Of the letters of an Arabic text; names may bring some."""
_SMALL = {
    "en": "the of and to in a is that it for was on are as with his they at be this from have or by had not but what "
          "all were we when your can there an which their if will my me i you he she who has been no them its our",
    "fr": "le la les de des du un une et est en que qui dans pour pas sur au aux ce cette ces il elle je j mon ma mes "
          "se son sa ses ne par plus avec ou mais nous vous on été a ont sont d l n qu s c m y leur contre",
    "es": "el la los las de del un una y es en que no por para con se su sus lo al como más pero fue ha mi mis me yo "
          "le les o este esta esto porque sin sobre también hay son ser era desde cuando contra muy ni ya a",
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")


def looks_like_a_working_language(text: str) -> bool:
    """False when most letters are of another script, or are Arabic letters Arabic does not have, or a longer text in
    Latin letters has next to no small words of the three."""
    letters = [sign for sign in text if script_of(sign) != COMMON]
    if not letters:
        return True  # nothing to judge: another check says that the text is missing
    arabic, latin = (sum(script_of(sign) == script for sign in letters) for script in ("Arab", "Latn"))
    if 2 * (arabic + latin) < len(letters):
        return False
    if arabic > latin:
        return sum(sign in NOT_ARABIC for sign in letters) <= MOST_NOT_ARABIC * arabic
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) < FEWEST_WORDS or max(_share(words, language) for language in SMALL_WORDS) >= LEAST_SHARE


def _share(words: list[str], language: str) -> float:
    return sum(word in SMALL_WORDS[language] for word in words) / len(words)
