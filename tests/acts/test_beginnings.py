"""How files begin: the source is the seat, the receipt is always the same, drafts belong to their bureau."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3.acts.discard_draft import DiscardDraft
from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Changed, NotFound
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.save_draft import SaveDraft
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.lifecycle.events import ArrivalExamined, CommunicationReceived
from article3.lifecycle.states import State
from article3.terms.communication import Channel, Communication, IdentityDocument, Person
from article3.terms.finding import Refused
from tests.acts.situations import wanted_diffusion
from tests.desk import REFERENCE, Desk, bureau, murder

XA, XB = bureau("XA"), bureau("XB")
MESSAGE = Communication(reference=REFERENCE, channel=Channel.MESSAGE, source="XA", recipients=("XB",), text="Hello.")


class TestRequest:
    """A request begins a file that nobody but its source hears of."""

    def test_a_request_is_recorded_receipted_and_assessed(self) -> None:
        """Received, with the findings of the day; one receipt; then looked at once at the gateway."""
        desk = Desk()
        file = desk.requested()
        assert (file.state, file.version) == (State.RECEIVED, 2)
        assert file.assessed is not None and file.assessed.findings
        assert desk.outbox.posted == [("XA", Message(kind=MessageKind.RECEIPT, reference=REFERENCE))]
        assert [type(entry) for entry in desk.journal.entries] == [CommunicationReceived, ArrivalExamined]

    def test_the_receipt_says_the_same_whatever_was_sent(self) -> None:
        """A hopeless request and a clear one are receipted alike."""
        clear, hopeless = Desk(), Desk()
        clear.requested()
        hopeless.requested(replace(murder(), person=None, charges=(), papers=(), declarations=()))
        assert clear.outbox.posted == hopeless.outbox.posted

    @pytest.mark.parametrize("who", [XB, replace(XA, seat="secretariat")])
    def test_a_bureau_sends_in_its_own_name_only(self, who: object) -> None:
        """The source is the seat, never a field."""
        desk = Desk()
        with pytest.raises((Refused, AssertionError)):
            desk.perform(RequestNotice(communication=murder()), who)  # type: ignore[arg-type]
        assert desk.register.files == {}

    def test_a_reference_is_used_once(self) -> None:
        """A second file under the same reference is refused."""
        desk = Desk()
        desk.requested()
        with pytest.raises(Changed):
            desk.perform(RequestNotice(communication=murder()), XA)

    def test_a_bureau_that_does_not_exist_is_not_barred(self) -> None:
        """A typing error in a restriction must not pass for a restriction."""
        with pytest.raises(Refused, match="no such bureau: XX"):
            Desk().perform(RequestNotice(communication=murder(denied=("XX",))), XA)

    @pytest.mark.parametrize(("order", "communication"), [
        (RequestNotice, MESSAGE), (SendDiffusion, murder()), (SendMessage, wanted_diffusion())])
    def test_each_channel_has_its_act(self, order: type, communication: Communication) -> None:
        """A diffusion does not come in as a message."""
        with pytest.raises(Refused):
            Desk().perform(order(communication=communication), XA)


class TestDiffusionsAndMessages:
    """Delivered at once to the recipients that are not barred; a diffusion with its warning."""

    def test_a_diffusion_is_recorded_and_delivered_unreviewed_in_one_act(self) -> None:
        """RPD 1(14) and the pending-review warning."""
        desk = Desk()
        desk.perform(SendDiffusion(communication=wanted_diffusion(denied=("XC",))), XA)
        assert desk.file().state is State.SENT_UNREVIEWED
        assert desk.outbox.of(MessageKind.DIFFUSION_UNREVIEWED) == ["XB"]

    @pytest.mark.parametrize("recipients", [(), ("XA",), ("XB",)])
    def test_no_recipient_is_nobody_and_never_everybody(self, recipients: tuple[str, ...]) -> None:
        """Empty, only oneself, or only a barred bureau: refused, nothing sent."""
        desk = Desk()
        with pytest.raises(Refused, match="nobody"):
            desk.perform(SendDiffusion(communication=wanted_diffusion(recipients=recipients, denied=("XB",))), XA)
        assert desk.outbox.posted == []

    def test_a_message_is_delivered_and_not_opened(self) -> None:
        """No rule is applied to it without a case (RPD 22(6))."""
        desk = Desk()
        desk.perform(SendMessage(communication=MESSAGE), XA)
        assert desk.file().state is State.SENT
        assert desk.file().assessed is None
        assert desk.outbox.of(MessageKind.MESSAGE) == ["XB"]


class TestDocuments:
    """A paper reported lost, stolen or revoked goes through the same intake."""

    def entry(self, *papers: IdentityDocument) -> Communication:
        """An entry of XA for XB."""
        return Communication(reference=REFERENCE, channel=Channel.DOCUMENT_ENTRY, source="XA", recipients=("XB",),
                             person=Person(documents=papers), text="Revoked.")

    def test_it_goes_on_to_its_recipients(self) -> None:
        """As a kind of its own."""
        desk = Desk()
        paper = IdentityDocument(kind="passport", number="QM448210")
        desk.perform(ReportDocument(communication=self.entry(paper)), XA)
        assert desk.file().state is State.SENT
        assert desk.outbox.of(MessageKind.DOCUMENT_REPORTED) == ["XB"]

    @pytest.mark.parametrize("papers", [(), (IdentityDocument(kind="passport", number=""),)])
    def test_without_a_number_it_is_no_entry(self, papers: tuple[IdentityDocument, ...]) -> None:
        """Nothing could be found by it."""
        with pytest.raises(Refused, match="number"):
            Desk().perform(ReportDocument(communication=self.entry(*papers)), XA)

    def test_a_message_is_no_entry(self) -> None:
        """Each channel has its act."""
        with pytest.raises(Refused, match="no entry"):
            Desk().perform(ReportDocument(communication=MESSAGE), XA)


class TestDrafts:
    """An unsent form is its bureau's alone and gone once it is sent."""

    def saved(self) -> Desk:
        """A desk with one draft of XA."""
        desk = Desk()
        desk.perform(SaveDraft(draft="d1", title="Vortan", form_json="{}"), XA)
        return desk

    def test_a_draft_is_saved_resumed_and_dropped_with_the_request(self) -> None:
        """Saved twice it is one draft."""
        desk = self.saved()
        desk.perform(SaveDraft(draft="d1", title="Vortan, Iko", form_json='{"names": []}'), XA)
        assert desk.register.draft("d1").title == "Vortan, Iko"
        desk.perform(RequestNotice(communication=murder(), draft="d1"), XA)
        assert desk.register.drafts == {}

    @pytest.mark.parametrize("order", [
        SaveDraft(draft="d1", title="Mine now", form_json="{}"), DiscardDraft(draft="d1"), DiscardDraft(draft="d2"),
        RequestNotice(communication=murder("b" * 32, "XB"), draft="d1")])
    def test_another_bureau_finds_no_draft(self, order: object) -> None:
        """Neither to read, nor to overwrite, nor to send away."""
        desk = self.saved()
        with pytest.raises(NotFound):
            desk.perform(order, XB)
        assert desk.register.draft("d1").title == "Vortan"

    def test_a_draft_is_given_up(self) -> None:
        """By its bureau."""
        desk = self.saved()
        desk.perform(DiscardDraft(draft="d1"), XA)
        assert desk.register.drafts == {}
