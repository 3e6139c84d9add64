"""Labelled pairs of names, read with every fault named by its line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from article3.screening.birth import packed_text
from article3.screening.likeness import Particulars


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two people on paper, whether they are one person, how the pair differs, and its scripts."""

    left: Particulars
    right: Particulars
    same: bool
    kind: str
    scripts: frozenset[str]
    row: dict[str, Any]


def read_pairs(path: Path) -> tuple[list[NamePair], list[str]]:
    """Every pair of a JSON Lines file, and one line for each that cannot be read. OSError when there is no file."""
    pairs: list[NamePair] = []
    faults: list[str] = []
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    pairs.append(_pair(json.loads(line)))
                except (ValueError, KeyError, TypeError) as fault:
                    faults.append(f"line {number}: {type(fault).__name__}: {fault}")
    return pairs, faults


def _pair(row: dict[str, Any]) -> NamePair:
    if row["match"] not in (0, 1):
        raise ValueError(f"match: expected 0 or 1, found {row['match']!r}")
    scripts = frozenset(str(row.get(f"{side}_script") or "unknown").lower() for side in ("left", "right"))
    kind = str(row.get("kind") or "other")
    return NamePair(_side(row, "left"), _side(row, "right"), bool(row["match"]), kind, scripts, row)


def _side(row: dict[str, Any], side: str) -> Particulars:
    name = row[side]
    if not isinstance(name, str):
        raise ValueError(f"{side}: expected a text, found {name!r}")
    return particulars(name, str(row.get(f"{side}_dob") or ""), str(row.get(f"{side}_cc") or ""))


def particulars(names: str, born: str, countries: str) -> Particulars:
    """Names separated by a vertical bar, dates and countries by a semicolon."""
    return Particulars(names=tuple(name for name in names.split("|") if name.strip()),
                       born=tuple(day for text in born.split(";") if (day := packed_text(text))),
                       countries=frozenset(code for code in countries.split(";") if code))
