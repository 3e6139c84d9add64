"""Which mandate may perform which act, in which seat; and every act is a sentence in the office's own words."""

from __future__ import annotations

import inspect
from dataclasses import is_dataclass, replace
from pathlib import Path

import pytest

import article3.acts
from article3.acts.mandates import OFFICIAL_ACTS, official_act
from article3.acts.publish_notice import PublishNotice
from article3.acts.request_notice import RequestNotice
from article3.acts.settle_disagreement import SettleDisagreement
from article3.terms.sitting import MandateRole, Sitting
from tests.desk import CLOCK, FIRST, LEAD, bureau, murder

SENDER = bureau("XA")
TYPIST = bureau("XA", MandateRole.BUREAU_OFFICER)
EVERYBODY = {
    "sender": SENDER, "typist": TYPIST, "reviewer": FIRST, "lead": LEAD, "clock": CLOCK,
    "oversight": replace(FIRST, role=MandateRole.OVERSIGHT, seat="oversight"),
    "admin": replace(FIRST, role=MandateRole.ADMIN),
}
NOT_ORDERS = {"__init__", "ports", "messages", "mandates", "filing", "arrival", "gateway", "facts_of_file",
              "could_change", "listed_entry", "measure_law", "simulated", "conversion",
              "bureau_letters", "orders_beyond"}


def allowed(order: type) -> set[str]:
    """Who may perform the act this order asks for."""
    return {name for name, sitting in EVERYBODY.items() if OFFICIAL_ACTS[order].allows(sitting)}


@pytest.mark.parametrize(("act", "who"), [
    ("SaveDraft", {"sender", "typist"}), ("RequestNotice", {"sender"}), ("WithdrawNotice", {"sender"}),
    ("AnswerQuestions", {"sender", "typist"}), ("OpenReview", {"reviewer", "lead"}), ("Decide", {"reviewer", "lead"}),
    ("PublishNotice", {"reviewer", "lead"}), ("CancelNotice", {"reviewer", "lead"}), ("SettleDisagreement", {"lead"}),
    ("ExpireNotice", {"clock"}), ("LapseUnanswered", {"clock"}), ("AskRetention", {"clock"})])
def test_an_act_is_performed_under_its_mandate_only(act: str, who: set[str]) -> None:
    """Neither oversight nor whoever runs the system performs any."""
    (order,) = [order for order in OFFICIAL_ACTS if order.__name__ == act]
    assert allowed(order) == who


def test_nobody_without_content_performs_anything() -> None:
    """Oversight reads, the administrator runs the machine."""
    assert not any({"oversight", "admin"} & allowed(order) for order in OFFICIAL_ACTS)


@pytest.mark.parametrize("misplaced", [
    replace(FIRST, seat="bureau:XB"), replace(FIRST, seat="oversight"), replace(LEAD, seat="public"),
    replace(SENDER, seat="secretariat"), replace(SENDER, seat="bureau:"), replace(CLOCK, seat="bureau:XA")])
def test_a_mandate_holds_in_its_own_seat(misplaced: Sitting) -> None:
    """A reviewer's mandate is worth nothing at a bureau, a bureau officer's nothing at the Secretariat."""
    assert not any(act.allows(misplaced) for act in OFFICIAL_ACTS.values())


def test_every_act_has_its_file_its_order_and_its_mandate() -> None:
    """One file per official act, named as the act."""
    files = {path.stem for path in Path(article3.acts.__path__[0]).glob("*.py")} - NOT_ORDERS
    assert files == {act.perform.__name__ for act in OFFICIAL_ACTS.values()}
    for order, act in OFFICIAL_ACTS.items():
        assert is_dataclass(order)
        assert order.__name__.lower() == act.perform.__name__.replace("_", "")
        assert act.perform.__doc__ and order.__doc__ and inspect.getmodule(act.perform).__doc__


def test_an_order_nobody_knows_is_a_bug_of_ours() -> None:
    """It is not quietly ignored."""
    with pytest.raises(AssertionError):
        official_act(object())
    assert official_act(RequestNotice(communication=murder())).perform.__name__ == "request_notice"
    assert {PublishNotice, SettleDisagreement} <= set(OFFICIAL_ACTS)
