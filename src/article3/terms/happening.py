"""Whether and when something happened: a day, "not yet", or None for not known. The three are never mixed up."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Final


class NotYet(Enum):
    """It is known that the thing has not happened up to the day of the assessment."""

    NOT_YET = "not yet"


NOT_YET: Final = NotYet.NOT_YET

Happening = date | NotYet
"""The day a thing happened, or that it has not. `Happening | None`: None means nobody has told us."""
Moment = datetime | NotYet
"""The same with the time of day, where the order within one day matters."""
