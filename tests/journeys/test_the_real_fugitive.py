"""Walk-through 9: a clear murder case with full papers, from a country with a bad record. Published the same day."""

from __future__ import annotations

from collections import Counter

from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.decide import Decide
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.messages import MessageKind
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.record_fact import RecordFact
from article3.lifecycle.examination import Resolution
from article3.lifecycle.notice import stands_on
from article3.lifecycle.review_events import FindingAnswered, RequesterAsked, WorksheetFilled
from article3.lifecycle.states import State
from article3.terms.clocks import day_of
from article3.terms.finding import Asked, Outcome
from tests.desk import COMPLIANT, FIRST, MEMBERS, REFERENCE, SECOND, Desk, worksheet


def own_questions(desk: Desk) -> tuple[str, ...]:
    """The questions a reviewer has to answer: those covered by another question are not put."""
    return tuple(found.rule for found in desk.questions() if not found.within)


def test_a_real_fugitive_is_published_the_same_day_and_nobody_is_asked_anything_twice() -> None:
    """Given full papers and a source under supervision; when two reviewers do their work; then every member knows."""
    desk = Desk()
    arrived = desk.requested()
    assert arrived.assessed is not None
    assert not arrived.assessed.binding(Outcome.NOT_MET), "a clear case meets every computed rule"
    assert all(found.asked is Asked.REVIEWER for found in desk.questions()), "full papers: nothing to ask the requester"

    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    desk.perform(RecordFact(reference=REFERENCE, fact="measures_on_source", value=("supervision since 2025",),
                            source="Register of measures"), FIRST)
    desk.perform(FillWorksheet(reference=REFERENCE, factors=worksheet(),
                               predominance="(a) predominates: a killing over money."), FIRST)
    answers = tuple(RuleAnswer(rule=rule, outcome=Outcome.MET, because="Read in the papers.")
                    for rule in own_questions(desk))
    desk.perform(AnswerFinding(reference=REFERENCE, answers=answers), FIRST)
    assert desk.questions() == (), "what was answered covers the rest"

    desk.perform(ProposeDecision(reference=REFERENCE, version=desk.file().version, resolution=Resolution.PUBLISH,
                                 reasons=COMPLIANT), FIRST)
    desk.perform(Decide(reference=REFERENCE, version=desk.file().version, agrees=True), SECOND)
    desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), SECOND)

    file = desk.file()
    assert file.state is State.PUBLISHED
    assert file.published is not None
    assert day_of(file.published.published_at) == day_of(file.received_at)
    assert stands_on(file, day_of(desk.at))
    assert desk.outbox.of(MessageKind.NOTICE_PUBLISHED) == list(MEMBERS)
    nothing_was_asked_twice(desk)


def nothing_was_asked_twice(desk: Desk) -> None:
    """The requester was asked nothing, each rule was answered once, each factor was filled in once."""
    entries = desk.journal.entries
    assert not [entry for entry in entries if isinstance(entry, RequesterAsked)]
    answered = Counter(entry.answer.rule for entry in entries if isinstance(entry, FindingAnswered))
    weighed = Counter(f"RPD-34-3-{factor.factor.value}" for entry in entries if isinstance(entry, WorksheetFilled)
                      for factor in entry.factors)
    assert set((answered + weighed).values()) == {1}
    assert len(answered) <= 10, "ten minutes of human time"
