"""What each operation does: it reads through the Reader, or performs one act. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from article3 import wiring
from article3.access.outward import outward
from article3.access.why import Why
from article3.acts.answer_questions import AnswerQuestions
from article3.intake.reading import write_communication
from article3.register.pages import CasePage, CaveatShown, NotFound, OutcomeShown, OwnRow
from article3.register.reader import Reader
from article3.sites.api import letters, shapes
from article3.sites.api.asked import Call
from article3.terms.communication import Communication, Reference
from article3.terms.finding import Finding
from article3.terms.knowledge import KnownFact, holds
from article3.wiring.dispute_room import own_disputes

SIZE = 50


def seat(call: Call) -> shapes.Seat:
    """Who the key sits for."""
    who = call.sitting
    return shapes.Seat(seat=who.seat, role=who.role, clearance=who.clearance)


# --- a bureau's own items


def items(call: Call) -> shapes.Items:
    """What this bureau sent."""
    page = own(call).own_items(call.query.get("after", ""), call.query.get("size", SIZE))
    return shapes.Items(items=[shapes.ItemRow(**_row(row)) for row in page.rows], next=page.next_cursor)


def item(call: Call) -> shapes.Item:
    """One own item, now or as this bureau could read it at an instant."""
    which, then = reference(call), call.query.get("known_at")
    found = wiring.own_item_known_at(call.sitting, which, then) if then else own(call).own_item(which)
    return shapes.Item(
        **_row(found.row), communication=_document(call, found.communication) or {},
        published=_document(call, found.published), questions=[
            shapes.Question(id=q.id, text=q.text, field=q.field, asked_on=q.asked_on, deadline=q.deadline,
                            answer=q.answer, answered_on=q.answered_on, more_time_until=q.more_time_until,
                            more_time_granted=q.more_time_granted) for q in found.questions],
        outcome=_outcome(found.outcome), caveats=_caveats(found.caveats), valid_until=found.valid_until,
        suspended_until=found.suspended_until, retention_asked_on=found.retention_asked_on,
        converting=found.converting, consents=[
            shapes.ConsentAsked(because=each.because, asked_on=each.asked_on, given=each.given)
            for each in found.consents],
        turned_back=[] if then else list(wiring.turned_back(call.sitting, which)))  # fmt: skip


def deliveries(call: Call) -> shapes.Deliveries:
    """Who was told of a record."""
    found = wiring.deliveries(call.sitting, reference(call))
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
    found = _incoming(call).published(reference(call))
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


def consultations(call: Call) -> letters.Consultations:
    """What this bureau was asked about files it does not see."""
    eyes = wiring.reader(call.sitting, Why.CONSULTED)
    page = eyes.consultations(call.query.get("after", ""), call.query.get("size", SIZE))
    return letters.Consultations(next=page.next_cursor, consultations=[
        letters.Consultation(reference=each.reference, id=each.id, question=each.question, asked_on=each.asked_on,
                            deadline=each.deadline, if_silent=each.if_silent, reply=each.reply,
                            replied_on=each.replied_on, open=each.open) for each in page.rows])  # fmt: skip


def disputes(call: Call) -> letters.Disputes:
    """What this bureau disputes, and the answers."""
    return letters.Disputes(disputes=[
        letters.DisputeRow(dispute=each.reference, reference=each.file, reason=each.reason, text=each.text,
                          raised_at=each.at, answer_by=each.answer_by, answer=each.answer, answered_at=each.answered_at)
        for each in own_disputes(call.sitting)])  # fmt: skip


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
    """One file as far as this seat may read it, now or as it was known at an instant; facts as they hold on a day."""
    page, on = _case_page(call), call.query.get("as_of")
    file, known = page.file, wiring.facts_on_record(call.sitting, page)
    found = file.assessed.findings if file.assessed else ()
    return shapes.Case(
        reference=file.reference, version=page.version, state=file.state, source=file.source,
        received_at=file.received_at, communication=dict(write_communication(file.communication)),
        findings=[_finding(each) for each in found], facts=[
            _fact(each) for each in known if on is None or holds(each.holds_from, each.holds_to, on)],
        readings=dict(page.readings))  # fmt: skip


def provenance(call: Call) -> dict[str, Any]:
    """Where the decisions on a file come from."""
    return wiring.provenance_of(call.sitting, Why.EXAMINATION, reference(call), call.query.get("known_at"))


# --- inside


def _case_page(call: Call) -> CasePage:
    then = call.query.get("known_at")
    if then is not None:
        return wiring.case_known_at(call.sitting, Why.EXAMINATION, reference(call), then)
    return wiring.reader(call.sitting, Why.EXAMINATION).case(reference(call))


def own(call: Call) -> Reader:
    """The bureau's eyes on its own items."""
    return wiring.reader(call.sitting, Why.OWN_ITEM)


def _incoming(call: Call) -> Reader:
    return wiring.reader(call.sitting, Why.INCOMING)


def reference(call: Call) -> Reference:
    """The record named in the address."""
    return Reference(call.path["reference"])


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
