"""The task force's stages and a wanted diffusion after it was sent."""

from __future__ import annotations

from datetime import date

from article3.terms.happening import NOT_YET
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, ruled

SENT: Known = {"sent_on": date(2026, 2, 1)}


class TestDiffusionIsRecordedAsItIsSent:
    """RPD-1-14."""

    @edges(({}, ASKED), ({"sent_on": NOT_YET}, MET), ({**SENT, "recipients": 0}, NOT_MET),
           ({**SENT, "recipients": 3}, ASKED), ({**SENT, "recipients": 3, "recorded_with_sending": True}, MET),
           ({**SENT, "recipients": 3, "recorded_with_sending": False}, NOT_MET))
    def test_chosen_recipients_and_one_transaction(self, known: Known, outcome: Outcome) -> None:
        """Somebody is chosen, and the record is made with the sending."""
        assert ruled(self, known) is outcome


class TestUnreviewedDiffusionsCarryAWarning:
    """RPD-99-T."""

    @edges(({}, ASKED), ({"sent_on": NOT_YET}, MET), (SENT, ASKED),
           ({**SENT, "reviewed_on": NOT_YET, "pending_warning_shown": True}, MET),
           ({**SENT, "reviewed_on": NOT_YET, "pending_warning_shown": False}, NOT_MET),
           ({**SENT, "reviewed_on": date(2026, 2, 3), "pending_warning_shown": False}, MET))
    def test_until_it_is_reviewed(self, known: Known, outcome: Outcome) -> None:
        """Every reading warns until the review is done."""
        assert ruled(self, known) is outcome


class TestEveryWantedDiffusionIsReviewed:
    """RPD-99-R."""

    @edges(({}, ASKED), ({"sent_on": NOT_YET}, MET), (SENT, ASKED), ({**SENT, "reviewed_on": date(2026, 2, 3)}, MET),
           ({**SENT, "reviewed_on": NOT_YET}, ASKED), ({**SENT, "review_due_on": date(2026, 3, 5)}, ASKED),
           ({**SENT, "reviewed_on": NOT_YET, "review_due_on": date(2026, 3, 2)}, MET),
           ({**SENT, "reviewed_on": NOT_YET, "review_due_on": date(2026, 3, 1)}, NOT_MET))
    def test_reviewed_by_its_day(self, known: Known, outcome: Outcome) -> None:
        """Pending until the day it is due, not met after it."""
        assert ruled(self, known) is outcome


class TestArticle83IsPolicyAndNotTheLegalGround:
    """RPD-99-M."""

    @edges(({}, MET), ({"grounds_cited": ("CON-3",)}, MET), ({"grounds_cited": ("RPD-83-1-a-ii-P",)}, ASKED),
           ({"grounds_cited": ("RPD-83-1-a-ii-P",), "article_83_ground_decided_by_person": False}, NOT_MET),
           ({"grounds_cited": ("LST-C-1",), "article_83_ground_decided_by_person": False}, NOT_MET),
           ({"grounds_cited": ("RPD-83-1-a-ii-P",), "article_83_ground_decided_by_person": True}, MET))
    def test_only_a_person_cites_article_83(self, known: Known, outcome: Outcome) -> None:
        """A refusal of a diffusion that cites Article 83 needs a person's decision to do so."""
        assert ruled(self, known) is outcome


class TestEveryRecipientIsTold:
    """RPD-99-N."""

    FOUND: Known = {"found_not_compliant": True, "recipients": 3}

    @edges(({}, ASKED), ({"found_not_compliant": False}, MET), ({"found_not_compliant": True}, ASKED), (FOUND, ASKED),
           ({"found_not_compliant": True, "recipients_told": 2}, ASKED),
           ({**FOUND, "recipients_told": 2}, NOT_MET), ({**FOUND, "recipients_told": 3}, MET))
    def test_all_of_them(self, known: Known, outcome: Outcome) -> None:
        """One recipient short is not met."""
        assert ruled(self, known) is outcome


class TestDoubtLeadsToDetailedReview:
    """NDT-3."""

    @edges(({}, ASKED), ({"doubt_raised": False}, MET), ({"doubt_raised": True}, ASKED),
           ({"doubt_raised": True, "detailed_review_opened": True}, MET),
           ({"doubt_raised": True, "detailed_review_opened": False}, NOT_MET))
    def test_a_doubt_is_followed_up(self, known: Known, outcome: Outcome) -> None:
        """A doubt opens a detailed review."""
        assert ruled(self, known) is outcome


class TestPeopleDecideWithAReasonCode:
    """NDT-4."""

    DECIDED: Known = {"reviewed_on": date(2026, 2, 3), "decided_by": ("first", "second"), "decision_code": "article_3"}

    @edges(({}, ASKED), ({"reviewed_on": NOT_YET}, MET), (DECIDED, MET), ({**DECIDED, "decision_code": ""}, ASKED),
           ({**DECIDED, "decided_by": ()}, ASKED), ({**DECIDED, "decided_by": ("first",)}, NOT_MET),
           ({**DECIDED, "decided_by": ("first", "first")}, NOT_MET))
    def test_two_people_and_a_code(self, known: Known, outcome: Outcome) -> None:
        """Two different people, and a code."""
        assert ruled(self, known) is outcome


class TestEverythingInForceIsReviewedAgain:
    """NDT-5."""

    DUE: Known = {**SENT, "next_check_due_on": date(2026, 3, 1)}

    @edges(({}, ASKED), ({"published_on": NOT_YET}, MET), ({"sent_on": NOT_YET}, MET), (SENT, ASKED), (DUE, NOT_MET),
           ({**DUE, "next_check_due_on": date(2026, 3, 2)}, MET), ({**DUE, "checked_on": date(2026, 3, 1)}, MET),
           ({**DUE, "checked_on": date(2026, 2, 28)}, NOT_MET))
    def test_the_queue_is_kept(self, known: Known, outcome: Outcome) -> None:
        """Whatever is in force has a day on which it is looked at again."""
        assert ruled(self, known) is outcome


class TestScreeningFindingsStayInside:
    """NDT-6."""

    @edges(({}, ASKED), ({"screening_shown_to_bureaus": False}, MET), ({"screening_shown_to_bureaus": True}, NOT_MET))
    def test_bureaus_never_see_them(self, known: Known, outcome: Outcome) -> None:
        """No bureau is shown a screening finding."""
        assert ruled(self, known) is outcome
