"""Dated figures of the law: one TOML file per instrument part, each value with a since-date and a source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What a draft puts in the place of the figures in force, from its day on, and the rules it ends."""

    since: date
    figures: Mapping[str, Any]
    ended: frozenset[str] = frozenset()


_DRAFT: ContextVar[Overlay | None] = ContextVar("draft", default=None)


@contextmanager
def reading_as(overlay: Overlay) -> Iterator[None]:
    """While this lasts, the rules read as a draft would have them: for simulations, and for nothing else."""
    token = _DRAFT.set(overlay)
    try:
        yield
    finally:
        _DRAFT.reset(token)


def ended_by_draft() -> frozenset[str]:
    """The rules that the draft being simulated ends; none outside a simulation."""
    drafted = _DRAFT.get()
    return drafted.ended if drafted else frozenset()


@cache
def _figures() -> dict[str, list[dict[str, Any]]]:
    """Every parameter by its dotted name, its values sorted by since-date."""
    figures: dict[str, list[dict[str, Any]]] = {}
    for file in resources.files(__package__).iterdir():
        if file.name.endswith(".toml"):
            for group, members in tomllib.loads(file.read_text(encoding="utf-8")).items():
                for name, body in members.items():
                    values = sorted(body["values"], key=lambda value: value["since"])
                    assert all("source" in value for value in values), f"{group}.{name} lacks a source"
                    assert f"{group}.{name}" not in figures, f"{group}.{name} stands in two files"
                    figures[f"{group}.{name}"] = values
    return figures


def parameter(name: str, on: date) -> Any:
    """The figure in force on a day; before the first since-date there is none and it is our bug to ask.

    Units stand in the name's last word (`_months`, `_days`, `_usd`). Raises KeyError for an unknown name.
    """
    drafted = _DRAFT.get()
    if drafted is not None and name in drafted.figures and drafted.since <= on:
        return drafted.figures[name]
    in_force = [value for value in _figures()[name] if value["since"] <= on]
    assert in_force, f"no edition of {name} was in force on {on}"
    return in_force[-1]["value"]


def editions(name: str) -> list[dict[str, Any]]:
    """All values of a parameter with their since-dates and sources, oldest first. Raises KeyError if unknown."""
    return _figures()[name]


def names() -> frozenset[str]:
    """The names of all parameters."""
    return frozenset(_figures())
