"""The questions of a refugee authority, and what the gateway and the desk ask about protection."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import date, timedelta

from article3.acts.ports import NotFound
from article3.law.parameters import parameter
from article3.lifecycle import attestation as life
from article3.sealed import matching
from article3.sealed.drawers import Asking, Tie, attestation, file_attestation, keep, put_tie, record, ties, verdict_of
from article3.sealed.policy import warns_host
from article3.sealed.words import Entry, OwnAttestation, Target, ToLookFor
from article3.terms.communication import BureauCode, Channel, Communication, Reference
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.sealed import Attestation, Done, Sameness, SealedId, Verdict, Word
from article3.terms.sitting import SeatCode

FIRST_WORDS = 400
"""Characters of a message a named officer is shown."""


# --- of the authority

def attest(asking: Asking, entries: tuple[Entry, ...]) -> list[SealedId]:
    """All entries of one form or file, or none."""
    assert asking.who is not None
    ids = []
    for entry in entries:
        id = SealedId(secrets.token_hex(16))
        new = life.attest(id, entry.person, status=entry.status, against=entry.against, uses=entry.uses,
                          directed=entry.directed, evidence=entry.evidence, since=entry.since, until=entry.until,
                          authority=asking.who.seat, by=asking.who.officer, at=asking.at)
        file_attestation(asking.store, new)
        ids.append(id)
    return ids


def confirm(asking: Asking, id: SealedId) -> SealedId:
    """From now on it holds; the stock is looked through at once, and whenever it begins to hold."""
    known = _own(asking, id)
    assert asking.who is not None
    changed = life.confirm(known, by=asking.who.officer, at=asking.at)
    keep(asking.store, changed)
    matching.remember(asking.store, id, changed.person)
    begins = [each.since for each in changed.standings if each.confirmed_at is not None and each.since > asking.on]
    asking.store.look_on(id, min([asking.on, *begins]))
    asking.store.tell_host(id)
    for tie in ties(asking.store, record=id):
        asked_on_policy = tie.sameness in (Sameness.CERTAIN, Sameness.SAME)
        put_tie(asking.store, replace(tie, word=None) if asked_on_policy else tie, asking.on)
    return id


def send_back(asking: Asking, id: SealedId, because: str) -> SealedId:
    """A second officer does not confirm."""
    assert asking.who is not None
    keep(asking.store, life.send_back(_own(asking, id), because, by=asking.who.officer, at=asking.at))
    return id


def change_status(asking: Asking, id: SealedId, status: ProtectionStatus, since: date, evidence: str) -> SealedId:
    """Entered by one officer; a second confirms it like the first entry."""
    assert asking.who is not None
    keep(asking.store, life.change(_own(asking, id), status, since, evidence, by=asking.who.officer, at=asking.at))
    return id


def own(asking: Asking) -> list[OwnAttestation]:
    """The authority's own attestations, the latest first, at most two hundred."""
    assert asking.who is not None
    return [_shown(asking, attestation(asking.store, SealedId(id))) for id in asking.store.owned(asking.who.seat)[:200]]


def one(asking: Asking, id: SealedId) -> OwnAttestation:
    """One of its own; of another authority it is not there."""
    return _shown(asking, _own(asking, id))


# --- of the clock: the gateway and the stock

def look(asking: Asking, sent: Communication, arriving: bool) -> bool:
    """Compare what was sent with everybody under seal. True: it must not go on before a person has looked.

    Nothing else is said: not whom it met, nor under what.
    """
    known = {tie.record: tie for tie in ties(asking.store, file=sent.reference)}
    for id, sameness, because in matching.alike(asking.store, sent):
        tie = known.get(id) or Tie(reference=sent.reference, source=sent.source, channel=sent.channel, record=id,
                                   sameness=sameness, because=because, at=asking.at)
        if tie.word is None:
            tie = replace(tie, sameness=sameness, because=because, person=sent.person, words=sent.text[:FIRST_WORDS])
        known[id] = put_tie(asking.store, tie, asking.on)
    verdicts = {id: verdict_of(asking.store, tie, asking.on) for id, tie in known.items()}
    for id, said in verdicts.items():
        if arriving and said is not Verdict.NONE:
            _note(asking, known[id], _done_on_arrival(sent.channel, said))
    return any(said is not Verdict.NONE for said in verdicts.values())


def to_look_for(asking: Asking) -> list[ToLookFor]:
    """For whom the stock is still to be looked through today."""
    found = []
    for id in asking.store.to_look_for(asking.on):
        known = record(asking.store, SealedId(id))
        sources = tuple(BureauCode(country) for country in known.against) if isinstance(known, Attestation) else ()
        found.append(ToLookFor(id=SealedId(id), person=known.person, sources=sources))
    return found


def looked(asking: Asking, id: SealedId) -> None:
    """The stock was looked through; again on the day a standing begins."""
    known = record(asking.store, id)
    standings = known.standings if isinstance(known, Attestation) else ()
    begins = [each.since for each in standings if each.confirmed_at is not None and each.since > asking.on]
    asking.store.look_on(id, min(begins, default=None))


def owed(asking: Asking) -> list[Reference]:
    """Files that must not be out; nothing is said of why."""
    found = [tie for tie in ties(asking.store, owed=True)
             if verdict_of(asking.store, tie, asking.on) is Verdict.PROTECTED]
    return sorted({tie.reference for tie in found})


def done(asking: Asking, reference: Reference, what: Done) -> None:
    """What was done about a file, for its authority to read."""
    for tie in ties(asking.store, file=reference):
        if verdict_of(asking.store, tie, asking.on) is Verdict.PROTECTED:
            _note(asking, tie, what)


def file_erased(asking: Asking, reference: Reference) -> int:
    """Of an erased file there stays that it was met and what was done; nobody is asked about it any more."""
    known = ties(asking.store, file=reference)
    for tie in known:
        word = tie.word or Word(granted=False, because="The file was erased.", at=asking.at)
        put_tie(asking.store, replace(tie, person=None, words="", because="", word=word), asking.on)
    return len(known)


def stands_in_the_way(asking: Asking, reference: Reference) -> bool:
    """Whether the file must not go out as things stand."""
    return any(verdict_of(asking.store, tie, asking.on) is not Verdict.NONE
               for tie in ties(asking.store, file=reference))


def host_is_warned(asking: Asking, bureau: BureauCode, sent: Communication, reference: Reference | None = None) -> bool:
    """Whether the bureau's own country protects somebody that what it is about to pass on may be about."""
    records = [id for id, _, _ in matching.alike(asking.store, sent)]
    if reference is not None:
        records += [tie.record for tie in ties(asking.store, file=reference) if tie.sameness is not Sameness.NOT_SAME]
    known = (record(asking.store, id) for id in dict.fromkeys(records))
    return any(isinstance(each, Attestation) and warns_host(each, bureau, asking.on) for each in known)


def alarms(asking: Asking) -> list[SeatCode]:
    """Authorities that confirmed more within a day than is usual."""
    most, since = parameter("refugees.alarm_confirmations_per_day", asking.on), asking.at - timedelta(days=1)
    counted: dict[SeatCode, int] = {}
    for id in asking.store.tagged("protection"):
        known = attestation(asking.store, SealedId(id))
        fresh = any(each.confirmed_at is not None and each.confirmed_at > since for each in known.standings)
        counted[known.authority] = counted.get(known.authority, 0) + fresh
    return sorted(seat for seat, count in counted.items() if count > most)


def sampled(asking: Asking) -> list[Attestation]:
    """The share of attestations the Commission is shown to check: drawn by their handles, which nobody chooses."""
    one_in = parameter("refugees.sample_one_in", asking.on)
    drawn = [id for id in asking.store.tagged("protection")
             if int.from_bytes(hashlib.blake2b(id.encode(), digest_size=4).digest()) % one_in == 0]
    return [attestation(asking.store, SealedId(id)) for id in drawn[:200]]


def _done_on_arrival(channel: Channel, said: Verdict) -> Done:
    if said is Verdict.ASK:
        return Done.ASKED
    return Done.STOPPED if channel is Channel.NOTICE_REQUEST else Done.HELD


def _note(asking: Asking, tie: Tie, what: Done) -> None:
    if not tie.done or tie.done[-1][0] is not what:
        put_tie(asking.store, replace(tie, done=(*tie.done, (what, asking.at))), asking.on)


def _own(asking: Asking, id: SealedId) -> Attestation:
    known = attestation(asking.store, id)
    if asking.who is None or known.authority != asking.who.seat:
        raise NotFound
    return known


def _shown(asking: Asking, known: Attestation) -> OwnAttestation:
    told = [Target(source=tie.source, channel=tie.channel, done=what, at=at)
            for tie in ties(asking.store, record=known.id) for what, at in tie.done
            if tie.sameness is not Sameness.UNSURE or tie.word is not None]  # perhaps it is somebody else's file
    return OwnAttestation(attestation=known, targets=tuple(sorted(told, key=lambda target: target.at)))
