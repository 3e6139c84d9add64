"""Dates of birth as the Security Council's list writes them: exact, about, between two years, several of them.

Years between two bounds are read as so many possible dates, each of which screening compares; an interval too wide for
that stays an interval. What cannot be read is kept as it is written, for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

AT_MOST = 20
"""So many dates of birth a person of our form may have, and so many possible years are read as dates."""
UNREAD = "INDIVIDUAL_DATE_OF_BIRTH"
_FIELDS = ("TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
_EXACT = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*|Z|[+-]\d\d:\d\d)?")
_ABOUT = re.compile(r"(?:(?:circa|ca|c|approx|approximately|about|around)\.? +)(\d{4})", re.IGNORECASE)
_DECADE = re.compile(r"(\d{3})0'?s", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def births(entry: Element) -> tuple[list[str], list[str]]:
    """Every date of birth as EDTF, at most twenty, and what could not be read, as the list writes it."""
    written = [(_said(date), _read(date)) for date in entry.iterfind(UNREAD)]
    read = [edtf for _, edtf in written if edtf]
    years = list(dict.fromkeys(each for edtf in read for each in _possible(edtf)))
    dates = years if len(years) <= AT_MOST else list(dict.fromkeys(read))
    unread = [said for said, edtf in written if said and not edtf]
    return dates[:AT_MOST], unread + dates[AT_MOST:]


def _said(date: Element) -> str:
    """The element in words; nothing for an empty one, which stands for none."""
    texts = (" ".join((date.findtext(field) or "").split()) for field in _FIELDS)
    return " ".join(filter(None, texts))


def _read(date: Element) -> str:
    """As an EDTF date or interval; empty where nothing of it is one."""
    kind, exact, year, first, last = (" ".join((date.findtext(field) or "").split()) for field in _FIELDS[:5])
    about = "~" if kind.upper().startswith("APPROX") else ""
    bounds = sorted(bound for bound in (first, last) if _YEAR.fullmatch(bound))
    if len(bounds) == 2:
        return bounds[0] + about if bounds[0] == bounds[1] else f"{bounds[0]}{about}/{bounds[1]}{about}"
    if bounds:  # one end only: the other is open
        return f"{bounds[0]}{about}/.." if bounds[0] == first else f"../{bounds[0]}{about}"
    return next(filter(None, (_point(text, about) for text in (exact, year))), "")


def _point(text: str, about: str) -> str:
    if found := _EXACT.fullmatch(text):
        return found[1] + about
    if found := _ABOUT.fullmatch(text):
        return f"{found[1]}~"
    found = _DECADE.fullmatch(text)
    return f"{found[1]}X" if found else ""


def _possible(edtf: str) -> Iterator[str]:
    """Every year of an interval that is narrow enough; anything else as it is."""
    first, slash, last = edtf.partition("/")
    if not slash or ".." in edtf or int(last[:4]) - int(first[:4]) >= AT_MOST:
        yield edtf
        return
    about = "~" if last.endswith("~") else ""
    yield from (f"{year:04d}{about}" for year in range(int(first[:4]), int(last[:4]) + 1))
