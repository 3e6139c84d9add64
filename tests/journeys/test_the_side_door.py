"""Walk-through 2: refused as a notice, the man comes back as a diffusion, as a message, as a paper's number.

Through the real wiring: each is linked to the refusal before anybody can act on it, and for its source nothing differs
from what an innocent item shows, byte for byte.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from article3 import wiring
from article3.acts.refuse_request import RefuseRequest
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution
from article3.lifecycle.gate import HeldFor
from article3.register.files import Files
from article3.register.models import File
from article3.register.pages import NotFound
from article3.terms.communication import Channel, Communication, IdentityDocument, Name, Person
from article3.terms.dates import partial_date
from tests.acts.situations import GROUNDS, UNFAVOURABLE, wanted_diffusion
from tests.desk import FIRST, SECOND, Desk, bureau, murder
from tests.wiring.test_wiring import WiredDesk, seat_members

REFUSED, AGAIN = "b" * 32, "c" * 32
ALLY, RECIPIENT = bureau("XD"), bureau("XB")


@pytest.fixture
def desk(db: None) -> WiredDesk:
    """An office in which a notice on Iko Vortan was refused, and the data of the file are gone since."""
    seat_members()
    desk = WiredDesk()
    desk.perform(RequestNotice(communication=murder(REFUSED)), bureau("XA"))
    desk.examined(REFUSED)
    desk.proposed(REFUSED, resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided(REFUSED)
    desk.perform(RefuseRequest(reference=REFUSED, version=desk.file(REFUSED).version), FIRST)
    _erase(desk)
    return desk


def _erase(desk: WiredDesk) -> None:
    """The time of the refused file is over: everything it said goes."""
    desk.at = desk.at.replace(year=2032)
    wiring.do_what_falls_due(desk.at)
    assert desk.file(REFUSED).deleted_on is not None and desk.file(REFUSED).communication.person is None


def _person(family: str, given: str, born: str) -> Any:
    """The man, written otherwise, without his passport."""
    return replace(murder().person, names=(Name(family=family, given=given),), birth_dates=(partial_date(born),),
                   documents=(), nationalities=())


GUILTY: dict[str, Communication] = {
    "a notice in another spelling": murder(AGAIN, "XD", person=_person("Wortan", "Ico", "1984-06-12")),
    "a diffusion of an ally, a day off": replace(
        wanted_diffusion(), reference=AGAIN, source="XD", recipients=("XB", "XC"),
        person=_person("Вортан", "Ико", "1984-06-13")),
    "a message asking to locate him": Communication(
        reference=AGAIN, channel=Channel.MESSAGE, source="XD", recipients=("XB",), subject="Assistance",
        text="Please locate Wortan Ico, born 12.06.1984."),
    "a passport in a message": Communication(
        reference=AGAIN, channel=Channel.MESSAGE, source="XD", recipients=("XB", "XC"), subject="Document",
        text="Please seize passport QM448210 and detain the holder."),
    "a passport reported revoked": Communication(
        reference=AGAIN, channel=Channel.DOCUMENT_ENTRY, source="XD", recipients=("XB", "XC"), subject="Revoked",
        person=Person(documents=(IdentityDocument(kind="passport", number="QM 448210"),))),
}
INNOCENT: dict[str, Communication] = {
    "a notice in another spelling": replace(
        GUILTY["a notice in another spelling"], person=_person("Kelmes", "Adda", "1990-01-20")),
    "a diffusion of an ally, a day off": replace(
        GUILTY["a diffusion of an ally, a day off"], person=_person("Келмес", "Адда", "1990-01-20")),
    "a message asking to locate him": replace(
        GUILTY["a message asking to locate him"], text="Please locate Kelmes Adda, born 20.01.1990."),
    "a passport in a message": replace(
        GUILTY["a passport in a message"], text="Please seize passport QM773095 and detain the holder."),
    "a passport reported revoked": replace(
        GUILTY["a passport reported revoked"],
        person=Person(documents=(IdentityDocument(kind="passport", number="QM 773095"),))),
}
SEND = {Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion, Channel.MESSAGE: SendMessage,
        Channel.DOCUMENT_ENTRY: ReportDocument}


def sent(desk: Desk, communication: Communication) -> CaseFile:
    """Sent by the ally; then a recipient comes to look."""
    wiring.perform(SEND[communication.channel](communication=communication), sitting=ALLY, at=desk.at)
    wiring.reader(RECIPIENT, "incoming", desk.at).incoming()
    return desk.file(AGAIN)


@pytest.mark.parametrize("door", GUILTY)
def test_through_every_door_he_is_linked_before_anybody_can_act(desk: WiredDesk, door: str) -> None:
    """The link names the refused file, whose data are gone; nobody but reviewers can know of the new one."""
    file = sent(desk, GUILTY[door])
    assert [link.reference for link in file.links] == [REFUSED]
    assert file.gateway is not None
    assert file.gateway.held_for is (None if file.communication.channel is Channel.NOTICE_REQUEST else HeldFor.LINKED)
    for seat in (RECIPIENT, bureau("XC")):
        assert wiring.deliver(seat.bureau, at=desk.at) == ()
        reader = wiring.reader(seat, "incoming", desk.at)
        assert reader.incoming().rows == ()
        assert reader.search(wiring.Query(document="QM448210")).rows == ()
        with pytest.raises(NotFound):
            reader.published(AGAIN)


@pytest.mark.parametrize("door", GUILTY)
def test_he_stands_first_in_the_queue(desk: WiredDesk, door: str) -> None:
    """Before an older file that is not linked; a notice by the weight of the refusal, the others by being held."""
    desk.perform(RequestNotice(communication=murder("d" * 32, person=_person("Ruvo", "Sen", "1970-02-03"),
                                                    papers=(), facts_summary="", charges=())), bureau("XA"))
    sent(desk, GUILTY[door])
    rows = wiring.reader(SECOND, "choosing_work", desk.at).queue().rows
    assert rows[0].reference == AGAIN
    if GUILTY[door].channel is not Channel.NOTICE_REQUEST:
        assert rows[0].why.startswith("Held at the gateway.")


@pytest.mark.parametrize("door", GUILTY)
def test_outwardly_nothing_differs_from_an_innocent_item(desk: WiredDesk, door: str) -> None:
    """Receipt, own page, own list, sums of deliveries and journal of the source: the same bytes but for its words."""
    from django.db import transaction

    seen = []
    for communication in (GUILTY[door], INNOCENT[door]):
        point = transaction.savepoint()
        sent(desk, communication)
        seen.append(observed(desk, communication))
        transaction.savepoint_rollback(point)
    assert seen[0] == seen[1]


def observed(desk: Desk, communication: Communication) -> bytes:
    """Everything the source can look at, with its own words taken out."""
    reader = wiring.reader(ALLY, "own_item", desk.at)
    own, row = reader.own_item(AGAIN), reader.own_items().rows[0]
    assert wiring.opened_for(ALLY, own.communication) == communication
    bare = [msgspec.to_builtins(replace(own, communication=replace(communication, person=None, text=""),
                                        row=replace(own.row, names=()))), msgspec.to_builtins(replace(row, names=()))]
    inbox = [(one.posted_at, one.message) for one in wiring.deliver(ALLY.bureau, at=desk.at)]
    sums = wiring.deliveries(ALLY, AGAIN)
    lines = [(line.what, line.reference) for line in wiring.journal_lines(ALLY)]
    return msgspec.json.encode([bare, msgspec.to_builtins(inbox), sums.sent, sums.taken_in, lines], order="sorted")


def test_the_sender_never_waits_for_the_comparison(desk: WiredDesk) -> None:
    """Its receipt is there, the file is not looked at; nor is it when the sender itself looks after it."""
    communication = GUILTY["a message asking to locate him"]
    wiring.perform(SendMessage(communication=communication), sitting=ALLY, at=desk.at)
    assert [one.message.kind for one in wiring.deliver(ALLY.bureau, at=desk.at)] == ["receipt"]
    wiring.reader(ALLY, "own_item", desk.at).own_item(AGAIN)
    assert File.objects.get(pk=AGAIN).arriving
    wiring.reader(RECIPIENT, "incoming", desk.at)
    assert not File.objects.get(pk=AGAIN).arriving


def test_an_innocent_message_goes_on_as_soon_as_anybody_looks(desk: WiredDesk) -> None:
    """At once for its recipients."""
    sent(desk, INNOCENT["a message asking to locate him"])
    assert [one.message.reference for one in wiring.deliver(RECIPIENT.bureau, at=desk.at)] == [AGAIN]
    assert wiring.reader(RECIPIENT, "incoming", desk.at).published(AGAIN).communication is not None
    assert Files(bureaus=tuple, order=None).arriving(apart_from=None, most=5) == []
