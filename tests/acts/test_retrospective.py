"""The whole stock under a stricter standard: by risk and not by date, item by item, with a sample drawn by lot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from article3.acts.close_retrospective_item import CloseRetrospectiveItem
from article3.acts.could_change import shifted_by_edition
from article3.acts.draw_sample import DrawSample
from article3.acts.enrol_stock import EnrolStock
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.record_fact import RecordFact
from article3.acts.start_retrospective import StartRetrospective
from article3.lifecycle.reopened import News
from article3.lifecycle.retrospective import ItemOutcome, Progress, lot
from article3.terms.finding import Refused
from tests.desk import CLOCK, FIRST, LEAD, OF_REQUESTER, REFERENCE, SECOND, Desk, murder

REVIEW = "e" * 32
LATER = date(2026, 6, 1)


@pytest.fixture
def desk() -> Desk:
    """Three notices in force, the second of them on a person known to be a journalist."""
    desk = Desk()
    for letter in "cba":
        desk.published(murder(letter * 32))
        desk.wait(1)
    desk.perform(OpenReview(reference="b" * 32), FIRST)
    desk.perform(RecordFact(reference="b" * 32, fact="roles", value=("journalist",), source="The Courier"), FIRST)
    desk.at = desk.at.replace(month=6, day=2)
    return desk


def started(desk: Desk, since: date = LATER) -> None:
    """Started, and the stock enrolled."""
    desk.perform(StartRetrospective(retrospective=REVIEW, standard="Standard of June", since=since,
                                    because="Stricter."), LEAD)
    desk.perform(EnrolStock(retrospective=REVIEW), CLOCK)


def closed(desk: Desk, who: Any = FIRST, reference: str = REFERENCE, stands: bool = True) -> Any:
    """An item is closed."""
    return desk.perform(CloseRetrospectiveItem(reference=reference, retrospective=REVIEW, stands=stands,
                                               because="Read under the standard."), who)


def order(desk: Desk) -> list[str]:
    """The first letters of the items as they are listed."""
    return [item.file[0] for item in sorted(desk.register.items.values(), key=lambda i: (i.order_key, i.file))]


class TestStock:
    """Everything decided before the standard, by risk alone."""

    def test_the_order_is_of_risk_and_not_of_date(self, desk: Desk) -> None:
        """The journalist first, whatever came first."""
        started(desk)
        assert order(desk)[0] == "b" and sorted(order(desk)) == ["a", "b", "c"]

    @pytest.mark.parametrize(("since", "enrolled"), [(date(2026, 3, 2), 0), (date(2026, 3, 3), 1), (LATER, 3)])
    def test_what_was_decided_on_the_day_of_the_standard_or_later_is_not_in_it(self, desk: Desk, since: date,
                                                                               enrolled: int) -> None:
        """The edge: decided the day before."""
        started(desk, since)
        assert len(desk.register.items) == enrolled

    def test_a_stock_that_is_enrolled_is_enrolled_once(self, desk: Desk) -> None:
        """The clock asks again and is told so."""
        started(desk)
        with pytest.raises(Refused, match="whole stock"):
            desk.perform(EnrolStock(retrospective=REVIEW), CLOCK)

    def test_without_a_name_or_a_reason_none_is_started(self, desk: Desk) -> None:
        """Each with its sentence."""
        for standard, because in ((" ", "x"), ("x", " ")):
            with pytest.raises(Refused):
                desk.perform(StartRetrospective(retrospective=REVIEW, standard=standard, since=LATER,
                                                because=because), LEAD)


class TestEdition:
    """A rule edition reopens the decisions on which it gives another outcome, and no other."""

    SINCE = date(2022, 1, 28)
    """The excluded matters of the list of 2022 took effect."""

    def test_where_the_outcome_is_the_same_nothing_is_reopened(self, desk: Desk) -> None:
        """A murder is a murder under both texts, though the list of 2022 brought rules that speak on it."""
        assert not shifted_by_edition(desk.file(), self.SINCE, desk.at.date())
        started(desk)
        assert not any(file.reopened for file in desk.register.files.values())
        assert not any(item.shifted for item in desk.register.items.values())

    def test_where_it_differs_the_decision_is_reopened_with_the_rules_that_shift(self) -> None:
        """An unfunded cheque: excluded by the list of 2022, not before it; decided under the older text."""
        desk = Desk()
        desk.published()
        file = desk.file()
        cheque = replace(file.communication.charges[0], text="Issuing a cheque without funds", acts=())
        older = replace(file.published.decision, at=desk.at.replace(year=2021))
        desk.register.files[REFERENCE] = replace(
            file, communication=replace(file.communication, charges=(cheque,)), former_reviews=(),
            published=replace(file.published, decision=older))
        shifted = shifted_by_edition(desk.file(), self.SINCE, desk.at.date())
        assert shifted and all(shift.before is not shift.after for shift in shifted)
        started(desk, self.SINCE)
        (note,) = desk.file().reopened
        assert (note.news, note.about, note.shifts) == (News.RULE_EDITION, self.SINCE.isoformat(), shifted)
        assert desk.register.items[REVIEW, REFERENCE].shifted


class TestItems:
    """Closed by a reviewer who may."""

    def test_an_item_that_stands_ends_the_review_of_its_file(self, desk: Desk) -> None:
        """Nothing of the notice changes."""
        started(desk)
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        before = desk.file().published
        closed(desk)
        assert desk.file().review is None and desk.file().published == before
        assert desk.register.items[REVIEW, REFERENCE].outcome is ItemOutcome.STANDS

    def test_an_item_that_does_not_stand_comes_back_to_the_desk(self, desk: Desk) -> None:
        """Two people decide anew."""
        started(desk)
        closed(desk, stands=False)
        assert desk.file().is_reopened

    def test_an_item_whose_file_has_ended_is_closed_as_ended(self, desk: Desk) -> None:
        """Whatever the reviewer says of it."""
        from article3.acts.withdraw_notice import WithdrawNotice
        from article3.terms.reasons import WithdrawalCode
        from tests.desk import bureau

        started(desk)
        desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.PURPOSE_MET), bureau("XA"))
        closed(desk)
        assert desk.register.items[REVIEW, REFERENCE].outcome is ItemOutcome.ENDED

    def test_a_closed_item_is_closed_and_no_one_closes_one_of_their_own_country(self, desk: Desk) -> None:
        """Both refused with a sentence; an item nobody has is not found."""
        started(desk)
        closed(desk)
        with pytest.raises(Refused, match="is closed"):
            closed(desk, SECOND)
        with pytest.raises(Refused, match="requesting country"):
            closed(desk, OF_REQUESTER, "c" * 32)
        with pytest.raises(NotFound):
            closed(desk, reference="0" * 32)


class TestSample:
    """Approved items are drawn by lot; the seed shows that nobody chose them."""

    def drawn(self, desk: Desk, size: int, seed: str) -> tuple[str, ...]:
        """Drawn by a lead."""
        return desk.perform(DrawSample(retrospective=REVIEW, size=size, seed=seed), LEAD).drawn

    def test_the_same_seed_draws_the_same_and_anybody_can_draw_it_again(self, desk: Desk) -> None:
        """The lowest lots, computed from seed and reference."""
        started(desk)
        for letter in "abc":
            closed(desk, reference=letter * 32)
        expected = tuple(sorted((letter * 32 for letter in "abc"), key=lambda each: lot("4 8 15", each))[:2])
        assert self.drawn(desk, 2, "4 8 15") == expected
        assert len(self.drawn(desk, 5, "other")) == 1, "what is drawn is not drawn again"

    def test_an_item_that_was_drawn_is_looked_at_by_somebody_else(self, desk: Desk) -> None:
        """A blind second look; then it is closed for good."""
        started(desk)
        closed(desk)
        desk.wait(1)
        self.drawn(desk, 1, "x")
        with pytest.raises(Refused, match="another reviewer"):
            closed(desk, FIRST)
        desk.wait(1)
        closed(desk, SECOND, stands=False)
        assert desk.file().is_reopened
        with pytest.raises(Refused, match="is closed"):
            closed(desk, LEAD)

    @pytest.mark.parametrize(("size", "seed", "says"), [
        (0, "x", "between 1 and"), (501, "x", "between 1 and"), (1, " ", "seed")])
    def test_a_sample_without_a_seed_or_of_a_wrong_size_is_refused(self, desk: Desk, size: int, seed: str, says: str
                                                                   ) -> None:
        """Both edges."""
        started(desk)
        closed(desk)
        with pytest.raises(Refused, match=says):
            self.drawn(desk, size, seed)

    def test_from_nothing_nothing_is_drawn(self, desk: Desk) -> None:
        """No item was found in order yet."""
        started(desk)
        with pytest.raises(Refused, match="nothing to draw"):
            self.drawn(desk, 1, "x")


@pytest.mark.parametrize(("pace", "reviewers", "weeks"), [(10.0, 2, 0.7), (None, 0, None), (0.0, 1, None)])
def test_the_weeks_left_follow_from_the_pace_there_was(pace: float | None, reviewers: int, weeks: float | None) -> None:
    """Seventy items left, ten a reviewer-day, two reviewers, five days a week; unknown where nobody closed any."""
    progress = Progress(enrolled=100, stands=20, reopened=5, ended=5, sampled=0, sample_open=0, per_reviewer_day=pace,
                        reviewers=reviewers)
    assert progress.left == 70 and progress.weeks_left == weeks
