"""Rows of labelled charge texts, read with every fault named by its line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from article3.terms.offences import OffenceKind

BASE = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRow:
    """One charge text; `kinds` is None on a row nobody labelled, `notices` counts the notices with this text."""

    charge: str
    translation: str
    notices: int
    label_set: str
    kinds: frozenset[OffenceKind] | None


def read_rows(path: Path) -> tuple[list[ChargeRow], list[str]]:
    """Every row of a JSON Lines file, and one line for each that cannot be read. OSError when there is no file."""
    found: list[ChargeRow] = []
    faults: list[str] = []
    for number, line in _lines(path):
        try:
            found.append(_row(json.loads(line.decode("utf-8-sig"))))
        except UnicodeDecodeError:
            faults.append(f"line {number}: not UTF-8")
        except json.JSONDecodeError as fault:
            faults.append(f"line {number}: not JSON: {fault.msg} at column {fault.colno}")
        except (ValueError, RecursionError) as fault:
            faults.append(f"line {number}: {fault}")
    return found, faults


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as lines:
        yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _row(row: object) -> ChargeRow:
    if not isinstance(row, dict):
        raise ValueError(f"expected an object, found {type(row).__name__}")
    return ChargeRow(charge=_text(row, "charge", needed=True), translation=_text(row, "charge_translation"),
                     notices=_notices(row), label_set=_text(row, "label_set") or BASE, kinds=_kinds(row))


def _text(row: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    value = row.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{name}: expected a text, found {value!r}")
    return value


def _notices(row: Mapping[str, Any]) -> int:
    value = row.get("notices", 1)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"notices: expected a whole number from 1, found {value!r}")
    return value


def _kinds(row: Mapping[str, Any]) -> frozenset[OffenceKind] | None:
    value = row.get("offence_kind")
    if value is None:
        return None
    if not isinstance(value, list) or not value:
        raise ValueError(f"offence_kind: expected a list of kinds, found {value!r}")
    unknown = [kind for kind in value if kind not in list(OffenceKind)]
    if unknown:
        raise ValueError(f"offence_kind: no such kind: {', '.join(map(repr, unknown))}")
    return frozenset(map(OffenceKind, value))
