"""Heads of the journal and their witnesses: the beat, the witnesses seated here, exports, what pages show of it.

A seated witness keeps its key and its memory in a folder of its own, which no backup of the data takes along. It guards
against a rolled back or forked database; against whoever holds this whole machine only witnesses elsewhere do.
"""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from nacl.signing import SigningKey

from article3 import keyring
from article3.acts.ports import NotFound
from article3.journal import heads, notes, pages, witness
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting
from article3.wiring.performing import clock
from article3.wiring.sealed_files import ask

SEALED = "sealed"
"""The word before what a head says of the sealed log."""
PROOFS = 24 * 31
"""From how many of the latest heads a witness may ask for a proof: one that was away for longer is enrolled anew."""
_NAME = re.compile(r"[a-z]{2,20}(-[a-z0-9]{1,20})?")


def beat(at: datetime | None = None) -> bool:
    """Make the head of this hour and have it seen by the witnesses seated here; whether there was one to make.

    Raises Refused when the stored bytes no longer fit the last head.
    """
    at = at or timezone.now()
    if settings.SEAT:
        raise Refused("The Secretariat's journal has heads; a bureau's installation witnesses them.")
    if not heads.is_due(at):
        return False
    made = heads.beat(at, secrets.token_bytes, (*keyring.erasure_line(), *_pledge(at)))
    for name in _seated():
        show_to(name, at)
    return made is not None


def unkept_pledges(sitting: Sitting | None = None) -> list[str]:
    """Heads of the last month whose word for the sealed log it does not stand by: it was rolled back, or replaced.

    Raises Refused when the sealed files do not answer, NotFound where the installation keeps none.
    """
    pledges = heads.said(SEALED, PROOFS)
    broken = set(ask("unkept", list[str], sitting or clock(), pledges=list(pledges.values())))
    return [f"the sealed log is not the one the head of {size} entries was made with"
            for size, said in pledges.items() if said in broken]  # fmt: skip


def _pledge(at: datetime) -> tuple[str, ...]:
    """What a head says of the sealed log: a digest no two of which are alike, so that nobody sees whether it grew."""
    try:
        return (f"{SEALED} {ask('pledge', str, clock(), at)}",)
    except (NotFound, Refused):  # none is kept here, or it does not answer: the head is made all the same
        return ()


def show_to(name: str, at: datetime) -> int:
    """Show the newest head to a witness seated here; the status of its answer."""
    memory, key = _memory(name), _key(name)
    asked = heads.request(memory.last(heads.verifier().name).size)
    if asked is None:
        return witness.MALFORMED
    said = witness.answer(asked, memory, heads.verifier(), name=name, key=key, at_s=int(at.timestamp()))
    if said.status == witness.OK:
        size = memory.last(heads.verifier().name).size
        with transaction.atomic():
            heads.take_word(size, said.text, at)
    return said.status


def seat_witness(name: str, at: datetime | None = None) -> str:
    """Seat a witness here: a key and a memory of its own; its public key. Raises Refused for a name that is none."""
    at = at or timezone.now()
    if not _NAME.fullmatch(name):
        raise Refused("A witness is named in small letters, as commission or bureau-xa.")
    _memory(name)
    public = str(notes.verifier(name, _key(name), notes.WITNESS))
    enrol_witness(name, public, at)
    return public


def enrol_witness(name: str, public: str, at: datetime | None = None) -> None:
    """The word of this key counts from now on as that witness's. Raises Refused."""
    with transaction.atomic():
        heads.enrol(name, public, at or timezone.now())


def end_witness(name: str, at: datetime | None = None) -> None:
    """The witness's word counts no more. Raises Refused when there is none of that name."""
    if not heads.end(name, at or timezone.now()):
        raise Refused("There is no witness of that name.")


def own_witness(name: str) -> tuple[SigningKey, witness.InFile]:
    """Key and memory of a witness of this installation, made on first use: for a bureau's round on the line."""
    return _key(name), _memory(name)


def witness_key(name: str) -> str:
    """The public key of a witness of this installation, to be read out to the Secretariat for enrolment."""
    return str(notes.verifier(name, _key(name), notes.WITNESS))


def remembered(name: str) -> list[str]:
    """The heads a witness of this installation remembers, as they were signed when it saw them."""
    return [seen.note.decode() for seen in _memory(name).every()]


def witness_request(old: int) -> bytes | None:
    """What a witness elsewhere is asked that remembers `old` entries; None when there is nothing newer.

    A proof is drawn up only from the latest heads: from any other size it would be work anybody could order.
    """
    newest = heads.newest()
    if newest is None or newest.size == old:
        return None
    return heads.request(old) if old in {0, *(head.size for head in heads.shown(PROOFS))} else heads.request(0)


def take_cosignature(size: int, line: str) -> bool:
    """Keep a witness's line under a head, if it is one whose word counts; whether it was."""
    with transaction.atomic():
        return heads.take_word(size, line, timezone.now())


def export_journal(folder: Path) -> int:
    """Write what `article3 verify` reads: entries up to the last head, every head, the keys; how many entries.

    Raises Refused before the first head, and where there is something already.
    """
    newest = heads.newest()
    if newest is None:
        raise Refused("There is no head yet: `article3 journal beat` makes one.")
    if folder.exists() and any(folder.iterdir()):
        raise Refused("The folder is not empty: an export is written into a fresh one.")
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with (folder / "entries").open("wb") as file:
        for leaf, body in pages.stored(newest.size):
            file.write(leaf.hex().encode() + b" " + body + b"\n")
            count += 1
    (folder / "heads").write_text("\n\n".join(heads.every_note()), encoding="utf-8")
    (folder / "keys").write_text("".join(f"{key}\n" for key in public_keys()), encoding="utf-8")
    return count


def public_keys() -> tuple[str, ...]:
    """The journal's key and those of its witnesses, as they are compared and enrolled."""
    return str(heads.verifier()), *(found.public for found in heads.witnesses())


def head_note() -> str | None:
    """The newest head with every signature under it, for everybody; None before the first."""
    return heads.note()


def heads_shown(most: int = 24) -> tuple[heads.Shown, ...]:
    """The latest heads, the newest first: for everybody (row D14: heads only)."""
    return heads.shown(most)


def witnesses_shown() -> tuple[heads.WitnessShown, ...]:
    """Every witness with the last head it saw: for everybody."""
    return heads.witnesses()


def _folder() -> Path:
    return Path(settings.HOME) / "witnesses"


def _seated() -> list[str]:
    return sorted(path.stem for path in _folder().glob("*.key"))


def _memory(name: str) -> witness.InFile:
    return witness.InFile(_folder() / f"{name}.sqlite3")


def _key(name: str) -> SigningKey:
    path = _folder() / f"{name}.key"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600, exist_ok=False)
        path.write_bytes(secrets.token_bytes(32))
    return SigningKey(path.read_bytes())
