"""Rows of a comma-separated table (RFC 4180) that no table program takes for formulas (A20)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA = "=+-@\t\r＝＋－＠"


def row(cells: Iterable[str]) -> str:
    """One row. Every cell is text: what a table program would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    plain = ["".join(sign for sign in cell if sign.isprintable() or sign in "\r\n") for cell in cells]
    csv.writer(written).writerow([f"'{cell}" if cell[:1] and cell[0] in _FORMULA else cell for cell in plain])
    return written.getvalue()


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, a semicolon between; a value that holds one is quoted."""
    return ";".join(f'"{value.replace(chr(34), chr(34) * 2)}"' if ";" in value else value for value in values)
