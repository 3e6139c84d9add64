"""Nothing hindered is published, and what is published is what was decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.decide import Decide
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.messages import MessageKind
from article3.acts.open_review import OpenReview
from article3.acts.ports import Changed
from article3.acts.publish_notice import PublishNotice
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.lifecycle.examination import Override, Resolution
from article3.lifecycle.hindrances import hindrances
from article3.lifecycle.notice import AcceptedRequest, accept, stands_on
from article3.lifecycle.publication import PublishedNotice
from article3.lifecycle.states import State
from article3.terms.clocks import day_of
from article3.terms.communication import Charge, Level
from article3.terms.dates import partial_date
from article3.terms.finding import Outcome, Refused
from tests.acts.situations import GROUNDS, UNFAVOURABLE, desk_in
from tests.desk import COMPLIANT, DAY, FIRST, MEMBERS, REFERENCE, SECOND, Desk, bureau, murder, worksheet


def petty(**changes: object) -> tuple[Charge, ...]:
    """The charge with a maximum penalty of one year."""
    return (replace(murder().charges[0], penalty_max_months=12, **changes),)  # type: ignore[arg-type]


class TestWhatHinders:
    """Publication is refused while a finding is open or not met, a letter unanswered, the worksheet unfinished."""

    def test_an_open_finding(self) -> None:
        """A question with the reviewer is no pass."""
        desk = Desk()
        desk.requested()
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        desk.perform(FillWorksheet(reference=REFERENCE, factors=worksheet(), predominance="(a)"), FIRST)
        with pytest.raises(Refused, match="A question is still with the reviewer"):
            desk.proposed()

    def test_a_finding_not_met(self) -> None:
        """Twelve months are too few, and no answer of a reviewer changes that."""
        desk = Desk()
        desk.requested(murder(charges=petty()))
        desk.examined()
        with pytest.raises(Refused, match="Not met: Maximum penalty 12 months"):
            desk.proposed()

    def test_a_reviewers_own_not_met(self) -> None:
        """The reviewer found a political character: nobody can propose publication."""
        desk = desk_in("under_review")
        answer = RuleAnswer(rule="CON-3", outcome=Outcome.NOT_MET, because="The charge follows his candidacy.")
        desk.perform(AnswerFinding(reference=REFERENCE, answers=(answer,)), FIRST)
        with pytest.raises(Refused, match="candidacy"):
            desk.proposed()

    @pytest.mark.parametrize(("factors", "predominance", "says"), [
        (worksheet()[:6], "(a)", r"no finding on \(g\)"), (worksheet(), "", "predominates")])
    def test_an_unfinished_worksheet(self, factors: tuple, predominance: str, says: str) -> None:
        """All seven factors and the predominant element are needed."""
        desk = Desk()
        desk.requested()
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        desk.perform(FillWorksheet(reference=REFERENCE, factors=factors, predominance=predominance), FIRST)
        assert any(says.replace("\\", "") in because for because, _ in hindrances(desk.file(), None, day_of(DAY)))

    @pytest.mark.parametrize(("situation", "says"), [("returned", "cannot be decided on"), ("consulted", "consulted")])
    def test_a_letter_without_an_answer(self, situation: str, says: str) -> None:
        """A question to the requester or to another bureau keeps the file back."""
        with pytest.raises(Refused, match=says):
            desk_in(situation).proposed()

    def test_a_rule_that_fails_only_on_the_day_of_publication(self) -> None:
        """The warrant runs out between decision and publication: the rules of the day of the act are applied."""
        desk = Desk()
        paper = replace(murder().papers[0], valid_until=partial_date("2026-03-04"))
        desk.requested(murder(papers=(paper,)))
        desk.examined()
        desk.proposed()
        desk.decided()
        desk.wait(3)
        with pytest.raises(Refused, match="cannot be published"):
            desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)

    def test_what_was_decided_last_week_is_published_when_the_rules_of_today_still_agree(self) -> None:
        """The rules are applied anew on the day of publication, and that day stands in the notice."""
        desk = desk_in("decided_to_publish")
        desk.wait(7)
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)
        notice = desk.file().published
        assert notice is not None
        assert notice.assessed_on == date(2026, 3, 9)

    def test_a_file_that_changed_since_it_was_read_is_not_published(self) -> None:
        """The officer publishes what they read."""
        desk = desk_in("decided_to_publish")
        with pytest.raises(Changed):
            desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version - 1), FIRST)

    def test_findings_of_another_day_are_no_findings(self) -> None:
        """Hindrances are asked on the day of the findings only."""
        desk = desk_in("decided_to_publish")
        assert hindrances(desk.file(), None, day_of(DAY)) == ()
        (because, _), *_ = hindrances(desk.file(), None, day_of(DAY) + timedelta(days=1))
        assert "today" in because

    def test_an_accepted_request_cannot_be_made_of_anything_less(self) -> None:
        """Neither by hand nor from a file with a decision and an open finding."""
        file = desk_in("decided_to_publish").file()
        assert accept(file, day_of(DAY)) == AcceptedRequest(file, day_of(DAY))
        with pytest.raises(Refused):
            AcceptedRequest(desk_in("proposed").file(), day_of(DAY))
        assert file.assessed is not None
        reopened = replace(file.assessed, findings=tuple(
            replace(found, outcome=Outcome.QUESTION) for found in file.assessed.findings))
        with pytest.raises(AssertionError):
            AcceptedRequest(replace(file, assessed=reopened), day_of(DAY))

    @pytest.mark.parametrize("outcome", [Outcome.QUESTION, Outcome.NOT_MET])
    def test_a_published_notice_with_an_open_or_unmet_rule_cannot_exist(self, outcome: Outcome) -> None:
        """The record itself refuses, also when it is read back from a store."""
        notice = desk_in("published").file().published
        assert notice is not None
        with pytest.raises(AssertionError):
            replace(notice, outcomes=(*notice.outcomes, ("CON-3", outcome)))
        with pytest.raises(AssertionError):
            replace(notice, outcomes=())

    def test_a_published_notice_of_another_decision_cannot_exist(self) -> None:
        """Only a decision to publish publishes."""
        notice = desk_in("published").file().published
        assert isinstance(notice, PublishedNotice)
        with pytest.raises(AssertionError):
            replace(notice, decision=replace(notice.decision, resolution=Resolution.REFUSE))


class TestWhoHears:
    """One message to each member, none to a bureau the source bars."""

    def test_every_member_gets_one_message(self) -> None:
        """The source too: it is a member."""
        desk = Desk()
        desk.published()
        assert desk.outbox.of(MessageKind.NOTICE_PUBLISHED) == list(MEMBERS)

    def test_a_barred_bureau_gets_nothing_at_all(self) -> None:
        """Neither the publication nor anything later."""
        desk = Desk()
        desk.published(murder(denied=("XD",)))
        assert desk.outbox.of(MessageKind.NOTICE_PUBLISHED) == ["QM", "XA", "XB", "XC"]
        assert "XD" not in {to for to, _ in desk.outbox.posted}

    def test_before_publication_only_the_source_hears(self) -> None:
        """A receipt, and nothing to anybody else."""
        desk = desk_in("decided_to_publish")
        assert {to for to, _ in desk.outbox.posted} == {"XA"}


class TestUpdates:
    """RPD 46: an update restarts the relevance check; members read the old text until it is decided on."""

    def test_members_read_the_old_text_while_the_new_one_is_examined(self) -> None:
        """The update that would not be published never shows."""
        desk = desk_in("published")
        old = desk.file().published
        desk.perform(UpdateNotice(reference=REFERENCE, communication=murder(charges=petty())), bureau("XA"))
        file = desk.file()
        assert file.update_pending
        assert file.published == old
        assert file.assessed is not None and file.assessed.binding(Outcome.NOT_MET)
        assert desk.outbox.of(MessageKind.NOTICE_UPDATED) == []

    def test_an_accepted_update_becomes_the_second_edition(self) -> None:
        """And every member is told."""
        desk = desk_in("updated_reviewed")
        desk.proposed()
        desk.decided()
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), SECOND)
        notice = desk.file().published
        assert notice is not None
        assert (notice.edition, notice.communication.interest) == (2, "He lives in XD now.")
        assert not desk.file().update_pending
        assert desk.outbox.of(MessageKind.NOTICE_UPDATED) == list(MEMBERS)

    def test_the_update_of_a_suspended_notice_does_not_resume_it(self) -> None:
        """The source suspended it; only the source resumes it."""
        desk = desk_in("updated_reviewed")
        desk.perform(SuspendNotice(reference=REFERENCE, until=date(2026, 6, 1), because="Talks."), bureau("XA"))
        desk.proposed()
        desk.decided()
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), SECOND)
        assert desk.file().state is State.SUSPENDED
        assert not desk.file().update_pending

    def test_a_refused_update_leaves_the_notice_as_it_stood(self) -> None:
        """The source is told, members are not, and the text under examination is the published one again."""
        desk = desk_in("updated_reviewed")
        desk.proposed(resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
        desk.decided()
        desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)
        file = desk.file()
        assert file.state is State.PUBLISHED
        assert file.communication == murder()
        assert [each.former.interest for each in file.amendments][-1] == "He lives in XD now."
        assert desk.outbox.of(MessageKind.UPDATE_REFUSED) == ["XA"]

    def test_answers_given_to_the_old_text_do_not_settle_the_new_one(self) -> None:
        """The rules whose facts changed ask again; a review of the old worksheet weighs nothing."""
        desk = desk_in("published")
        desk.perform(UpdateNotice(reference=REFERENCE, communication=murder(interest="He lives in XD now.")),
                     bureau("XA"))
        assert "RPD-83-1-a-iii" in {found.rule for found in desk.questions()}
        assert "RPD-83-X-1" not in {found.rule for found in desk.questions()}, "charges and facts did not change"

    @pytest.mark.parametrize(("change", "says"), [
        ({"source": "XB"}, "belongs to the file"), ({"reference": "f" * 32}, "belongs to the file"),
        ({"level": "lower"}, "level")])
    def test_an_update_changes_neither_owner_nor_file_nor_lowers_the_level(self, change: dict, says: str) -> None:
        """The seat that acts is the source; its field says nothing."""
        desk = Desk()
        desk.requested(murder(level=Level.RESTRICTED))
        changed = {key: Level.OFFICIAL_USE if key == "level" else value for key, value in change.items()}
        text = replace(murder(level=Level.RESTRICTED), **changed)
        with pytest.raises(Refused, match=says):
            desk.perform(UpdateNotice(reference=REFERENCE, communication=text), bureau("XA"))


class TestOverride:
    """RPD 83(1)(b): (i) and (ii) only, after consulting the requester, reasoned, signed by two."""

    def consulted(self, **changes: object) -> Desk:
        """A request below the threshold; its requester was asked why it is of particular importance."""
        desk = Desk()
        desk.requested(murder(**{"charges": petty(), **changes}))
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        asking = Asking(id="q1", text="Why is it of particular importance?", deadline=date(2026, 3, 9))
        desk.perform(AskRequester(reference=REFERENCE, questions=(asking,)), FIRST)
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", "He leads a ring."),)), bureau("XA"))
        desk.weighed()
        return desk

    def override(self, *rules: str, because: str = "He leads a ring active in four countries.", consulted: str = "q1"
                 ) -> Override:
        """An override of these rules."""
        return Override(rules=rules or ("RPD-83-1-a-ii-P",), because=because, consulted=consulted)

    def test_two_people_publish_below_the_threshold_for_particular_importance(self) -> None:
        """The override and both names stay with the notice."""
        desk = self.consulted()
        desk.proposed(override=self.override())
        desk.decided()
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), SECOND)
        notice = desk.file().published
        assert notice is not None and notice.decision.override is not None
        assert notice.decision.override.rules == ("RPD-83-1-a-ii-P",)

    @pytest.mark.parametrize("override", [
        {"because": " "}, {"consulted": "q9"}, {"rules": ("RPD-83-1-a-iii",)}, {"rules": ("CON-3",)}])
    def test_an_override_without_reason_or_consultation_or_of_another_rule_is_refused(self, override: dict) -> None:
        """Never of (iii), Article 2 or Article 3."""
        rules = override.pop("rules", ("RPD-83-1-a-ii-P",))
        with pytest.raises(Refused):
            self.consulted().proposed(override=self.override(*rules, **override))

    def test_what_is_met_needs_no_override(self) -> None:
        """An override of a rule that is met is refused."""
        with pytest.raises(Refused, match="not met"):
            self.consulted(charges=murder().charges).proposed(override=self.override())

    def test_an_override_never_lifts_what_else_is_not_met(self) -> None:
        """The penalty is lifted, the acquittal is not."""
        desk = self.consulted()
        desk.perform(RecordFact(reference=REFERENCE, fact="acquitted", value=True, source="Judgment 4/2025"), FIRST)
        with pytest.raises(Refused, match="Not met"):
            desk.proposed(override=self.override())

    def test_one_signature_does_not_override(self) -> None:
        """Proposed, but not yet decided by a second reviewer."""
        desk = self.consulted()
        desk.proposed(override=self.override())
        with pytest.raises(Refused, match="No second reviewer"):
            desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)


def test_a_notice_stands_until_the_last_day_of_its_time_even_when_the_clock_is_late() -> None:
    """Nobody reads a lapsed notice as valid because a job did not run."""
    file = desk_in("published").file()
    assert file.retention.until == date(2031, 3, 2)
    assert stands_on(file, date(2031, 3, 2))
    assert not stands_on(file, date(2031, 3, 3))
    assert not stands_on(desk_in("suspended").file(), day_of(DAY))


def test_deciding_twice_is_refused() -> None:
    """A decided file is decided."""
    desk = desk_in("decided_to_publish")
    with pytest.raises(Refused, match="decided"):
        desk.perform(Decide(reference=REFERENCE, version=desk.file().version, agrees=True), SECOND)


def test_layers_of_reasons_stay_in_the_review_that_gave_them() -> None:
    """The closed review keeps the internal reasoning for the Commission."""
    file = desk_in("published").file()
    decision = file.former_reviews[-1].decision
    assert decision is not None
    assert decision.reasons == COMPLIANT
