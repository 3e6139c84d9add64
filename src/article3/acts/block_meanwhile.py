"""A reviewer blocks a record at once on doubt, until a day on which it is looked at again (RPD 129)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.lifecycle import interim
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.interim import InterimBlockSet
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.facts_consultation import InterimMeasureFacts
from article3.terms.finding import Outcome, Refused
from article3.terms.happening import NOT_YET
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockMeanwhile:
    """The doubt in words, and the day of review; `block` is the block's own id."""

    reference: Reference
    block: str
    because: str
    review_on: date


def block_meanwhile(order: BlockMeanwhile, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> InterimBlockSet:
    """Whoever reads it is told at once to take no action; its source reads the same."""
    file, on = register.file(order.reference), day_of(at)
    require_impartial(file, sitting)
    event = interim.block(file, order.block, order.because, order.review_on, at=at, sitting=sitting,
                          longest_days=parameter("measures.interim_longest_days", on))  # fmt: skip
    _require_in_order(order, on)
    told = readers(file, register, on)
    kept = filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, MessageKind.NOTICE_SUSPENDED, kept)
    return event


def _require_in_order(order: BlockMeanwhile, on: date) -> None:
    """The provision itself has the last word: taken on the day of the doubt, and with a day of review."""
    facts = InterimMeasureFacts(doubt_arose_on=on, harm_possible=True, measures=frozenset({"block"}), taken_on=on,
                                review_on=order.review_on, lifted_on=NOT_YET)  # fmt: skip
    for found in assess(facts, on, subject=Subject.INTERIM_MEASURE).of(Outcome.NOT_MET):
        raise Refused(found.because, str(found.citation))
