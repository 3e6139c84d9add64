"""Which seat brought which paper: only that seat may name it in an item, for a week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from article3.programs.models import BroughtPaper

KEPT_DAYS = 7


def note(seat: str, sha256: str, at: datetime) -> None:
    """The seat brought the paper now."""
    BroughtPaper.objects.update_or_create(seat=seat, sha256=sha256, defaults={"at": at})


def brought(seat: str, named: Iterable[str], at: datetime) -> frozenset[str]:
    """Which of these the seat brought within the week."""
    rows = BroughtPaper.objects.filter(seat=seat, sha256__in=set(named), at__gte=at - timedelta(days=KEPT_DAYS))
    return frozenset(rows.values_list("sha256", flat=True))


def drop_old(at: datetime) -> None:
    """Let go of what was brought more than a week ago."""
    BroughtPaper.objects.filter(at__lt=at - timedelta(days=KEPT_DAYS)).delete()
