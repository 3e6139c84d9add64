"""The rulings many provisions share."""

from __future__ import annotations

from datetime import date

import pytest

from article3.law.deadlines import at_once, negated, together, within, yes_or_no
from article3.law.provision import ask, met, not_met
from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET, Happening
from tests.rulebook.judging import MET, NOT_MET, QUESTION

DUE, LATE = date(2026, 11, 24), date(2026, 11, 25)


@pytest.mark.parametrize(("done", "on", "outcome"), [
    (DUE, LATE, MET), (LATE, LATE, NOT_MET), (NOT_YET, DUE, MET), (NOT_YET, LATE, NOT_MET), (None, LATE, QUESTION),
    (None, DUE, MET)])
def test_something_by_a_day(done: Happening | None, on: date, outcome: Outcome) -> None:
    """The due day is in time; before it passes nothing is late, whatever is known."""
    assert within("the answer", due=DUE, done=done, on=on).outcome is outcome


@pytest.mark.parametrize(("done", "on", "outcome"), [
    (DUE, LATE, MET), (LATE, LATE, QUESTION), (NOT_YET, DUE, MET), (NOT_YET, LATE, NOT_MET), (None, DUE, QUESTION)])
def test_something_at_once(done: Happening | None, on: date, outcome: Outcome) -> None:
    """The same day is at once; whether a later day was, a person says; nothing done is a breach."""
    assert at_once("the answer", since=DUE, done=done, on=on).outcome is outcome


def test_lateness_is_counted_in_days() -> None:
    """One day, several days."""
    assert "1 day after it was due" in within("the answer", due=DUE, done=LATE, on=LATE).because
    assert "6 days overdue" in within("the answer", due=DUE, done=NOT_YET, on=date(2026, 11, 30)).because


def test_yes_no_and_unknown() -> None:
    """Unknown is asked of whoever can answer, and stays unknown when negated."""
    said = {"question": "Is it so?", "yes": "It is.", "no": "It is not.", "of": Asked.COMMISSION}
    assert yes_or_no(True, **said).because == "It is."
    assert yes_or_no(False, **said).outcome is NOT_MET
    assert yes_or_no(None, **said).asked is Asked.COMMISSION
    assert (negated(True), negated(False), negated(None)) == (False, True, None)


def test_what_is_not_met_is_said_first() -> None:
    """A breach outweighs a question, a question outweighs what is met, and all that is met is said together."""
    assert together(met("A."), ask("B?"), not_met("C.")).because == "C."
    assert together(met("A."), ask("B?"), ask("C?")).because == "B?"
    assert together(met("A."), met("B.")).because == "A. B."
