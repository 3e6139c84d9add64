"""The same decision as a predicate over many records, in neutral form; `register` turns it into its database's own.

A predicate is built from the cells of the table. Tests compare it with the decision on every combination there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from article3.access.decision import Ties, for_everybody, levels_up_to
from article3.access.table import CONTENT, FRONT_LINE, TABLE, Cell
from article3.access.words import Column, Extent, Kind, Role, Standing
from article3.terms.communication import Level


class Tie(StrEnum):
    """The names of `Ties`: what a predicate may ask about a record."""

    MINE = "mine"
    REACHED_ME = "reached_me"
    DENIED_ME = "denied_me"
    CONCERNS_ME = "concerns_me"
    ORIGIN_ME = "origin_me"
    ASSIGNED_TO_ME = "assigned_to_me"
    OWN_COUNTRY = "own_country"
    SECOND_PERSON = "second_person"
    STANDING = "standing"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Is:
    """True when the tie has one of these values."""

    tie: Tie
    among: frozenset[Any]


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; without parts, always."""

    parts: tuple[Predicate, ...] = ()


@dataclass(frozen=True, slots=True)
class Any_:
    """True when some part is; without parts, never."""

    parts: tuple[Predicate, ...] = ()


Predicate = Is | All | Any_
NOTHING = Any_()
EVERYTHING = All()


def readable(kind: Kind, role: Role | None, clearance: Level, least: Extent = Extent.REDUCED) -> Predicate:
    """Which records the reader may read this kind of, at least to that extent."""
    return NOTHING if role is None else _simple(_readable(kind, role, clearance, least))


def _readable(kind: Kind, role: Role, clearance: Level, least: Extent) -> Predicate:
    if role is Role.FRONT_LINE:
        return _front_line(kind, clearance) if kind in FRONT_LINE and least is Extent.REDUCED else NOTHING
    if role is Role.BUREAU:
        return _bureau(kind, clearance, least)
    cell = _cell(TABLE[kind][Column(role.value)], clearance, least)
    barred = role is Role.REVIEWER and not for_everybody(kind)
    return All((_no(Tie.OWN_COUNTRY), cell)) if barred else cell


def readable_content(role: Role | None, clearance: Level, least: Extent = Extent.REDUCED) -> Predicate:
    """Which records the reader may read the content of: by row D2 before the decision, by row D1 after it."""
    return _simple(Any_(tuple(
        All((_standing({s for s, k in CONTENT.items() if k is kind}), readable(kind, role, clearance, least)))
        for kind in (Kind.UNDECIDED, Kind.PUBLISHED)
    )))


def holds(predicate: Predicate, ties: Ties) -> bool:
    """The predicate applied to one record, for tests and for lists already in memory."""
    if isinstance(predicate, Is):
        return getattr(ties, predicate.tie.value) in predicate.among
    found = (holds(part, ties) for part in predicate.parts)
    return all(found) if isinstance(predicate, All) else any(found)


def _bureau(kind: Kind, clearance: Level, least: Extent) -> Predicate:
    cells = {column: _cell(TABLE[kind][column], clearance, least) for column in Column}
    related = Any_((
        All((_yes(Tie.MINE), cells[Column.SOURCE])),
        All((_no(Tie.MINE), _yes(Tie.REACHED_ME), cells[Column.RECIPIENT])),
        All((_no(Tie.MINE), _no(Tie.REACHED_ME), cells[Column.STRANGER])),
    ))
    if not TABLE[kind][Column.ORIGIN].as_relation:
        from_origin = All((_yes(Tie.ORIGIN_ME), _no(Tie.MINE)))
        others = Any_((_no(Tie.ORIGIN_ME), _yes(Tie.MINE)))
        related = Any_((All((from_origin, cells[Column.ORIGIN])), All((others, related))))
    return Any_((All((_no(Tie.DENIED_ME), related)), All((_yes(Tie.DENIED_ME), cells[Column.DENIED]))))


def _front_line(kind: Kind, clearance: Level) -> Predicate:
    cells = {column: _cell(TABLE[kind][column], clearance, Extent.REDUCED) for column in Column}
    reached = Any_((_yes(Tie.MINE), _yes(Tie.REACHED_ME)))
    related = Any_((All((reached, cells[Column.RECIPIENT])),
                    All((_no(Tie.MINE), _no(Tie.REACHED_ME), cells[Column.STRANGER]))))
    return Any_((All((_no(Tie.DENIED_ME), related)), All((_yes(Tie.DENIED_ME), cells[Column.DENIED]))))


def _cell(cell: Cell, clearance: Level, least: Extent) -> Predicate:
    if cell.never:
        return NOTHING
    if cell.otherwise.extent >= least:
        return All(_limits(cell, clearance))
    return All((*_limits(cell, clearance), *_conditions(cell))) if cell.reading.extent >= least else NOTHING


def _limits(cell: Cell, clearance: Level) -> tuple[Predicate, ...]:
    limits = []
    if cell.standings != frozenset(Standing):
        limits.append(_standing(cell.standings))
    if cell.cleared and levels_up_to(clearance) != frozenset(Level):
        limits.append(Is(Tie.LEVEL, levels_up_to(clearance)))
    return tuple(limits)


def _conditions(cell: Cell) -> tuple[Predicate, ...]:
    asked = {Tie.ASSIGNED_TO_ME: cell.assigned, Tie.CONCERNS_ME: cell.own, Tie.SECOND_PERSON: cell.second_person}
    return tuple(_yes(tie) for tie, needed in asked.items() if needed)


def _standing(standings: frozenset[Standing] | set[Standing]) -> Predicate:
    return Is(Tie.STANDING, frozenset(standings))


def _simple(predicate: Predicate) -> Predicate:
    """The same predicate without parts that are always or never true: the database asks nothing for nothing."""
    if isinstance(predicate, Is):
        return predicate
    joins, void, neutral = (All, NOTHING, EVERYTHING) if isinstance(predicate, All) else (Any_, EVERYTHING, NOTHING)
    parts: list[Predicate] = []
    for part in map(_simple, predicate.parts):
        parts += part.parts if isinstance(part, joins) else [part]
    parts = [part for part in dict.fromkeys(parts) if part != neutral]
    if void in parts:
        return void
    return parts[0] if len(parts) == 1 else joins(tuple(parts))


def _yes(tie: Tie) -> Predicate:
    return Is(tie, frozenset({True}))


def _no(tie: Tie) -> Predicate:
    return Is(tie, frozenset({False}))
