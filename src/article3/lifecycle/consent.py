"""What the file of a free message keeps about its opening: whether its owner agreed, and who opened it when and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from article3.terms.sitting import OfficerId


class OpeningBasis(StrEnum):
    """On what an opening rests (RPD 22(6)): the owner's consent, or an open compliance case."""

    CONSENT = "consent"
    CASE = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The owner of a message was asked whether it may be opened; `given` is None until it answers."""

    because: str
    asked_on: date
    asked_by: OfficerId
    given: bool | None = None
    answered_on: date | None = None
    answered_by: OfficerId | None = None

    def for_its_owner(self) -> Consent:
        """The same without the officers."""
        return replace(self, asked_by=OfficerId(""), answered_by=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One opening of a message by an officer of the Secretariat, with its reason."""

    at: datetime
    by: OfficerId
    basis: OpeningBasis
    because: str
