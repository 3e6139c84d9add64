"""Walk-through 1: B asks for a notice on P, whom A protects; A's bureau is about to tell C where P travels.

The tip is stopped at the bureau, the request cannot be published; had it been, every member is told to remove it before
P lands; and B reads what it would read had the notice fallen on any other ground.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
import pytest
from django.db import transaction

from article3 import wiring
from article3.acts.cancel_notice import CancelNotice
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.lifecycle.examination import Reasons, Resolution
from article3.lifecycle.gate import HeldFor
from article3.lifecycle.states import State
from article3.terms.communication import Channel, Communication
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, Ground, IfSilent, PublicCode, ToRequester
from article3.terms.sealed import Done
from article3.wiring import protection
from tests.acts.situations import wanted_diffusion
from tests.desk import COMPLIANT, FIRST, REFERENCE, SECOND, bureau, murder
from tests.sealed.people import ENTERS, attested
from tests.wiring.test_wiring import WiredDesk, seat_members

ORIGIN, HOST, THIRD = bureau("XA"), bureau("XB"), bureau("XC")
OTHER_GROUND = Reasons(internal="The facts do not describe what he did.", public=PublicCode.OTHER,
                       to_requester=(ToRequester.NOT_COMPLIANT,))


@pytest.fixture
def desk(db: None, sealed: Path) -> WiredDesk:
    """Five bureaus, an empty register, and sealed files that answer."""
    seat_members()
    return WiredDesk()


def test_the_bureau_is_stopped_before_it_tells_where_he_travels(desk: WiredDesk) -> None:
    """XB, whose country protects him, is about to answer XC: the officer reads one sentence and nothing is sent."""
    attested(at=desk.at)
    tip = Communication(reference="e" * 32, channel=Channel.MESSAGE, source="XB", recipients=("XC",), subject="Travel",
                        text="Vortan Iko, born 1984-06-12, lands in your capital on flight 417 tomorrow.")
    with pytest.raises(Refused, match="somebody your own country protects"):
        wiring.perform(SendMessage(communication=tip), sitting=HOST, at=desk.at)
    assert wiring.reader(HOST, "own_item", desk.at).own_items().rows == ()
    harmless = replace(tip, text="Kelmes Adda, born 1990-01-20, lands in your capital tomorrow.")
    wiring.perform(SendMessage(communication=harmless), sitting=HOST, at=desk.at)


def test_a_reply_that_names_nobody_is_stopped_too(desk: WiredDesk) -> None:
    """The consultation is about him, whether or not the reply says his name; another country's bureau is not warned."""
    attested(at=desk.at)
    desk.requested()
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    for code in ("XB", "XC"):
        desk.perform(ConsultBureau(reference=REFERENCE, consultation=f"c-{code}", bureau=code,
                                   question="What do you know?", deadline=desk.at.date().replace(day=20),
                                   if_silent=IfSilent.DECIDED_ON_THE_FILE), FIRST)
    with pytest.raises(Refused, match="Stop"):
        desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c-XB", reply="He flies tomorrow."), HOST)
    desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c-XC", reply="He was seen in May."), THIRD)


def test_the_request_cannot_be_published(desk: WiredDesk) -> None:
    """Whatever two reviewers think of it; and his authority alone learns that he was targeted."""
    id = attested(at=desk.at)
    desk.requested()
    desk.examined()
    with pytest.raises(Refused, match="stands in the way"):
        desk.perform(ProposeDecision(reference=REFERENCE, version=desk.file().version, resolution=Resolution.PUBLISH,
                                     reasons=COMPLIANT), FIRST)
    targets = protection.attestation(ENTERS, id).targets
    assert [(target.source, target.done) for target in targets] == [("XA", Done.STOPPED)]


def test_a_diffusion_never_leaves_the_gateway(desk: WiredDesk) -> None:
    """Respelled and a day off it is at least a question: held for its recipients, received for its source."""
    attested(at=desk.at)
    desk.perform(SendDiffusion(communication=wanted_diffusion()), ORIGIN)
    assert desk.file().gateway is not None and desk.file().gateway.held_for is HeldFor.LINKED
    assert desk.file().links == ()
    for code in ("XB", "XC"):
        assert wiring.reader(bureau(code), "incoming", desk.at).incoming().rows == ()


def test_had_it_been_published_every_member_is_told_to_remove_it_at_once(desk: WiredDesk) -> None:
    """The second officer's confirmation does it; nobody else lifts a hand."""
    desk.published()
    assert wiring.reader(THIRD, "incoming", desk.at).incoming().rows[0].mark.value == "reviewed"
    id = attested(at=desk.at)
    assert desk.file().state is State.CANCELLED
    row = wiring.reader(THIRD, "incoming", desk.at).incoming().rows[0]
    assert row.mark.value == "remove"
    assert "notice_ended" in [one.message.kind for one in wiring.deliver(THIRD.bureau, at=desk.at)]
    assert [target.done for target in protection.attestation(ENTERS, id).targets] == [Done.REMOVED]


@pytest.mark.parametrize("hours", [0, 24], ids=["before the beat", "after it"])
def test_a05_the_persecuting_country_reads_what_it_would_read_on_another_ground(desk: WiredDesk, hours: int) -> None:
    """A05: every page, list, message, sum, figure and journal line of XA, byte for byte; and of XC, an ally.

    Whatever ended it and when in the hours between: the task force early, the refugee policy late.
    """
    desk.published()
    desk.wait(days=3)
    later = desk.at + timedelta(hours=3)
    runs = []
    for end in (lambda: attested(at=later), lambda: _ends_on_another_ground(desk)):
        point = transaction.savepoint()
        before = _everything(ORIGIN, desk, later)
        end()
        x = _everything(ORIGIN, desk, later)
        print([(p, q) for p, q in zip(msgspec.json.decode(before), msgspec.json.decode(x), strict=False) if p != q])
        assert x == before, "nothing before the beat"
        runs.append([_everything(seat, desk, later + timedelta(hours=hours)) for seat in (ORIGIN, THIRD)])
        transaction.savepoint_rollback(point)
    a, b = (msgspec.json.decode(one[0]) for one in runs)
    print([(x, y) for x, y in zip(a, b, strict=False) if x != y], len(a), len(b))
    assert runs[0][0] == runs[1][0]
    assert b"XB" not in runs[0][0]
    assert (b"not_compliant" in runs[0][0]) is (hours > 0), "its source is told that it does not comply, at the beat"


def _ends_on_another_ground(desk: WiredDesk) -> None:
    desk.examined()
    desk.proposed(resolution=Resolution.CANCEL, reasons=OTHER_GROUND, grounds=(Ground.DESCRIPTION_OF_ACTS,))
    desk.decided(second=SECOND)
    desk.perform(CancelNotice(reference=REFERENCE, version=desk.file().version,
                              code=CancellationCode.CONDITIONS_NOT_MET), FIRST)


def _everything(sitting: Any, desk: WiredDesk, at: datetime) -> bytes:
    with mock.patch("django.utils.timezone.now", lambda: at), transaction.atomic():
        seen = _seen(sitting, wiring.reader(sitting, "own_item", at), at)
        transaction.set_rollback(True)
    return seen


def _seen(sitting: Any, reader: Any, at: datetime) -> bytes:
    seen: list[Any] = [reader.own_items(), reader.incoming(), reader.search(wiring.Query(name="vortan")),
                       wiring.figures(sitting), wiring.public_extracts()]
    if sitting is ORIGIN:
        seen += [reader.own_item(REFERENCE), wiring.deliveries(sitting, REFERENCE)]
    else:
        seen.append(reader.published(REFERENCE))
    seen += [(one.posted_at, one.message) for one in wiring.deliver(sitting.bureau, at=at)]
    seen += [(line.what, line.reference, line.why) for line in wiring.journal_lines(sitting)]
    return msgspec.json.encode([msgspec.to_builtins(each) for each in seen], order="sorted")


def test_a_reading_under_another_request_stays_as_it_was(desk: WiredDesk) -> None:
    """Requests of a country that is not feared are judged as any other (REF-7)."""
    attested(at=desk.at)
    desk.published(murder(source="XD"))
    assert desk.file().state is State.PUBLISHED
