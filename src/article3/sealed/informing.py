"""The questions of those who give information in confidence, and of the reviewer of a file it is about."""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta

from article3.access.copied import copied_sentences
from article3.access.decision import Ties, may_read, role_of
from article3.access.words import Extent, Kind, Role
from article3.acts.ports import NotFound
from article3.law.parameters import parameter
from article3.lifecycle import information as life
from article3.lifecycle.beat import beat_after
from article3.sealed import matching
from article3.sealed.drawers import (
    Asking,
    Tie,
    file_information,
    giver,
    information,
    keep,
    put_tie,
    record,
    ties,
    verdict_of,
)
from article3.sealed.words import Asked, Given, Piece, UnderSeal
from article3.terms.communication import Person, Reference
from article3.terms.knowledge import Use
from article3.terms.sealed import (
    Feedback,
    Giver,
    GiverKind,
    Information,
    Opens,
    Sameness,
    SealedId,
    Verdict,
    Word,
)

CODE_BYTES = 20
"""160 bits, written as 32 letters and digits."""


# --- of the giver

def give(asking: Asking, person: Person, text: str, use: Use) -> SealedId:
    """From a bureau: known by its seat."""
    bureau = _bureau(asking)
    given = Giver(kind=GiverKind.BUREAU, bureau=bureau)
    return _file(asking, person, text, use, given, f"bureau:{bureau}")


def drop(asking: Asking, person: Person, text: str, use: Use, kind: GiverKind, says_it_is: str) -> str:
    """From anybody, without an account: the code that comes back is the only way to it, and is kept nowhere."""
    assert kind is not GiverKind.BUREAU, "a bureau gives under its seat"
    code = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    _file(asking, person, text, use, Giver(kind=kind, says_it_is=says_it_is.strip()[:200]), _by_code(code))
    return code


def own(asking: Asking) -> list[Given]:
    """What this bureau gave, the latest first."""
    ids = asking.store.owned(f"bureau:{_bureau(asking)}")[:200]
    return [_given(asking, information(asking.store, SealedId(id))) for id in ids]


def one(asking: Asking, id: SealedId | None = None, code: str = "") -> Given:
    """One piece of its giver's, by handle from the seat or by code. A wrong code takes the way of a right one."""
    return _given(asking, _mine(asking, id, code))


def change(asking: Asking, text: str, use: Use, id: SealedId | None = None, code: str = "") -> Given:
    """The giver changes it; a grant of the former content does not open the new one."""
    changed = life.change(_mine(asking, id, code), text, use, at=asking.at)
    keep(asking.store, changed)
    return _given(asking, changed)


def withdraw(asking: Asking, id: SealedId | None = None, code: str = "") -> Given:
    """The giver takes it back: no file finds it any more."""
    gone = life.withdraw(_mine(asking, id, code), at=asking.at)
    keep(asking.store, gone)
    asking.store.forget(gone.id)
    for tie in ties(asking.store, record=gone.id):
        put_tie(asking.store, tie, asking.on)
    return _given(asking, gone)


def answer(asking: Asking, opening: SealedId, granted: bool, because: str, id: SealedId | None = None,
           code: str = "") -> Given:
    """The giver grants or refuses a request to open."""
    word = Word(granted=granted, because=because, at=asking.at, by=asking.who.officer if asking.who else None)
    changed = life.giver_answers(_mine(asking, id, code), opening, word)
    keep(asking.store, changed)
    return _given(asking, changed)


# --- of the reviewer; wiring has read the file for this reviewer before it asks

def about(asking: Asking, reference: Reference) -> UnderSeal:
    """What is under seal about one file."""
    known = ties(asking.store, file=reference)
    _require_reviewer(asking, Kind.PROTECTION)
    protected = any(verdict_of(asking.store, tie, asking.on) is Verdict.PROTECTED for tie in known)
    pieces = (record(asking.store, tie.record) for tie in known if _same(tie))
    shown = [_piece(asking, one) for one in pieces if isinstance(one, Information) and one.withdrawn_at is None]
    return UnderSeal(protected=protected, pieces=tuple(sorted(shown, key=lambda piece: piece.given_at)))


def ask_to_open(asking: Asking, reference: Reference, id: SealedId, opens: Opens, because: str) -> SealedId:
    """A reviewer asks for content or origin, with a reason the giver reads."""
    known, opening = _tied(asking, reference, id), SealedId(secrets.token_hex(16))
    assert asking.who is not None
    keep(asking.store, life.ask_to_open(known, opens, because, id=opening, by=asking.who.officer, at=asking.at))
    return opening


def tell(asking: Asking, reference: Reference, id: SealedId, feedback: Feedback) -> SealedId:
    """A reviewer says what became of it. Its giver reads it from a beat on that dates nothing; the source of the file
    is never told, were it the giver."""
    known = _tied(asking, reference, id)
    assert asking.who is not None
    days, hours = parameter("confidence.feedback_after_days", asking.on), parameter("beat.hours", asking.on)
    sources = {tie.source for tie in ties(asking.store, record=id)}
    if giver(asking.store, id).bureau in sources:
        return id
    shown_from = beat_after(asking.at + timedelta(days=days), hours)
    keep(asking.store, life.tell(known, feedback, shown_from=shown_from, by=asking.who.officer))
    return id


def released(asking: Asking, reference: Reference, id: SealedId) -> Use:
    """What a fact drawn from a piece may be used for; raises NotFound where its content may not be read."""
    known = _tied(asking, reference, id)
    if not known.readable:
        raise NotFound
    return Use.ORIGIN_HIDDEN if known.use is Use.NOT_WITHOUT_ASKING else known.use


def copied(asking: Asking, reference: Reference, text: str) -> list[str]:
    """Sentences of an outward text that repeat what was given in confidence about the file."""
    known = (record(asking.store, tie.record) for tie in ties(asking.store, file=reference) if _same(tie))
    protected = [said for one in known if isinstance(one, Information)
                 for said in (one.text, *(former.text for former in one.former))]
    return list(copied_sentences(text, protected))


def _file(asking: Asking, person: Person, text: str, use: Use, given: Giver, owner: str) -> SealedId:
    id = SealedId(secrets.token_hex(16))
    new = life.give(id, person, text, use, trusted=given.kind is GiverKind.BUREAU, at=asking.at)
    file_information(asking.store, new, given, owner)
    matching.remember(asking.store, id, person)
    asking.store.look_on(id, asking.on)
    return id


def _by_code(code: str) -> str:
    plain = "".join(sign for sign in code.upper() if sign.isalnum()).translate(str.maketrans("018", "OIB"))
    return f"code|{plain[:64]}"


def _mine(asking: Asking, id: SealedId | None, code: str) -> Information:
    """The giver's own; by code, the same steps are taken whether it is right or wrong."""
    owner = _by_code(code) if code or asking.who is None else f"bureau:{_bureau(asking)}"
    owned = asking.store.owned(owner)
    wanted = owned[:1] if code or asking.who is None else [each for each in owned if each == id]
    if not wanted:
        raise NotFound
    return information(asking.store, SealedId(wanted[0]))


def _bureau(asking: Asking) -> str:
    if asking.who is None or asking.who.bureau is None:
        raise NotFound
    if not may_read(Kind.CONFIDENTIAL_INFORMATION, role_of(asking.who), asking.who.clearance, Ties(concerns_me=True)):
        raise NotFound
    return asking.who.bureau


def _given(asking: Asking, known: Information) -> Given:
    asked = tuple(Asked(id=each.id, opens=each.opens, because=each.because, asked_at=each.asked_at,
                        answered=each.giver) for each in known.openings)
    return Given(id=known.id, person=known.person, text=known.text, use=known.use, given_at=known.given_at,
                 changed=len(known.former), openings=asked, feedback=life.feedback_on(known, asking.at),
                 withdrawn_at=known.withdrawn_at)


def _piece(asking: Asking, known: Information) -> Piece:
    assert asking.who is not None
    read = may_read(Kind.CONFIDENTIAL_INFORMATION, Role.REVIEWER, asking.who.clearance, Ties(assigned_to_me=True))
    with_giver = Ties(assigned_to_me=True, second_person=known.origin_open)
    opened = bool(may_read(Kind.GIVER, Role.REVIEWER, asking.who.clearance, with_giver))
    return Piece(id=known.id, use=known.use, trusted=known.trusted, given_at=known.given_at,
                 text=known.text if read.extent is Extent.FULL and known.readable else None,
                 openings=known.openings, origin=giver(asking.store, known.id) if opened else None,
                 told=known.told[-1].feedback if known.told else None)


def _require_reviewer(asking: Asking, kind: Kind) -> None:
    role = role_of(asking.who)
    if role is not Role.REVIEWER or asking.who is None:
        raise NotFound
    if not may_read(kind, role, asking.who.clearance, Ties(assigned_to_me=True)):
        raise NotFound


def _tied(asking: Asking, reference: Reference, id: SealedId) -> Information:
    _require_reviewer(asking, Kind.CONFIDENTIAL_INFORMATION)
    if all(tie.record != id or not _same(tie) for tie in ties(asking.store, file=reference)):
        raise NotFound
    return information(asking.store, id)


def _same(tie: Tie) -> bool:
    return tie.sameness in (Sameness.CERTAIN, Sameness.SAME) or (tie.word is not None and tie.word.granted)

