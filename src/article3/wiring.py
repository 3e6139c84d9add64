"""The only file that knows which adapter stands behind which port; it opens the transaction and checks the mandate.

Sites and commands call `perform` to change something and `reader` to see something, and nothing else.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.utils import timezone

from article3.register.reader import Reader
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


def new_reference() -> Reference:
    """A fresh random reference (128 bit): says nothing about order, source or kind."""
    return Reference(secrets.token_hex(16))


def perform(order: Any, *, sitting: Sitting, at: datetime | None = None) -> Any:
    """Carry out one official act and return its event. Raises Refused when mandate or rules say no.

    Register, outbox and journal commit together or not at all.
    """
    raise NotImplementedError


def reader(sitting: Sitting, why: str, at: datetime | None = None) -> Reader:
    """The eyes of one sitting, for one stated reason; `why` must not be empty."""
    return Reader(sitting, why, at or timezone.now(), lambda *_, **__: None)
