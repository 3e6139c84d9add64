"""Statute 33, 34, 40 and the draft: the order of steps and the clocks of the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.law.accounting import provisions_of
from article3.law.commission_statute.sequence import clock_begins
from article3.terms.facts_commission import CommissionRequestFacts, RequestKind
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

ADMITTED = {"kind": RequestKind.DELETION, "admissible_on": date(2026, 1, 31), "existence_checked_on": date(2026, 2, 3),
            "secretariat_consulted_on": date(2026, 2, 3), "secretariat_notified_on": date(2026, 3, 17),
            "secretariat_assessed_on": date(2026, 4, 1), "examination_began_on": date(2026, 4, 1),
            "decided_on": NOT_YET, "extended": False, "provisional_measure_on": NOT_YET}
QUESTIONED = {"question_asked_on": date(2026, 11, 1), "question_due_on": date(2026, 11, 24),
              "question_answered_on": NOT_YET, "silence_recorded": False}
LATE = date(2026, 11, 25)


class TestFirstWhetherDataExist:
    """CCF-33-1."""

    @edges_of(ADMITTED, ({}, MET), ({"existence_checked_on": date(2026, 4, 1)}, MET),
              ({"existence_checked_on": date(2026, 4, 2)}, NOT_MET), ({"existence_checked_on": NOT_YET}, NOT_MET),
              ({"existence_checked_on": None}, QUESTION), ({"examination_began_on": None}, QUESTION),
              ({"admissible_on": None}, QUESTION),
              ({"examination_began_on": NOT_YET, "existence_checked_on": NOT_YET}, MET))
    def test_before_the_examination(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nothing is examined before it is known that it exists."""
        assert ruled(self, known) is outcome


class TestSecretariatIsConsultedAndNotified:
    """CCF-33-2."""

    @edges_of(ADMITTED, ({}, MET), ({"secretariat_notified_on": date(2026, 3, 18)}, NOT_MET),
              ({"secretariat_notified_on": NOT_YET}, NOT_MET), ({"secretariat_notified_on": None}, QUESTION),
              ({"secretariat_notified_on": NOT_YET, "on": date(2026, 3, 17)}, MET),
              ({"secretariat_consulted_on": NOT_YET}, NOT_MET), ({"secretariat_consulted_on": None}, QUESTION),
              ({"admissible_on": NOT_YET, "secretariat_notified_on": NOT_YET}, MET),
              ({"admissible_on": None}, QUESTION),
              ({"admissible_on": date(2025, 11, 26), "secretariat_notified_on": NOT_YET}, MET),
              ({"admissible_on": date(2025, 11, 27), "secretariat_notified_on": NOT_YET}, NOT_MET))
    def test_forty_five_days(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Admissible on 31 January, notified by 17 March; one admitted before the amendment knows no such step."""
        assert ruled(self, known) is outcome

    def test_it_is_law_since_november_2025(self) -> None:
        """The day before the amendment the step did not exist."""
        rule = provisions_of("CCF-33-2")[0]
        assert rule.in_force(date(2025, 11, 27))
        assert not rule.in_force(date(2025, 11, 26))


class TestExaminationFollowsTheAssessment:
    """CCF-33-3."""

    @edges_of(ADMITTED, ({}, MET), ({"secretariat_assessed_on": date(2026, 4, 2)}, NOT_MET),
              ({"secretariat_assessed_on": NOT_YET}, NOT_MET), ({"secretariat_assessed_on": None}, QUESTION),
              ({"examination_began_on": date(2025, 11, 26), "secretariat_assessed_on": NOT_YET}, MET),
              ({"examination_began_on": date(2025, 11, 27), "secretariat_assessed_on": NOT_YET}, NOT_MET),
              ({"examination_began_on": NOT_YET, "secretariat_assessed_on": NOT_YET}, MET),
              ({"examination_began_on": None}, QUESTION))
    def test_since_november_2025(self, known: dict[str, Any], outcome: Outcome) -> None:
        """An examination begun the day before the amendment needed no assessment before it."""
        assert ruled(self, known) is outcome


class TestDraftNothingBeforeTheSecretariat:
    """CCF-33-D."""

    @edges_of({**ADMITTED, "draft_sequence": True}, ({}, MET), ({"examination_began_on": date(2026, 3, 31)}, NOT_MET),
              ({"provisional_measure_on": date(2026, 3, 31)}, NOT_MET),
              ({"provisional_measure_on": date(2026, 4, 1)}, MET),
              ({"secretariat_assessed_on": NOT_YET}, NOT_MET), ({"secretariat_assessed_on": None}, QUESTION),
              ({"provisional_measure_on": None}, QUESTION),
              ({"draft_sequence": False, "provisional_measure_on": date(2026, 2, 1)}, MET))
    def test_only_when_switched_on(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Switched off, as it is by default, the draft forbids nothing."""
        assert ruled(self, known) is outcome

    def test_it_is_off_by_default(self) -> None:
        """Nobody has to switch the draft off."""
        assert CommissionRequestFacts().draft_sequence is False

    def test_under_the_draft_the_clock_starts_later(self) -> None:
        """The later of admissibility and the Secretariat's decision, instead of admissibility alone."""
        facts = CommissionRequestFacts(**ADMITTED)
        assert clock_begins(facts) == date(2026, 1, 31)
        assert clock_begins(CommissionRequestFacts(**ADMITTED, draft_sequence=True)) == date(2026, 4, 1)
        undecided = CommissionRequestFacts(admissible_on=date(2026, 1, 31), draft_sequence=True)
        assert clock_begins(undecided) is None


class TestQuestionsHaveADeadline:
    """CCF-34."""

    @edges_of(QUESTIONED, ({}, MET), ({"on": LATE}, NOT_MET),
              ({"on": LATE, "question_answered_on": date(2026, 11, 24)}, MET),
              ({"on": LATE, "question_answered_on": LATE}, NOT_MET),
              ({"on": LATE, "question_answered_on": None}, QUESTION),
              ({"question_due_on": None}, QUESTION), ({"question_asked_on": None}, QUESTION),
              ({"question_asked_on": NOT_YET}, MET))
    def test_by_the_day_set(self, known: dict[str, Any], outcome: Outcome) -> None:
        """An answer on the last day is in time."""
        assert ruled(self, known) is outcome


class TestSilenceIsRecorded:
    """CCF-X-2."""

    @edges_of(QUESTIONED, ({}, MET), ({"on": LATE}, NOT_MET), ({"on": LATE, "silence_recorded": True}, MET),
              ({"on": LATE, "silence_recorded": None}, QUESTION),
              ({"on": LATE, "question_answered_on": None}, QUESTION),
              ({"on": LATE, "question_answered_on": date(2026, 11, 20)}, MET), ({"question_due_on": None}, QUESTION))
    def test_silence_is_evidence(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A source that did not answer in time is said to have been silent."""
        assert ruled(self, known) is outcome


class TestAccessInFourMonths:
    """CCF-40-1."""

    @edges_of({**ADMITTED, "kind": RequestKind.ACCESS}, ({"on": date(2026, 5, 31)}, MET),
              ({"on": date(2026, 6, 1)}, NOT_MET),
              ({"decided_on": date(2026, 5, 31)}, MET), ({"decided_on": date(2026, 6, 1)}, NOT_MET),
              ({"decided_on": None}, QUESTION),
              ({"extended": True}, MET), ({"extended": None}, QUESTION),
              ({"extended": None, "on": date(2026, 5, 31)}, MET),
              ({"kind": RequestKind.DELETION}, MET), ({"kind": None}, QUESTION),
              ({"admissible_on": NOT_YET}, MET), ({"admissible_on": None}, QUESTION),
              ({"draft_sequence": True, "on": date(2026, 8, 1)}, MET),
              ({"draft_sequence": True, "on": date(2026, 8, 2)}, NOT_MET))
    def test_from_admissibility(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Four months from admissibility, to the day; from the Secretariat's decision only under the draft."""
        assert ruled(self, known) is outcome


class TestDeletionInNineMonths:
    """CCF-40-2."""

    @edges_of(ADMITTED, ({"on": date(2026, 10, 31)}, MET), ({"on": date(2026, 11, 1)}, NOT_MET),
              ({"decided_on": date(2026, 10, 31)}, MET), ({"decided_on": date(2026, 11, 1)}, NOT_MET),
              ({"decided_on": None}, QUESTION),
              ({"kind": RequestKind.CORRECTION}, NOT_MET), ({"kind": RequestKind.ACCESS}, MET),
              ({"kind": None}, QUESTION))
    def test_from_admissibility(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nine months from admissibility, for correction as for deletion."""
        assert ruled(self, known) is outcome


class TestExtensionIsSpecialAndTold:
    """CCF-40-3."""

    @edges_of({"extended": True, "extension_reason": "A court ruling is awaited.",
              "applicant_told_of_extension": True}, ({}, MET),
              ({"applicant_told_of_extension": False}, NOT_MET), ({"applicant_told_of_extension": None}, QUESTION),
              ({"extension_reason": ""}, QUESTION), ({"extended": None}, QUESTION),
              ({"extended": False, "extension_reason": None}, MET))
    def test_reason_and_word(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Special circumstances, and the applicant hears of it."""
        assert ruled(self, known) is outcome
