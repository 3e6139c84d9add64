"""The decision: may this reader read this kind of data of this record, and how much of it. Total, pure, deny first."""

from __future__ import annotations

from dataclasses import dataclass

from article3.access.table import CONTENT, FRONT_LINE, TABLE, Cell
from article3.access.words import BLANK, Column, Extent, Kind, Reading, Role, Standing
from article3.terms.communication import Level
from article3.terms.sitting import MandateRole, Sitting

LEVELS = (Level.OFFICIAL_USE, Level.RESTRICTED, Level.CONFIDENTIAL)
"""From the widest to the strictest."""

_SEATS: dict[tuple[str, MandateRole], Role] = {
    ("secretariat", MandateRole.REVIEWER): Role.REVIEWER,
    ("secretariat", MandateRole.LEAD): Role.REVIEWER,
    ("secretariat", MandateRole.ADMIN): Role.ADMIN,
    ("bureau", MandateRole.BUREAU_OFFICER): Role.BUREAU,
    ("bureau", MandateRole.BUREAU_LEAD): Role.BUREAU,
    ("desk", MandateRole.DUTY_OFFICER): Role.DESK,
    ("front", MandateRole.FRONT_LINE): Role.FRONT_LINE,
    ("oversight", MandateRole.OVERSIGHT): Role.OVERSIGHT,
    ("commission", MandateRole.COMMISSION_SECRETARIAT): Role.COMMISSION,
    ("commission", MandateRole.COMMISSION_MEMBER): Role.COMMISSION,
    ("protection", MandateRole.ATTESTING): Role.REFUGEE_AUTHORITY,
    ("custodian", MandateRole.CUSTODIAN): Role.CUSTODIAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Everything between one reader and one record that the table asks about."""

    mine: bool = False  # the reader's bureau is the source
    reached_me: bool = False  # the reader's bureau is among the recipients
    denied_me: bool = False  # the source bars the reader's bureau
    concerns_me: bool = False  # the datum itself concerns the reader: its question, its receipt, its list
    origin_me: bool = False  # the person is protected from the reader's country
    assigned_to_me: bool = False
    own_country: bool = False  # source or person belong to the reviewer's country
    second_person: bool = False
    standing: Standing = Standing.UNDECIDED
    level: Level = Level.CONFIDENTIAL


def role_of(sitting: Sitting | None) -> Role | None:
    """The role of a sitting; nobody signed in is the public; a mandate that fits no seat has no role at all."""
    if sitting is None:
        return Role.PUBLIC
    return _SEATS.get((sitting.seat.partition(":")[0], sitting.role))


def levels_up_to(clearance: Level) -> frozenset[Level]:
    """The levels a reader with that clearance may read."""
    return frozenset(LEVELS[: LEVELS.index(clearance) + 1])


def for_everybody(kind: Kind) -> bool:
    """Rows that even the public reads: own country bars no reviewer from them."""
    return bool(TABLE[kind][Column.PUBLIC].reading)


def may_read(kind: Kind, role: Role | None, clearance: Level, ties: Ties) -> Reading:
    """What the reader gets. Denial and own country come first; an unknown role reads nothing."""
    if role is None:
        return BLANK
    if role is Role.FRONT_LINE:
        return _at_the_front(kind, clearance, ties)
    cell = TABLE[kind][_column(kind, role, ties)]
    if role is Role.REVIEWER and ties.own_country and not for_everybody(kind):
        return BLANK
    return _reading(cell, clearance, ties)


def _at_the_front(kind: Kind, clearance: Level, ties: Ties) -> Reading:
    """What its bureau reads as a recipient, its own notices too, in the front line's form; retracted items never."""
    column = Column.RECIPIENT if ties.mine or ties.reached_me else Column.STRANGER
    as_bureau = _reading(TABLE[kind][Column.DENIED if ties.denied_me else column], clearance, ties)
    return Reading(Extent.REDUCED, FRONT_LINE[kind]) if as_bureau and kind in FRONT_LINE else BLANK


def may_read_content(role: Role | None, clearance: Level, ties: Ties) -> Reading:
    """What the reader gets of the record's content: row D2 before the decision, D1 after it."""
    return may_read(CONTENT[ties.standing], role, clearance, ties)


def _column(kind: Kind, role: Role, ties: Ties) -> Column:
    if role is not Role.BUREAU:
        return Column(role.value)
    origin = TABLE[kind][Column.ORIGIN]
    if ties.denied_me:
        return Column.DENIED
    if ties.origin_me and not ties.mine and not origin.as_relation:
        return Column.ORIGIN
    if ties.mine:
        return Column.SOURCE
    return Column.RECIPIENT if ties.reached_me else Column.STRANGER


def _reading(cell: Cell, clearance: Level, ties: Ties) -> Reading:
    if cell.never or ties.standing not in cell.standings:
        return BLANK
    if cell.cleared and ties.level not in levels_up_to(clearance):
        return BLANK
    met = (
        (not cell.assigned or ties.assigned_to_me)
        and (not cell.own or ties.concerns_me)
        and (not cell.second_person or ties.second_person)
    )
    return cell.reading if met else cell.otherwise
