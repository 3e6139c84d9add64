"""What the guided tour of a demo may know: who can be sat down as, and where the stories lie. Nothing elsewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from article3.officers import demo_entry, roll
from article3.terms.sitting import MandateRole, OfficerId, SeatCode

PLACES = "places.json"
"""In the demo's home: where each story lies, by name; written when the world is built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """An invented officer one may be, and the token of the link that lets one in."""

    username: str
    officer: str
    seat: SeatCode
    role: MandateRole
    token: str


def places() -> dict[str, str]:
    """Where the stories of this demo lie; nothing outside a demo."""
    kept = settings.HOME / PLACES
    return dict(json.loads(kept.read_text(encoding="utf-8"))) if settings.DEMO and kept.exists() else {}


def chair(username: str) -> Chair | None:
    """The officer's chair; None when there is no such officer or this is no demo."""
    officer = roll.known(username) if settings.DEMO else None
    return _chair(username, officer) if officer else None


def chairs() -> list[Chair]:
    """Everybody one may be in this demo, in the order of their enrolment."""
    everybody = roll.everybody(timezone.now()) if settings.DEMO else ()
    found = (chair(one.name) for one in everybody)
    return [one for one in found if one is not None]


def _chair(username: str, officer: OfficerId) -> Chair | None:
    held = roll.chairs(officer, timezone.now())
    if not held:
        return None
    sitting = roll.sitting_of(officer, held[0].seat)
    return Chair(username=username, officer=sitting.officer_name, seat=sitting.seat, role=sitting.role,
                 token=demo_entry.token(officer))
