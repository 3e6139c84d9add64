"""What stands in a free text: words that look like names, days that may be birth dates, numbers that may be papers'."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from article3.reentry.readings import Word, words
from article3.terms.scripts import main_script

_CASELESS = frozenset({"Arab", "Hani", "Hebr", "Thai", "Hang", "Deva", "Beng"})
_SEGMENT = re.compile(r"[^\W_][\w'’\u200c\u200d.-]*")
_SENTENCE_ENDS = ".!?:;\n"
_MONTHS = {name: month for month, names in enumerate((
    "january janvier enero يناير января", "february février fevrier febrero فبراير февраля",
    "march mars marzo مارس марта", "april avril abril أبريل апреля", "may mai mayo مايو мая",
    "june juin junio يونيو июня", "july juillet julio يوليو июля", "august août aout agosto أغسطس августа",
    "september septembre septiembre سبتمبر сентября", "october octobre octubre أكتوبر октября",
    "november novembre noviembre نوفمبر ноября", "december décembre decembre diciembre ديسمبر декабря"),
    start=1) for name in names.split()}
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]+)\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)")
_NAME_FIRST = re.compile(r"([^\W\d_]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NUMBER = re.compile(r"(?<![^\W_])(?=[^\W_]*\d[^\W_]*\d)[^\W_]{6,20}(?![^\W_])")
_MOST = 60


def words_in(text: str, most: int) -> tuple[tuple[Word, ...], frozenset[int]]:
    """The words of the text, and the places of those that look like a name: with a capital inside a sentence, or in a
    script without capitals amid another one."""
    found: list[Word] = []
    named: set[int] = set()
    script = main_script(text[:5_000])
    for segment in _SEGMENT.finditer(text):
        before = text[max(0, segment.start() - 3):segment.start()].rstrip(" \t«“\"(")
        first = not before or before[-1] in _SENTENCE_ENDS
        own = main_script(segment.group())
        looks = (segment.group()[0].isupper() and not first) or (own in _CASELESS and own != script)
        for word in words(segment.group()):
            named |= {len(found)} if looks else set()
            found.append(word)
        if len(found) >= most:
            break
    return tuple(found), frozenset(named)


def births_in(text: str) -> tuple[frozenset[date], frozenset[int]]:
    """Days and years in the text, at most sixty of each; a day that can be read in two ways is both."""
    plain = _plain(text)
    found = [(year, month, day) for year, month, day in _YEAR_FIRST.findall(plain)]
    for day, month, year in _YEAR_LAST.findall(plain):
        found += [(year, month, day), (year, day, month)]
    found += [(year, str(_MONTHS.get(name, 0)), day) for day, name, year in _NAMED.findall(plain)]
    found += [(year, str(_MONTHS.get(name, 0)), day) for name, day, year in _NAME_FIRST.findall(plain)]
    days = [day for parts in found[:_MOST] if (day := _day(*map(int, parts))) is not None]
    return frozenset(days), frozenset(int(year) for year in _YEAR.findall(plain)[:_MOST])


def numbers_in(text: str) -> frozenset[str]:
    """Words with at least two digits among six to twenty letters and digits, in capitals."""
    return frozenset(found.upper() for found in _NUMBER.findall(_plain(text))[:_MOST])


def _plain(text: str) -> str:
    return "".join(str(unicodedata.digit(sign, sign)) for sign in unicodedata.normalize("NFKC", text).casefold())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
