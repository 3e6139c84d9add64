"""A recall takes an item out of a page that is open, without a hand on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from article3 import wiring
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.withdraw_notice import WithdrawNotice
from article3.officers import demo_entry
from article3.terms.communication import Aim, Channel
from article3.terms.reasons import WithdrawalCode
from tests.browser.hands import counts
from tests.sites.conftest import Office, request

pytestmark = pytest.mark.browser


def diffused(office: Office) -> str:
    """A diffusion of XA to XB and XC."""
    sent = replace(request(), channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST, recipients=("XB", "XC"),
                   reason_for_diffusion="He was seen there.")
    office.perform(SendDiffusion(communication=sent), "xa")
    return sent.reference


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_recall_takes_the_name_out_of_an_open_inbox_and_an_open_record(
    enter: Any, office: Office, language: str
) -> None:
    """The list and the record say that it is to be removed; the name is gone from both; nobody touched them."""
    reference = diffused(office)
    inbox = enter("xb", "/bureau/incoming/", language=language)
    record = enter("xc", f"/bureau/incoming/{reference}/", language=language)
    for page in (inbox, record):
        page.get_by_text("Vortan").first.wait_for()
    office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED), "xa")
    for page in (inbox, record):
        page.get_by_text("Vortan").first.wait_for(state="detached")
    counts(inbox.locator(".mark--stop"), 1)  # the order to remove stands in its place


def test_without_javascript_the_next_load_is_right(office: Office) -> None:
    """The name is there before the recall and not after it."""
    reference = diffused(office)
    page = Client()
    page.get(f"/demo/enter/{demo_entry.token(office.sittings['xb'].officer)}/")
    assert b"Vortan" in page.get("/bureau/incoming/").content
    office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED), "xa")
    assert b"Vortan" not in page.get("/bureau/incoming/").content
    assert wiring.reader(office.sittings["xb"], "incoming").incoming().rows[0].names == ()
