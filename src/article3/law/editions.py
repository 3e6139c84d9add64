"""Which edition of an instrument was in force on a day (`parameters/editions.toml`)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from article3.law.parameters import editions, names


@cache
def edition_of(instrument: str, on: date) -> str:
    """The edition of an instrument in force on a day; empty before its first one."""
    in_force = [each["value"] for each in _editions(instrument) if each["since"] <= on]
    return str(in_force[-1]) if in_force else ""


def first_day_of(instrument: str) -> date | None:
    """The first day an instrument was in force; an instrument without dated editions stops the program at start."""
    known = _editions(instrument)
    assert known, f"parameters/editions.toml does not date {instrument!r}"
    first: date = known[0]["since"]
    return first


def _editions(instrument: str) -> list[dict[str, Any]]:
    name = f"editions.{instrument}"
    return editions(name) if name in names() else []


def day_of(instrument: str, edition: str) -> date:
    """The day an edition of an instrument came into force; an edition that is not dated stops the program at start."""
    days = [each["since"] for each in _editions(instrument) if each["value"] == edition]
    assert days, f"parameters/editions.toml does not date the edition {edition} of {instrument}"
    day: date = days[0]
    return day
