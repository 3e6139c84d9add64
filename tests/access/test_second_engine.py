"""A second opinion on the access table: the same rows as Cedar policies, decided by Cedar, on thousands of situations.

Only in tests: an engine that passes over a forbid rule it cannot evaluate must not decide (any diagnostic is a no).
"""

from __future__ import annotations

import random
from typing import Any

import cedarpy
import pytest

from article3.access.decision import LEVELS, Ties, may_read
from article3.access.table import FRONT_LINE, TABLE, Cell
from article3.access.words import Column, Extent, Kind, Role, Standing

SITUATIONS = 4_000
EXTENTS = (Extent.REDUCED, Extent.FULL)
FRONT_READS = {Column.RECIPIENT: "context.mine || context.reached_me",
               Column.STRANGER: "!(context.mine || context.reached_me)"}  # fmt: skip


def bureau_is(column: Column, kind: Kind) -> str:
    """When a bureau reads by this column: barred before anything else, then origin, source, recipient, stranger."""
    origin = "false" if TABLE[kind][Column.ORIGIN].as_relation else "context.origin_me && !context.mine"
    related = f"!context.denied_me && !({origin})"
    return {
        Column.DENIED: "context.denied_me", Column.ORIGIN: f"!context.denied_me && {origin}",
        Column.SOURCE: f"{related} && context.mine",
        Column.RECIPIENT: f"{related} && !context.mine && context.reached_me",
        Column.STRANGER: f"{related} && !context.mine && !context.reached_me",
    }.get(column, "false")  # fmt: skip


def gives(cell: Cell, least: Extent) -> str:
    """When a cell gives at least this much."""
    if cell.never or max(cell.reading.extent, cell.otherwise.extent) < least:
        return "false"
    standings = ", ".join(f'"{standing.value}"' for standing in sorted(cell.standings))
    parts = [f"[{standings}].contains(context.standing)"]
    if cell.cleared:
        parts.append("context.level <= context.clearance")
    if cell.otherwise.extent < least:
        needed = {"assigned_to_me": cell.assigned, "concerns_me": cell.own, "second_person": cell.second_person}
        parts += [f"context.{tie}" for tie, asked in needed.items() if asked]
    elif cell.reading.extent < least:
        return "false"
    return " && ".join(f"({part})" for part in parts)


def policies() -> str:
    """The whole table in Cedar's words."""
    said = []
    for kind in Kind:
        for least in EXTENTS:
            head = f'principal, action == Action::"{kind.value}:{least.name}", resource'
            for column in Column:
                given = gives(TABLE[kind][column], least)
                when = bureau_is(column, kind)
                said.append(f'permit({head}) when {{ context.role == "bureau" && ({when}) && ({given}) }};')
                if column.value in {role.value for role in Role}:
                    said.append(f'permit({head}) when {{ context.role == "{column.value}" && ({given}) }};')
            if kind in FRONT_LINE and least is Extent.REDUCED:
                front = f'permit({head}) when {{ context.role == "front_line" &&'
                for column, when in FRONT_READS.items():
                    given = gives(TABLE[kind][column], least)
                    said.append(f"{front} !context.denied_me && ({when}) && ({given}) }};")
                said.append(f"{front} context.denied_me && ({gives(TABLE[kind][Column.DENIED], least)}) }};")
            if not TABLE[kind][Column.PUBLIC].reading:
                said.append(f'forbid({head}) when {{ context.role == "reviewer" && context.own_country }};')
    return "\n".join(said)


def situation(chance: random.Random) -> tuple[Role, Any, Ties]:
    """Somebody, cleared for something, before a record."""
    ties = {name: chance.random() < 0.4 for name in ("mine", "reached_me", "denied_me", "concerns_me", "origin_me",
                                                     "assigned_to_me", "own_country", "second_person")}  # fmt: skip
    return chance.choice(list(Role)), chance.choice(LEVELS), Ties(
        **ties, standing=chance.choice(list(Standing)), level=chance.choice(LEVELS))  # fmt: skip


def asked(kind: Kind, least: Extent, role: Role, clearance: Any, ties: Ties) -> dict[str, Any]:
    """The same question in Cedar's form."""
    context = {name: getattr(ties, name) for name in ("mine", "reached_me", "denied_me", "concerns_me", "origin_me",
                                                      "assigned_to_me", "own_country", "second_person")}  # fmt: skip
    context |= {"role": role.value, "standing": ties.standing.value, "level": LEVELS.index(ties.level),
                "clearance": LEVELS.index(clearance)}  # fmt: skip
    return {"principal": 'Reader::"r"', "action": f'Action::"{kind.value}:{least.name}"', "resource": 'Record::"x"',
            "context": context}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_cedar_decides_as_we_do(kind: Kind) -> None:
    """Whether anything is read, and whether all of it."""
    chance = random.Random(kind.value)
    rules = "\n".join(line for line in policies().splitlines() if f'"{kind.value}:' in line)
    for _ in range(2):
        someone = [situation(chance) for _ in range(SITUATIONS // len(Kind) // 2)]
        questions = [(least, *each) for each in someone for least in EXTENTS]
        answers = cedarpy.is_authorized_batch([asked(kind, *question) for question in questions], rules, [])
        for (least, role, clearance, ties), answer in zip(questions, answers, strict=True):
            assert not answer.diagnostics.errors, answer.diagnostics.errors
            ours = may_read(kind, role, clearance, ties).extent >= least
            assert answer.allowed == ours, (kind, least, role, clearance, ties)


def test_cedar_would_notice_a_cell_that_is_read_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one cell opened in its policies, it disagrees with us."""
    rules = policies().replace('context.role == "admin" && (false)', 'context.role == "admin"')
    ties = Ties(standing=Standing.IN_FORCE)
    question = asked(Kind.PUBLISHED, Extent.FULL, Role.ADMIN, LEVELS[2], ties)
    assert cedarpy.is_authorized(question, rules, []).allowed
    assert not may_read(Kind.PUBLISHED, Role.ADMIN, LEVELS[2], ties)
