"""The bureau is asked whether its message may be opened: with the reason in front of it."""

from __future__ import annotations

from article3 import wiring
from article3.acts.ask_consent import AskConsent
from article3.acts.send_message import SendMessage
from article3.terms.communication import Channel, Communication
from tests.sites.conftest import Office


def test_the_reason_stands_on_the_page_that_asks_for_the_answer(office: Office) -> None:
    """Word for word as the reviewer gave it, with its marks made harmless; a stranger finds no such page."""
    sent = Communication(reference=wiring.new_reference(), channel=Channel.MESSAGE, source="XA", recipients=("XC",),
                         subject="Assistance", text="Is plate 12 registered?")
    office.perform(SendMessage(communication=sent), "xa")
    office.perform(AskConsent(reference=sent.reference, because="It may name <a refugee>."), "first")
    address = f"/bureau/items/{sent.reference}/consent/"
    assert "It may name &lt;a refugee&gt;." in office.browsers["xa"].get(address).content.decode()
    assert office.browsers["xb"].get(address).status_code == 404
    assert office.browsers["xa"].post(address, {"given": "no"}).status_code == 302
