"""The gateway on the task force's screens: measures proposed and signed, held messages let go or kept."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.decide import Decide
from article3.acts.messages import MessageKind
from article3.acts.propose_decision import ProposeDecision
from article3.acts.refuse_request import RefuseRequest
from article3.acts.send_message import SendMessage
from article3.lifecycle.examination import Resolution
from article3.terms.communication import Channel, Communication
from tests.acts.situations import GROUNDS, UNFAVOURABLE
from tests.sites.conftest import Office

GATEWAY = "/secretariat/gateway/"


def measure(**changes: Any) -> dict[str, Any]:
    """What a lead types."""
    today = timezone.localdate()
    return {"bureau": "XA", "kind": "message", "mode": "pre_screened", "basis": "RPD 131, decision 7",
            "decided_by": "secretariat", "starts_on": today.isoformat(),
            "review_on": (today + timedelta(days=20)).isoformat(),
            "ends_on": (today + timedelta(days=60)).isoformat(), **changes}


@pytest.fixture
def held(office: Office) -> str:
    """A message on a man whose notice was refused."""
    refused = office.examined(office.requested())
    office.perform(ProposeDecision(reference=refused, version=office.file(refused).version, reasons=UNFAVOURABLE,
                                   grounds=GROUNDS, resolution=Resolution.REFUSE), "first")
    office.perform(Decide(reference=refused, version=office.file(refused).version, agrees=True), "second")
    office.perform(RefuseRequest(reference=refused, version=office.file(refused).version), "first")
    sent = Communication(reference=wiring.new_reference(), channel=Channel.MESSAGE, source="XA", recipients=("XC",),
                         subject="Assistance", text="Please locate Iko Vortan, born 12 June 1984.")
    office.perform(SendMessage(communication=sent), "xa")
    return sent.reference


def taken_in(office: Office) -> list[str]:
    """What XC was handed about messages."""
    return [one.message.reference for one in wiring.deliver("XC") if one.message.kind is MessageKind.MESSAGE]


def test_a_measure_is_proposed_by_the_lead_and_signed_by_another(office: Office) -> None:
    """Then it is in force; each step is told on the list."""
    lead, first = office.browsers["lead"], office.browsers["first"]
    assert lead.post(f"{GATEWAY}propose/", measure()).status_code == 302
    (found,) = wiring.routings(office.sittings["lead"])
    assert "Waits for a second signature" in lead.get(GATEWAY).content.decode()
    sign = f"{GATEWAY}{found.reference}/sign/"
    assert lead.post(sign, {"version": 1}).status_code == 422
    assert first.post(sign, {"version": 1}).status_code == 302
    assert "In force" in first.get(GATEWAY).content.decode()
    end = f"{GATEWAY}{found.reference}/end/"
    assert lead.post(end, {"version": 2, "because": ""}).status_code == 422
    assert lead.post(end, {"version": 2, "because": "They trained."}).status_code == 302
    assert "Its end waits for a second signature" in lead.get(GATEWAY).content.decode()
    assert office.browsers["second"].post(sign, {"version": 3}).status_code == 302
    assert "Over" in lead.get(GATEWAY).content.decode()


@pytest.mark.parametrize("typed", [{"basis": ""}, {"ends_on": 130}])
def test_a_measure_without_basis_or_too_long_stays_on_its_form(office: Office, typed: dict[str, Any]) -> None:
    """With what stood in the way; nothing is kept."""
    changes = {name: value if name == "basis" else (timezone.localdate() + timedelta(days=value)).isoformat()
               for name, value in typed.items()}
    assert office.browsers["lead"].post(f"{GATEWAY}propose/", measure(**changes)).status_code == 422
    assert wiring.routings(office.sittings["lead"]) == ()


def test_a_reviewer_does_not_propose_and_a_bureau_sees_nothing(office: Office) -> None:
    """Measures are the task force's; a lead's mandate proposes them."""
    assert office.browsers["first"].post(f"{GATEWAY}propose/", measure()).status_code == 422
    assert office.browsers["xa"].get(GATEWAY).status_code in (302, 404)
    assert wiring.routings(office.sittings["xa"]) == () == wiring.routings(office.sittings["oversight"])


def test_a_held_message_stands_first_is_taken_up_and_let_go(office: Office, held: str) -> None:
    """Its recipient gets it then and not before; the page names the refused file it may repeat."""
    first = office.browsers["first"]
    queue = first.get("/secretariat/?only=held").content.decode()
    assert "Held at the gateway" in queue and held in queue
    assert taken_in(office) == []
    assert first.post(f"/secretariat/files/{held}/take/", {}).status_code == 302
    page = first.get(f"/secretariat/files/{held}/").content.decode()
    assert "May repeat a refused request" in page and "Let it go out" in page
    version = office.file(held).version
    assert first.post(f"/secretariat/files/{held}/let-pass/", {"version": version, "because": ""}).status_code == 422
    answer = first.post(f"/secretariat/files/{held}/let-pass/", {"version": version, "because": "Another man."})
    assert answer.status_code == 302
    assert taken_in(office) == [held]


def test_kept_back_it_leaves_the_queue_and_reaches_nobody(office: Office, held: str) -> None:
    """Its source reads what it read before."""
    before = wiring.reader(office.sittings["xa"], "own_item").own_item(held)
    first = office.browsers["first"]
    first.post(f"/secretariat/files/{held}/take/", {})
    typed = {"version": office.file(held).version, "because": "That man again."}
    answer = first.post(f"/secretariat/files/{held}/keep-back/", typed)
    assert answer.status_code == 302
    assert taken_in(office) == []
    assert held not in first.get("/secretariat/?only=held").content.decode()
    assert wiring.reader(office.sittings["xa"], "own_item").own_item(held) == before


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_of_the_gateway_opens(office: Office, held: str, language: str) -> None:
    """One heading, in the reader's direction."""
    lead = office.browsers["lead"]
    lead.post(f"{GATEWAY}propose/", measure())
    (found,) = wiring.routings(office.sittings["lead"])
    lead.post(f"/secretariat/files/{held}/take/", {})
    lead.cookies["django_language"] = language
    for address in (GATEWAY, f"{GATEWAY}propose/", f"{GATEWAY}{found.reference}/sign/",
                    f"{GATEWAY}{found.reference}/end/", f"/secretariat/files/{held}/",
                    f"/secretariat/files/{held}/let-pass/",
                    f"/secretariat/files/{held}/keep-back/"):
        answer = lead.get(address)
        assert answer.status_code == 200, address
        assert answer.content.decode().count("<h1") == 1, address
    assert lead.get(f"{GATEWAY}{'0' * 32}/sign/").status_code == 404


def test_a_measure_whose_review_is_overdue_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until its review day it is in force and nothing else is said; a day after it, somebody must look."""
    lead, first = office.browsers["lead"], office.browsers["first"]
    lead.post(f"{GATEWAY}propose/", measure())
    (found,) = wiring.routings(office.sittings["lead"])
    first.post(f"{GATEWAY}{found.reference}/sign/", {"version": 1})
    for days, said in ((20, False), (21, True)):
        on = timezone.localdate() + timedelta(days=days)
        monkeypatch.setattr("article3.sites.secretariat.gateway.timezone", SimpleNamespace(localdate=lambda on=on: on))
        assert ("Review overdue" in lead.get(GATEWAY).content.decode()) is said
