"""Every file on record, one after another, for what is computed over all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from article3 import keyring
from article3.register import content
from article3.register.models import File, Nationality

_BATCH = 500


def texts(since: datetime | None = None) -> Iterator[bytes]:
    """The documents of all files, or of those received since, in order of reference, read in pages; a file whose key
    was destroyed is left out."""
    after, asked = "", {} if since is None else {"received_at__gte": since}
    while rows := list(File.objects.filter(reference__gt=after, **asked).order_by("reference")
                       .values_list("reference", "body")[:_BATCH]):  # fmt: skip
        after = rows[-1][0]
        for _, body in rows:
            try:
                yield content.opened(body)
            except keyring.Erased:
                continue


def nationals_asked_for(since: datetime) -> Iterator[tuple[str, str, int, str]]:
    """Source, nationality of the person, day and reference of what was received since."""
    rows = Nationality.objects.filter(file__received_at__gte=since).order_by("file_id", "country")
    for source, country, at, file in rows.values_list("source", "country", "file__received_at", "file_id").iterator():
        yield source, country, at.toordinal(), file


def how_many() -> int:
    """The files on record."""
    return File.objects.count()
