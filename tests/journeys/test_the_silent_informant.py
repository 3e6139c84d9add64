"""Walk-through 6: XD tells the task force in confidence that the charges are forged. Run twice, with and without.

With the same outcome everybody else's views are identical to the byte, times included. And A04, A06: who probes for the
protected, and who is consulted, learns nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.db import transaction
from django.test import Client

from article3 import wiring
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.refuse_request import RefuseRequest
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.lifecycle.examination import Resolution
from article3.terms.communication import Channel, Communication
from article3.terms.finding import Refused
from article3.terms.knowledge import Use
from article3.terms.reasons import IfSilent
from article3.terms.sealed import Feedback, GiverKind, Opens
from article3.terms.sitting import MandateRole
from article3.wiring import confidence
from tests.acts.situations import GROUNDS, UNFAVOURABLE, wanted_diffusion
from tests.desk import FIRST, REFERENCE, bureau, murder, sitting
from tests.sealed.people import CUSTODIAN, IKO, attested
from tests.wiring.test_wiring import WiredDesk, seat_members

INFORMANT = bureau("XD")
OBSERVERS = {"its source": bureau("XA"), "a recipient": bureau("XC"), "a stranger": bureau("XB"),
             "oversight": sitting("o" * 32, "XD", MandateRole.OVERSIGHT, "oversight")}
SEALED_ANEW = re.compile(rb'"sha256":"[0-9a-f]{64}"')
"""The digest of a message's sealed paper: sealed anew each time, it differs between any two runs."""
NOTE = "The charges are forged. The warrant was written in the minister's office and signed by nobody."


@pytest.fixture
def desk(db: None, sealed: Path) -> WiredDesk:
    """Five bureaus, an empty register, and sealed files that answer."""
    seat_members()
    return WiredDesk()


def _informed(desk: WiredDesk) -> str:
    return confidence.give_information(INFORMANT, IKO, NOTE, Use.ORIGIN_HIDDEN, at=desk.at)


def _refused(desk: WiredDesk) -> None:
    """The same two reviewers come to the same refusal, whatever they know."""
    desk.requested()
    desk.examined()
    desk.proposed(resolution=Resolution.REFUSE, reasons=UNFAVOURABLE, grounds=GROUNDS)
    desk.decided()
    desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)


def _seen(desk: WiredDesk) -> dict[str, bytes]:
    return {name: _by(sitting, desk) for name, sitting in OBSERVERS.items()} | {"the public": _public()}


def _by(observer: Any, desk: WiredDesk) -> bytes:
    reader, found = wiring.reader(observer, "own_item", desk.at), []
    looks = (reader.own_items, reader.incoming, reader.consultations, lambda: reader.own_item(REFERENCE),
             lambda: reader.published(REFERENCE), lambda: wiring.deliveries(observer, REFERENCE),
             lambda: reader.search(wiring.Query(name="vortan")), lambda: wiring.figures(observer))
    for look in looks:
        try:
            found.append(msgspec.to_builtins(look()))
        except (NotFound, Refused) as no:
            found.append(str(no))
    if observer.bureau:
        found.append([(one.posted_at.isoformat(), msgspec.to_builtins(one.message))
                      for one in wiring.deliver(observer.bureau, at=desk.at)])
    lines = wiring.journal_lines(observer, most=100)
    found.append([(line.sequence, line.what, line.reference, line.why, line.officer, line.seat) for line in lines])
    return SEALED_ANEW.sub(b"", msgspec.json.encode(found, order="sorted"))


def _public() -> bytes:
    client = Client()
    pages = ("/public/", "/public/notices/", "/public/limits/", "/public/drop/back/")
    return b"".join(client.get(page).content.split(b"csrfmiddlewaretoken")[0] for page in pages)


def test_with_and_without_the_note_everybody_else_sees_the_same_bytes(desk: WiredDesk) -> None:
    """Its source, its recipients, strangers, oversight with the whole journal, the public."""
    runs = []
    for informs in (False, True):
        point = transaction.savepoint()
        if informs:
            _informed(desk)
        _refused(desk)
        if informs:
            assert confidence.custodian_desk(CUSTODIAN).doubts == ()
        runs.append(_seen(desk))
        transaction.savepoint_rollback(point)
    for name in runs[0]:
        assert runs[0][name] == runs[1][name], name


def test_the_reviewer_reads_it_uses_it_and_the_giver_is_told_one_word(desk: WiredDesk) -> None:
    """Content yes, origin no; feedback at a beat a week later; never to a giver who is the source itself."""
    id = _informed(desk)
    own = confidence.give_information(bureau("XA"), IKO, "He is a murderer.", Use.ORIGIN_HIDDEN, at=desk.at)
    desk.requested()
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    seal = confidence.under_seal(FIRST, REFERENCE)
    assert {piece.text for piece in seal.pieces} == {NOTE, "He is a murderer."}
    assert all(piece.origin is None for piece in seal.pieces) and not seal.protected
    confidence.release_fact(FIRST, REFERENCE, id, "acquitted", True, at=desk.at)
    known = [fact for fact in desk.file().established if fact.fact == "acquitted"]
    assert known and "XD" not in repr(known)
    for piece in (id, own):
        confidence.tell_giver(FIRST, REFERENCE, piece, Feedback.HELPED, at=desk.at)
    soon, later = desk.at + timedelta(days=7), desk.at + timedelta(days=7, hours=6)
    assert confidence.given_one(INFORMANT, id=id, at=soon).feedback is None
    assert confidence.given_one(INFORMANT, id=id, at=later).feedback is Feedback.HELPED
    assert confidence.given_one(bureau("XA"), id=own, at=later).feedback is None


def test_a_denial_to_open_is_kept_and_the_origin_stays_shut(desk: WiredDesk) -> None:
    """By its giver, who need not give a reason a court would accept."""
    id = _informed(desk)
    desk.requested()
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    opening = confidence.ask_to_open(FIRST, REFERENCE, id, Opens.ORIGIN, "To weigh it.")
    with pytest.raises(Refused, match="waiting for an answer"):
        confidence.ask_to_open(FIRST, REFERENCE, id, Opens.ORIGIN, "Again.")
    confidence.answer_opening(INFORMANT, opening, granted=False, because="It would be known who told us.", id=id)
    [asked] = confidence.under_seal(FIRST, REFERENCE).pieces[0].openings
    assert asked.closed and not asked.opened and asked.giver is not None
    assert confidence.under_seal(FIRST, REFERENCE).pieces[0].origin is None
    with pytest.raises(Refused, match="has not granted"):
        confidence.hand_over_origin(CUSTODIAN, id, opening, granted=True, because="I would like to.")


def test_whoever_came_by_code_is_found_too_and_trusted_less(desk: WiredDesk) -> None:
    """The same protection: content without origin."""
    confidence.drop_information(IKO, NOTE, Use.ONLY_TO_REFUSE, kind=GiverKind.UN_BODY, says_it_is="A field office",
                                at=desk.at)
    desk.requested()
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    [piece] = confidence.under_seal(FIRST, REFERENCE).pieces
    assert (piece.text, piece.trusted, piece.origin, piece.use) == (NOTE, False, None, Use.ONLY_TO_REFUSE)


def test_a06_a_consulted_bureau_learns_neither_who_else_was_asked_nor_what_was_said(desk: WiredDesk) -> None:
    """A06: its own question and reply; and a reviewer who copies another's reply, or the note, is stopped."""
    _informed(desk)
    desk.requested()
    desk.perform(OpenReview(reference=REFERENCE), FIRST)
    before = wiring.reader(bureau("XB"), "consulted", desk.at).consultations()
    _consult(desk, "XC", "What do you know of him?")
    desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c-XC",
                                     reply="He lives with his sister above the old pharmacy."), bureau("XC"))
    assert wiring.reader(bureau("XB"), "consulted", desk.at).consultations() == before
    for copied in ("Is it true that he lives with his sister above the old pharmacy?",
                   "We hear the warrant was written in the minister's office. Is that so?"):
        with pytest.raises(Refused, match="write it anew"):
            _consult(desk, "XB", copied)
        with pytest.raises(Refused, match="write it anew"):
            desk.perform(AskRequester(reference=REFERENCE, questions=(
                Asking(id="q9", text=copied, deadline=desk.at.date() + timedelta(days=9)),)), FIRST)
    _consult(desk, "XB", "Who issued the warrant, and where does he live?")


def _consult(desk: WiredDesk, code: str, question: str) -> None:
    desk.perform(ConsultBureau(reference=REFERENCE, consultation=f"c-{code}", bureau=code, question=question,
                               deadline=desk.at.date() + timedelta(days=9), if_silent=IfSilent.DECIDED_ON_THE_FILE),
                 FIRST)


PROBES: dict[str, tuple[type, Communication]] = {
    "a request": (RequestNotice, murder()),
    "a diffusion": (SendDiffusion, wanted_diffusion()),
    "a message": (SendMessage, Communication(
        reference=REFERENCE, channel=Channel.MESSAGE, source="XA", recipients=("XC",), subject="Assistance",
        text="Please locate Vortan Iko, born 12.06.1984, passport QM448210.")),
}


@pytest.mark.parametrize("probe", PROBES)
def test_a04_who_submits_persons_to_see_which_is_protected_sees_no_difference(desk: WiredDesk, probe: str) -> None:
    """A04: receipt, pages, lists, sums, figures, journal: the same bytes with the person protected and not."""
    order, sent = PROBES[probe]
    runs = []
    for protects in (False, True):
        if protects:
            attested(at=desk.at)
        point = transaction.savepoint()
        wiring.perform(order(communication=replace(sent)), sitting=bureau("XA"), at=desk.at)
        wiring.reader(bureau("XC"), "incoming", desk.at)  # somebody comes, and the gateway looks
        runs.append(_by(bureau("XA"), desk))
        transaction.savepoint_rollback(point)
    assert runs[0] == runs[1]


def test_a04_the_refusal_has_the_words_it_would_have_had(desk: WiredDesk) -> None:
    """A04: the request of a protected person ends like any other that does not comply."""
    runs = []
    for protects in (False, True):
        if protects:
            attested(at=desk.at)
        point = transaction.savepoint()
        _refused(desk)
        runs.append(_by(bureau("XA"), desk))
        transaction.savepoint_rollback(point)
    assert runs[0] == runs[1]
