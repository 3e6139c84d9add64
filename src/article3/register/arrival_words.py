"""What an arrival says, for the desk's program alone: nobody at the bureau has read it yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.register.arrivals.book import Waiting, look_owed, text_of
from article3.register.columns import read_by_members
from article3.register.files import open_document
from article3.register.models import File
from article3.terms.communication import BureauCode, Communication, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an arrival says: whose it is, the communication or the question, and its caveats."""

    source: BureauCode
    communication: Communication | None
    texts: tuple[str, ...]


def said(seen: Waiting) -> Said | None:
    """The words of an arrival as its recipient would read them; None when they are gone."""
    row = File.objects.filter(pk=seen.file).only("body").first()
    if row is None:
        return None
    file = open_document(row.body)
    if seen.item != seen.file:
        asked = next((one for one in file.consultations if one.id == seen.item), None)
        return Said(source=BureauCode(""), communication=None, texts=(asked.question,)) if asked else None
    return Said(source=file.source, communication=read_by_members(file),
                texts=tuple(caveat.text for caveat in file.caveats if caveat.text))  # fmt: skip


def expect_stored(bureau: BureauCode, item: Reference, reached_at: datetime) -> None:
    """A look is owed to an item the bureau held before its desk was opened: received when it reached the bureau."""
    row = File.objects.filter(pk=item).only("body").first()
    if row is not None:
        look_owed(bureau, item, item, text_of(open_document(row.body)), reached_at)
