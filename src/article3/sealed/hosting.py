"""The host-first interlock reaches a bureau's own installation: its country's attestations, worker to worker.

The Secretariat's worker seals a page to the bureau's worker; the web processes between them carry bytes of one length,
in every round, for every bureau, whether there is something in them or not. The page holds what the interlock needs to
know somebody again and to know whether the protection holds; not the country feared, the evidence or the officers.
Kept in the bureau's own sealed files, it stops the officer also when the line is cut.
"""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PublicKey, SealedBox

from article3.acts.ports import NotFound
from article3.sealed import matching
from article3.sealed.drawers import Asking, attestation, file_attestation, keep
from article3.sealed.keys import seal, unseal
from article3.sealed.words import HostBox, HostEntry
from article3.terms.communication import BureauCode, Person
from article3.terms.sealed import Attestation, ProtectionUse, SealedId, Standing
from article3.terms.sitting import OfficerId, SeatCode

PAGE_BYTES = 16 * 1024
"""Every page before it is sealed; one bureau's page in one round."""
MOST_ENTRIES = 100
PLACE = "host"
BEFORE_THE_FIRST = "0" * 96
MOST_NAMES = 12
_encode = msgspec.json.Encoder().encode


def box(asking: Asking) -> HostBox:
    """At a bureau: the key its page is to be sealed to, and its place as it was last handed out."""
    public = bytes(asking.store.keys.box.public_key).hex()
    return HostBox(public=public, place=asking.store.place(PLACE) or BEFORE_THE_FIRST)


def page(asking: Asking, bureau: BureauCode, public: str, place: str) -> str:
    """At the Secretariat: the bureau's next page, sealed. Raises NotFound for a key or a place that is none."""
    after, entries, size = _after(asking, bureau, place), [], 256
    for number, id in asking.store.for_host(f"protection:{bureau}", after, MOST_ENTRIES):
        made = _encode(_rendered(attestation(asking.store, SealedId(id))))
        size += len(made) + 1
        if size > PAGE_BYTES:
            break
        entries.append(msgspec.Raw(made))
        after = number
    key = asking.store.keys.of_places
    told = _encode({"place": seal(after.to_bytes(8), key, _whose(bureau)).hex(), "entries": entries})
    if entries:
        _line(asking, "host_told", f"bureau:{bureau}")
    try:
        to = PublicKey(bytes.fromhex(public))
    except (ValueError, TypeError) as wrong:
        raise NotFound from wrong
    return base64.b64encode(SealedBox(to).encrypt(told.ljust(PAGE_BYTES))).decode()


def take_in(asking: Asking, bureau: BureauCode, sealed: str) -> None:
    """At a bureau: what the page holds is kept here, in the place of what was known of the same attestation before."""
    try:
        told = json.loads(SealedBox(asking.store.keys.box).decrypt(base64.b64decode(sealed)))
    except (CryptoError, ValueError) as wrong:
        raise NotFound from wrong
    for entry in msgspec.convert(told["entries"], list[HostEntry]):
        _keep(asking, _known(entry, bureau))
    asking.store.put_place(PLACE, str(told["place"]))
    if told["entries"]:
        _line(asking, "host_heard", f"bureau:{bureau}")


def _rendered(known: Attestation) -> HostEntry:
    """The person by what people are known again by; every standing two officers stand behind."""
    warns = ProtectionUse.WARN_HOST in known.uses
    person = known.person
    return HostEntry(
        id=known.id,
        until=known.until,
        person=Person(
            names=person.names[:MOST_NAMES],
            birth_dates=person.birth_dates[:MOST_NAMES],
            documents=person.documents[:MOST_NAMES],
            nationalities=person.nationalities[:MOST_NAMES],
            sex=person.sex,
        ),
        standings=tuple((each.status, each.since) for each in known.standings if warns and each.confirmed_at),
    )


def _known(entry: HostEntry, bureau: BureauCode) -> Attestation:
    """As this worker keeps it: it warns and does nothing else."""
    told = datetime(2000, 1, 1, tzinfo=UTC)
    standings = tuple(
        Standing(
            status=status,
            since=since,
            evidence="",
            entered_by=OfficerId(""),
            entered_at=told,
            confirmed_by=OfficerId(""),
            confirmed_at=told,
        )
        for status, since in entry.standings
    )
    return Attestation(
        id=entry.id,
        authority=SeatCode(f"protection:{bureau}"),
        person=entry.person,
        against=(),
        uses=frozenset({ProtectionUse.WARN_HOST}),
        directed=False,
        until=entry.until,
        standings=standings,
    )


def _keep(asking: Asking, told: Attestation) -> None:
    try:
        attestation(asking.store, told.id)
    except NotFound:
        file_attestation(asking.store, told)
    else:
        keep(asking.store, told)
    matching.remember(asking.store, told.id, told.person)


def _after(asking: Asking, bureau: BureauCode, place: str) -> int:
    """The number in a place that was handed out; one that cannot be read begins anew."""
    try:
        return int.from_bytes(unseal(bytes.fromhex(place), asking.store.keys.of_places, _whose(bureau)))
    except (CryptoError, ValueError):
        return 0


def _whose(bureau: BureauCode) -> str:
    return f"host|{bureau}"


def _line(asking: Asking, what: str, seat: str) -> None:
    asking.store.write_down(
        _encode(
            {"at": asking.at.isoformat(), "what": what, "about": "", "seat": seat, "officer": "", "answer": "answered"}
        )
    )
