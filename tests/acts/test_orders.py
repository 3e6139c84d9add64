"""Orders of the Commission at the Secretariat: carried out at once, and nothing brings back what was deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.implement_decision import ImplementDecision
from article3.acts.let_held_pass import LetHeldPass
from article3.acts.open_review import OpenReview
from article3.acts.publish_notice import PublishNotice
from article3.acts.request_notice import RequestNotice
from article3.acts.resume_notice import ResumeNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.examination import Resolution
from article3.lifecycle.ordered import barred, blocked
from article3.lifecycle.states import ENDED, State
from article3.terms.communication import Aim, Channel, Communication
from article3.terms.finding import Refused
from article3.terms.reasons import WithdrawalCode
from article3.terms.redress import CommissionOrder, Measured
from tests.acts.situations import SITUATIONS, desk_in, wanted_diffusion
from tests.desk import FIRST, ORDER, REFERENCE, SECOND, Desk, bureau, murder

AGAIN = "c" * 32
HAS_ENDED = {"refused", "withdrawn", "cancelled", "recalled", "expired"}


def ordered(desk: Desk, measure: Measured, file: str = REFERENCE, **fields: object) -> object:
    """One order of the Commission, carried out."""
    order = CommissionOrder(id="f" * 32, file=file, measure=measure, due_on=desk.at.date(), **fields)
    return desk.perform(ImplementDecision(order=order), ORDER)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_block_is_lifted_to_where_the_file_stood(situation: str) -> None:
    """Whatever the file was before, and whatever its source does meanwhile."""
    desk = desk_in(situation)
    if situation in HAS_ENDED:
        with pytest.raises(Refused, match="ended"):
            ordered(desk, Measured.BLOCK)
        return
    before = desk.file().state
    if situation != "blocked":
        ordered(desk, Measured.BLOCK)
        assert desk.file().state in (State.BLOCKED, before)
    assert blocked(desk.file())
    ordered(desk, Measured.UNBLOCK)
    assert desk.file().state is (State.PUBLISHED if situation == "blocked" else before)
    assert not blocked(desk.file())


@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_order_to_delete_is_carried_out_wherever_the_file_stands(situation: str) -> None:
    """Also when its source has ended it already: nothing of the person is left, and its trace is."""
    desk = desk_in(situation)
    ordered(desk, Measured.DELETE)
    file = desk.file()
    assert file.state in ENDED and file.deleted_on is not None
    assert file.communication.person is None and not file.communication.facts_summary


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_act_publishes_what_was_ordered_deleted(situation: str) -> None:
    """Every act by which a record goes out or stays out, in every situation before the order."""
    desk = desk_in(situation)
    ordered(desk, Measured.DELETE)
    for order, who in _publishing(desk):
        with pytest.raises(Refused):
            desk.perform(order, who)
    assert desk.file().state in ENDED


def _publishing(desk: Desk) -> list[tuple[object, object]]:
    version = desk.file().version
    text = murder() if desk.file().communication.channel is Channel.NOTICE_REQUEST else wanted_diffusion()
    return [(PublishNotice(reference=REFERENCE, version=version), FIRST),
            (ConfirmCompliance(reference=REFERENCE, version=version), SECOND),
            (LetHeldPass(reference=REFERENCE, version=version, because="Fine."), FIRST),
            (ResumeNotice(reference=REFERENCE), bureau("XA")),
            (UpdateNotice(reference=REFERENCE, communication=text), bureau("XA")),
            (OpenReview(reference=REFERENCE), FIRST)]


def deleted() -> Desk:
    """A published notice that the Commission ordered deleted."""
    desk = desk_in("published")
    ordered(desk, Measured.DELETE)
    return desk


def entered_again(desk: Desk, channel: Channel) -> None:
    """The same source sends the same man again by one of the channels."""
    other = murder(AGAIN)
    if channel is Channel.NOTICE_REQUEST:
        return desk.perform(RequestNotice(communication=other), bureau("XA"))
    if channel is Channel.DIFFUSION:
        sent = replace(other, channel=Channel.DIFFUSION, aim=Aim.ARREST, recipients=("XB",))
        return desk.perform(SendDiffusion(communication=sent), bureau("XA"))
    message = Communication(reference=AGAIN, channel=Channel.MESSAGE, source="XA", recipients=("XB",),
                            person=other.person, text="Please tell us whether he was seen.", language="en")
    return desk.perform(SendMessage(communication=message), bureau("XA"))


@pytest.mark.parametrize("channel", [Channel.NOTICE_REQUEST, Channel.DIFFUSION, Channel.MESSAGE])
def test_re_entry_is_barred_on_every_channel_until_the_commission_gives_leave(channel: Channel) -> None:
    """The link is made at the gateway; no reviewer can wave it through; leave lifts it."""
    desk = deleted()
    entered_again(desk, channel)
    assert barred(desk.file(AGAIN)) == (REFERENCE,)
    for publish in _ways_out(desk, channel):
        with pytest.raises(Refused, match=r"leave|Commission|No second reviewer"):
            publish()
    ordered(desk, Measured.LEAVE, AGAIN)
    assert barred(desk.file(AGAIN)) == ()


def _ways_out(desk: Desk, channel: Channel):
    if channel is Channel.MESSAGE:
        desk.perform(OpenReview(reference=AGAIN), FIRST)
        return [lambda: desk.perform(LetHeldPass(reference=AGAIN, version=desk.file(AGAIN).version, because="Fine."),
                                     FIRST)]
    come_to = Resolution.CONFIRM if channel is Channel.DIFFUSION else Resolution.PUBLISH
    return [lambda: (desk.examined(AGAIN), desk.proposed(AGAIN, resolution=come_to))]


def test_a_source_that_withdraws_to_avoid_a_ruling_does_not_stop_it() -> None:
    """Blocked, withdrawn, ruled on: deleted all the same, and not entered again without leave."""
    desk = desk_in("blocked")
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.NO_LONGER_WANTED), bureau("XA"))
    assert desk.file().state is State.WITHDRAWN
    ordered(desk, Measured.DELETE)
    entered_again(desk, Channel.DIFFUSION)
    assert barred(desk.file(AGAIN)) == (REFERENCE,)


def test_a_caveat_by_order_travels_with_the_record() -> None:
    """Added in the words of the order; one without words is sent back."""
    desk = desk_in("published")
    with pytest.raises(Refused):
        ordered(desk, Measured.CAVEAT)
    ordered(desk, Measured.CAVEAT, text="A court of Estrada acquitted him.")
    assert desk.file().caveats[-1].text == "A court of Estrada acquitted him."


def test_no_person_holds_the_mandate_of_an_order() -> None:
    """No officer of the Secretariat can perform an order in the Commission's name."""
    from article3.acts.mandates import official_act

    act = official_act(ImplementDecision(order=CommissionOrder(id="f" * 32, file=REFERENCE, measure=Measured.DELETE,
                                                               due_on=Desk().at.date())))
    assert not act.allows(FIRST) and not act.allows(bureau("XA")) and act.allows(ORDER)
    assert not act.allows(replace(ORDER, seat="secretariat"))
