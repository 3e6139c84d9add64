"""What waits at the gateway, in turns: each source's oldest, then each source's next, so that a flood delays itself."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, models

from article3.register.models import File
from article3.terms.communication import BureauCode, Reference

_SOURCES = """
WITH RECURSIVE waiting(source) AS (
    SELECT MIN(source) FROM {files} WHERE arriving
    UNION ALL
    SELECT (SELECT MIN(source) FROM {files} WHERE arriving AND source > waiting.source)
    FROM waiting WHERE waiting.source IS NOT NULL
) SELECT source FROM waiting WHERE source IS NOT NULL
"""
"""Every source of which something waits: one look into the index for each, however much it sent."""


def in_turns(*, apart_from: BureauCode | None, most: int) -> list[Reference]:
    """At most so many references, an equal share of each source's oldest, taken in turns; in a turn the oldest first.

    Two queries, whatever waits (abuse case A09). A share that is not used up is left to the next call.
    """
    sources = [source for source in _sources() if source != apart_from]
    if not sources or most < 1:
        return []
    share = -(-most // len(sources))
    each = [_oldest(source, share) for source in sources]
    turns: dict[str, int] = {}
    found = []
    for received_at, reference, source in sorted(each[0].union(*each[1:], all=True)):
        turns[source] = turns.get(source, 0) + 1
        found.append((turns[source], received_at, reference))
    return [Reference(reference) for _, _, reference in sorted(found)[:most]]


def _sources() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_SOURCES.format(files=connection.ops.quote_name(File._meta.db_table)))
        return [source for (source,) in cursor.fetchall()]


def _oldest(source: str, most: int) -> models.QuerySet[File, tuple[datetime, str, str]]:
    waiting = File.objects.filter(arriving=True, source=source).order_by("received_at", "reference")
    return File.objects.filter(pk__in=waiting.values("pk")[:most]).values_list("received_at", "reference", "source")
