"""Live files to measure a desk with: invented people, names as unevenly spread as real ones, every live state."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from article3.commands.bench.invented_requests import request_lines
from article3.intake.reading import read_communication
from article3.law.brief import brief
from article3.law.rulebook import assess
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import (
    Assessed,
    Decision,
    Occasion,
    Reasons,
    Resolution,
    Review,
    Signature,
)
from article3.lifecycle.publication import PublishedNotice, Retention
from article3.lifecycle.states import State
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import (
    Channel,
    Communication,
    CountryCode,
    IdentityDocument,
    Level,
    Name,
    Person,
    Reference,
)
from article3.terms.finding import Outcome
from article3.terms.reasons import PublicCode
from article3.terms.sitting import OfficerId

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
CASES, FAMILIES, GIVEN = 1_000, 20_000, 3_000
REVIEWERS = tuple(OfficerId(f"{number:032x}") for number in range(1, 40))
"""Invented reviewers; whoever measures is one more."""
_FIRST, _SECOND = CountryCode("QY"), CountryCode("QX")
_SYLLABLES = (
    "ba", "be", "dor", "ka", "kel", "li", "lo", "mar", "mi", "nur", "o", "pa", "qui", "ra", "sa", "sel", "ta",
    "tu", "va", "ven", "wi", "ya", "zo", "zen", "dra", "fi", "gor", "hal", "ji", "nes",
)  # fmt: skip
_REQUESTS = ((State.PUBLISHED, 70), (State.RECEIVED, 15), (State.UNDER_REVIEW, 15))
_DIFFUSIONS = ((State.REVIEWED, 60), (State.SENT_UNREVIEWED, 40))


def files(count: int, seed: int, now: datetime, reviewer: OfficerId) -> Iterator[CaseFile]:
    """Files of the last two years, the same for the same seed: each a person of its own in one of the judged cases.

    `reviewer` works on every fortieth file under review.
    """
    chance, names = random.Random(seed), _Names(seed)
    judged = [_judged(line, day_of(now)) for line in request_lines(min(count, CASES), seed)]
    for _ in range(count):
        case, findings = chance.choice(judged)
        reference = Reference(f"{chance.getrandbits(128):032x}")
        sent = replace(case, reference=reference, person=_person(chance, names, case.person))
        at = now - timedelta(minutes=chance.randrange(2 * 365 * 24 * 60))
        states, weights = zip(*(_REQUESTS if sent.channel is Channel.NOTICE_REQUEST else _DIFFUSIONS), strict=True)
        retention = Retention(recorded_on=day_of(at), until=months_after(day_of(at), 60))
        file = CaseFile(reference=reference, communication=sent, state=chance.choices(states, weights)[0],
                        received_at=at, retention=retention, assessed=findings)
        yield _file(file, chance.choice((*REVIEWERS, reviewer)))


def _judged(line: str, on: date) -> tuple[Communication, Assessed]:
    sent = read_communication(line, reference=Reference("0" * 32))
    sent = replace(sent, level=Level.OFFICIAL_USE, denied=())
    return sent, Assessed(on=on, findings=assess(brief(sent, None, on), on).findings)


def _file(file: CaseFile, reviewer: OfficerId) -> CaseFile:
    on = day_of(file.received_at)
    if file.state is State.UNDER_REVIEW:
        return replace(file, review=Review(occasion=Occasion.REQUEST, opened_at=file.received_at,
                                           reviewer=reviewer, reviewer_nationality=_FIRST))
    if file.state is not State.PUBLISHED:
        return file
    notice = PublishedNotice(communication=file.communication, decision=_decision(file.received_at), assessed_on=on,
                             outcomes=(("RPD-74-1", Outcome.MET),), published_at=file.received_at)
    return replace(file, published=notice)


def _decision(at: datetime) -> Decision:
    signatures = (Signature(officer=REVIEWERS[0], nationality=_FIRST, at=at),
                  Signature(officer=REVIEWERS[1], nationality=_SECOND, at=at))
    reasons = Reasons(internal="An ordinary case.", public=PublicCode.COMPLIANT)
    return Decision(resolution=Resolution.PUBLISH, at=at, signatures=signatures, reasons=reasons)


def _person(chance: random.Random, names: _Names, described: Person | None) -> Person:
    assert described is not None
    family, given = names.draw(chance)
    passport = IdentityDocument(kind="passport", number=f"Q{chance.randrange(10**8):08d}")
    return replace(described, names=(Name(family=family, given=given, latin_family=family.upper(),
                                          latin_given=given.upper()),), documents=(passport,))


class _Names:
    """Family and given names by Zipf's law: the commonest is many people's, most are a few people's."""

    def __init__(self, seed: int) -> None:
        made = random.Random(seed + 1)
        self.families = [_name(made, 3) for _ in range(FAMILIES)]
        self.given = [_name(made, 2) for _ in range(GIVEN)]
        self._weights = {size: list(accumulate(1 / (rank + 10) for rank in range(size))) for size in (FAMILIES, GIVEN)}

    def draw(self, chance: random.Random) -> tuple[str, str]:
        """One name."""
        family = chance.choices(self.families, cum_weights=self._weights[FAMILIES])[0]
        given = chance.choices(self.given, cum_weights=self._weights[GIVEN])[0]
        return family, given


def _name(made: random.Random, syllables: int) -> str:
    return "".join(made.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

