"""The Secretariat's side of the letter-box: the only way between it and the Commission, signed bytes in and out.

A letter of the Commission names files and what is to be done with them; it never says who applied. An order becomes
an act in the transaction that takes it in, so that a block stands before its receipt is written.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Role
from article3.acts.implement_decision import ImplementDecision
from article3.acts.ports import NotFound
from article3.acts.put_to_source import PutToSource
from article3.acts.remind_source import RemindSource
from article3.exchange import keys, propagation, signing, wire
from article3.exchange.canonical import Content
from article3.lifecycle.bureau_letter import BureauLetter, letter_reference
from article3.lifecycle.ordered import barred
from article3.register.ledger.pages import those
from article3.register.tray import box
from article3.register.tray.box import LetterShown, OrderShown
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.redress import CommissionOrder, Correctable, Measured, ReportState
from article3.terms.sitting import CLOCK, MandateRole, SeatCode
from article3.wiring.performing import perform, reader

__all__ = ["LetterShown", "NotFound", "OrderShown", "answer_letter", "ask_leave", "letters", "tray"]
COMMISSION = "commission"
ORDER = replace(CLOCK, seat=SeatCode(COMMISSION), role=MandateRole.COMMISSION_ORDER)
"""Who acts when a letter is carried out: the Commission's order, no person of the Secretariat."""
_FIELDS = {"id", "kind", "body"}
LONGEST_ANSWER = 20_000
TO_SOURCE = "question_to_source"
"""The kind under which a question to a bureau is kept: it is on no reviewer's page."""
_BY_LETTER = frozenset({Measured.INFORM, Measured.NO_HELP})
"""Carried out when every bureau has the letter; the letter travels under the order's own id."""
_DONE_HERE = frozenset({Measured.LEAVE, Measured.LEAVE_ONLY})
"""Carried out in the register alone: no holder has to do anything."""


class Stranger(Exception):
    """The key is not the Commission's."""


def letters(data: bytes, at: datetime | None = None) -> bytes:
    """Take in what the Commission brings, and hand out what waits for it. Raises Forged, Malformed, Stranger.

    The same letter brought again has no second effect.
    """
    at = at or timezone.now()
    signed = signing.check(data)
    if signed.kind != "commission_letters" or keys.seat_of(signed.key, at) != COMMISSION:
        raise Stranger
    body = wire.exact(signed.body, {"letters", "have"})
    if not isinstance(body["letters"], list) or not isinstance(body["have"], list):
        raise wire.Malformed("letters and have are lists")
    for letter in body["letters"]:
        _taken_in(letter, at)
    with transaction.atomic():
        box.had([str(one) for one in body["have"]], at)
        _report(at)
        _answers(at)
        waiting = [{"id": one.id, "kind": one.kind, "body": one.body} for one in box.waiting()]
    answer: dict[str, Content] = {
        "request": hashlib.sha256(data).hexdigest(), "taken": [str(one["id"]) for one in body["letters"]],
        "letters": waiting,  # type: ignore[dict-item]
    }  # fmt: skip
    return signing.sign("secretariat_letters", answer, keys.own(keys.SECRETARIAT))


def tray(sitting: Any) -> tuple[tuple[LetterShown, ...], tuple[OrderShown, ...]]:
    """What the task force reads of the Commission's letters: open questions, orders and how far they are."""
    if role_of(sitting) is not Role.REVIEWER:
        raise NotFound
    return box.open_letters(), box.orders()


def answer_letter(sitting: Any, letter: str, text: str, at: datetime | None = None) -> None:
    """The task force answers a question of the Commission; its own assessment may be part of the answer."""
    at, text = at or timezone.now(), _worded(text)
    tray(sitting)
    with transaction.atomic():
        found = box.letter(letter)
        if found is None:
            raise NotFound
        box.answered(letter, at)
        _answer(letter, at, text, at)


def ask_leave(sitting: Any, file: Reference, text: str, at: datetime | None = None) -> None:
    """The task force asks whether what repeats a deleted record may be entered: only the Commission can say so.

    Raises NotFound for a file that is not there for this officer, Refused for one that nothing bars.
    """
    at, text = at or timezone.now(), _worded(text)
    tray(sitting)
    if not barred(reader(sitting, Why.EXAMINATION, at).case(file).file):
        raise Refused("It repeats nothing that was ordered deleted: nobody's leave is needed.", "Statute 39")
    with transaction.atomic():
        _write("leave_asked", {"file": file, "on": day_of(at).isoformat(), "text": text}, at)


def _taken_in(letter: Any, at: datetime) -> None:
    """One letter with all it brings about, in one transaction; a letter known already changes nothing."""
    if not isinstance(letter, dict) or set(letter) != _FIELDS or not isinstance(letter["body"], dict):
        raise wire.Malformed("a letter is id, kind and body")
    with transaction.atomic():
        if box.known(str(letter["id"])):
            return
        kind, body = str(letter["kind"]), letter["body"]
        if kind == "question" and body.get("of") == "source":
            _to_the_source(str(letter["id"]), body, at)
            return
        box.keep(str(letter["id"]), kind, body, at, outgoing=False, done=kind != "question")
        if kind == "order":
            order = _order(body)
            box.take_order(order, at, _performed(ImplementDecision(order=order), at)[1])
        elif kind == "reminder":
            _reminded(str(body.get("question", "")), at)


def _to_the_source(letter: str, body: dict[str, Any], at: datetime) -> None:
    """A question to a source goes to that bureau's desk; no reviewer reads or relays it. What cannot be put is answered
    with its reason."""
    try:
        put = PutToSource(reference=Reference(str(body["file"])), letter=letter, text=_worded(str(body["text"])),
                          answer_by=date.fromisoformat(body["due_on"]))
    except (KeyError, TypeError, ValueError) as wrong:
        raise wire.Malformed(f"this is no question: {wrong}") from wrong
    written, because = _performed(put, at)
    bureau = written.bureaus[0] if written else ""
    box.keep(letter, TO_SOURCE, body | {"bureau": bureau}, at, outgoing=False, done=bool(because))
    if because:
        _answer(letter, at, because, at)


def _reminded(question: str, at: datetime) -> None:
    """A question to a source is recalled on its desk; the task force sees its own as recalled."""
    asked = box.letter(question)
    if asked is not None and asked.kind == TO_SOURCE:
        _performed(RemindSource(reference=Reference(str(asked.body["file"])), letter=question), at)


def _answers(at: datetime) -> None:
    """What sources answered goes to the Commission, word for word."""
    waiting = [letter_reference(each.id, each.body["bureau"]) for each in box.open_letters(TO_SOURCE)]
    for page in those(BureauLetter, waiting):
        if page.answered_at is not None:
            box.answered(page.letter, at)
            _answer(page.letter, page.answered_at, page.answer, at)


def _answer(question: str, on: datetime, text: str, at: datetime) -> None:
    _write("answer", {"question": question, "on": day_of(on).isoformat(), "text": text}, at)


def _performed(order: Any, at: datetime) -> tuple[Any, str]:
    """What happened, or why it could not be carried out."""
    try:
        with transaction.atomic():
            return perform(order, sitting=ORDER, at=at), ""
    except (Refused, NotFound) as refused:
        return None, str(getattr(refused, "because", "")) or "There is no such file."


def _order(body: dict[str, Any]) -> CommissionOrder:
    try:
        return CommissionOrder(id=str(body["id"]), file=Reference(str(body["file"])),
                               measure=Measured(body["measure"]), due_on=date.fromisoformat(body["due_on"]),
                               text=str(body.get("text", "")),
                               part=Correctable(body["part"]) if body.get("part") else None)  # fmt: skip
    except (KeyError, TypeError, ValueError) as wrong:
        raise wire.Malformed(f"this is no order: {wrong}") from wrong


def _report(at: datetime) -> None:
    """A letter on every order whose state changed since it was last reported on."""
    for order in box.orders(only_open=True):
        report, complete = _state(order)
        if box.reported(order.id, report, at, complete=complete):
            _write("report", report, at)


def _state(order: OrderShown) -> tuple[dict[str, Any], bool]:
    """What is reported, and whether nothing is left to do: carried out here, and signed for by every holder."""
    found = None if order.because or order.measure in _DONE_HERE else propagation.of(
        order.id if order.measure in _BY_LETTER else order.file)  # fmt: skip
    owed = order.measure is Measured.DELETE
    countries = [] if found is None else [
        {"bureau": holder.bureau, "settled_on": _settled(holder, owed)} for holder in found.holders]
    open_ = any(not country["settled_on"] for country in countries)
    state = ReportState.IMPOSSIBLE if order.because else ReportState.INCOMPLETE if open_ else ReportState.COMPLETE
    report = {"order": order.id, "received_on": day_of(order.received_at).isoformat(), "state": state.value,
              "because": order.because, "countries": countries}
    return report, not open_


def _settled(holder: propagation.HolderShown, owed: bool) -> str:
    """The day a holder signed for its removal; of any other order, that it has the newest word."""
    if owed:
        return day_of(holder.settled_at).isoformat() if holder.settled_at else ""
    return "taken_in" if holder.taken_in else ""


def _write(kind: str, body: dict[str, Any], at: datetime) -> None:
    box.keep(secrets.token_hex(16), kind, body, at.astimezone(UTC), outgoing=True)


def _worded(text: str) -> str:
    text = text.strip()
    if not 0 < len(text) <= LONGEST_ANSWER:
        raise Refused(f"Say it in 1 to {LONGEST_ANSWER} characters.")
    return text
