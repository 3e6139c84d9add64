"""Signed heads of the journal: at a fixed beat, over whole batches, computed anew from the stored bytes before signing.

A head is valid when a quorum of its witnesses saw it, the Commission among them. Whoever holds a valid head and an
export can check the whole journal without us (docs/journal.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from nacl.signing import SigningKey

from article3.journal import notes, pages, tree, witness
from article3.journal.models import Cosignature, Head, Witness
from article3.terms.finding import Refused

BEAT = timedelta(hours=1)
"""Heads are made once in each whole hour, whether something happened or not."""
BATCH = 256
"""Every head covers a multiple of this. Larger than a busy hour of the installation: then no size tells anything."""
QUORUM = 3
COMMISSION = "commission"
"""The witness without whom no head is valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """That a witness saw a head, and when."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A head as pages show it."""

    size: int
    root: str
    at: datetime
    words: tuple[Word, ...]

    @property
    def valid(self) -> bool:
        """Seen by a quorum of witnesses, the Commission among them."""
        names = {word.name for word in self.words}
        return len(names) >= QUORUM and COMMISSION in names


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessShown:
    """A witness, and the last head it saw."""

    name: str
    public: str
    since: datetime
    until: datetime | None
    size: int | None
    seen_at: datetime | None


def key() -> SigningKey:
    """The journal's own signing key."""
    return SigningKey(settings.HEAD_KEY)


def verifier() -> notes.Verifier:
    """The public half, under the journal's origin."""
    public = key().verify_key.encode()
    return notes.Verifier(name=f"article3/journal/{public.hex()[:16]}", kind=notes.LOG, public=public)


def is_due(at: datetime) -> bool:
    """Whether this hour's head is still to be made."""
    return not Head.objects.filter(at__gte=_hour(at)).exists()


def _hour(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def beat(at: datetime, chance: Callable[[int], bytes], further: Sequence[str] = ()) -> Head | None:
    """Make the head of this hour; None when it was made already. `further`: lines signed with it.

    Raises Refused when the stored bytes no longer fit the last head: then nothing is signed.
    """
    with transaction.atomic():
        pages.begin_head()
        if not is_due(at):
            return None
        size = pages.fill_up(BATCH, at, chance)
        return _signed(size, at, tuple(further))


def _signed(size: int, at: datetime, further: tuple[str, ...]) -> Head:
    """Signed only if the same bytes still give the last head, and every number is there."""
    former = Head.objects.order_by("-size").first()
    hashes = list(pages.leaves(size))
    if len(hashes) != size or (former and tree.root(hashes[: former.size]) != bytes(former.root)):
        raise Refused("The stored entries no longer fit the last signed head: nothing is signed. Run `article3 doctor` "
                      "and `article3 verify`, and tell oversight.")  # fmt: skip
    root = tree.root(hashes)
    origin = verifier().name
    text = notes.Checkpoint(origin=origin, size=size, root=root, further=further).text
    note = f"{text}\n{notes.sign(text, origin, key())}"
    return Head.objects.create(size=size, at=at, root=root, note=note.encode())


def newest() -> Head | None:
    """The last head that was signed."""
    return Head.objects.order_by("-size").first()


def request(old: int) -> bytes | None:
    """What is asked of a witness that remembers `old` entries: proof and newest head. None before the first head.

    A size no head of ours has, or a later one than the newest, gets the head without proof: the witness says no.
    """
    head = newest()
    if head is None:
        return None
    proof = tree.consistency(list(pages.leaves(head.size)), old) if 0 < old <= head.size else []
    return witness.request(old, proof, bytes(head.note).decode())


def take_word(size: int, line: str, at: datetime) -> bool:
    """Keep a witness's signature line under a head, if it is one of a witness whose word counts; whether it was."""
    head = Head.objects.filter(pk=size).first()
    if head is None:
        return False
    note = notes.read_note(bytes(head.note) + line.encode())
    for known in Witness.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at):
        at_s = note.by(notes.Verifier.read(known.public))
        if at_s is not None:
            seen_at = datetime.fromtimestamp(at_s, UTC)
            Cosignature.objects.update_or_create(head=head, witness=known, defaults={"at": seen_at, "line": line})
            return True
    return False


def note(size: int | None = None) -> str | None:
    """A head with every signature under it, the newest without `size`; None when there is none."""
    head = newest() if size is None else Head.objects.filter(pk=size).first()
    if head is None:
        return None
    lines = head.cosignatures.order_by("witness__name").values_list("line", flat=True)
    return bytes(head.note).decode() + "".join(lines)


def shown(most: int = 24) -> tuple[Shown, ...]:
    """The latest heads with the word of each witness, the newest first."""
    found = Head.objects.order_by("-size").prefetch_related("cosignatures__witness")[:most]
    return tuple(
        Shown(
            size=head.size,
            root=bytes(head.root).hex(),
            at=head.at,
            words=tuple(
                Word(name=word.witness.name, at=word.at)
                for word in sorted(head.cosignatures.all(), key=lambda word: word.witness.name)
            ),
        )
        for head in found
    )


def every_note() -> tuple[str, ...]:
    """Every head with its signatures, from the first on."""
    return tuple(
        found
        for size in Head.objects.order_by("size").values_list("size", flat=True)
        if (found := note(size)) is not None
    )


def said(word: str, most: int) -> dict[int, str]:
    """What the latest heads say in the further line that begins with a word, by their size."""
    found = {}
    for head in Head.objects.order_by("-size").only("size", "note")[:most]:
        lines = notes.read_checkpoint(notes.read_note(bytes(head.note)).text).further
        told = [line.partition(" ")[2] for line in lines if line.startswith(f"{word} ")]
        found |= {head.size: told[0]} if told else {}
    return found


# --- witnesses


def enrol(name: str, public: str, at: datetime) -> None:
    """From now on the word of this key counts as that witness's. Raises Refused."""
    try:
        found = notes.Verifier.read(public)
    except notes.NotANote as wrong:
        raise Refused(f"The key of the witness cannot be read: {wrong}.") from wrong
    if found.kind != notes.WITNESS or found.name != name:
        raise Refused("This is not the key of a witness of that name.")
    if Witness.objects.filter(public=public).exists():
        return
    Witness.objects.filter(name=name, until=None).update(until=at)
    Witness.objects.create(name=name, public=public, since=at)


def end(name: str, at: datetime) -> bool:
    """The witness's word counts no more; False when there is none of that name."""
    return bool(Witness.objects.filter(name=name, until=None).update(until=at))


def witnesses() -> tuple[WitnessShown, ...]:
    """Every witness there is or was, by name, with the last head it saw."""
    found = []
    for known in Witness.objects.order_by("name", "since"):
        last = Cosignature.objects.filter(witness=known).order_by("-head_id").first()
        found.append(WitnessShown(name=known.name, public=known.public, since=known.since, until=known.until,
                                  size=last.head_id if last else None, seen_at=last.at if last else None))  # fmt: skip
    return tuple(found)
