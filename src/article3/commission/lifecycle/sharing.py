"""Information in a request and whether a party may read it, item by item (Statute 35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.sitting import OfficerId


class Shared(StrEnum):
    """How far an item is open to the applicant."""

    OPEN = "open"
    GIST = "gist"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: what it is, what its owner says about telling it, and what the Commission decided."""

    id: str
    what: str
    owner: str
    noted_on: date
    owner_asked_on: date | None = None
    owner_objects: bool | None = None
    ground: RestrictionGround | None = None
    owner_reason: str = ""
    shared: Shared | None = None
    gist: str = ""
    because: str = ""
    settled_on: date | None = None
    settled_by: OfficerId | None = None
