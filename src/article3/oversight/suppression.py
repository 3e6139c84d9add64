"""Which cells of a table stay unpublished, so that nobody can compute a small one from the others.

A small cell (1 up to the floor, not included) is left out, and with it others, so that for each small cell there is a
movement along the table that changes it, keeps every published number, and is at least `floor` wide: whoever holds
the whole publication is left with an interval of that width. Left-out cells all look alike. (Secondary suppression:
Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, chapter 6; here by single rectangles, which
is enough for a proof and leaves out a few cells more than the least possible.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

FLOOR = 5
"""Below this a count is never published, and no interval an outsider can compute is narrower."""
TOTAL = "total"
Place = tuple[str, str]
Move = dict[Place, int]
"""Cells and the direction each goes in: every sum of the table stays as it is."""


def with_totals(cells: Mapping[Place, int]) -> dict[Place, int]:
    """The table with its row and column totals and the total of all; absent cells are zero."""
    rows, columns = _sides(cells)
    whole = {(row, column): cells.get((row, column), 0) for row in rows for column in columns}
    for row in rows:
        whole[row, TOTAL] = sum(whole[row, column] for column in columns)
    for column in (*columns, TOTAL):
        whole[TOTAL, column] = sum(whole[row, column] for row in rows)
    return whole


def left_out(whole: Mapping[Place, int], *, floor: int = FLOOR, complementary: bool = True) -> frozenset[Place]:
    """The places not to be published; without the complementary ones only where an attack is to be shown."""
    small = sorted(place for place, value in whole.items() if 0 < value < floor)
    out = set(small)
    if not complementary:
        return frozenset(out)
    for place in small:
        moves = [move for move in _moves(whole, place) if width(whole, move, floor) >= floor
                 and all(whole[corner] for corner in move)]  # a zero may be known to be one: it hides nothing
        if not moves:  # nothing in this table can hide it: none of it is published
            return frozenset(whole)
        if not any(out.issuperset(move) for move in moves):
            out.update(sorted(moves, key=lambda move: _cost(whole, move, out))[0])
    return frozenset(out)


def width(whole: Mapping[Place, int], move: Move, floor: int = FLOOR) -> int:
    """How far a table can move up and down before a cell would be negative; no more than twice the floor is needed."""
    up = min((whole[place] for place, way in move.items() if way < 0), default=floor)
    down = min((whole[place] for place, way in move.items() if way > 0), default=floor)
    return min(up, floor) + min(down, floor)


def _moves(whole: Mapping[Place, int], place: Place) -> Iterator[Move]:
    """Every movement on one rectangle that takes this place up."""
    row, column = place
    rows, columns = _sides(whole)
    for other_row in (*rows, TOTAL):
        for other_column in (*columns, TOTAL):
            if other_row != row and other_column != column:
                move = _rectangle(place, other_row, other_column)
                if (TOTAL, TOTAL) not in move:  # the sum of all ties the table to others: it stays
                    yield move


def _rectangle(place: Place, other_row: str, other_column: str) -> Move:
    """A total counts against its line: it goes the same way as what it adds up."""
    row, column = place
    own = _sign(row) * _sign(column)
    corners = {(row, column): 1, (row, other_column): -1, (other_row, column): -1, (other_row, other_column): 1}
    return {(r, c): way * own * _sign(r) * _sign(c) for (r, c), way in corners.items()}


def _sign(side: str) -> int:
    return -1 if side == TOTAL else 1


def _cost(whole: Mapping[Place, int], move: Move, out: set[Place]) -> tuple[int, int, list[Place]]:
    """What is lost by leaving a movement's cells out: as few totals as can be, then as few files; then by name."""
    lost = [place for place in move if place not in out]
    return sum(TOTAL in place for place in lost), sum(whole[place] for place in lost), sorted(move)


def _sides(cells: Mapping[Place, int]) -> tuple[list[str], list[str]]:
    rows = sorted({row for row, _ in cells if row != TOTAL})  # by name: the order in which things happened says more
    return rows, sorted({column for _, column in cells if column != TOTAL})

