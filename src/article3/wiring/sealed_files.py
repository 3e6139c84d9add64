"""What every act is asked about the sealed files before it happens, and the door they are asked through.

At the gateway: does this meet somebody under seal? Before anything goes out: does something stand in the way? Before
outward words: do they repeat what was said in confidence? Before a bureau passes something on: does its own country
protect somebody it may be about? Where nobody answers at the door, nothing goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from subprocess import Popen
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.access.copied import copied_sentences
from article3.acts.add_caveat import AddCaveat
from article3.acts.ask_requester import AskRequester
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.examine_arrival import ExamineArrival
from article3.acts.let_held_pass import LetHeldPass
from article3.acts.ports import NotFound, Register
from article3.acts.publish_notice import PublishNotice
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.send_message import SendMessage
from article3.lifecycle.decision import FAVOURABLE
from article3.register import persons
from article3.sealed import door
from article3.terms.communication import BureauCode, Channel, Communication, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from article3.wiring import sealing_room

Answer = TypeVar("Answer")
IN_THE_WAY = ("What is kept under seal stands in the way of this: it cannot go out. It may be refused in the words for "
              "every undisclosed ground.")  # fmt: skip
HOST_FIRST = ("Stop. This may be about somebody your own country protects. Do not pass on where they are or travel. "
              "Ask your country's refugee authority first; nothing was sent and nobody was told.")  # fmt: skip
COPIED = "This sentence repeats what was said in confidence; write it anew, from the file alone: “{sentence}”"
SHUT = "The sealed files do not answer. Nothing was done; try again in a minute."
_GOES_OUT = (PublishNotice, ConfirmCompliance, LetHeldPass)
_OUTWARD = (AskRequester, ConsultBureau, AddCaveat)


def open_up() -> Popen[bytes] | None:
    """Start the worker of the sealed files as a child of this process; None where one answers already."""
    return None if settings.SEALED_FOLDER is None else door.open_up(settings.SEALED_FOLDER)


def ask(
    question: str, kind: type[Answer], /, sitting: Sitting | None, at: datetime | None = None, **fields: Any
) -> Answer:
    """One question at the door. Raises Refused when it is shut, NotFound where the installation keeps none."""
    if settings.SEALED_FOLDER is None:
        raise NotFound
    try:
        return door.ask(settings.SEALED_FOLDER, question, kind, who=sitting, at=at or timezone.now(), **fields)
    except door.Shut as shut:
        raise Refused(SHUT) from shut


def before_the_act(order: Any, sitting: Sitting, at: datetime) -> None:
    """The host's own protective information comes first: raises Refused with the sentence that stops the officer."""
    if settings.SEALED_FOLDER is None or sitting.bureau is None:
        return
    if isinstance(order, SendMessage):
        sent, about = order.communication, None
    elif isinstance(order, ReplyToConsultation):
        sent, about = _in_words(order, sitting.bureau), order.reference
    else:
        return
    if ask("host_is_warned", bool, sitting, at, bureau=sitting.bureau, sent=sent, reference=about):
        raise Refused(HOST_FIRST, "Refugee policy")


def informed(order: Any, sitting: Sitting, at: datetime, register: Register) -> Any:
    """The order with what the sealed files say of it; raises Refused where they stand in its way."""
    if settings.SEALED_FOLDER is None:
        return order
    if isinstance(order, ExamineArrival):
        file = sealing_room.for_the_guard(register.file(order.reference))
        return replace(order, hold=ask("look", bool, sitting, at, sent=file.communication, arriving=True))
    goes_out = isinstance(order, _GOES_OUT) or getattr(order, "resolution", None) in FAVOURABLE
    if goes_out and ask("stands_in_the_way", bool, sitting, at, reference=order.reference):
        raise Refused(IN_THE_WAY, "GA-2017-86-RES-09")
    if isinstance(order, _OUTWARD):
        _require_own_words(order, sitting, at, register)
    return order


def forget_files(references: Iterable[str], sitting: Sitting, at: datetime) -> None:
    """What the sealed files know of erased files goes: whom each was about, and the words that named somebody."""
    if settings.SEALED_FOLDER is not None:
        for reference in references:
            ask("file_erased", int, sitting, at, reference=reference)


def flagged(text: str, reference: Reference, sitting: Sitting, at: datetime, register: Register) -> tuple[str, ...]:
    """The sentences of an outward text that repeat a consulted bureau's reply or what was given in confidence."""
    replies = [asked.reply for asked in register.file(reference).consultations if asked.reply]
    found = [*copied_sentences(text, replies), *ask("copied", list[str], sitting, at, reference=reference, text=text)]
    return tuple(dict.fromkeys(found))


def _require_own_words(order: Any, sitting: Sitting, at: datetime, register: Register) -> None:
    for sentence in flagged("\n".join(_words_of(order)), order.reference, sitting, at, register):
        raise Refused(COPIED.format(sentence=sentence), "Confidential information")


def _words_of(order: Any) -> list[str]:
    if isinstance(order, AskRequester):
        return [asking.text for asking in order.questions]
    return [order.question] if isinstance(order, ConsultBureau) else [order.text]


def _in_words(order: ReplyToConsultation, bureau: BureauCode) -> Communication:
    """The reply; in a bureau's own installation, which has no more of the file, with the question it answers."""
    asked: list[str] = []
    if settings.SEAT:
        with transaction.atomic():
            asked = [each.question for each in persons.file(order.reference).consultations
                     if each.id == order.consultation]  # fmt: skip
    text = "\n".join((*asked, order.reply))
    return Communication(reference=order.reference, channel=Channel.MESSAGE, source=bureau, text=text)
