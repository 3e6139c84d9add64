"""What each operation does: it reads through the Reader, or performs one act. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from msgspec import json

from article3 import wiring
from article3.access.outward import Status, outward
from article3.access.why import Why
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.withdraw_notice import WithdrawNotice
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication, write_communication
from article3.register.pages import CaveatShown, NotFound, OutcomeShown, OwnRow
from article3.register.reader import Reader
from article3.sites.api import asked, problems, shapes
from article3.sites.api.asked import Call
from article3.sites.api.door import etag
from article3.terms.communication import Channel, Communication, Reference
from article3.terms.finding import Finding
from article3.terms.knowledge import KnownFact

ORDERS: dict[Channel, Any] = {Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion,
                              Channel.MESSAGE: SendMessage, Channel.DOCUMENT_ENTRY: ReportDocument}  # fmt: skip
SIZE = 50


def seat(call: Call) -> shapes.Seat:
    """Who the key sits for."""
    who = call.sitting
    return shapes.Seat(seat=who.seat, role=who.role, clearance=who.clearance)


# --- a bureau's own items


def items(call: Call) -> shapes.Items:
    """What this bureau sent."""
    page = _own(call).own_items(call.query.get("after", ""), call.query.get("size", SIZE))
    return shapes.Items(items=[shapes.ItemRow(**_row(row)) for row in page.rows], next=page.next_cursor)


def item(call: Call) -> shapes.Item:
    """One own item."""
    reference = _reference(call)
    found = _own(call).own_item(reference)
    return shapes.Item(
        **_row(found.row), communication=_document(call, found.communication) or {},
        published=_document(call, found.published), questions=[
            shapes.Question(id=q.id, text=q.text, field=q.field, asked_on=q.asked_on, deadline=q.deadline,
                            answer=q.answer, answered_on=q.answered_on) for q in found.questions],
        outcome=_outcome(found.outcome), caveats=_caveats(found.caveats), valid_until=found.valid_until,
        suspended_until=found.suspended_until,
        turned_back=list(wiring.turned_back(call.sitting, reference)))  # fmt: skip


def send(call: Call) -> wiring.Answer:
    """A new item of this bureau."""
    document = asked.document(call.body)
    bureau, reference = call.sitting.bureau, wiring.new_reference()
    if bureau is None or not wiring.covers(RequestNotice, call.sitting):
        raise problems.Trouble("mandate")
    if isinstance(document, dict):
        document.setdefault("made_on", timezone.localdate().isoformat())
    try:
        sent = read_communication(document, reference=reference, source=bureau)
    except Unreadable as unreadable:
        raise problems.in_form(unreadable.problems) from None
    wiring.perform(ORDERS[sent.channel](communication=sent), sitting=call.sitting)
    return _made(call, reference, 201)


def withdraw(call: Call) -> wiring.Answer:
    """An own item is withdrawn, if it is still as its source has read it."""
    wanted = asked.record(call.body, shapes.Withdrawal)
    return _own_change(call, WithdrawNotice(reference=_reference(call), code=wanted.code, because=wanted.because))


def answer(call: Call) -> wiring.Answer:
    """Questions on an own item are answered."""
    wanted = asked.record(call.body, shapes.Answers)
    answers = tuple((each.question, each.text) for each in wanted.answers)
    return _own_change(call, AnswerQuestions(reference=_reference(call), answers=answers))


def deliveries(call: Call) -> shapes.Deliveries:
    """Who was told of a record."""
    found = wiring.deliveries(call.sitting, _reference(call))
    return shapes.Deliveries(sent=found.sent, taken_in=found.taken_in, each=[
        shapes.Delivery(bureau=each.bureau, kind=each.kind, posted_at=each.posted_at, taken_in_at=each.taken_in_at)
        for each in found.each])  # fmt: skip


# --- what reached a bureau


def records(call: Call) -> shapes.Records:
    """What reached this bureau."""
    page = _incoming(call).incoming(call.query.get("after", ""), call.query.get("size", SIZE))
    return shapes.Records(next=page.next_cursor, records=[
        shapes.RecordRow(reference=row.reference, channel=row.channel, colour=row.colour, source=row.source,
                         mark=row.mark, names=list(row.names), birth_dates=list(row.birth_dates),
                         nationalities=list(row.nationalities), caveats=_caveats(row.caveats),
                         reached_at=row.shown_at) for row in page.rows])  # fmt: skip


def record(call: Call) -> shapes.Record:
    """One record as it reached this bureau."""
    found = _incoming(call).published(_reference(call))
    return shapes.Record(
        reference=found.reference, channel=found.channel, colour=found.colour, source=found.source, mark=found.mark,
        mark_text=gettext(outward(found.mark).sentence), level=found.level, valid_until=found.valid_until,
        communication=_document(call, found.communication), caveats=_caveats(found.caveats),
        reached_at=found.reached_at)  # fmt: skip


def messages(call: Call) -> shapes.Messages:
    """Messages to this bureau; those still owed are taken in."""
    if call.sitting.bureau is None or not wiring.covers(AnswerQuestions, call.sitting):
        raise NotFound
    wiring.deliver(call.sitting.bureau)
    after = call.query.get("after", 0)
    found = wiring.inbox(call.sitting, after=after)
    return shapes.Messages(last=found[-1].number if found else after, messages=[
        shapes.Message(number=each.number, kind=each.message.kind, reference=each.message.reference,
                       texts=[gettext(outward(text).sentence) for text in each.message.texts],
                       posted_at=each.posted_at) for each in found])  # fmt: skip


# --- the task force's desk


def queue(call: Call) -> shapes.Queue:
    """What waits at the desk."""
    eyes = wiring.reader(call.sitting, Why.CHOOSING_WORK)
    page = eyes.queue(call.query.get("after", ""), call.query.get("size", SIZE))
    return shapes.Queue(next=page.next_cursor, files=[
        shapes.QueueRow(reference=row.reference, channel=row.channel, colour=row.colour, source=row.source,
                        state=row.state, names=list(row.names), received_at=row.received_at, due_on=row.clock_at,
                        why=row.why, assigned=row.assigned, taken=row.taken) for row in page.rows])  # fmt: skip


def case(call: Call) -> shapes.Case:
    """One file as far as this seat may read it."""
    page = wiring.reader(call.sitting, Why.EXAMINATION).case(_reference(call))
    file, known = page.file, wiring.facts_on_record(call.sitting, page)
    found = file.assessed.findings if file.assessed else ()
    return shapes.Case(
        reference=file.reference, version=page.version, state=file.state, source=file.source,
        received_at=file.received_at, communication=dict(write_communication(file.communication)),
        findings=[_finding(each) for each in found], facts=[_fact(each) for each in known],
        readings=dict(page.readings))  # fmt: skip


def provenance(call: Call) -> dict[str, Any]:
    """Where the decisions on a file come from."""
    return wiring.provenance_of(call.sitting, Why.EXAMINATION, _reference(call))


# --- inside


def _own(call: Call) -> Reader:
    return wiring.reader(call.sitting, Why.OWN_ITEM)


def _incoming(call: Call) -> Reader:
    return wiring.reader(call.sitting, Why.INCOMING)


def _reference(call: Call) -> Reference:
    return Reference(call.path["reference"])


def _own_change(call: Call, order: Any) -> wiring.Answer:
    """Perform an order on an own item that is still as its source has read it."""
    reference = _reference(call)
    _own(call).own_item(reference)  # absent and forbidden alike, before anything else is said
    if not wiring.covers(type(order), call.sitting):
        raise problems.Trouble("mandate")
    with wiring.held_still(reference):
        if etag(item(call)) != call.read:
            raise problems.Trouble("changed")
        wiring.perform(order, sitting=call.sitting)
        return _made(call, reference, 200)


def _made(call: Call, reference: Reference, status: int) -> wiring.Answer:
    stands = _own(call).own_item(reference).row.status
    body = json.encode(shapes.Sent(reference=reference, status=Status(stands)), order="sorted").decode()
    return wiring.Answer(status=status, body=body, location=f"/api/v1/items/{reference}" if status == 201 else "")


def _document(call: Call, sent: Communication | None) -> dict[str, Any] | None:
    opened = wiring.opened_for(call.sitting, sent)
    return None if opened is None else dict(write_communication(opened))


def _row(row: OwnRow) -> dict[str, Any]:
    return {"reference": row.reference, "channel": row.channel, "colour": row.colour, "names": list(row.names),
            "status": row.status, "sent_at": row.sent_at, "due_on": row.clock_at,
            "questions_open": row.questions_open}  # fmt: skip


def _outcome(found: OutcomeShown | None) -> shapes.Decided | None:
    if found is None:
        return None
    texts = [gettext(outward(text).sentence) for text in found.texts]
    return shapes.Decided(status=found.status, on=found.on, public_code=found.public, texts=texts)


def _caveats(found: Iterable[CaveatShown]) -> list[shapes.Caveat]:
    return [shapes.Caveat(kind=each.kind, text=each.text, since=each.since) for each in found]


def _fact(known: KnownFact) -> shapes.Fact:
    value = list(known.value) if isinstance(known.value, tuple) else known.value
    return shapes.Fact(id=known.id, kind=known.kind, value=value, source=known.source, holds_from=known.holds_from,
                       holds_to=known.holds_to, learned_at=known.learned_at)  # fmt: skip


def _finding(found: Finding) -> shapes.Finding:
    return shapes.Finding(rule=found.rule, outcome=found.outcome, because=found.because, rests_on=list(found.rests_on),
                          missing=list(found.missing), advisory=found.advisory)  # fmt: skip
