"""Who may see what: the access table as typed data, row by row as the security design gives it (docs/access.md).

The decision, the filter of the register, the projection of fields, the documentation and the tests are made from this
and from nothing else. A row, column or word that does not exist stops the program at import.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from article3.access.words import BLANK, FULL, Column, Extent, Form, Kind, Reading, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a column gets of a kind, and under which conditions; where they fail, `otherwise`."""

    reading: Reading = BLANK
    assigned: bool = False  # only a reader assigned to this file
    own: bool = False  # only what concerns the reader itself: its question, its receipt, its own list
    cleared: bool = False  # only up to the reader's clearance
    second_person: bool = False  # only together with a second person
    standings: frozenset[Standing] = frozenset(Standing)
    as_relation: bool = False  # read by the column of the reader's relation to the record
    never: bool = False  # absolute: no other column helps
    otherwise: Reading = BLANK


def reduced(form: Form) -> Reading:
    """A reading in one of the fixed reduced forms."""
    return Reading(Extent.REDUCED, form)


def only(standings: set[Standing], cell: Cell) -> Cell:
    """The same cell for records in those standings only."""
    return replace(cell, standings=frozenset(standings))


def r(form: Form) -> Cell:
    """A cell that gives a reduced form without further conditions."""
    return Cell(reading=reduced(form))


__ = Cell()
R = Cell(reading=FULL)
A = Cell(reading=FULL, assigned=True)
A_LINE = Cell(reading=FULL, assigned=True, otherwise=reduced(Form.DESK_LINE))
O = Cell(reading=FULL, own=True)  # noqa: E741
O_UP = Cell(reading=FULL, own=True, cleared=True)
AS = Cell(as_relation=True)
NEVER = Cell(never=True)
CLEARED = Cell(reading=FULL, cleared=True)
IN_FORCE = only({Standing.IN_FORCE}, CLEARED)
LEASE = only({Standing.UNREVIEWED}, Cell(reading=reduced(Form.UNREVIEWED), cleared=True))
REMOVE = only({Standing.SUSPENDED, Standing.REMOVED}, Cell(reading=reduced(Form.RECALL_ORDER), cleared=True))
HIT = only({Standing.IN_FORCE}, Cell(reading=FULL, assigned=True, cleared=True))
LEASED = only({Standing.UNREVIEWED}, Cell(reading=reduced(Form.UNREVIEWED), assigned=True, cleared=True))
HIT_GONE = only({Standing.SUSPENDED, Standing.REMOVED},
                Cell(reading=reduced(Form.RECALL_ORDER), assigned=True, cleared=True))  # fmt: skip
TERMS = r(Form.TERMS)
A_TWO = Cell(reading=FULL, assigned=True, second_person=True)
A_YES_NO = Cell(reading=reduced(Form.YES_NO), assigned=True)
O_SUMS = Cell(reading=reduced(Form.SUMS), own=True)
O_VIA = Cell(reading=reduced(Form.VIA_COMMISSION), own=True)
SENT = r(Form.RECEIVED)
VIA = r(Form.VIA_COMMISSION)
NAMELESS = r(Form.NO_NAMES)
COUNTS = r(Form.COUNTS)
PSEUDO = r(Form.PSEUDONYMOUS)

NOTE = r(Form.INTEGRITY)
HEAD = r(Form.HEADS)
CELLS = r(Form.CELLS)

COLUMNS = tuple(Column)
# fmt: off
_ROWS: dict[Kind, tuple[Cell, ...]] = {
    #                by column, in the order of `Column`
    Kind.PUBLISHED: (R,      IN_FORCE, __,    __,     AS,    A_LINE,   R,  __,    VIA,    NAMELESS, __,   __, HIT, __),
    Kind.UNDECIDED: (SENT, LEASE, __, __, AS, A_LINE, R, __, __, NAMELESS, __, __, LEASED, __),
    Kind.PUBLIC_EXTRACT:
                    (R,      R,        R,     R,      R,     R,        R,  R,     R,      R,        R,    R, R, R),
    Kind.RESTRICTIONS:
                    (R,      __,       __,    __,     AS,    A,        R,  __,    __,     COUNTS,   __,   __, __, __),
    Kind.REVIEW:    (__,     __,       __,    __,     __,    A,        R,  __,    __,     NAMELESS, __,   __, __, __),
    Kind.DECISION_TEXT:
                    (R, REMOVE, __, __, AS, A, R, __, VIA, R, __, __, HIT_GONE, __),
    Kind.CONSULTATION:
                    (O,      O_UP,     __,    O_UP,   AS,    A,        R,  __,    __,     NAMELESS, __,   __, O, __),
    Kind.CONFIDENTIAL_INFORMATION:
                    (O, O, O, O, AS, A, R, __, __, __, __, __, __, TERMS),
    Kind.GIVER:     (O,      O,        O,     O,      AS,    A_TWO,    R,  __,    __,     __,       __,   __, __, R),
    Kind.PROTECTION:
                    (__,     __,       __,    __,     NEVER, A_YES_NO, R,  O,     O_VIA,  __,       __,   __, __, R),
    Kind.WATCH_LIST:
                    (O,      O,        O,     O,      AS,    __,       __, __,    __,     __,       __,   __, O, __),
    Kind.REDRESS:   (__,     __,       __,    __,     __,    __,       R,  __,    O,      COUNTS,   __,   __, __, __),
    Kind.DELIVERY:  (O_SUMS, O_UP,     __,    __,     AS,    A,        R,  __,    __,     R,        __,   __, __, __),
    Kind.JOURNAL:   (O,      O,        __,    __,     AS,    __,       R,  O,     __,     PSEUDO,   NOTE, HEAD, O, O),
    Kind.STATISTICS:
                    (R,      R,        R,     R,      R,     R,        R,  R,     R,      R,        R,    CELLS, R, R),
    Kind.BUREAU_RECORD:
                    (R,      __,       __,    __,     AS,    R,        R,  __,    __,     R,        __,   __, __, __),
}
# fmt: on

CONTENT: dict[Standing, Kind] = {
    Standing.UNDECIDED: Kind.UNDECIDED,
    Standing.UNREVIEWED: Kind.UNDECIDED,
    Standing.IN_FORCE: Kind.PUBLISHED,
    Standing.SUSPENDED: Kind.PUBLISHED,
    Standing.REMOVED: Kind.PUBLISHED,
    Standing.UNSEEN: Kind.PUBLISHED,
}
"""Under which row the content of a record falls: D2 before its decision, D1 after."""


FRONT_LINE = {Kind.PUBLISHED: Form.MINIMAL, Kind.UNDECIDED: Form.UNREVIEWED, Kind.PUBLIC_EXTRACT: Form.MINIMAL}
"""What the front line gets, of what its bureau reads as a recipient, and in which form; every other row is blank."""


def _checked(rows: dict[Kind, tuple[Cell, ...]]) -> dict[Kind, dict[Column, Cell]]:
    assert set(rows) == set(Kind), f"rows without a place in the table: {set(Kind) ^ set(rows)}"
    for kind, cells in rows.items():
        assert len(cells) == len(COLUMNS), f"{kind} has {len(cells)} cells, not {len(COLUMNS)}"
    assert set(CONTENT) == set(Standing), "a standing without a content kind"
    return {kind: dict(zip(COLUMNS, cells, strict=True)) for kind, cells in rows.items()}


TABLE: dict[Kind, dict[Column, Cell]] = _checked(_ROWS)
