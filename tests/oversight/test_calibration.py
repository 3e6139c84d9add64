"""Gate calibration: the lot corrects what complaints alone would say, and intervals hold what they state."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from article3.commands.evaluate.calibration import measured
from article3.oversight.calibration import Passed, calibrated, errors_among, family, of_year, requester, team
from article3.oversight.sampling import ONE_IN, WINDOW, to_draw
from article3.oversight.tables import period_of
from tests.oversight.made import DAY, Journal

UNSEEN = Passed(looked_at=False, drawn=False, wrong=None)
RIGHT, WRONG = (Passed(looked_at=False, drawn=True, wrong=wrong) for wrong in (False, True))
COMPLAINT = Passed(looked_at=True, drawn=False, wrong=True, by="secretariat", ground="article_3")


def test_planted_shares_lie_within_the_intervals_as_often_as_stated() -> None:
    """Fewer years than the command, the same question; complaints alone are far too low."""
    told = measured(30, 5)
    assert told["holds"] and told["coverage"] >= 0.95
    assert abs(told["mean_off_points"]) < 2 < -told["complaints_only_mean_off_points"]


def test_nothing_drawn_nothing_said() -> None:
    """With complaints alone there is no share; with everybody looked at there is one without a draw."""
    assert calibrated("XA", [UNSEEN, COMPLAINT]).wrong is None
    every = calibrated("XA", [COMPLAINT, COMPLAINT])
    assert every.wrong is not None and (every.wrong.low, every.wrong.high) == (100, 100)


def test_the_lot_speaks_for_those_nobody_looked_at() -> None:
    """One of two drawn wrong among a hundred: half of them, give or take much."""
    line = calibrated("XA", [COMPLAINT] * 4 + [RIGHT, WRONG] + [UNSEEN] * 94)
    assert line.wrong is not None and line.wrong.estimate == 52.0
    assert line.wrong.low < 10 and line.wrong.high > 90
    assert (line.overturned, line.drawn, line.wrong_of_drawn) == (4, 2, 1)
    assert line.grounds[0] == ("article_3", 4)


@pytest.mark.parametrize(("everybody", "drawn", "wrong"), [(10, 10, 3), (100, 0, 0), (50, 5, 0), (50, 5, 5)])
def test_the_bounds_at_their_edges(everybody: int, drawn: int, wrong: int) -> None:
    """All drawn: known; none drawn: anything; none wrong: from none on; all wrong: up to all."""
    low, high = errors_among(everybody, drawn, wrong)
    assert low >= wrong and high <= everybody - (drawn - wrong)
    if drawn == everybody:
        assert (low, high) == (wrong, wrong)
    if not drawn:
        assert (low, high) == (0, everybody)
    assert (low == 0) == (wrong == 0)
    assert (high == everybody) == (drawn == wrong)


def journal() -> Journal:
    """Three approvals: one overturned by people, one by the lot, one the lot found right."""
    made = Journal()
    complained, drawn, right = made.passed(), made.passed(source="XB", families="terrorism"), made.passed()
    later = DAY + timedelta(days=40)
    made.write("ReviewOpened", complained, later, occasion="new_information")
    made.write("DecisionTaken", complained, later, ground="article_2", public="article_2", first="third")
    made.write("NoticeCancelled", complained, later, code="conditions_not_met", public="article_2")
    made.write("AuditFoundWrong", drawn, later, ground="proceedings")
    made.write("AuditPassed", right, later)
    return made


def test_lines_by_requester_family_and_team() -> None:
    """By whom and why; the same approvals, three ways."""
    book = journal().book
    by_requester = {line.label: line for line in of_year(book, period_of(book, 2025), requester)}
    assert by_requester["XA"].by == (("secretariat", 1),) and by_requester["XA"].grounds == (("article_2", 1),)
    assert by_requester["XB"].by == (("audit", 1),) and by_requester["XB"].wrong_of_drawn == 1
    assert {line.label for line in of_year(book, period_of(book, 2025), family)} == {"violence", "terrorism"}
    assert {line.label for line in of_year(book, period_of(book, 2025), team)} == {"first + second"}


class TestTheLot:
    """Every approval has the same chance, once; who stood behind it does not look at it."""

    def test_each_approval_is_drawn_or_not_whatever_it_is_about(self) -> None:
        """The lot sees a random reference and nothing else."""
        made = Journal()
        for _ in range(400):
            made.passed()
        chance = random.Random(3)
        drawn = list(to_draw(made.book, DAY + timedelta(days=5), lambda _: chance.random()))
        assert 5 <= len(drawn) <= 400 / ONE_IN * 2.5
        assert all(hands == ("first", "second") for _, hands in drawn)

    def test_not_twice_not_too_old_not_in_the_future(self) -> None:
        """On the edges of the window; a file that was drawn is not drawn again."""
        made = Journal()
        made.write("AuditDrawn", made.passed(days=1), DAY + timedelta(days=3))
        made.passed(DAY, days=1)
        approved = DAY + timedelta(days=1)
        for at, found in ((approved - timedelta(seconds=1), 0), (approved, 1), (approved + WINDOW, 0)):
            assert len(list(to_draw(made.book, at, lambda _: 0.0))) == found, at
