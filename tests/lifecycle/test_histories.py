"""Random histories of two sources that want one person: whatever is done, in whatever order, the promises hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.ask_retention import AskRetention
from article3.acts.cancel_notice import CancelNotice
from article3.acts.decide import Decide, Instead
from article3.acts.declare_conflict import DeclareConflict
from article3.acts.expire_notice import ExpireNotice
from article3.acts.extend_retention import ExtendRetention
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.open_review import OpenReview
from article3.acts.ports import Changed, NotFound
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.request_notice import RequestNotice
from article3.acts.resume_notice import ResumeNotice
from article3.acts.settle_disagreement import SettleDisagreement
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import NoticePublished, RetentionExtended
from article3.lifecycle.examination import Resolution
from article3.lifecycle.notice import stands_on
from article3.lifecycle.states import ENDED, IN_FORCE, State
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import Communication
from article3.terms.finding import Outcome, Refused
from article3.terms.reasons import CancellationCode, CaveatKind, WithdrawalCode
from article3.terms.sitting import MandateRole, Sitting
from tests.acts.situations import GROUNDS, UNFAVOURABLE
from tests.desk import CLOCK, COMPLIANT, LEAD, Desk, bureau, declaration, murder, sitting, worksheet

COMPLETE, TO_BE_ASKED = "a" * 32, "b" * 32
OWNERS = {COMPLETE: "XA", TO_BE_ASKED: "XB"}
DENIED = "XD"
SECRETARIAT = (*(sitting(f"{country}{number}", country, MandateRole.REVIEWER)
                 for country in ("QM", "XA", "XB", "XC", "XD") for number in (1, 2)), LEAD)
FORBIDDEN = {COMPLETE: {"QM", "XA"}, TO_BE_ASKED: {"QM", "XB"}}
WHO = st.sampled_from(SECRETARIAT)
FILE = st.sampled_from((COMPLETE, TO_BE_ASKED))
OWNER = st.sampled_from((True, True, True, False))
"""Whether the bureau that acts is the source."""


def texts(reference: str) -> Communication:
    """One request with full papers that XD may not see, one whose penalty is below the threshold."""
    if reference == COMPLETE:
        return murder(COMPLETE, "XA", denied=(DENIED,))
    charge = replace(murder().charges[0], penalty_max_months=12)
    return murder(TO_BE_ASKED, "XB", charges=(charge,))


class Histories(RuleBasedStateMachine):
    """Reviewers of every nationality, two bureaus and the clock act as they please; refusals change nothing."""

    @initialize(published=st.booleans())
    def two_requests_arrive(self, published: bool) -> None:
        self.desk = Desk()
        self.numbered = 0
        self.ended: dict[str, CaseFile] = {}
        for reference, owner in OWNERS.items():
            self.desk.perform(RequestNotice(communication=texts(reference)), bureau(owner))
        if published:
            self.hurried_through(COMPLETE, SECRETARIAT[8])
            assert self.desk.file(COMPLETE).state is State.PUBLISHED

    def tried(self, order: Any, who: Sitting) -> bool:
        """Whether the act was done."""
        try:
            self.desk.perform(order, who)
        except (Refused, NotFound, Changed):
            return False
        return True

    def on_version(self, order: type, reference: str, who: Sitting, **fields: Any) -> None:
        self.tried(order(reference=reference, version=self.desk.file(reference).version, **fields), who)

    def fresh(self) -> str:
        self.numbered += 1
        return f"id{self.numbered}"

    # --- the task force

    @rule(reference=FILE, who=WHO)
    def taken_up(self, reference: str, who: Sitting) -> None:
        self.tried(OpenReview(reference=reference), who)

    @rule(reference=FILE, who=WHO)
    def stood_aside(self, reference: str, who: Sitting) -> None:
        self.tried(DeclareConflict(reference=reference, because="A tie."), who)

    @rule(reference=FILE, outcome=st.sampled_from((Outcome.MET, Outcome.MET, Outcome.NOT_MET)))
    def examined_by_its_reviewer(self, reference: str, outcome: Outcome) -> None:
        who = self.reviewer(reference)
        self.tried(FillWorksheet(reference=reference, factors=worksheet(), predominance="(a)"), who)
        answers = tuple(RuleAnswer(rule=found.rule, outcome=outcome, because="So found.")
                        for found in self.questions(reference))
        self.tried(AnswerFinding(reference=reference, answers=answers), who)

    @rule(reference=FILE, value=st.booleans(), fact=st.sampled_from(("torture_risk", "acquitted", "immunity")))
    def fact_recorded(self, reference: str, fact: str, value: bool) -> None:
        self.tried(RecordFact(reference=reference, fact=fact, value=value, source="A paper"), self.reviewer(reference))

    @rule(reference=FILE, days=st.integers(1, 30))
    def asked_back(self, reference: str, days: int) -> None:
        until = day_of(self.desk.at) + timedelta(days=days)
        asking = Asking(id=self.fresh(), text=f"Question {self.numbered}?", deadline=until)
        self.tried(AskRequester(reference=reference, questions=(asking,)), self.reviewer(reference))

    @rule(reference=FILE, resolution=st.sampled_from(Resolution))
    def proposed(self, reference: str, resolution: Resolution) -> None:
        favourable = resolution in (Resolution.PUBLISH, Resolution.CONFIRM)
        self.on_version(ProposeDecision, reference, self.reviewer(reference), resolution=resolution,
                        reasons=COMPLIANT if favourable else UNFAVOURABLE, grounds=() if favourable else GROUNDS)

    @rule(reference=FILE, who=WHO, agrees=st.booleans())
    def decided(self, reference: str, who: Sitting, agrees: bool) -> None:
        instead = None if agrees else Instead(resolution=Resolution.PUBLISH, reasons=COMPLIANT)
        self.on_version(Decide, reference, who, agrees=agrees, instead=instead)

    @rule(reference=FILE, who=WHO, act=st.sampled_from((
        (PublishNotice, {}), (RefuseRequest, {}), (SettleDisagreement, {"with_dissent": True}),
        (CancelNotice, {"code": CancellationCode.PURPOSE_MET}))))
    def carried_out(self, reference: str, who: Sitting, act: tuple[type, dict[str, Any]]) -> None:
        order, fields = act
        self.on_version(order, reference, LEAD if order is SettleDisagreement else who, **fields)

    @rule(reference=FILE, who=WHO)
    def given_a_caveat(self, reference: str, who: Sitting) -> None:
        self.tried(AddCaveat(reference=reference, caveat=self.fresh(), kind=CaveatKind.ADDENDUM, text="Note."), who)

    @precondition(lambda self: any(file.state not in ENDED for file in self.files()))
    @rule(reference=FILE, second=WHO)
    def hurried_through(self, reference: str, second: Sitting) -> None:
        """The whole usual way in one go, so that histories reach publication."""
        if self.desk.file(reference).review is None:
            self.taken_up(reference, SECRETARIAT[6])
        self.examined_by_its_reviewer(reference, Outcome.MET)
        self.proposed(reference, Resolution.PUBLISH)
        self.decided(reference, second, True)
        self.carried_out(reference, second, (PublishNotice, {}))

    # --- the sources

    @rule(reference=FILE, owner=OWNER, correct=st.booleans())
    def answered(self, reference: str, owner: bool, correct: bool) -> None:
        answers = tuple((asked.id, "Our answer.") for asked in self.desk.file(reference).open_questions)
        text = murder(reference, OWNERS[reference], denied=texts(reference).denied) if correct else None
        order = AnswerQuestions(reference=reference, answers=answers, communication=text)
        self.tried(order, self.bureau(reference, owner))

    @rule(reference=FILE, owner=OWNER, better=st.booleans())
    def updated(self, reference: str, owner: bool, better: bool) -> None:
        text = murder(reference, OWNERS[reference], denied=texts(reference).denied)
        changed = text if better else replace(texts(reference), interest=f"Seen on {day_of(self.desk.at)}.")
        order = UpdateNotice(reference=reference, communication=changed)
        self.tried(order, self.bureau(reference, owner))

    @precondition(lambda self: self.desk.file(COMPLETE).state is State.PUBLISHED)
    @rule(days=st.sampled_from((30, 100, 184, 185)))
    def suspended(self, days: int) -> None:
        until = day_of(self.desk.at) + timedelta(days=days)
        self.tried(SuspendNotice(reference=COMPLETE, until=until, because="Talks."), bureau("XA"))

    @precondition(lambda self: self.desk.file(COMPLETE).state is State.SUSPENDED)
    @rule(reference=FILE, owner=OWNER)
    def resumed(self, reference: str, owner: bool) -> None:
        self.tried(ResumeNotice(reference=reference), self.bureau(reference, owner))

    @rule(reference=FILE, owner=OWNER, months=st.integers(1, 70),
          word=st.sampled_from(("", "Still sought.")))
    def extended(self, reference: str, owner: bool, months: int, word: str) -> None:
        order = ExtendRetention(reference=reference, months=months, because=word, assurance=declaration("extradition"))
        self.tried(order, self.bureau(reference, owner))

    @precondition(lambda self: self.numbered > 3)
    @rule(reference=FILE, owner=OWNER)
    def withdrawn(self, reference: str, owner: bool) -> None:
        other = next(each for each in OWNERS if each != reference)
        before = self.desk.file(other)
        order = WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED)
        self.tried(order, self.bureau(reference, owner))
        assert self.desk.file(other) == before, "ending one source's file leaves the other's"

    # --- the clock

    @rule(days=st.sampled_from((1, 31, 183, 1650, 1900)), runs=st.booleans())
    def time_passes(self, days: int, runs: bool) -> None:
        self.desk.wait(days)
        for reference in OWNERS if runs else ():
            for order in (LapseUnanswered, ExpireNotice, AskRetention):
                self.tried(order(reference=reference), CLOCK)

    # --- what always holds

    @invariant()
    def nothing_open_or_unmet_is_published(self) -> None:
        for file in self.files():
            if file.published is not None:
                assert {outcome for _, outcome in file.published.outcomes} == {Outcome.MET}
                assert len(file.published.outcomes) > 30

    @invariant()
    def two_reviewers_of_the_right_nationalities_stand_behind_every_publication(self) -> None:
        for file in self.files():
            if file.published is not None:
                first, second = file.published.decision.signatures
                assert first.officer != second.officer
                assert len({first.nationality, second.nationality} - FORBIDDEN[file.reference]) == 2

    @invariant()
    def members_read_only_what_was_decided_on(self) -> None:
        for file in self.files():
            given_out = [event.notice for event in self.written(NoticePublished, file.reference)]
            if file.state in IN_FORCE:
                assert file.published == given_out[-1]
            elif file.state not in ENDED:
                assert not given_out

    @invariant()
    def no_bureau_hears_of_an_unpublished_request_but_its_source(self) -> None:
        for to, message in self.posted():
            if not self.written(NoticePublished, message.reference):
                assert to == OWNERS[message.reference]

    @invariant()
    def a_barred_bureau_never_hears_of_the_file(self) -> None:
        assert (DENIED, COMPLETE) not in {(to, message.reference) for to, message in self.posted()}

    @invariant()
    def no_notice_is_suspended_for_more_than_six_months(self) -> None:
        for file in self.files():
            days = sum(((past.ended_on or past.until) - past.since).days for past in file.suspensions)
            assert days <= 184
            for past in file.suspensions:
                assert past.until <= months_after(past.since, 6)
                assert past.ended_on is None or past.ended_on <= past.until

    @invariant()
    def silence_never_renews(self) -> None:
        for file in self.files():
            extensions = self.written(RetentionExtended, file.reference)
            assert len(extensions) <= 1
            assert all(event.seat == f"bureau:{OWNERS[file.reference]}" and event.because for event in extensions)
            longest = months_after(file.retention.recorded_on, 120 if extensions else 60)
            assert file.retention.until <= longest
            assert not (stands_on(file, day_of(self.desk.at)) and day_of(self.desk.at) > longest)

    @invariant()
    def what_has_ended_stays_as_it_ended(self) -> None:
        for file in self.files():
            if file.state in ENDED:
                kept = self.ended.setdefault(file.reference, file)
                assert (file.state, file.ending) == (kept.state, kept.ending)
                assert file == kept or file.deleted_on is not None

    @invariant()
    def a_suspended_notice_is_read_by_nobody_as_valid(self) -> None:
        assert not any(stands_on(file, date.min) for file in self.files() if file.state is not State.PUBLISHED)

    def teardown(self) -> None:
        for file in self.files():
            event(f"ended as {file.state}")
        for each in self.desk.journal.entries:
            event(f"happened: {type(each).__name__}")

    # --- looking

    def files(self) -> tuple[CaseFile, ...]:
        return tuple(self.desk.register.files.values())

    def posted(self) -> list[Any]:
        return self.desk.outbox.posted

    def written(self, kind: type, reference: str) -> list[Any]:
        return [event for event in self.desk.journal.entries
                if isinstance(event, kind) and event.reference == reference]

    def bureau(self, reference: str, owner: bool) -> Sitting:
        return bureau(OWNERS[reference] if owner else "XC")

    def reviewer(self, reference: str) -> Sitting:
        review = self.desk.file(reference).review
        return next((who for who in SECRETARIAT if review and who.officer == review.reviewer), SECRETARIAT[0])

    def questions(self, reference: str) -> tuple[Any, ...]:
        assessed = self.desk.file(reference).assessed
        return assessed.binding(Outcome.QUESTION) if assessed else ()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=150, stateful_step_count=40, deadline=None, derandomize=True,
                                  phases=(Phase.explicit, Phase.generate, Phase.shrink),
                                  suppress_health_check=list(HealthCheck))
