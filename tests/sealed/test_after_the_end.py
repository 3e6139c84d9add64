"""What the sealed files keep of a file that is erased, and what happens when protection ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from article3.acts.publish_notice import PublishNotice
from article3.lifecycle.states import State
from article3.sealed.words import Question
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.finding import Refused
from article3.terms.sealed import Done
from article3.wiring import confidence, protection, sealed_files
from tests.desk import CLOCK, FIRST, REFERENCE, murder
from tests.sealed.people import CONFIRMS, CUSTODIAN, ENTERS, attested
from tests.wiring.test_wiring import WiredDesk, seat_members


@pytest.fixture
def desk(db: None, sealed: Path) -> WiredDesk:
    """Five bureaus, an empty register, and sealed files that answer."""
    seat_members()
    return WiredDesk()


def ended(desk: WiredDesk, id: str, status: ProtectionStatus = ProtectionStatus.WITHDRAWN) -> None:
    """The authority changes the status; its second officer confirms."""
    protection.change_attestation(ENTERS, id, status, desk.at.date(), "R 99", at=desk.at)
    protection.confirm_attestation(CONFIRMS, id, at=desk.at)


def test_when_protection_ends_the_custodian_is_asked_about_what_was_removed(desk: WiredDesk) -> None:
    """REF-5: it may be restored if it complies otherwise; nothing comes back by itself."""
    desk.published()
    id = attested(at=desk.at)
    desk.wait(days=2)
    ended(desk, id)
    [doubt] = confidence.custodian_desk(CUSTODIAN).doubts
    assert (doubt.question, doubt.reference) == (Question.RESTORE, REFERENCE)
    assert desk.file().state is State.CANCELLED
    confidence.judge(CUSTODIAN, REFERENCE, id, yes=True, because="The source may ask again.", at=desk.at)
    assert confidence.custodian_desk(CUSTODIAN).doubts == ()


def test_when_protection_ends_a_pending_request_is_judged_like_any_other(desk: WiredDesk) -> None:
    """And when it comes back, it is stopped again."""
    id = attested(at=desk.at)
    desk.requested()
    desk.examined()
    ended(desk, id)
    desk.proposed()
    ended(desk, id, ProtectionStatus.REFUGEE)
    desk.decided()
    with pytest.raises(Refused, match="stands in the way"):
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)


def test_a_pending_claim_holds_and_asks_and_deletes_nothing(desk: WiredDesk) -> None:
    """REF-9: the notice stands, the custodian is asked; "yes" takes it from everybody, "no" leaves it."""
    desk.published()
    desk.published(murder(reference="b" * 32))
    id = attested(at=desk.at, status=ProtectionStatus.PENDING_CLAIM)
    assert {desk.file(ref).state for ref in (REFERENCE, "b" * 32)} == {State.PUBLISHED}
    assert {doubt.question for doubt in confidence.custodian_desk(CUSTODIAN).doubts} == {Question.POLICY}
    confidence.judge(CUSTODIAN, REFERENCE, id, yes=True, because="The claim is strong.", at=desk.at)
    confidence.judge(CUSTODIAN, "b" * 32, id, yes=False, because="Another matter.", at=desk.at)
    assert (desk.file().state, desk.file("b" * 32).state) == (State.CANCELLED, State.PUBLISHED)


def test_what_is_out_and_changed_by_its_source_is_met_again(desk: WiredDesk) -> None:
    """A notice of somebody else becomes one of the protected person: it is taken from everybody at the next look."""
    from dataclasses import replace

    from article3.acts.update_notice import UpdateNotice
    from article3.terms.communication import IdentityDocument, Name
    from article3.terms.dates import partial_date
    from tests.desk import bureau

    other = replace(murder().person, names=(Name(family="Kelmes", given="Adda"),), documents=(
        IdentityDocument(kind="passport", number="QM773095"),), birth_dates=(partial_date("1990-01-20"),))
    desk.published(murder(person=other))
    id = attested(at=desk.at)
    assert desk.file().state is State.PUBLISHED
    desk.perform(UpdateNotice(reference=REFERENCE, communication=murder()), bureau("XA"))
    protection.carry_out_protection(desk.at)
    assert desk.file().state is State.CANCELLED
    assert protection.attestation(ENTERS, id).targets[-1].done is Done.REMOVED


def test_of_an_erased_file_there_stays_what_was_done_and_not_whom_it_was_about(desk: WiredDesk) -> None:
    """Its authority still reads that it was removed; the custodian is not asked about it."""
    desk.published()
    id = attested(at=desk.at)
    ended(desk, id)
    sealed_files.forget_files([REFERENCE], CLOCK, desk.at)
    assert [target.done for target in protection.attestation(ENTERS, id).targets] == [Done.REMOVED]
    assert confidence.custodian_desk(CUSTODIAN).doubts == ()
