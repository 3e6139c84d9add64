"""A country's own attestations on their way to its bureau's own installation: pages that nobody here can open.

Both functions speak for the clock. Where no sealed files are kept or they do not answer, nothing is handed over and the
next round asks again.
"""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from article3.acts.ports import NotFound
from article3.sealed.words import HostBox
from article3.terms.communication import BureauCode
from article3.terms.finding import Refused
from article3.wiring.performing import clock
from article3.wiring.sealed_files import ask


def page_for(bureau: BureauCode, public: str, place: str) -> str:
    """At the Secretariat: the bureau's next page, sealed to its worker, as base64; empty where there are none."""
    try:
        return ask("host_page", str, clock(), timezone.now(), bureau=bureau, public=public, place=place)
    except (NotFound, Refused):
        return ""


def own_box() -> HostBox | None:
    """In a bureau's own installation: what its worker asks with; None anywhere else, and while it does not answer."""
    if not settings.SEAT.startswith("bureau:"):
        return None
    try:
        return ask("host_box", HostBox, clock())
    except (NotFound, Refused):
        return None


def keep_page(bureau: BureauCode, page: str) -> None:
    """In a bureau's own installation: the page goes to the worker, which alone reads it."""
    try:
        ask("host_take_in", object, clock(), bureau=bureau, sealed=page)
    except (NotFound, Refused):
        return
