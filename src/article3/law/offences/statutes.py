"""Well-known statutes: a charge that only cites section numbers of a named code is read by what the section punishes."""

from __future__ import annotations

from article3.law.offences.matching import Match
from article3.law.offences.reading import Reading


def statute_matches(reading: Reading) -> list[Match]:
    """The offences the cited sections of well-known codes stand for."""
    return []
