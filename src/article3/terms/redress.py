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
    INFORM = "inform"  # whoever holds or held the data is told, in the Commission's words
    NO_HELP = "no_help"  # nobody is helped further in this matter through the Organization's channels
    LEAVE_ONLY = "leave_only"  # what repeats the data is entered only by leave, whatever becomes of them
    LEAVE = "leave"  # what was deleted by order may be entered again: the Commission gives leave


class Correctable(StrEnum):
    """A part of a record that an order can correct; of several names, days of birth and charges, the first."""

    FAMILY_NAME = "family_name"
    GIVEN_NAMES = "given_names"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    NATIONALITIES = "nationalities"
    STATUS = "status"
    CHARGE = "charge"
    FACTS_SUMMARY = "facts_summary"


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
    part: Correctable | None = None
    """For CORRECT: the part that reads as `text` from now on."""
