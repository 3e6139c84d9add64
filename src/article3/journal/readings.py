"""What the journal can prove of a reading: that what is put back today is byte for byte what was shown then."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from article3.journal.models import Entry
from article3.journal.pages import keyed

_encode = msgspec.json.Encoder(order="sorted").encode


def was_of(sequence: int, references: Sequence[str], about: str) -> bool:
    """Whether the reading with this number was of these files and of that record, by the digest taken of it then."""
    body = Entry.objects.values_list("body", flat=True).get(sequence=sequence)
    return msgspec.json.decode(bytes(body))["digest"] == keyed(_encode([list(references), about]))
