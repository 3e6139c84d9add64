"""How the installation stands, for whoever runs it: numbers that name nobody."""

from __future__ import annotations

from django.utils import timezone

from article3.exchange import condition as line
from article3.journal import pages as journal
from article3.register import condition as desk


def condition() -> dict[str, int]:
    """Every number of `article3 metrics`. Counts and seconds only; what a backlog says of a country is not in it."""
    at = timezone.now()
    return {**desk.condition(at), **line.condition(at), "journal_entries": journal.length()}


def answers() -> bool:
    """True when the database answers: for the health address, which says nothing else."""
    return journal.length() >= 0
