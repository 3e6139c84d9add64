"""Well-known statutes: a charge that cites section numbers of a named code is read by what the sections punish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from article3.law.offences.lexicon import lexicon, read_file
from article3.law.offences.matching import Match, found_at
from article3.law.offences.reading import Reading

_LAWS = "laws"
_DIGIT = re.compile(r"\d")


@cache
def sections() -> dict[str, dict[str, str]]:
    """For each statute the named offence of each section; under `laws`, of each special law. ValueError if unknown."""
    found: dict[str, dict[str, str]] = {}
    for statute, entry in read_file("statutes").items():
        listed = entry if statute == _LAWS else entry["sections"]
        found[statute] = {number: offence for offence, numbers in listed.items() for number in numbers.split()}
        if unknown := set(listed) - set(lexicon().offences):
            raise ValueError(f"languages/statutes.toml names unknown offences: {sorted(unknown)}")
    return found


def statute_matches(reading: Reading, found: Iterable[Match]) -> Iterator[Match]:
    """The offences of the cited sections: a number is read by the statute whose name stands nearest to it."""
    if not _DIGIT.search(reading.text):
        return
    marks = [match for match in found if match.offence.name in sections()]
    for place, (word, *_) in enumerate(reading.places):
        if not word.number:
            continue
        number = reading.words(place, place).casefold()
        name = sections()[_LAWS].get(number) or _section(number, place, marks)
        if name is not None:
            yield found_at(lexicon().offences[name], (place,))


def _section(number: str, place: int, marks: list[Match]) -> str | None:
    if not marks:
        return None
    nearest = min(marks, key=lambda mark: (abs(mark.first - place), mark.first))
    cited = sections()[nearest.offence.name]
    return cited.get(number) or cited.get(number.partition("/")[0])
