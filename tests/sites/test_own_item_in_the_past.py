"""A bureau looks at its own item as known at an instant: what it could read then, and nothing to do from there."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.expire_notice import ExpireNotice
from tests.sites.conftest import Office

pytestmark = pytest.mark.django_db


def test_it_reads_what_it_read_then_and_can_do_nothing_there(office: Office) -> None:
    """Before the question and the change: neither; before the item itself, and for anybody else, nothing."""
    reference = office.examined(office.requested())
    before = quote(timezone.now().isoformat())
    asked = Asking(id="q1", text="Where is the pistol?", deadline=timezone.localdate() + timedelta(days=20))
    office.perform(AskRequester(reference=reference, questions=(asked,)), "first")
    page = f"/bureau/items/{reference}/"
    now = office.browsers["xa"].get(page).content.decode()
    assert "Where is the pistol?" in now and "Change the text" in now and "Known at (UTC)" in now
    then = office.browsers["xa"].get(f"{page}?known_at={before}").content.decode()
    assert "You are looking at the past." in then
    assert "Where is the pistol?" not in then and "Change the text" not in then and "Withdraw" not in then
    assert office.browsers["xa"].get(f"{page}?known_at=2026-01-01T00:00").status_code == 404
    for who in ("xb", "xc"):
        assert office.browsers[who].get(f"{page}?known_at={before}").status_code == 404


def test_what_was_erased_is_said_to_be_gone(office: Office) -> None:
    """410 and a sentence in the bureau's own frame."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    before = timezone.now()
    later = before.replace(year=before.year + 6)
    wiring.perform(ExpireNotice(reference=reference), sitting=wiring.clock(), at=later)
    answer = office.browsers["xa"].get(f"/bureau/items/{reference}/?known_at={quote(before.isoformat())}")
    assert answer.status_code == 410 and "Content erased by order" in answer.content.decode()
