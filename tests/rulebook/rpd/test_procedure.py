"""How a notice request is examined, decided and published."""

from __future__ import annotations

from datetime import date

from article3.terms.happening import NOT_YET
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, ruled

EARLIER, LATER = date(2026, 1, 10), date(2026, 1, 20)
PUBLISHED: Known = {"published_on": LATER}


class TestOnlyTheSecretariatPublishesToAll:
    """RPD-1-13."""

    DONE: Known = {**PUBLISHED, "published_by_secretariat": True, "published_to_all_members": True}

    @edges(({}, ASKED), ({"published_on": NOT_YET}, MET), (DONE, MET), (PUBLISHED, ASKED),
           ({**DONE, "published_by_secretariat": False}, NOT_MET),
           ({**DONE, "published_to_all_members": False}, NOT_MET),
           ({**DONE, "published_by_secretariat": None}, ASKED), ({**DONE, "published_to_all_members": None}, ASKED))
    def test_who_and_to_whom(self, known: Known, outcome: Outcome) -> None:
        """The Secretariat, and to all members."""
        assert ruled(self, known) is outcome


class TestSourceCorrectsErrors:
    """RPD-12-2."""

    @edges(({}, ASKED), ({"error_reported_on": NOT_YET}, MET), ({"error_reported_on": EARLIER}, ASKED),
           ({"error_reported_on": EARLIER, "error_corrected_on": NOT_YET}, NOT_MET),
           ({"error_reported_on": EARLIER, "error_corrected_on": LATER}, MET))
    def test_a_reported_error_is_corrected(self, known: Known, outcome: Outcome) -> None:
        """A reported error stays a breach until it is corrected."""
        assert ruled(self, known) is outcome


class TestReviewCitesTheRepositoryInForce:
    """RPD-34-4."""

    @edges(({}, ASKED), ({"reviewed_on": NOT_YET}, MET), ({"repository_edition": "2024"}, MET),
           ({"repository_edition": "2013"}, NOT_MET),
           ({"repository_edition": "2013", "reviewed_on": date(2024, 10, 31)}, MET),
           ({"repository_edition": "2024", "reviewed_on": date(2024, 10, 31)}, NOT_MET),
           ({"repository_edition": "2024", "reviewed_on": date(2024, 11, 1)}, MET),
           ({"reviewed_on": LATER}, ASKED))
    def test_the_edition_of_the_day_of_the_review(self, known: Known, outcome: Outcome) -> None:
        """The edition of 2013 until October 2024, that of 2024 since; the day of the review decides."""
        assert ruled(self, known) is outcome


class TestUpdateRestartsTheRelevanceCheck:
    """RPD-46."""

    @edges(({}, ASKED), ({"updated_on": NOT_YET}, MET), ({"updated_on": EARLIER}, ASKED),
           ({"updated_on": EARLIER, "checked_after_update": True}, MET),
           ({"updated_on": EARLIER, "checked_after_update": False}, ASKED))
    def test_it_asks_and_never_refuses(self, known: Known, outcome: Outcome) -> None:
        """Marked unsure: an unchecked change is asked about."""
        assert ruled(self, known) is outcome


class TestPublicExtractOnlyWithConsent:
    """RPD-61."""

    MADE: Known = {"public_extract_made": True, "public_extract_consented": True, "public_extract_separate": True}

    @edges(({}, ASKED), ({"public_extract_made": False}, MET), (MADE, MET), ({"public_extract_made": True}, ASKED),
           ({**MADE, "public_extract_consented": False}, NOT_MET),
           ({**MADE, "public_extract_separate": False}, NOT_MET),
           ({**MADE, "public_extract_consented": None}, ASKED), ({**MADE, "public_extract_separate": None}, ASKED))
    def test_consent_and_an_object_of_its_own(self, known: Known, outcome: Outcome) -> None:
        """Prior consent, and never a view of the record."""
        assert ruled(self, known) is outcome


class TestPublishedOnlyAfterReview:
    """RPD-74-1."""

    @edges(({}, ASKED), ({"published_on": NOT_YET}, MET), (PUBLISHED, ASKED), ({"reviewed_on": EARLIER}, ASKED),
           ({**PUBLISHED, "reviewed_on": NOT_YET}, NOT_MET), ({**PUBLISHED, "reviewed_on": EARLIER}, MET),
           ({**PUBLISHED, "reviewed_on": LATER}, MET), ({"published_on": EARLIER, "reviewed_on": LATER}, NOT_MET))
    def test_review_comes_first(self, known: Known, outcome: Outcome) -> None:
        """The same day at the latest; never published first."""
        assert ruled(self, known) is outcome


class TestPublishedNoticesAreCheckedAgain:
    """RPD-74-2."""

    DUE: Known = {**PUBLISHED, "next_check_due_on": date(2026, 3, 1)}

    @edges(({}, ASKED), ({"published_on": NOT_YET}, MET), (PUBLISHED, ASKED), (DUE, NOT_MET),
           ({**DUE, "next_check_due_on": date(2026, 3, 2)}, MET),
           ({**DUE, "checked_on": date(2026, 2, 28)}, NOT_MET), ({**DUE, "checked_on": date(2026, 3, 1)}, MET))
    def test_the_check_that_is_due_is_made(self, known: Known, outcome: Outcome) -> None:
        """An overdue check is not met, on the day after it was due."""
        assert ruled(self, known) is outcome


class TestConditionsOfTheTypeAreMet:
    """RPD-77-a."""

    FINE: Known = {**PUBLISHED, "findings_not_met": (), "findings_open": ()}

    @edges(({}, ASKED), (FINE, MET), ({**FINE, "findings_not_met": ("RPD-82",)}, NOT_MET),
           ({**FINE, "findings_open": ("CON-3",)}, NOT_MET), ({**FINE, "findings_open": None}, ASKED),
           ({**FINE, "findings_not_met": None}, ASKED),
           ({**FINE, "findings_not_met": ("RPD-82",), "published_on": NOT_YET}, MET))
    def test_nothing_is_published_over_a_finding(self, known: Known, outcome: Outcome) -> None:
        """Publication with a rule not met or open is not met; before publication nothing is broken."""
        assert ruled(self, known) is outcome


class TestNobodySeesARequestBeforeTheDecision:
    """RPD-77-V."""

    @edges(({}, ASKED), ({"seen_by_bureaus_before_decision": False}, MET),
           ({"seen_by_bureaus_before_decision": True}, NOT_MET))
    def test_invisible_until_decided(self, known: Known, outcome: Outcome) -> None:
        """Invisible, not merely labelled."""
        assert ruled(self, known) is outcome


class TestIncompleteRequestsWaitAndThenFall:
    """RPD-78."""

    NOTHING_OPEN: Known = {"questions_open": 0, "questions_unanswered": 0}

    @edges(({}, ASKED), (NOTHING_OPEN, MET), ({**NOTHING_OPEN, "questions_open": None}, ASKED),
           ({**NOTHING_OPEN, "questions_unanswered": None}, ASKED),
           ({**NOTHING_OPEN, "questions_open": 1}, MET),
           ({**NOTHING_OPEN, **PUBLISHED}, MET), ({**NOTHING_OPEN, **PUBLISHED, "questions_open": 1}, NOT_MET),
           ({**NOTHING_OPEN, **PUBLISHED, "questions_unanswered": 1, "decision_code": "refused"}, NOT_MET),
           ({**NOTHING_OPEN, "questions_unanswered": 1}, NOT_MET),
           ({**NOTHING_OPEN, "questions_unanswered": 1, "decision_code": "refused"}, MET))
    def test_asked_not_published_then_refused(self, known: Known, outcome: Outcome) -> None:
        """Not published while a question is open; refused when it stays unanswered."""
        assert ruled(self, known) is outcome


class TestLegalReviewBeforePublication:
    """RPD-86."""

    DONE: Known = {**PUBLISHED, "article_2_determined": True, "article_3_determined": True, "reviewed_on": EARLIER}

    @edges(({}, ASKED), ({"published_on": NOT_YET}, MET), (DONE, MET), ({**DONE, "article_2_determined": None}, ASKED),
           ({**DONE, "article_3_determined": None}, ASKED), ({**DONE, "article_2_determined": False}, NOT_MET),
           ({**DONE, "article_3_determined": False}, NOT_MET), ({**DONE, "reviewed_on": NOT_YET}, NOT_MET),
           ({**DONE, "reviewed_on": None}, ASKED))
    def test_both_determinations_are_recorded(self, known: Known, outcome: Outcome) -> None:
        """Article 2, Article 3 and the day of the review stand on file before a red notice is published."""
        assert ruled(self, known) is outcome


class TestOwnMotionOfTheSecretariat:
    """RPD-102-103."""

    @edges(({}, ASKED), ({"own_motion": False}, MET), ({"own_motion": True}, ASKED),
           ({"own_motion": True, "own_motion_recorded": True}, MET),
           ({"own_motion": True, "own_motion_recorded": False}, NOT_MET))
    def test_the_reason_is_recorded(self, known: Known, outcome: Outcome) -> None:
        """Acting on its own motion needs a recorded reason."""
        assert ruled(self, known) is outcome
