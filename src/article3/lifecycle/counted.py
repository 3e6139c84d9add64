"""What of an event may be counted: a few codes of closed lists that the journal keeps beside the digest.

A code says what kind of thing happened, never about whom. Grounds are counted in groups, and the group that holds the
refugee policy holds four others: an entry read alone never says that protection was the ground.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from article3.lifecycle import events as e
from article3.lifecycle import measure as m
from article3.lifecycle import review_events as r
from article3.lifecycle.coverage import CoverageReported
from article3.lifecycle.delivery import chasing
from article3.lifecycle.delivery import journalled as d
from article3.lifecycle.person_question import DeskQuestionAnswered, QuestionPut
from article3.lifecycle.rule_draft import VoteCast
from article3.lifecycle.spot_check import AuditFoundWrong
from article3.terms.counting import FAMILY_OF, GROUP_OF, CountedGround
from article3.terms.reasons import PublicCode

Codes = dict[str, str]


def counted(event: e.Event) -> Codes:
    """The codes of an event by name; empty where nothing of it is counted but that it happened."""
    read = _READ.get(type(event))
    return {name: value for name, value in read(event).items() if value} if read else {}


def _received(event: e.CommunicationReceived) -> Codes:
    sent = event.communication
    families = sorted({FAMILY_OF[kind].value for kind in event.offence_kinds})
    return {"channel": sent.channel.value, "colour": sent.colour.value if sent.colour else "",
            "families": " ".join(families)}


def _decided(event: r.DecisionTaken) -> Codes:
    decision = event.decision
    grounds = dict.fromkeys(GROUP_OF[ground] for ground in decision.grounds)
    first = next(iter(grounds), None)
    if first is None and decision.reasons.public is not PublicCode.COMPLIANT:
        first = CountedGround.OTHER
    return {"resolution": decision.resolution.value, "public": decision.reasons.public.value,
            "ground": first.value if first else "", "first": decision.signatures[0].officer}


def _ended(event: Any) -> Codes:
    return {"code": event.ending.code, "public": event.ending.public.value if event.ending.public else ""}


def _recalled(event: e.DiffusionRecalled) -> Codes:
    return {**_ended(event), "owing": " ".join(event.recipients)}


def _examined(event: e.ArrivalExamined) -> Codes:
    refused = sum(link.kind.value == "repeats_refused" for link in event.links)
    return {"held": event.held_for.value if event.held_for else "", "repeats": str(refused or "")}


def _on_measure(event: m.MeasureEvent) -> Codes:
    return {"measure": event.measure.value, "bureau": event.bureau}


_READ: Mapping[type[e.Event], Callable[[Any], Codes]] = MappingProxyType({
    e.CommunicationReceived: _received,
    e.ArrivalExamined: _examined,
    CoverageReported: lambda event: {"received": str(event.received), "screened": str(event.screened)},
    r.ReviewOpened: lambda event: {"occasion": event.occasion.value},
    r.DecisionTaken: _decided,
    e.NoticePublished: lambda event: {"edition": str(event.notice.edition)},
    e.RequestRefused: _ended, e.NoticeCancelled: _ended, e.NoticeWithdrawn: _ended, e.FileExpired: _ended,
    e.DiffusionRecalled: _recalled,
    **dict.fromkeys((m.MeasureProposed, m.MeasureDecided, m.MeasureChangeProposed, m.MeasureRenewed, m.MeasureSoftened,
                     m.MeasureEnded, m.MeasureLapsed), _on_measure),
    QuestionPut: lambda event: {"signal": event.signal.value},
    DeskQuestionAnswered: lambda event: {"signal": event.signal.value},
    AuditFoundWrong: lambda event: {"ground": GROUP_OF[event.grounds[0]].value},
    VoteCast: lambda event: {"say": event.say.value},
    d.RemovalSigned: lambda event: {"answer": event.answer.value},
    chasing.RemovalReminded: lambda event: {"bureau": event.to, "number": str(event.number)},
    chasing.RemovalEscalated: lambda event: {"bureau": event.to},
})
