"""The gateway at the desk: what is held reaches nobody, and its source cannot tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.end_routing import EndRouting
from article3.acts.keep_held_back import KeepHeldBack
from article3.acts.let_held_pass import LetHeldPass
from article3.acts.messages import MessageKind
from article3.acts.open_review import OpenReview
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.refuse_request import RefuseRequest
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.set_routing import SetRouting
from article3.acts.sign_routing import SignRouting
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.lifecycle.diffusion import reached
from article3.lifecycle.events import DiffusionRecalled
from article3.lifecycle.examination import Resolution
from article3.lifecycle.gate import HeldFor
from article3.lifecycle.link import LinkKind
from article3.lifecycle.states import State
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Channel, Communication
from article3.terms.facts_measure import Organ, Routing
from article3.terms.finding import Refused
from article3.terms.reasons import WithdrawalCode
from tests.acts.situations import GROUNDS, UNFAVOURABLE, wanted_diffusion
from tests.desk import FIRST, LEAD, REFERENCE, SECOND, Desk, bureau, murder

XA = bureau("XA")
REFUSED = "b" * 32


def refused(desk: Desk) -> Desk:
    """A notice on the man was refused."""
    desk.requested(murder(REFUSED))
    desk.examined(REFUSED)
    desk.proposed(REFUSED, resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided(REFUSED)
    desk.perform(RefuseRequest(reference=REFUSED, version=desk.file(REFUSED).version), FIRST)
    return desk


def message(**changes: Any) -> Communication:
    """A message on the man."""
    return replace(Communication(reference=REFERENCE, channel=Channel.MESSAGE, source="XA", recipients=("XB",),
                                 text="Please locate Iko Vortan, born 12 June 1984."), **changes)


def measure(desk: Desk, mode: Routing, kind: Channel = Channel.DIFFUSION) -> None:
    """A measure of two on XA, for a month."""
    today = desk.at.date()
    desk.perform(SetRouting(routing="m" * 32, bureau="XA", kind=kind, mode=mode, basis="RPD 131, decision 7",
                            decided_by=Organ.SECRETARIAT, starts_on=today, review_on=today + timedelta(days=14),
                            ends_on=today + timedelta(days=30)), LEAD)
    desk.perform(SignRouting(routing="m" * 32, version=1), FIRST)


def told_beyond_the_source(desk: Desk, reference: str = REFERENCE) -> list[str]:
    """Who was sent anything about the file, its source apart."""
    return [to for to, sent in desk.outbox.posted if sent.reference == reference and to != "XA"]


def test_a_refused_man_sent_as_a_diffusion_is_linked_and_reaches_nobody() -> None:
    """RPD 99: the link carries the ground, the rule finds it, the file stands first; the source reads `sent`."""
    desk = refused(Desk())
    desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    file = desk.file()
    assert file.gateway is not None and file.gateway.held_for is HeldFor.LINKED
    assert [(link.reference, link.kind) for link in file.links] == [(REFUSED, LinkKind.REPEATS_REFUSED)]
    assert file.links[0].refused_on and set(file.links[0].refused_on) <= set(RefusedOn)
    assert any(found.rule == "RPD-99-B" and found.outcome.value != "met" for found in file.assessed.findings)
    assert file.state is State.SENT_UNREVIEWED
    assert told_beyond_the_source(desk) == [] == list(reached(file))


def test_what_the_source_of_a_held_item_is_sent_is_what_everybody_is_sent() -> None:
    """One receipt, and no second message, held or not."""
    held, free = refused(Desk()), Desk()
    for desk in (held, free):
        desk.outbox.posted.clear()
        desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    assert [sent for sent in held.outbox.posted if sent[0] == "XA"] == [s for s in free.outbox.posted if s[0] == "XA"]
    assert held.file().state == free.file().state and held.file().version == free.file().version


def test_a_held_diffusion_found_compliant_goes_out_at_once_and_reviewed() -> None:
    """No warning: it was reviewed before anybody had it."""
    desk = refused(Desk())
    desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    desk.examined()
    desk.proposed(resolution=Resolution.CONFIRM)
    desk.decided()
    desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)
    assert desk.outbox.of(MessageKind.DIFFUSION_UNREVIEWED) == []
    assert told_beyond_the_source(desk) == list(reached(desk.file())) == ["XB", "XC"]


def test_a_held_diffusion_recalled_or_withdrawn_is_owed_by_nobody() -> None:
    """Nobody has it; telling them to remove it would tell them of it."""
    desk = refused(Desk())
    desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    desk.examined()
    desk.proposed(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    recalled = desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)
    assert isinstance(recalled, DiffusionRecalled) and recalled.recipients == ()
    assert told_beyond_the_source(desk) == []
    other = refused(Desk())
    other.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    other.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.NO_LONGER_WANTED), XA)
    assert told_beyond_the_source(other) == []


def test_a_recalled_diffusion_is_remembered_as_well() -> None:
    """Its return as a message is held."""
    desk = refused(Desk())
    desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
    desk.examined()
    desk.proposed(resolution=Resolution.RECALL, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)
    assert set(desk.register.traces) == {REFUSED, REFERENCE}


def test_a_clean_diffusion_changed_into_the_refused_man_is_held_and_recipients_keep_what_they_had() -> None:
    """The side door of an update: the new text is looked at before anybody reads it."""
    desk = refused(Desk())
    other = murder(person=replace(murder().person, names=(), birth_dates=(), documents=()), papers=(),
                   facts_summary="A man fled.", charges=())
    clean = replace(wanted_diffusion(), person=other.person, papers=(), charges=(), facts_summary="A man fled.")
    desk.perform(SendDiffusion(communication=clean), XA)
    assert told_beyond_the_source(desk) == ["XB", "XC"]
    desk.perform(UpdateNotice(reference=REFERENCE, communication=wanted_diffusion()), XA)
    gate = desk.file().gateway
    assert gate is not None and gate.held_for is HeldFor.LINKED and gate.standing == clean
    assert told_beyond_the_source(desk) == ["XB", "XC"]
    assert reached(desk.file()) == ("XB", "XC"), "a recall still reaches those who have the former text"


class TestMessages:
    """A held message is opened in a case, by the reviewer who took it up, and let go or kept."""

    def held(self) -> Desk:
        """Taken up."""
        desk = refused(Desk())
        desk.perform(SendMessage(communication=message()), XA)
        assert told_beyond_the_source(desk) == []
        with pytest.raises(Refused, match="take it up"):
            desk.perform(LetHeldPass(reference=REFERENCE, version=desk.file().version, because="Another man."), FIRST)
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        return desk

    def test_let_pass_it_goes_out_at_once(self) -> None:
        """As it was sent."""
        desk = self.held()
        desk.perform(LetHeldPass(reference=REFERENCE, version=desk.file().version, because="Another man."), FIRST)
        assert told_beyond_the_source(desk) == ["XB"]
        assert desk.file().review is None

    def test_kept_back_it_stays_for_good_and_nobody_is_told(self) -> None:
        """Not its source either."""
        desk = self.held()
        before = list(desk.outbox.posted)
        desk.perform(KeepHeldBack(reference=REFERENCE, version=desk.file().version, because="That man again."), FIRST)
        assert desk.outbox.posted == before
        with pytest.raises(Refused, match="Nothing is held"):
            desk.perform(LetHeldPass(reference=REFERENCE, version=desk.file().version, because="After all."), FIRST)

    @pytest.mark.parametrize("order", [LetHeldPass, KeepHeldBack])
    def test_neither_without_a_reason(self, order: type) -> None:
        """It is kept for the Commission."""
        desk = self.held()
        with pytest.raises(Refused, match="reason"):
            desk.perform(order(reference=REFERENCE, version=desk.file().version, because=" "), FIRST)

    def test_a_message_that_is_not_held_is_never_opened(self) -> None:
        """RPD 22(6)."""
        desk = Desk()
        desk.perform(SendMessage(communication=message(text="When does the conference begin?")), XA)
        assert told_beyond_the_source(desk) == ["XB"]
        with pytest.raises(Refused, match="held at the gateway"):
            desk.perform(OpenReview(reference=REFERENCE), FIRST)


class TestRouting:
    """A measure on one bureau and one kind."""

    def test_proposed_by_one_it_changes_nothing(self) -> None:
        """Only the second signature puts it in force."""
        desk = Desk()
        today = desk.at.date()
        desk.perform(SetRouting(routing="m" * 32, bureau="XA", kind=Channel.DIFFUSION, mode=Routing.BARRED,
                                basis="RPD 131", decided_by=Organ.SECRETARIAT, starts_on=today, review_on=today,
                                ends_on=today), LEAD)
        desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
        assert told_beyond_the_source(desk) == ["XB", "XC"]

    @pytest.mark.parametrize("mode", [Routing.PRE_SCREENED, Routing.BARRED])
    def test_what_comes_under_it_is_held_and_other_kinds_are_not(self, mode: Routing) -> None:
        """RPD 131-e: other channels stay open."""
        desk = Desk()
        measure(desk, mode)
        desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
        desk.perform(SendMessage(communication=message(reference="c" * 32)), XA)
        assert told_beyond_the_source(desk) == []
        assert told_beyond_the_source(desk, "c" * 32) == ["XB"]
        assert desk.file().gateway.held_for == HeldFor(mode.value)
        assert desk.file().gateway.measure == "m" * 32

    def test_it_is_over_by_itself(self) -> None:
        """The day after its last one everything goes direct."""
        desk = Desk()
        measure(desk, Routing.BARRED)
        desk.wait(31)
        desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
        assert told_beyond_the_source(desk) == ["XB", "XC"]

    def test_under_a_bar_nothing_goes_out_until_the_measure_has_ended(self) -> None:
        """Pre-screened it would: found compliant it goes out at once."""
        desk = Desk()
        measure(desk, Routing.BARRED)
        desk.perform(SendDiffusion(communication=wanted_diffusion()), XA)
        desk.examined()
        desk.proposed(resolution=Resolution.CONFIRM)
        desk.decided()
        order = ConfirmCompliance(reference=REFERENCE, version=desk.file().version)
        with pytest.raises(Refused, match="barred"):
            desk.perform(order, FIRST)
        desk.perform(EndRouting(routing="m" * 32, version=2, because="They trained."), LEAD)
        desk.perform(SignRouting(routing="m" * 32, version=3), SECOND)
        desk.perform(order, FIRST)
        assert told_beyond_the_source(desk) == ["XB", "XC"]

    def test_a_bureau_that_does_not_exist_is_not_measured(self) -> None:
        """A typing error must not pass for a measure."""
        today = date(2026, 3, 2)
        with pytest.raises(Refused, match="no such bureau"):
            Desk().perform(SetRouting(routing="m" * 32, bureau="XX", kind=Channel.MESSAGE, mode=Routing.BARRED,
                                      basis="RPD 131", decided_by=Organ.SECRETARIAT, starts_on=today, review_on=today,
                                      ends_on=today), LEAD)
