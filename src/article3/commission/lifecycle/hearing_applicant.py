"""The applicant is heard: a message with its papers goes onto the file, an answer closes its question (Statute 34)."""

from __future__ import annotations

from dataclasses import replace

from article3.commission.lifecycle.heard import Message, MessageKind
from article3.commission.lifecycle.own_file import own_file
from article3.commission.lifecycle.request import Asked, CommissionRequest, Step
from article3.terms.clocks import day_of
from article3.terms.finding import Refused

MOST_MESSAGES = 200
MESSAGE_CHARACTERS = 10_000
COUNTRY_CHARACTERS = 60


def hear(request: CommissionRequest, message: Message) -> CommissionRequest:
    """The request with the message. Raises Refused for an empty message, or one there is no place for."""
    if not (message.text.strip() or message.papers or message.kind is not MessageKind.MESSAGE):
        raise Refused("Write something, or attach a file.")
    if len(message.text) > MESSAGE_CHARACTERS or len(message.about) > COUNTRY_CHARACTERS:
        raise Refused("A message takes at most 10,000 characters. Attach a long text as a file.")
    if len(request.messages) >= MOST_MESSAGES:
        raise Refused("There are 200 messages already. Wait for the Commission's answer.")
    step = Step(what="heard", at=message.at, by=None, about=message.kind.value)
    kept = replace(request, messages=(*request.messages, message), steps=(*request.steps, step))
    return _OF_KIND[message.kind](kept, message)


def _written(request: CommissionRequest, message: Message) -> CommissionRequest:
    return request


def _answers(request: CommissionRequest, message: Message) -> CommissionRequest:
    if not any(asked.id == message.about and asked.open and asked.of is Asked.APPLICANT for asked in request.questions):
        raise Refused("This question is answered already.", "Statute 34")
    if not message.text.strip():
        raise Refused("Write your answer.", "Statute 34")
    return replace(request, questions=tuple(
        replace(asked, answered_on=day_of(message.at), answer=message.text.strip()) if asked.id == message.about
        else asked for asked in request.questions))


def _not_updated(request: CommissionRequest, message: Message) -> CommissionRequest:
    if own_file(request, day_of(message.at)).completed is None:
        raise Refused("There is no certificate yet that a country could have failed to follow.", "Statute 41")
    if not message.about.strip():
        raise Refused("Name the country.")
    return request


def _wants_ruling(request: CommissionRequest, message: Message) -> CommissionRequest:
    if own_file(request, day_of(message.at)).ruling_offered_on is None or request.ruling_wanted is not None:
        raise Refused("No ruling is offered now.")
    return replace(request, ruling_wanted=message.about == "yes")


_OF_KIND = {MessageKind.MESSAGE: _written, MessageKind.ANSWER: _answers, MessageKind.NOT_UPDATED: _not_updated,
            MessageKind.RULING_WANTED: _wants_ruling}


