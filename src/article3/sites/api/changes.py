"""What a bureau's programs change of its own items and answer: each an official act, on what was read."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from msgspec import json

from article3 import wiring
from article3.access.outward import Status
from article3.access.why import Why
from article3.acts.answer_consent import AnswerConsent
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.dispute_notice import DisputeNotice
from article3.acts.extend_retention import ExtendRetention
from article3.acts.note_refused_extradition import NoteRefusedExtradition
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.resume_notice import ResumeNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication
from article3.sites.api import asked, letters, orders, papers, problems, shapes, views
from article3.sites.api.asked import Call
from article3.sites.api.door import etag
from article3.terms.communication import BureauCode, Channel, Communication, Declaration, Reference

ORDERS: dict[Channel, Any] = {Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion,
                              Channel.MESSAGE: SendMessage, Channel.DOCUMENT_ENTRY: ReportDocument}  # fmt: skip


def send(call: Call) -> wiring.Answer:
    """A new item of this bureau."""
    document = asked.document(call.body)
    if call.sitting.bureau is None or not wiring.covers(RequestNotice, call.sitting):
        raise problems.Trouble("mandate")
    if isinstance(document, dict):
        document.setdefault("made_on", timezone.localdate().isoformat())
    sent = _written(call, document, wiring.new_reference())
    papers.require_brought(call, sent)
    wiring.perform(ORDERS[sent.channel](communication=sent), sitting=call.sitting)
    return _made(call, sent.reference, 201)


def update(call: Call) -> wiring.Answer:
    """The whole text of an own item as it should now read."""
    return _own_change(call, UpdateNotice(reference=views.reference(call), communication=_corrected(call)))


def to_notice(call: Call) -> wiring.Answer:
    """An own diffusion is to become the notice of this request."""
    return _own_change(call, ConvertToNotice(reference=views.reference(call), communication=_corrected(call)))


def to_diffusion(call: Call) -> wiring.Answer:
    """An own notice is kept by these bureaus only, as a diffusion."""
    wanted = asked.record(call.body, orders.ToDiffusion)
    return _own_change(call, ConvertToDiffusion(
        reference=views.reference(call), recipients=tuple(map(BureauCode, dict.fromkeys(wanted.recipients))),
        aim=wanted.aim, reason_for_diffusion=wanted.reason_for_diffusion))  # fmt: skip


def withdraw(call: Call) -> wiring.Answer:
    """An own item is withdrawn, if it is still as its source has read it."""
    wanted = asked.record(call.body, shapes.Withdrawal)
    return _own_change(call, WithdrawNotice(reference=views.reference(call), code=wanted.code, because=wanted.because))


def suspend(call: Call) -> wiring.Answer:
    """An own notice is suspended."""
    wanted = asked.record(call.body, orders.Suspension)
    return _own_change(call, SuspendNotice(reference=views.reference(call), until=wanted.until, because=wanted.because))


def resume(call: Call) -> wiring.Answer:
    """The suspension ends."""
    asked.record(call.body, orders.Nothing)
    return _own_change(call, ResumeNotice(reference=views.reference(call)))


def extend(call: Call) -> wiring.Answer:
    """The data of an own item are kept one more period."""
    wanted = asked.record(call.body, orders.Extension)
    assured = Declaration(what="extradition", officer=call.sitting.officer_name, on=timezone.localdate())
    return _own_change(call, ExtendRetention(reference=views.reference(call), months=wanted.months,
                                             because=wanted.because, assurance=assured if wanted.extradition else None))


def answer(call: Call) -> wiring.Answer:
    """Questions on an own item are answered."""
    wanted = asked.record(call.body, shapes.Answers)
    answers = tuple((each.question, each.text) for each in wanted.answers)
    return _own_change(call, AnswerQuestions(reference=views.reference(call), answers=answers))


def more_time(call: Call) -> wiring.Answer:
    """More time is asked for."""
    wanted = asked.record(call.body, orders.MoreTime)
    return _own_change(call, AskMoreTime(reference=views.reference(call), questions=tuple(wanted.questions),
                                         until=wanted.until, because=wanted.because))


def refused_extradition(call: Call) -> wiring.Answer:
    """A refusal of extradition becomes part of an own record."""
    wanted = asked.record(call.body, orders.RefusedExtradition)
    return _own_change(call, NoteRefusedExtradition(reference=views.reference(call), caveat=wiring.new_reference(),
                                                    text=wanted.text))


def consent(call: Call) -> wiring.Answer:
    """Whether an own message may be opened."""
    wanted = asked.record(call.body, orders.Consent)
    return _own_change(call, AnswerConsent(reference=views.reference(call), given=wanted.given))


def reply(call: Call) -> wiring.Answer:
    """What this bureau was asked is answered."""
    wanted, reference = asked.record(call.body, orders.Reply), views.reference(call)
    found = wiring.reader(call.sitting, Why.CONSULTED).consultation(reference, call.path["consultation"])
    _require_mandate(call, ReplyToConsultation)
    wiring.perform(ReplyToConsultation(reference=reference, consultation=found.id, reply=wanted.reply),
                   sitting=call.sitting)  # fmt: skip
    return _done(letters.Given(reference=reference))


def dispute(call: Call) -> wiring.Answer:
    """A record of another bureau is disputed."""
    wanted, reference = asked.record(call.body, orders.Dispute), views.reference(call)
    wiring.reader(call.sitting, Why.INCOMING).published(reference)
    _require_mandate(call, DisputeNotice)
    order = DisputeNotice(reference=reference, dispute=wiring.new_reference(), reason=wanted.reason, text=wanted.text)
    wiring.perform(order, sitting=call.sitting)
    return _done(letters.Given(reference=order.dispute))


# --- inside


def _own_change(call: Call, order: Any) -> wiring.Answer:
    """Perform an order on an own item that is still as its source has read it."""
    reference = views.reference(call)
    views.own(call).own_item(reference)  # absent and forbidden alike, before anything else is said
    _require_mandate(call, type(order))
    with wiring.held_still(reference):
        if etag(views.item(call)) != call.read:
            raise problems.Trouble("changed")
        wiring.perform(order, sitting=call.sitting)
        return _made(call, reference, 200)


def _corrected(call: Call) -> Communication:
    """The new text of an own item; its papers are its own, or brought by this seat."""
    document, reference = asked.document(call.body), views.reference(call)
    former = views.own(call).own_item(reference).communication
    read = _written(call, document, reference)
    papers.require_brought(call, read, former)
    return read


def _written(call: Call, document: Any, reference: Reference) -> Communication:
    try:
        return read_communication(document, reference=reference, source=call.sitting.bureau)
    except Unreadable as unreadable:
        raise problems.in_form(unreadable.problems) from None


def _require_mandate(call: Call, order: type) -> None:
    if not wiring.covers(order, call.sitting):
        raise problems.Trouble("mandate")


def _made(call: Call, reference: Reference, status: int) -> wiring.Answer:
    stands = views.own(call).own_item(reference).row.status
    said = shapes.Sent(reference=reference, status=Status(stands))
    return _done(said, status, f"/api/v1/items/{reference}" if status == 201 else "")


def _done(said: Any, status: int = 200, location: str = "") -> wiring.Answer:
    return wiring.Answer(status=status, body=json.encode(said, order="sorted").decode(), location=location)
