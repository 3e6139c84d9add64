"""How the installation stands, for whoever runs it: numbers that name nobody."""

from __future__ import annotations

from django.db import connection
from django.utils import timezone

from article3.exchange import condition as line
from article3.journal import pages as journal
from article3.register import condition as desk


def condition() -> dict[str, int]:
    """Every number of `article3 metrics`. Counts and seconds only; what a backlog says of a country is not in it."""
    at = timezone.now()
    return {**desk.condition(at), **line.condition(at), "journal_entries": journal.length()}


def why_away() -> str:
    """Why PostgreSQL cannot be reached, in its own first line; empty when it can. It holds no password."""
    import psycopg

    options = {**connection.settings_dict["OPTIONS"]}
    options.pop("pool", None)
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {word: connection.settings_dict[place] for word, place in named.items() if connection.settings_dict[place]}
    try:
        psycopg.connect(**given, **options).close()
    except psycopg.OperationalError as trouble:
        return next(iter(str(trouble).splitlines()), type(trouble).__name__)
    return ""


def answers() -> bool:
    """True when the database answers: for the health address, which says nothing else."""
    return journal.length() >= 0
