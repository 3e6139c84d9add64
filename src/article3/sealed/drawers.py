"""Records in and out of the store: attestations, information, who gave it, and what ties them to files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec

from article3.acts.ports import NotFound
from article3.sealed.policy import verdict
from article3.sealed.store import Gone, Store
from article3.sealed.words import Question
from article3.terms.communication import BureauCode, Channel, Person, Reference
from article3.terms.sealed import Attestation, Done, Giver, Information, Sameness, SealedId, Verdict, Word
from article3.terms.sitting import Sitting

PROTECTION, CONTENT, GIVER = "protection", "content", "giver"
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Asking:
    """Who puts a question, when, and the store it is put to; nobody signed in is None."""

    store: Store
    who: Sitting | None
    at: datetime

    @property
    def on(self) -> date:
        """The day."""
        return self.at.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What stands between one file and one sealed record."""

    reference: Reference
    source: BureauCode
    channel: Channel
    record: SealedId
    sameness: Sameness
    because: str
    at: datetime
    person: Person | None = None  # of the file, for the officer who is asked
    words: str = ""  # the beginning of a message that names somebody
    word: Word | None = None
    done: tuple[tuple[Done, datetime], ...] = ()
    question: Question | None = None


def record(store: Store, id: SealedId) -> Attestation | Information:
    """A record by its handle; raises NotFound for one that is not there or was erased."""
    try:
        found = store.get(id)
    except Gone:
        raise NotFound from None
    if found is None or found[0] not in (PROTECTION, CONTENT):
        raise NotFound
    return msgspec.json.decode(found[1], type=Attestation if found[0] == PROTECTION else Information)


def attestation(store: Store, id: SealedId) -> Attestation:
    """An attestation; raises NotFound."""
    found = record(store, id)
    if not isinstance(found, Attestation):
        raise NotFound
    return found


def information(store: Store, id: SealedId) -> Information:
    """Information; raises NotFound."""
    found = record(store, id)
    if not isinstance(found, Information):
        raise NotFound
    return found


def giver(store: Store, id: SealedId) -> Giver:
    """Who gave it: opened here and nowhere else."""
    found = store.get(f"{id}.{GIVER}")
    assert found is not None, "information without a giver"
    return msgspec.json.decode(found[1], type=Giver)


def keep(store: Store, changed: Attestation | Information) -> None:
    """Keep a changed record."""
    store.put(changed.id, PROTECTION if isinstance(changed, Attestation) else CONTENT, _encode(changed))


def file_attestation(store: Store, new: Attestation) -> None:
    """A new attestation into its drawer."""
    store.add(new.id, PROTECTION, _encode(new), tag=PROTECTION, owner=new.authority)


def file_information(store: Store, new: Information, given_by: Giver, owner: str) -> None:
    """New information into its drawer, and who gave it into another."""
    store.add(new.id, CONTENT, _encode(new), tag=CONTENT, owner=owner)
    store.beside(new.id, GIVER, _encode(given_by))


def ties(store: Store, **asked: object) -> list[Tie]:
    """Ties of one file, of one record, with an open question, or with something to be done."""
    return [msgspec.json.decode(body, type=Tie) for _, body in store.ties(**asked)]  # type: ignore[arg-type]


def verdict_of(store: Store, tie: Tie, on: date) -> Verdict:
    """What protection says of the tie's file; a named officer's word settles what was a question."""
    known = record(store, tie.record)
    if not isinstance(known, Attestation):
        return Verdict.NONE
    said = verdict(known, tie.source, tie.sameness, on)
    if tie.word is None or said is Verdict.NONE:
        return said
    return Verdict.PROTECTED if tie.word.granted else Verdict.NONE


def put_tie(store: Store, tie: Tie, on: date) -> Tie:
    """Keep a tie with the question it leaves open and whether something is to be done."""
    known = record(store, tie.record)
    said = verdict_of(store, tie, on)
    removed = any(done is Done.REMOVED for done, _ in tie.done)
    settled = removed or (bool(tie.done) and tie.done[-1][0] is Done.ENDED)
    tie = replace(tie, question=_question(known, tie, said, removed=removed))
    store.tie(tie.reference, tie.record, _encode(tie), open=tie.question is not None,
              owed=said is Verdict.PROTECTED and not settled)
    return tie


def _question(known: Attestation | Information, tie: Tie, said: Verdict, *, removed: bool) -> Question | None:
    if removed:
        ended = said is Verdict.NONE and tie.question is not Question.RESTORE and tie.word is None
        return Question.RESTORE if ended or (tie.question is Question.RESTORE and tie.word is None) else None
    if tie.word is not None:
        return None
    if isinstance(known, Information):
        return Question.SAME if tie.sameness is Sameness.UNSURE and known.withdrawn_at is None else None
    if said is not Verdict.ASK:
        return None
    return Question.SAME if tie.sameness is Sameness.UNSURE else Question.POLICY
