"""The questions of the custodian: requests to open an origin, whether two are one person, and the log."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from article3.acts.ports import NotFound
from article3.lifecycle import information as life
from article3.lifecycle.possible import worded
from article3.sealed import attesting
from article3.sealed.drawers import Asking, Tie, information, keep, put_tie, record, ties
from article3.sealed.words import Desk, Doubt, LogLine, Question, Waiting
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sealed import Attestation, Opens, Sameness, SealedId, Word


def desk(asking: Asking) -> Desk:
    """The custodian's desk."""
    asked = [Waiting(record=known.id, opening=opening) for id in asking.store.tagged("content")
             for known in (information(asking.store, SealedId(id)),) for opening in known.openings
             if opening.opens is Opens.ORIGIN]
    waiting = [each for each in asked if each.opening.giver and each.opening.giver.granted and not each.opening.closed]
    doubts = [_doubt(asking, tie) for tie in ties(asking.store, open=True)]
    return Desk(waiting=tuple(waiting), answered=tuple(each for each in asked if each.opening.closed),
                doubts=tuple(sorted(doubts, key=lambda doubt: doubt.at)), alarms=tuple(attesting.alarms(asking)),
                sampled=tuple(attesting.sampled(asking)))


def hand_over(asking: Asking, id: SealedId, opening: SealedId, granted: bool, because: str) -> SealedId:
    """The custodian hands an origin over to the reviewer who asked, or refuses; both are kept."""
    assert asking.who is not None
    word = Word(granted=granted, because=because, at=asking.at, by=asking.who.officer)
    keep(asking.store, life.custodian_answers(information(asking.store, id), opening, word))
    return id


def doubt(asking: Asking, reference: Reference, id: SealedId) -> Doubt:
    """One question."""
    return _doubt(asking, _open(asking, reference, id))


def judge(asking: Asking, reference: Reference, id: SealedId, yes: bool, because: str) -> Reference:
    """The named officer's word. "Not the same" is remembered: the pair is never asked about again."""
    assert asking.who is not None
    tie = _open(asking, reference, id)
    because = worded(because, "The reason", "Refugee policy")
    word = Word(granted=yes, because=because, at=asking.at, by=asking.who.officer)
    sameness = tie.sameness
    if tie.question is Question.SAME:
        sameness = Sameness.SAME if yes else Sameness.NOT_SAME
    put_tie(asking.store, replace(tie, word=word, sameness=sameness), asking.on)
    return reference


def log(asking: Asking, after: int = 0) -> list[LogLine]:
    """Two hundred lines of the log, the newest first."""
    return [LogLine(number=number, **msgspec.json.decode(body)) for number, body in asking.store.lines(after)]


def faults(asking: Asking) -> list[str]:
    """What is wrong with the log."""
    return asking.store.faults()


def pledge(asking: Asking) -> str:
    """What a head of the witnessed journal says of the log, as hexadecimal signs; to anybody else it says nothing."""
    return asking.store.pledge().hex()


def unkept(asking: Asking, pledges: list[str]) -> list[str]:
    """Those of the digests in witnessed heads that the log does not stand by: it was rolled back, or replaced."""
    return [said for said in pledges if not asking.store.keeps(bytes.fromhex(said))]


def _open(asking: Asking, reference: Reference, id: SealedId) -> Tie:
    for tie in ties(asking.store, file=reference):
        if tie.record == id:
            if tie.question is None:
                raise Refused("This was answered already.", "Refugee policy")
            return tie
    raise NotFound


def _doubt(asking: Asking, tie: Tie) -> Doubt:
    known = record(asking.store, tie.record)
    assert tie.question is not None, "only open questions are shown"
    return Doubt(record=tie.record, reference=tie.reference, question=tie.question, source=tie.source,
                 channel=tie.channel, because=tie.because, at=tie.at, sealed=known.person, filed=tie.person,
                 words=tie.words,
                 standing=known.standing(asking.on) if isinstance(known, Attestation) else None)
