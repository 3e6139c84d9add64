"""Erasure: files whose time to appeal is over are emptied, their keys destroyed, every trace taken from the tables."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from article3 import keyring
from article3.acts.erase_content import EraseContent
from article3.exchange import centre
from article3.law.parameters import parameter
from article3.register import erasing
from article3.register.fixed_copies import shelf as fixed_copies
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import Reference
from article3.wiring import sealed_files
from article3.wiring.performing import clock, perform

TIME_OVER = "the time to appeal or to keep is over"


def erase_what_is_due(at: datetime | None = None) -> int:
    """Empty every file whose time to appeal is over, destroy the keys of all that was emptied, and compact the tables.

    Returns how many records were erased; what was interrupted before is finished now.
    """
    at = at or timezone.now()
    ended = months_after(day_of(at), -parameter("erasure.appeal_months", day_of(at)))
    for reference in erasing.ended_before(ended):
        perform(EraseContent(reference=reference), sitting=clock(), at=at)
    return _finished(at, TIME_OVER)


def erase_by_order(reference: str, ordered_by: str, at: datetime | None = None) -> int:
    """Empty one file that ended, at once, by the order named, and destroy its keys; how many records were erased.

    Raises Refused for a live file, NotFound for none.
    """
    at = at or timezone.now()
    perform(EraseContent(reference=Reference(reference), ordered_by=ordered_by), sitting=clock(), at=at)
    return _finished(at, ordered_by)


def erasures() -> tuple[keyring.Erasure, ...]:
    """The ledger: every record ever erased, when and by which order."""
    return tuple(keyring.ledger())


def _finished(at: datetime, because: str) -> int:
    done = erasing.finish(at, because)
    swept = fixed_copies.sweep(at, because)
    if done or swept:
        centre.forget(done)
        sealed_files.forget_files(done, clock(), at)
        erasing.compact()
    return len(done) + swept
