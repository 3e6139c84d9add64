"""Questions to the day's public extracts: by name pattern, country, age, sex and words; counted and read in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Lookup, QuerySet, TextField

from article3.register.extracts import PublicExtract, extract_of, shown
from article3.register.models import Extract
from article3.terms.communication import Colour

PATTERN_CHARACTERS = 200
"""A longer pattern matches nothing: no name is as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a reader asks for; empty or None asks for nothing. Name patterns know `^`, `$`, `.` and plain text."""

    colours: tuple[Colour, ...]
    name: str = ""
    forename: str = ""
    nationality: str = ""
    warrant_country: str = ""
    age_min: int | None = None
    age_max: int | None = None
    sex: str = ""
    free_text: str = ""
    un_reference: str = ""
    words: tuple[str, ...] = ()
    persons: bool | None = None  # or else organizations and ships; None: both
    only: frozenset[str] | None = None  # of these extracts; None: of all
    without: frozenset[str] = frozenset()


@TextField.register_lookup
class Like(Lookup):  # type: ignore[type-arg]
    """SQL's LIKE with `!` as escape sign; both sides are lower case already."""

    lookup_name = "like"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The condition and its parameters."""
        left, left_values = self.process_lhs(compiler, connection)
        right, right_values = self.process_rhs(compiler, connection)
        return f"{left} LIKE {right} ESCAPE '!'", (*left_values, *right_values)


def found(wanted: Wanted, on: date) -> QuerySet[Extract]:
    """The rows of the day's edition that answer the question, in the order of their ids."""
    rows = shown(on).filter(colour__in=[colour.value for colour in wanted.colours])
    texts = {"family": like_of(wanted.name), "given": like_of(wanted.forename),
             "text": like_of(wanted.free_text, plain=True), "un_reference": like_of(wanted.un_reference, plain=True),
             "nationalities": _code(wanted.nationality), "warrants": _code(wanted.warrant_country)}  # fmt: skip
    for column, pattern in texts.items():
        if pattern:
            rows = rows.filter(**{f"{column}__like": pattern})
    if wanted.persons is not None:
        rows = rows.filter(person=wanted.persons)
    if wanted.only is not None:
        rows = rows.filter(id__in=wanted.only)
    if wanted.without:
        rows = rows.exclude(id__in=wanted.without)
    for word in wanted.words:
        rows = rows.filter(text__like=like_of(word, plain=True))
    if wanted.sex:
        rows = rows.filter(sex=wanted.sex.upper()[:2])
    if wanted.age_min is not None:
        rows = rows.filter(age_high__gte=wanted.age_min)
    if wanted.age_max is not None:
        rows = rows.filter(age_low__lte=wanted.age_max)
    return rows.order_by("id")


def page(rows: QuerySet[Extract], *, first: int, most: int) -> tuple[PublicExtract, ...]:
    """`most` of the rows from the place `first` on."""
    return tuple(extract_of(row) for row in rows[first : first + most])


def one(entity_id: str, on: date) -> PublicExtract | None:
    """The extract of today with that id; None when there is none, whatever may have been there before."""
    row = shown(on).filter(id=entity_id).first() if entity_id.isprintable() else None
    return None if row is None else extract_of(row)


def several(entity_ids: Sequence[str], on: date) -> tuple[PublicExtract, ...]:
    """Those extracts of today that may still be shown."""
    return tuple(extract_of(row) for row in shown(on).filter(id__in=list(entity_ids)))


def after(entity_id: str, on: date, *, most: int) -> tuple[PublicExtract, ...]:
    """The next extracts of the day after an id, of every colour."""
    rows = shown(on).filter(id__gt=entity_id) if entity_id.isprintable() else Extract.objects.none()
    return tuple(extract_of(row) for row in rows.order_by("id")[:most])


def like_of(pattern: str, *, plain: bool = False) -> str:
    """A reader's pattern as a LIKE pattern: never handed to an engine that can backtrack. Empty asks for nothing.

    `^` at the beginning and `$` at the end anchor, `.` is any character, a backslash takes the next one as it is;
    everything else, and all of it when `plain`, is literal text.
    """
    if not pattern:
        return ""
    if len(pattern) > PATTERN_CHARACTERS or "\0" in pattern:
        return "!!never!!"
    start, end = ("", "") if plain else (pattern[:1], pattern[1:][-1:])
    inner = pattern[start == "^" : len(pattern) - (end == "$")]
    signs, at = [], 0
    while at < len(inner):
        sign = inner[at]
        if sign == "." and not plain:
            signs.append("_")
        elif sign == "\\" and not plain and at + 1 < len(inner):
            at += 1
            signs.append(_literal(inner[at]))
        else:
            signs.append(_literal(sign))
        at += 1
    return ("" if start == "^" else "%") + "".join(signs) + ("" if end == "$" else "%")


def _literal(sign: str) -> str:
    return f"!{sign}" if sign in "%_!" else sign.lower()


def _code(code: str) -> str:
    return f"% {''.join(_literal(sign) for sign in code[:4]).upper()} %" if code.isprintable() and code else ""
