"""The words between the Commission and the Secretariat: what is ordered and what is reported. Nothing says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.communication import BureauCode, Reference


class Measured(StrEnum):
    """What an order of the Commission does to one file (Statute 37, 39)."""

    BLOCK = "block"
    UNBLOCK = "unblock"
    DELETE = "delete"
    CORRECT = "correct"
    CAVEAT = "caveat"
    ADDENDUM = "addendum"
    LEAVE = "leave"  # what was deleted by order may be entered again: the Commission gives leave


class ReportState(StrEnum):
    """How far an order is carried out."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"  # some country has not signed
    IMPOSSIBLE = "impossible"  # the Secretariat says why, and the Commission orders anew


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryReport:
    """What one bureau that held the data has done: settled on a day, or not yet."""

    bureau: BureauCode
    settled_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionOrder:
    """An order as the Secretariat reads it: which file, what, by which day; never who asked for it or why."""

    id: str
    file: Reference
    measure: Measured
    due_on: date
    text: str = ""
    inform_members: bool = False
    no_further_help: bool = False
    leave_for: Reference | None = None
    """For LEAVE: the file that may be entered although one like it was deleted by order."""
