"""A conversion on the screens: asked for on the bureau's own item, reviewed on the case, read by every holder."""

from __future__ import annotations

import re
from dataclasses import replace

from article3 import wiring
from article3.acts.open_review import OpenReview
from article3.acts.send_diffusion import SendDiffusion
from article3.lifecycle.states import State
from article3.terms.communication import Aim, Channel
from tests.sites.conftest import Office, request
from tests.sites.test_gateway_pages import GATEWAY, measure

RANDOM = r'[0-9a-f]{32}|[0-9a-f]{8}|value="\w{64}"'


def out(office: Office) -> str:
    """A diffusion of XA at XB and XC."""
    sent = replace(request(), channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=("XB", "XC"),
                   reason_for_diffusion="limited_circulation")
    office.perform(SendDiffusion(communication=sent), "xa")
    return sent.reference


def asked(office: Office, reference: str) -> None:
    """The bureau's lead prepares the request on the page and sends it."""
    xa = office.browsers["xa"]
    page = xa.get(f"/bureau/items/{reference}/").content.decode()
    assert f"/bureau/items/{reference}/to-notice/" in page
    explained = xa.get(f"/bureau/items/{reference}/to-notice/").content.decode()
    assert "with its history and its caveats" in explained
    made = xa.post(f"/bureau/items/{reference}/to-notice/", {"colour": "red"})
    draft = made.url.split("/drafts/")[1].split("/")[0]
    check = xa.get(f"/bureau/drafts/{draft}/check/").content.decode()
    assert "stays with its recipients as it is" in check
    assert xa.post(f"/bureau/drafts/{draft}/check/", {"sure": "on"}).status_code == 302


def test_a_diffusion_is_converted_from_its_own_page_and_read_as_what_it_is(office: Office) -> None:
    """Its source reads that it waits; the reviewer reads what stands meanwhile; the holder reads both lives after."""
    reference = out(office)
    asked(office, reference)
    waiting = office.browsers["xa"].get(f"/bureau/items/{reference}/").content.decode()
    assert "You asked that this diffusion become a notice." in waiting and "to-notice/" not in waiting
    assert office.browsers["xc"].get(f"/bureau/incoming/{reference}/").content.decode().count("UNREVIEWED") == 1
    office.examined(reference)
    case = office.browsers["first"].get(f"/secretariat/files/{reference}/").content.decode()
    assert "It stands at its recipients as a diffusion" in case
    office.published(office.proposed(reference))
    case = office.browsers["first"].get(f"/secretariat/files/{reference}/").content.decode()
    assert "What it was before" in case and "Its source asks that it be converted" in case
    held = office.browsers["xc"].get(f"/bureau/incoming/{reference}/").content.decode()
    assert "What it was before" in held and "Red" in held
    assert office.file(reference).state is State.PUBLISHED


def test_a_notice_is_kept_to_fewer_bureaus_from_its_own_page(office: Office) -> None:
    """Who is not named reads it no more; who is named reads a diffusion with its former life; the form says what is
    missing."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    address = f"/bureau/items/{reference}/to-diffusion/"
    xa = office.browsers["xa"]
    assert address in xa.get(f"/bureau/items/{reference}/").content.decode()
    assert xa.post(address, {"aim": "arrest"}).status_code == 422
    unknown = xa.post(address, {"recipients": "zz", "aim": "arrest", "reason_for_diffusion": "So few may know."})
    assert "There is no such bureau: ZZ." in unknown.content.decode()
    told = xa.post(address, {"recipients": "xb, XB", "aim": "arrest", "reason_for_diffusion": "So few may know."})
    assert told.status_code == 302
    assert office.browsers["xc"].get(f"/bureau/incoming/{reference}/").status_code == 404
    held = office.browsers["xb"].get(f"/bureau/incoming/{reference}/").content.decode()
    assert "What it was before" in held and "Diffusion" in held
    assert office.file(reference).state is State.REVIEWED


def test_nobody_else_finds_the_pages(office: Office) -> None:
    """A holder, and a bureau that knows nothing of it, read the same: there is no such page."""
    reference = out(office)
    for who in ("xb", "xc"):
        for page in ("to-notice", "to-diffusion"):
            assert office.browsers[who].get(f"/bureau/items/{reference}/{page}/").status_code == 404


def test_a_conversion_reads_the_same_for_its_source_whether_the_diffusion_is_held_or_not(office: Office) -> None:
    """What is held at the gateway is not to be learned from the page of the conversion."""
    passed = out(office)
    lead, first, xa = (office.browsers[name] for name in ("lead", "first", "xa"))
    assert lead.post(f"{GATEWAY}propose/", measure(kind="diffusion")).status_code == 302
    (found,) = wiring.routings(office.sittings["lead"])
    assert first.post(f"{GATEWAY}{found.reference}/sign/", {"version": 1}).status_code == 302
    held = out(office)
    for reference in (passed, held):
        asked(office, reference)
    first.get("/secretariat/")  # the gateway has its turn
    office.perform(OpenReview(reference=held), "first")
    assert office.file(held).gateway.held
    xa.get("/bureau/")  # that it was sent is said once
    pages = [xa.get(f"/bureau/items/{reference}/").content.decode() for reference in (passed, held)]
    assert re.sub(RANDOM, "", pages[0]) == re.sub(RANDOM, "", pages[1])
