"""A draft of rules against a file: with its reviewers' facts and answers, and with what is known of how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256

import msgspec

from article3.acts.facts_of_file import circumstances, put_questions, standing_answers
from article3.law.brief import brief
from article3.law.drafts import read_draft
from article3.law.simulation import Compared, Simulation
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution, Review
from article3.lifecycle.rule_draft import Simulated
from article3.lifecycle.states import BEFORE_DECISION, IN_FORCE, State
from article3.terms.communication import Reference
from article3.terms.finding import Answer, Finding

_decode = msgspec.json.Decoder(CaseFile).decode
FAVOURABLE = frozenset({Resolution.PUBLISH, Resolution.CONFIRM})


class Known(StrEnum):
    """What is known today of how a file fared."""

    WAITS = "waits"
    STANDS = "stands"
    OVERTURNED = "overturned"  # approved once, found not compliant later
    NOT_COMPLIANT = "not_compliant"
    ENDED = "ended"  # withdrawn or over by time
    ERASED = "erased"  # its content is gone: nothing can be said


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A file that comes out otherwise under the draft: which way, by which rules, and how it really fared."""

    reference: Reference
    newly_hindered: bool
    newly_clear: bool
    known: Known
    rules: tuple[tuple[str, str, str, str], ...]  # rule, outcome now, outcome then, why then (why now, where it ends)
    questions_more: int


def known_of(file: CaseFile) -> Known:
    """How the file fared, as far as anybody knows."""
    if file.deleted_on is not None:
        return Known.ERASED
    if file.state in BEFORE_DECISION or file.state in (State.SENT_UNREVIEWED, State.SENT):
        return Known.WAITS
    if file.state in IN_FORCE or file.state is State.REVIEWED:
        return Known.STANDS
    if file.state in (State.WITHDRAWN, State.EXPIRED):
        return Known.ENDED
    return Known.OVERTURNED if _approved_once(file) else Known.NOT_COMPLIANT


def flip_of(file: CaseFile, simulation: Simulation, *, in_full: bool = False) -> Flip | None:
    """What a draft changes in a file; None when no rule comes out otherwise, or when the content is gone."""
    if file.deleted_on is not None or file.state is State.SENT:
        return None
    on = simulation.draft.since
    facts = brief(file.communication, circumstances(file, on), on)

    def answering(findings: tuple[Finding, ...]) -> dict[str, Answer]:
        return standing_answers(file, put_questions(facts, findings))

    found = (simulation.in_full if in_full else simulation.compare)(facts, answering)
    return None if found is None else _told(file, found)


def looked_at(text: str, documents: list[bytes]) -> tuple[int, list[Flip]]:
    """A batch of files on record (JSON) under the draft of a text: how many, and those that come out otherwise."""
    simulation = _ready(text)
    return len(documents), [flip for each in documents if (flip := flip_of(_decode(each), simulation)) is not None]


@cache
def _ready(text: str) -> Simulation:
    return Simulation(read_draft(text))


def summed(flips: Iterable[Flip], records: int, at: datetime) -> Simulated:
    """The numbers members read before they vote."""
    listed = sorted(flips, key=lambda flip: flip.reference)
    hindered = [flip for flip in listed if flip.newly_hindered]
    more = [flip.questions_more for flip in listed]
    bad = (Known.OVERTURNED, Known.NOT_COMPLIANT)
    return Simulated(
        at=at, records=records, newly_hindered=len(hindered), newly_clear=sum(flip.newly_clear for flip in listed),
        questions_more=sum(n for n in more if n > 0), questions_fewer=-sum(n for n in more if n < 0),
        harmful_now_hindered=sum(flip.known in bad for flip in hindered),
        sound_now_hindered=sum(flip.known is Known.STANDS for flip in hindered),
        harmful_now_clear=sum(flip.known in bad for flip in listed if flip.newly_clear),
        digest=sha256(repr(listed).encode()).hexdigest())


def _told(file: CaseFile, found: Compared) -> Flip:
    rules = tuple((each.rule, each.now.outcome.value if each.now else "absent",
                   each.then.outcome.value if each.then else "absent",
                   (each.then or each.now).because) for each in found.changed)  # type: ignore[union-attr]
    return Flip(reference=file.reference, newly_hindered=found.newly_hindered, newly_clear=found.newly_clear,
                known=known_of(file), rules=rules, questions_more=found.questions_then - found.questions_now)


def _approved_once(file: CaseFile) -> bool:
    reviews: tuple[Review, ...] = (*file.former_reviews, *((file.review,) if file.review else ()))
    return file.published is not None or any(
        review.decision is not None and review.decision.resolution in FAVOURABLE for review in reviews)
