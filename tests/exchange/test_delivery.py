"""From an act at the Secretariat to a bureau's own books, and back: the whole line from hand to hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import keyring
from article3.acts.add_caveat import AddCaveat
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.note_refused_extradition import NoteRefusedExtradition
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.withdraw_notice import WithdrawNotice
from article3.exchange import centre, keys, models
from article3.lifecycle.examination import Reasons, Resolution
from article3.line import bureau as line
from article3.line.transport import by_hand
from article3.terms.communication import Aim, Channel
from article3.terms.reasons import CaveatKind, Ground, PublicCode, ToRequester, WithdrawalCode
from tests.desk import FIRST, MEMBERS, REFERENCE, bureau, murder
from tests.wiring.test_wiring import WiredDesk, seat_members


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """Five bureaus with their keys, and an empty register."""
    seat_members()
    enrol_everybody()
    return WiredDesk()


def enrol_everybody() -> None:
    """The keys of the Secretariat and the five bureaus, good since long ago."""
    for seat in (keys.SECRETARIAT, *(f"bureau:{code}" for code in MEMBERS)):
        keys.enrol(seat, keys.own_public(seat), since=timezone.now() - timedelta(days=400))


def diffusion(*recipients: str):
    """A diffusion of the clear case to these bureaus."""
    return murder(channel=Channel.DIFFUSION, recipients=recipients, aim=Aim.ARREST,
                  reason_for_diffusion="He was seen there.")


def held(code: str) -> models.Held | None:
    """The copy a bureau holds."""
    return models.Held.objects.filter(bureau=code, item=REFERENCE).first()


def reading() -> bytes:
    """What holders read of the item now."""
    return keyring.unseal(models.Body.objects.get(item=REFERENCE).content, centre.READING)


def everybody_pulls() -> None:
    """A round at each bureau."""
    for code in MEMBERS:
        line.deliver(code, by_hand)


def sent(desk: WiredDesk, *recipients: str) -> None:
    """A diffusion is out and has arrived."""
    desk.perform(SendDiffusion(communication=diffusion(*recipients)), bureau("XA"))
    everybody_pulls()


def recalled(desk: WiredDesk) -> None:
    """Two reviewers find it not compliant and it is recalled."""
    desk.examined()
    reasons = Reasons(internal="A political case.", public=PublicCode.ARTICLE_3,
                      to_requester=(ToRequester.NOT_COMPLIANT,))
    desk.proposed(resolution=Resolution.RECALL, reasons=reasons, grounds=(Ground.POLITICAL_CHARACTER,))
    desk.decided()
    desk.perform(RecallDiffusion(reference=REFERENCE, version=desk.file().version), FIRST)


def test_a_published_notice_is_held_by_every_member_but_its_source(desk: WiredDesk) -> None:
    """Reviewed, without a lease."""
    desk.published()
    everybody_pulls()
    assert [code for code in MEMBERS if held(code)] == [code for code in MEMBERS if code != "XA"]
    assert held("XB").reviewed and held("XB").lease_until_s is None


def test_a_diffusion_reaches_its_recipients_only_and_as_a_lease(desk: WiredDesk) -> None:
    """Nobody else holds anything; the copy says that it was not reviewed and until when it may be held."""
    sent(desk, "XB", "QM")
    assert [code for code in MEMBERS if held(code)] == ["QM", "XB"]
    assert not held("XB").reviewed
    assert held("XB").lease_until_s == int((desk.at + timedelta(days=14)).timestamp())


def test_a_lease_lapses_by_the_bureaus_own_clock_without_a_line(desk: WiredDesk) -> None:
    """Fourteen days and nobody confirmed it."""
    sent(desk, "XB")
    assert held("XB").lapsed is (timezone.now() > desk.at + timedelta(days=14))
    models.Held.objects.update(lapsed=False)
    assert line.lapse("XB", desk.at + timedelta(days=13, hours=23)) == 0
    assert line.lapse("XB", desk.at + timedelta(days=14)) == 1
    assert held("XB").lapsed


def test_confirmed_it_is_a_new_version_that_no_longer_lapses(desk: WiredDesk) -> None:
    """Also at a bureau where it had lapsed."""
    sent(desk, "XB")
    desk.examined()
    desk.proposed(resolution=Resolution.CONFIRM)
    desk.decided()
    desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)
    everybody_pulls()
    copy = held("XB")
    assert (copy.version, copy.reviewed, copy.lapsed, copy.lease_until_s) == (2, True, False, None)


def test_a_recall_is_owed_by_everybody_who_held_it_and_settled_by_their_signatures(desk: WiredDesk) -> None:
    """Before a bureau's round it owes; after it, it holds nothing and has signed."""
    sent(desk, "XB", "QM")
    recalled(desk)
    assert set(models.Debt.objects.filter(settled_at=None).values_list("bureau", flat=True)) == {"XB", "QM"}
    line.deliver("XB", by_hand)
    assert set(models.Debt.objects.filter(settled_at=None).values_list("bureau", flat=True)) == {"QM"}
    assert held("XB") is None and held("QM") is not None
    everybody_pulls()
    assert set(models.Debt.objects.values_list("bureau", "answer")) == {("XB", "purged"), ("QM", "purged")}
    assert not models.Body.objects.filter(item=REFERENCE).exists(), "what was recalled is not kept for handing out"


def test_a_caveat_and_a_withdrawal_reach_every_holder(desk: WiredDesk) -> None:
    """The caveat is part of a new version; the withdrawal takes the copy away."""
    desk.published()
    everybody_pulls()
    desk.perform(NoteRefusedExtradition(reference=REFERENCE, caveat="c1", text="XC refused on 4 May."), bureau("XA"))
    everybody_pulls()
    assert {held(code).version for code in MEMBERS if code != "XA"} == {2}
    assert b"XC refused on 4 May." in keyring.unseal(models.Body.objects.get(item=REFERENCE).content, centre.READING)
    desk.perform(WithdrawNotice(reference=REFERENCE, code=WithdrawalCode.PURPOSE_MET), bureau("XA"))
    everybody_pulls()
    assert not models.Held.objects.exists()
    assert not models.Debt.objects.filter(settled_at=None).exists()


def test_what_travels_says_nothing_of_who_else_has_it_or_is_barred(desk: WiredDesk) -> None:
    """Neither the other recipients nor the barred bureaus stand in the text."""
    desk.perform(SendDiffusion(communication=replace(diffusion("XB", "XC"), denied=("XD",))), bureau("XA"))
    content = keyring.unseal(models.Body.objects.get(item=REFERENCE).content, centre.READING)
    assert b'"recipients":[]' in content and b'"denied":[]' in content and b'"XD"' not in content


def test_numbers_of_a_mailbox_are_dense(desk: WiredDesk) -> None:
    """1, 2, 3 for each bureau and lane."""
    sent(desk, "XB", "QM")
    recalled(desk)
    for code in ("XB", "QM"):
        for lane in ("recall", "ordinary"):
            found = list(models.Posted.objects.filter(bureau=code, lane=lane).order_by("number"))
            assert [row.number for row in found] == list(range(1, len(found) + 1))


def test_two_versions_in_one_pull_come_with_the_newest_text_only(desk: WiredDesk) -> None:
    """A bureau that was away takes in both, in order, and ends with the second."""
    desk.published()
    desk.perform(AddCaveat(reference=REFERENCE, caveat="c1", kind=CaveatKind.ADDENDUM, text="See also."), FIRST)
    assert line.deliver("XB", by_hand).taken_in == 2
    assert held("XB").version == 2
