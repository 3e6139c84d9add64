"""What a reader's query asks for: names, bounds and clamps of the service. Nothing in a query is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from article3 import wiring
from article3.terms.communication import Colour

PAGE = 20
LARGEST_PAGE = 160
READABLE = 160
"""One question reads out at most as many; who wants more asks narrower questions, or reads our page of all."""
_OF_PERSONS = ("name", "forename", "nationality", "arrestWarrantCountryId", "ageMin", "ageMax", "sexId", "freeText")
FILTERS = {Colour.RED: _OF_PERSONS, Colour.YELLOW: tuple(f for f in _OF_PERSONS if f != "arrestWarrantCountryId"),
           Colour.UN_SPECIAL: ("name", "unReference")}  # fmt: skip
LARGEST_NUMBER = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One list request: what is wanted, the filters as they were written, the size and number of the page."""

    wanted: wiring.Wanted
    filters: dict[str, str]
    per_page: int
    page: int


def asked(colour: Colour, query: Mapping[str, str]) -> Asked:
    """The question of a list's query. Unknown names and empty values ask for nothing; numbers are cut to what is read.

    Source: the public service's observed behaviour; a bad number is never answered with an error.
    """
    filters = {name: query[name] for name in FILTERS[colour] if query.get(name)}
    wanted = wiring.Wanted(
        colours=(colour,), name=filters.get("name", ""), forename=filters.get("forename", ""),
        nationality=filters.get("nationality", ""), warrant_country=filters.get("arrestWarrantCountryId", ""),
        age_min=number(filters.get("ageMin")), age_max=number(filters.get("ageMax")), sex=filters.get("sexId", ""),
        free_text=filters.get("freeText", ""), un_reference=filters.get("unReference", ""),
    )  # fmt: skip
    per_page = min(max(number(query.get("resultPerPage")) or PAGE, 1), LARGEST_PAGE)
    return Asked(wanted=wanted, filters=filters, per_page=per_page, page=max(number(query.get("page")) or 1, 1))


def number(text: str | None) -> int | None:
    """A whole number in a query, cut to a billion; None for anything else."""
    if not text or not text.isascii() or not text.removeprefix("-").isdigit():
        return None
    return max(-1, min(int(text[:12]), LARGEST_NUMBER))


def last_page(total: int, per_page: int) -> int:
    """The number of the last page that can be read."""
    return max(1, -(-min(total, READABLE) // per_page))
