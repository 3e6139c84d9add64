"""Whatever page of a file any seat opened, `article3 replay` gives the record again, byte for byte as it was shown."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.block_meanwhile import BlockMeanwhile
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.withdraw_notice import WithdrawNotice
from article3.journal.pages import Pages
from article3.terms.reasons import IfSilent, WithdrawalCode
from tests.sites.conftest import Office

pytestmark = pytest.mark.django_db
ASKED = "c" * 32
OPENED = {"first": ("secretariat/files/{}/letters/",), "second": ("secretariat/files/{}/outcome/",),
          "xa": ("bureau/items/{}/",), "xb": ("bureau/incoming/{}/",),
          "xc": ("bureau/incoming/{}/", f"bureau/asked/{{}}/{ASKED}/")}  # fmt: skip
"""Who opens which pages of the file, whether they find it or not."""


def everybody_looks(office: Office, reference: str) -> None:
    """Each seat opens its pages."""
    for who, pages in OPENED.items():
        for page in pages:
            office.browsers[who].get(f"/{page.format(reference)}")


def a_life(office: Office) -> str:
    """Requested, examined, consulted on, published, blocked, withdrawn; looked at by all at three moments of it."""
    reference, soon = office.examined(office.requested()), timezone.localdate() + timedelta(days=5)
    office.perform(ConsultBureau(reference=reference, consultation=ASKED, bureau="XC", question="Is he known to you?",
                                 deadline=soon, if_silent=IfSilent.TAKEN_AS_NO_OBJECTION), "first")  # fmt: skip
    everybody_looks(office, reference)
    office.perform(ReplyToConsultation(reference=reference, consultation=ASKED, reply="He is not."), "xc")
    office.published(office.proposed(reference))
    office.perform(BlockMeanwhile(reference=reference, block="b" * 32, because="A doubt.", review_on=soon), "first")
    everybody_looks(office, reference)
    office.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.PURPOSE_MET), "xa")
    everybody_looks(office, reference)
    return reference


def test_every_reading_of_every_seat_is_given_again_byte_for_byte(office: Office) -> None:
    """Also what a source read while a result waited for the beat, and what a consulted bureau read."""
    reference = a_life(office)
    seats = {sitting.officer: sitting for sitting in office.sittings.values()}
    read = [line for line in Pages().lines(reference=reference)
            if line.what in ("read:case", "read:own_item", "read:published", "read:consultation")]  # fmt: skip
    replayed = [wiring.replay(reference, seats[line.officer], line.at) for line in read]
    wrong = [f"{line.what} by {line.seat} at {line.at}" for line, found in zip(read, replayed, strict=True)
             if not found.agrees]  # fmt: skip
    assert wrong == []
    assert {found.kind for found in replayed} == {"case", "own_item", "published", "consultation"}
    assert len(read) >= 12


def test_a_page_that_was_shown_otherwise_does_not_agree(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest is of the record: were one word put back otherwise, it would be found."""
    from article3.register import past

    reference = office.examined(office.requested())
    office.browsers["first"].get(f"/secretariat/files/{reference}/")
    at, real = timezone.now(), past.in_bytes
    assert wiring.replay(reference, office.sittings["first"], at).agrees is True
    monkeypatch.setattr(past, "in_bytes", lambda record: real(record).replace(b"Vortan", b"Vortam"))
    assert wiring.replay(reference, office.sittings["first"], at).agrees is False
