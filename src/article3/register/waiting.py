"""What waits at the desk, requester by requester: how many of one stand before a file in its queue and band."""

from __future__ import annotations

from django.db.models import Q
from django.db.models.functions import Substr

from article3.lifecycle.case_file import CaseFile
from article3.register.models import File

_PART = 8  # digits of each part of a place: the day, the queue, the band, and what comes after
_QUEUE_AND_BAND = slice(_PART, 3 * _PART)
MOST = 2_000  # counted no further: it comes in its turn a long time from now in any case


def before(file: CaseFile, place: str) -> int:
    """How many files of the same source, in the queue and band of this place, were received before it and wait."""
    earlier = Q(received_at__lt=file.received_at) | Q(received_at=file.received_at, reference__lt=file.reference)
    rows = File.objects.filter(earlier, waiting=True, source=file.source)
    alike = rows.annotate(part=Substr("order_key", _PART + 2, 2 * _PART)).filter(part=place[_QUEUE_AND_BAND])
    return int(alike.order_by()[:MOST].count())
