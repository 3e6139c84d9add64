"""What earlier versions kept of the exchange in the open is sealed, once, when the tables are brought up to date."""

from __future__ import annotations

from article3 import keyring
from article3.exchange import models
from article3.exchange.centre import READING

_IN_THE_OPEN = b"{"


def seal_readings() -> int:
    """Readings kept for holders before they were sealed; how many were in the open."""
    count = 0
    for row in models.Body.objects.iterator(chunk_size=200):
        if bytes(row.content[:1]) == _IN_THE_OPEN:
            sealed = keyring.seal(row.item, READING, bytes(row.content))
            count += models.Body.objects.filter(pk=row.pk).update(content=sealed)
    return count
