"""What is kept about bureaus, rules and the office's own work: read by the access table, and what falls due of it."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import msgspec
from django.utils import timezone

from article3.access.decision import Ties, may_read, role_of
from article3.access.words import Kind, Role
from article3.acts.close_vote import CloseVote
from article3.acts.draw_audit import DrawAudit
from article3.acts.lapse_measure import LapseMeasure
from article3.acts.ports import NotFound
from article3.acts.put_desk_question import PutDeskQuestion
from article3.acts.start_retrospective import StartRetrospective
from article3.journal.pages import keyed
from article3.lifecycle.bureau_reply import RecordReply
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.measure import CorrectiveMeasure
from article3.lifecycle.person_question import DeskQuestion
from article3.lifecycle.rule_draft import RuleDraft
from article3.lifecycle.spot_check import SpotCheck
from article3.oversight.catalogue import CATALOGUE
from article3.oversight.same_words import Account, counter_blows, same_words
from article3.oversight.sampling import to_draw
from article3.oversight.signals import LOOKED_BACK, Found, signals
from article3.oversight.tables import Told, period_of, told
from article3.register.known import stock as reviews
from article3.register.ledger import pages as ledger
from article3.register.ledger import stock
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Level, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting
from article3.wiring.figure_room import book
from article3.wiring.performing import clock, last_beat, perform

BY_REQUESTER = "F18"
_file = msgspec.json.Decoder(CaseFile).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauRecord:
    """The internal record of one bureau: its line in each year's figures, the measures on it, what it replied."""

    bureau: BureauCode
    years: tuple[Told, ...]
    measures: tuple[CorrectiveMeasure, ...]
    replies: tuple[RecordReply, ...]


def bureau_record(sitting: Sitting, bureau: BureauCode) -> BureauRecord:
    """A bureau's record, for itself, the task force (not of that country) and oversight. Raises NotFound for others.

    The bureau itself reads it as of the last beat: its figures must not tell what its files do not tell yet.
    """
    if not _reads(sitting, bureau):
        raise NotFound
    counted, figure = book(), CATALOGUE[BY_REQUESTER]
    if sitting.bureau is not None:
        counted = counted.of_source(bureau, last_beat(timezone.now()))
    years = []
    for year in reversed(counted.years()):
        whole = told(figure, counted, period_of(counted, year))
        rows = tuple(row for row in whole.rows if row.label == bureau)
        if rows:
            years.append(Told(figure=figure, period=whole.period, position=whole.position, rows=rows))
    return BureauRecord(bureau=bureau, years=tuple(years), replies=ledger.several(RecordReply, about=bureau),
                        measures=ledger.several(CorrectiveMeasure, about=bureau))


def measures(sitting: Sitting) -> tuple[CorrectiveMeasure, ...]:
    """The measures this sitting may read, those to be signed next on top."""
    return tuple(page for page in ledger.several(CorrectiveMeasure) if _reads(sitting, page.bureau))


def measure(sitting: Sitting, reference: str) -> CorrectiveMeasure:
    """One of them; raises NotFound."""
    found: CorrectiveMeasure = _one(measures(sitting), reference)
    return found


def replies(sitting: Sitting) -> tuple[RecordReply, ...]:
    """What bureaus said about their records, unanswered first, as far as this sitting may read them."""
    return tuple(page for page in ledger.several(RecordReply) if _reads(sitting, page.bureau))


def reply(sitting: Sitting, reference: str) -> RecordReply:
    """One of them; raises NotFound."""
    found: RecordReply = _one(replies(sitting), reference)
    return found


def rule_drafts(sitting: Sitting) -> tuple[RuleDraft, ...]:
    """Drafts of rules: all for the task force and oversight, for members those that were put to the vote."""
    found = ledger.several(RuleDraft)
    if role_of(sitting) in (Role.REVIEWER, Role.OVERSIGHT):
        return found
    return tuple(draft for draft in found if draft.vote_until) if sitting.bureau else ()


def rule_draft(sitting: Sitting, reference: str) -> RuleDraft:
    """One of them; raises NotFound."""
    found: RuleDraft = _one(rule_drafts(sitting), reference)
    return found


def desk_questions(sitting: Sitting) -> tuple[DeskQuestion, ...]:
    """Questions that signals put, open ones first: the task force's and oversight's."""
    return ledger.several(DeskQuestion) if role_of(sitting) in (Role.REVIEWER, Role.OVERSIGHT) else ()


def spot_checks(sitting: Sitting) -> tuple[SpotCheck, ...]:
    """Approvals drawn by lot: for whoever had no hand in them and is of another country than the source."""
    if role_of(sitting) is not Role.REVIEWER:
        return ()
    return tuple(check for check in ledger.several(SpotCheck)
                 if sitting.officer not in check.hands and str(sitting.nationality) != check.source)


def what_falls_due(at: datetime | None = None) -> dict[str, int]:
    """Measures whose last day passed, votes to count, adopted drafts that take effect, spot checks, questions."""
    at = at or timezone.now()
    on, done = day_of(at), Counter[str]()
    orders: list[Any] = [LapseMeasure(measure=page.reference) for page in ledger.several(CorrectiveMeasure, due_by=on)
                         if page.ends_on < on and page.lapsed_at is None and page.decided is not None]  # fmt: skip
    orders += [CloseVote(draft=page.reference) for page in ledger.several(RuleDraft, due_by=on)
               if page.vote_until is not None and page.vote_until < on]  # fmt: skip
    orders += _looked_at_again(on)
    orders += [_question(found) for found in _signals(at)]
    orders += _lots(at)
    for order in orders:
        try:
            event = perform(order, sitting=clock(), at=at)
        except Refused:  # it was put, drawn or written down before
            continue
        done[type(event).__name__] += 1
    return dict(done)


def _looked_at_again(on: date) -> list[StartRetrospective]:
    """The stock is looked at again under every adopted draft whose day has come; its review has the draft's id."""
    started = {review.id for review in reviews.every()}
    return [StartRetrospective(retrospective=draft.reference, standard=draft.title, since=draft.since,
                               because=f"The members adopted the draft {draft.reference}.")
            for draft in ledger.several(RuleDraft)
            if draft.adopted and draft.since <= on and draft.reference not in started]  # fmt: skip


def _lots(at: datetime) -> list[DrawAudit]:
    """One in so many approvals, by a lot that nobody without the installation's key can foresee."""
    counted = book()
    return [DrawAudit(check=Reference(secrets.token_hex(16)), file=Reference(approval.reference),
                      source=BureauCode(counted.histories[approval.reference].source),
                      hands=tuple(OfficerId(hand) for hand in hands))
            for approval, hands in to_draw(counted, at, _lot)]  # fmt: skip


def _lot(reference: str) -> float:
    return int(keyed(f"lot:{reference}".encode())[:12], 16) / 16**12


def _signals(at: datetime) -> Iterator[Found]:
    """From the journal, from who asks for whose nationals, and from what is told of people."""
    since = at - LOOKED_BACK
    yield from signals(book(), at)
    yield from counter_blows(stock.nationals_asked_for(since))
    yield from same_words(account for text in stock.texts(since) if (account := _account(_file(text))) is not None)


def _account(file: CaseFile) -> Account | None:
    person, told = file.communication.person, file.communication.facts_summary
    if person is None or not told or file.deleted_on is not None:
        return None
    words = frozenset(f"{name.family} {name.given}".casefold() for name in person.names)
    return Account(file=file.reference, source=file.source, person=words, text=told)


def _question(found: Found) -> PutDeskQuestion:
    return PutDeskQuestion(
        question=Reference(sha256(f"{found.signal}{found.rests_on}".encode()).hexdigest()[:32]), signal=found.signal,
        because=found.because, files=tuple(Reference(each) for each in found.files))


def _reads(sitting: Sitting, bureau: str) -> bool:
    ties = Ties(mine=sitting.bureau == bureau, own_country=str(sitting.nationality) == bureau)
    return bool(may_read(Kind.BUREAU_RECORD, role_of(sitting), Level.OFFICIAL_USE, ties))


def _one(found: tuple[Any, ...], reference: str) -> Any:
    for page in found:
        if page.reference == reference:
            return page
    raise NotFound
