"""A letter of the Commission to one bureau: what members must know, what may no longer be done, a question to a source.

It names a file and says words; it never says who asked for it. Read by its bureau alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b

from article3.lifecycle.events import Event
from article3.lifecycle.possible import worded
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

CITATION = "Statute 34"


class Says(StrEnum):
    """What the letter is for."""

    INFORM = "inform"
    NO_HELP = "no_help"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauLetter:
    """One letter to one bureau; a question has a day and an answer."""

    reference: Reference
    bureau: BureauCode
    says: Says
    letter: str  # the id of the order or question it carries out
    file: Reference
    text: str
    written_at: datetime
    answer_by: date | None = None
    reminded_on: tuple[date, ...] = ()
    answer: str = ""
    answered_by: OfficerId | None = None
    answered_at: datetime | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """Its bureau."""
        return self.bureau

    @property
    def due_on(self) -> date | None:
        """By when a question is to be answered."""
        return self.answer_by

    @property
    def is_open(self) -> bool:
        """A question nobody has answered."""
        return self.says is Says.QUESTION and self.answered_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BureausWritten(Event):
    """Letters went to bureaus; `reference` is the file they are about."""

    letter: str
    says: Says
    text: str
    bureaus: tuple[BureauCode, ...]
    answer_by: date | None = None
    reminded_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauAnswered(Event):
    """The source answered what the Commission asked; `reference` is the letter's own."""

    file: Reference


def answered(asked: BureauLetter, text: str, *, at: datetime, sitting: Sitting) -> tuple[BureauAnswered, BureauLetter]:
    """Once, in words. Raises Refused for a letter that asks nothing or was answered."""
    if not asked.is_open:
        raise Refused("There is no question to answer.", CITATION)
    text = worded(text, "The answer", CITATION)
    event = BureauAnswered(reference=asked.reference, at=at, by=sitting.officer, seat=sitting.seat, file=asked.file)
    return event, replace(asked, answer=text, answered_by=sitting.officer, answered_at=at, version=asked.version + 1)


def reminded(asked: BureauLetter, on: date) -> BureauLetter:
    """The same question, with one more day it was recalled on. Raises Refused where nobody waits for an answer."""
    if not asked.is_open:
        raise Refused("There is no question to remind of.", CITATION)
    return replace(asked, reminded_on=(*asked.reminded_on, on), version=asked.version + 1)


def letter_reference(letter: str, bureau: BureauCode) -> Reference:
    """The reference of a bureau's own copy of a letter: always the same, and no file's own."""
    return Reference(blake2b(f"{letter}/{bureau}".encode(), digest_size=16, person=b"article3.told").hexdigest())
