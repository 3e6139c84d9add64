"""Drafts of rules against the files on record: in batches, on as many processes as are given."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from functools import partial
from itertools import islice

from django.utils import timezone

from article3.access.decision import role_of
from article3.access.words import Role
from article3.acts.record_simulation import RecordSimulation
from article3.acts.simulated import Flip, looked_at, summed
from article3.law.drafts import read_draft
from article3.lifecycle.rule_draft import DraftSimulated, RuleDraft, Simulated
from article3.register.ledger import stock
from article3.register.ledger.pages import several
from article3.register.reader import Reader
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from article3.wiring.performing import clock, perform

AT_ONCE = 250
AT_A_DESK = 2_000
"""Files a page looks at while somebody waits; more are simulated by the command."""
Looked = tuple[int, list[Flip]]


def simulated_policy(text: str, *, workers: int = 1, at: datetime | None = None) -> tuple[Simulated, list[Flip]]:
    """What a draft (TOML) would change in the files on record: the numbers, and every file that comes out otherwise.

    For whoever runs the installation and for the task force's pages. Raises Refused for a draft that cannot be read.
    """
    read_draft(text)
    found = over(stock.texts(), text, workers=workers)
    records, flips = sum(count for count, _ in found), [flip for _, flips in found for flip in flips]
    return summed(flips, records, at or timezone.now()), sorted(flips, key=lambda flip: flip.reference)


def over(documents: Iterable[bytes], text: str, *, workers: int = 1) -> list[Looked]:
    """The same over documents from anywhere: how many were looked at, and what comes out otherwise, by batch."""
    look = partial(looked_at, text)
    if workers == 1:
        return [look(batch) for batch in _batches(documents)]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting, found = [], []
        for batch in _batches(documents):  # a few batches ahead of the processes, however many files there are
            waiting.append(pool.submit(look, batch))
            if len(waiting) > 4 * workers:
                found.append(waiting.pop(0).result())
        return found + [each.result() for each in waiting]


def simulate_draft(draft: RuleDraft, sitting: Sitting | None = None, *, workers: int = 1) -> DraftSimulated:
    """Simulate a draft that lies before the Secretariat and write the numbers beside it.

    Raises Refused from a desk (`sitting`) when there are more files than somebody can wait for.
    """
    if sitting is not None and stock.how_many() > AT_A_DESK:
        raise Refused(f"There are more than {AT_A_DESK} files: run `article3 simulate policy {draft.reference}`.")
    simulated, _ = simulated_policy(draft.text, workers=workers)
    return keep_simulation(draft, simulated, sitting)


def keep_simulation(draft: RuleDraft, simulated: Simulated, sitting: Sitting | None = None, *,
                    at: datetime | None = None) -> DraftSimulated:  # fmt: skip
    """Write the numbers beside a draft; the clock does it for a command."""
    event: DraftSimulated = perform(RecordSimulation(draft=draft.reference, simulated=simulated),
                                    sitting=sitting or clock(), at=at)
    return event


def flips_seen(sitting: Sitting, draft: RuleDraft) -> list[Flip]:
    """Each file that comes out otherwise, computed anew, without those hidden from the sitting.

    Raises Refused where there are more files than somebody can wait for.
    """
    if role_of(sitting) is not Role.REVIEWER or stock.how_many() > AT_A_DESK:
        raise Refused(f"There are more than {AT_A_DESK} files: run `article3 simulate policy {draft.reference}`.")
    now = timezone.now()
    _, flips = simulated_policy(draft.text)
    return [flip for flip in flips if Reader.in_sight(sitting, now, flip.reference)]


def all_drafts() -> tuple[RuleDraft, ...]:
    """Every draft, for whoever runs the installation."""
    return several(RuleDraft)


def _batches(documents: Iterable[bytes]) -> Iterator[list[bytes]]:
    coming = iter(documents)
    while batch := list(islice(coming, AT_ONCE)):
        yield batch
