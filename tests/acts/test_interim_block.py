"""The Secretariat blocks a record on doubt (RPD 129): at once, in the words of every block, lifted by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from article3.acts.block_meanwhile import BlockMeanwhile
from article3.acts.cancel_notice import CancelNotice
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.implement_decision import ImplementDecision
from article3.acts.lift_own_block import LiftOwnBlock
from article3.acts.resume_notice import ResumeNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.examination import Resolution
from article3.lifecycle.interim import standing_block
from article3.lifecycle.states import State
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, WithdrawalCode
from article3.terms.redress import CommissionOrder, Measured
from tests.acts.situations import GROUNDS, UNFAVOURABLE, desk_in
from tests.desk import COMPLIANT, FIRST, OF_REQUESTER, ORDER, REFERENCE, SECOND, Desk, bureau

OUT = {"published": State.PUBLISHED, "suspended": State.SUSPENDED, "sent_unreviewed": State.SENT_UNREVIEWED,
       "reviewed": State.REVIEWED}  # fmt: skip
DOUBT = "A refugee authority may protect him; an arrest would send him back."


def block(desk: Desk, days: int = 10, who: object = FIRST, because: str = DOUBT) -> object:
    """Blocked until so many days from today."""
    review_on = desk.at.date() + timedelta(days=days)
    return desk.perform(BlockMeanwhile(reference=REFERENCE, block="b" * 32, because=because, review_on=review_on), who)


def lift(desk: Desk, who: object = SECOND) -> object:
    """Somebody looked again."""
    return desk.perform(LiftOwnBlock(reference=REFERENCE, because="The authority knows nobody of that name."), who)


def ordered(desk: Desk, measure: Measured) -> object:
    """An order of the Commission."""
    order = CommissionOrder(id="f" * 32, file=REFERENCE, measure=measure, due_on=desk.at.date())
    return desk.perform(ImplementDecision(order=order), ORDER)


@pytest.mark.parametrize("situation", OUT)
def test_a_record_that_is_out_is_blocked_and_lifted_to_where_it_stood(situation: str) -> None:
    """Its readers are told twice, in the words they know."""
    desk = desk_in(situation)
    before = len(desk.outbox.posted)
    block(desk)
    assert desk.file().state is State.BLOCKED
    told = [(to, message.kind.value) for to, message in desk.outbox.posted[before:]]
    assert told and {kind for _, kind in told} == {"notice_suspended"}
    lift(desk)
    assert desk.file().state is OUT[situation] and standing_block(desk.file()) is None
    again = [(to, message.kind.value) for to, message in desk.outbox.posted[before + len(told) :]]
    assert again == [(to, "notice_resumed") for to, _ in told]


@pytest.mark.parametrize("situation", ["received", "under_review", "withdrawn", "recalled", "refused", "blocked"])
def test_what_reaches_nobody_or_is_blocked_is_not_blocked(situation: str) -> None:
    """There is nothing to hold back."""
    with pytest.raises(Refused):
        block(desk_in(situation))


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (30, True), (31, False)])
def test_its_day_of_review_lies_within_thirty_days(days: int, allowed: bool) -> None:
    """Both sides of both edges."""
    desk = desk_in("published")
    if allowed:
        block(desk, days)
        assert standing_block(desk.file()) is not None
    else:
        with pytest.raises(Refused, match="day of review"):
            block(desk, days)


def test_it_says_what_the_doubt_is() -> None:
    """Nothing is blocked without a reason."""
    with pytest.raises(Refused, match="doubt"):
        block(desk_in("published"), because="  ")


def test_nobody_with_a_tie_blocks_or_lifts() -> None:
    """Constitution 30, for both."""
    desk = desk_in("published")
    with pytest.raises(Refused, match="requesting country"):
        block(desk, who=OF_REQUESTER)
    block(desk)
    with pytest.raises(Refused, match="requesting country"):
        lift(desk, OF_REQUESTER)


def test_who_set_it_does_not_lift_it_and_neither_does_its_source() -> None:
    """The risky direction takes a second person; its source may only withdraw."""
    desk = desk_in("published")
    block(desk)
    with pytest.raises(Refused, match="You blocked it"):
        lift(desk, FIRST)
    with pytest.raises(Refused):
        desk.perform(ResumeNotice(reference=REFERENCE), bureau("XA"))
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.NO_LONGER_WANTED), bureau("XA"))
    assert desk.file().state is State.WITHDRAWN


def test_under_it_two_reviewers_cancel_and_every_member_is_told() -> None:
    """The record need not come up again to be ended."""
    desk = desk_in("published_reviewed_again")
    block(desk)
    desk.weighed()
    desk.proposed(resolution=Resolution.CANCEL, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    before = len(desk.outbox.posted)
    desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version,
                              code=CancellationCode.CONDITIONS_NOT_MET), FIRST)  # fmt: skip
    assert desk.file().state is State.CANCELLED
    assert "notice_ended" in {message.kind.value for _, message in desk.outbox.posted[before:]}


def test_under_it_nothing_is_confirmed() -> None:
    """It is lifted first, by somebody else."""
    desk = desk_in("published_reviewed_again")
    block(desk)
    desk.weighed()
    with pytest.raises(Refused, match="block stands"):
        desk.proposed(resolution=Resolution.CONFIRM, reasons=COMPLIANT)
    lift(desk)
    desk.proposed(resolution=Resolution.CONFIRM, reasons=COMPLIANT)
    desk.decided()
    block(desk)
    with pytest.raises(Refused):
        desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)


def test_a_block_of_the_commission_stands_above_it() -> None:
    """Whichever is lifted first, the record is blocked until both are; then it stands where it stood."""
    for first, second in (("commission", "own"), ("own", "commission")):
        desk = desk_in("published")
        block(desk)
        ordered(desk, Measured.BLOCK)
        lifts = {"commission": lambda desk=desk: ordered(desk, Measured.UNBLOCK), "own": lambda desk=desk: lift(desk)}
        lifts[first]()
        assert desk.file().state is State.BLOCKED
        lifts[second]()
        assert desk.file().state is State.PUBLISHED


def test_the_commission_cannot_be_asked_to_lift_what_is_the_secretariats() -> None:
    """Its order lifts its own block."""
    desk = desk_in("published")
    block(desk)
    with pytest.raises(Refused, match="of the Commission"):
        ordered(desk, Measured.UNBLOCK)
