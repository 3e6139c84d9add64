"""Looking at a file as of a day and as known at an instant; and what is said where its content is gone by order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from article3 import wiring

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Which day is looked at, with the knowledge of which instant (None: of now)."""

    as_of: date
    known_at: datetime | None
    wrong: bool  # what was typed is no day or instant

    @property
    def past(self) -> bool:
        """Not the present: nothing can be done from here."""
        return self.known_at is not None or self.as_of != timezone.localdate()

    @property
    def typed(self) -> dict[str, str]:
        """The two dates as a form holds them."""
        known = self.known_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") if self.known_at else ""
        return {"as_of": self.as_of.isoformat() if self.past else "", "known_at": known}

    @property
    def query(self) -> str:
        """The two dates to be carried along to the other pages of the file; empty in the present."""
        given = {name: value for name, value in self.typed.items() if value}
        return f"?{urlencode(given)}" if given else ""


def look(request: HttpRequest) -> Look:
    """What the address asks for; what cannot be read is said and the present is shown. `known_at` alone is also the
    day looked at. Instants are UTC."""
    as_of, known = request.GET.get("as_of", "").strip(), request.GET.get("known_at", "").strip()
    try:
        known_at = _instant(known) if known else None
        day = date.fromisoformat(as_of) if as_of else known_at.date() if known_at else timezone.localdate()
    except (ValueError, OverflowError):  # no such day, or one that is out of the calendar elsewhere
        return Look(as_of=timezone.localdate(), known_at=None, wrong=True)
    return Look(as_of=day, known_at=known_at, wrong=False)


def erased_is_said(view: View) -> View:
    """A page that says so where what was known then was erased by order."""

    @wraps(view)
    def said(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except wiring.Erased:
            site = request.sitting.seat.partition(":")[0]  # type: ignore[attr-defined]
            shown = {"look": look(request), "frame": f"{site}/frame.html"}
            return render(request, "page/erased.html", shown, status=410)

    return said


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    at = at.replace(second=59, microsecond=999_999) if len(text) == len("2026-05-17T09:30") else at
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
