"""Signed notes and checkpoints as C2SP defines them (signed-note, tlog-checkpoint, tlog-cosignature). Pure.

A checkpoint's text is origin, size, root in base64 and further lines of ours; under it stand the log's signature and
those of its witnesses. A witness signs the text and the second at which it saw it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Self

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

LOG, WITNESS = 1, 4
"""Kinds of keys: Ed25519 over the text, Ed25519 over a cosignature."""
LARGEST_BYTES = 64 * 1024
_DASH = "\u2014"


class NotANote(ValueError):
    """The bytes are no signed note in the form of C2SP, or no checkpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verifier:
    """A public key and whose it is; written `name+id+key`."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes by which signature lines name the key."""
        return hashlib.sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> Self:
        """The key in its written form; raises NotANote."""
        try:
            name, id_hex, key = text.strip().split("+", 2)
            raw = base64.b64decode(key, validate=True)
            found = cls(name=name, kind=raw[0], public=raw[1:])
        except (ValueError, IndexError) as wrong:
            raise NotANote("this is no key in the form name+id+key") from wrong
        if not name or len(found.public) != 32 or found.kind not in (LOG, WITNESS) or found.id.hex() != id_hex:
            raise NotANote("the key does not agree with its own id")
        return found

    def seen_at_s(self, text: str, signature: bytes) -> int | None:
        """When the signature was made, in seconds; 0 for the log's own, which says no time; None when it is false."""
        at = int.from_bytes(signature[:8]) if self.kind == WITNESS else 0
        message, rest = (cosigned(text, at), signature[8:]) if self.kind == WITNESS else (text.encode(), signature)
        try:
            VerifyKey(self.public).verify(message, rest)
        except (BadSignatureError, ValueError):
            return None
        return at


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A text and the lines signed under it: key name, key id, signature."""

    text: str
    signatures: tuple[tuple[str, bytes, bytes], ...]

    def __str__(self) -> str:
        return f"{self.text}\n" + "".join(signature_line(*line) for line in self.signatures)

    def by(self, verifier: Verifier) -> int | None:
        """When this key signed the note, in seconds; None when it did not, or falsely."""
        for name, id, signature in self.signatures:
            if (name, id) == (verifier.name, verifier.id):
                return verifier.seen_at_s(self.text, signature)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """What a log says it holds: so many entries with that root; `further` are lines of the log's own."""

    origin: str
    size: int
    root: bytes
    further: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed."""
        return "\n".join((self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.further)) + "\n"


def read_note(data: bytes) -> Note:
    """Raises NotANote."""
    try:
        whole = data.decode() if len(data) <= LARGEST_BYTES else ""
        text, _, lines = whole.rpartition("\n\n")
        signatures = tuple(_signature(line) for line in lines.removesuffix("\n").split("\n"))
    except (ValueError, binascii.Error) as wrong:
        raise NotANote("this is no signed note") from wrong
    if not text or not lines.endswith("\n"):
        raise NotANote("this is no signed note")
    return Note(text=text + "\n", signatures=signatures)


def read_checkpoint(text: str) -> Checkpoint:
    """Raises NotANote."""
    lines = text.removesuffix("\n").split("\n")
    try:
        origin, size, root = lines[0], lines[1], base64.b64decode(lines[2], validate=True)
    except (IndexError, ValueError) as wrong:
        raise NotANote("this is no checkpoint") from wrong
    plain = size.isascii() and size.isdigit() and str(int(size)) == size
    if not origin or not plain or len(root) != 32 or not text.endswith("\n") or not all(lines):
        raise NotANote("this is no checkpoint")
    return Checkpoint(origin=origin, size=int(size), root=root, further=tuple(lines[3:]))


def sign(text: str, name: str, key: SigningKey) -> str:
    """The log's signature line."""
    return signature_line(name, verifier(name, key, LOG).id, key.sign(text.encode()).signature)


def cosign(text: str, name: str, key: SigningKey, *, at_s: int) -> str:
    """A witness's signature line: it saw this text at that second, and what it saw before is its beginning."""
    signature = at_s.to_bytes(8) + key.sign(cosigned(text, at_s)).signature
    return signature_line(name, verifier(name, key, WITNESS).id, signature)


def verifier(name: str, key: SigningKey, kind: int) -> Verifier:
    """The public half of a key."""
    return Verifier(name=name, kind=kind, public=key.verify_key.encode())


def cosigned(text: str, at_s: int) -> bytes:
    """What a witness signs."""
    return f"cosignature/v1\ntime {at_s}\n{text}".encode()


def signature_line(name: str, id: bytes, signature: bytes) -> str:
    """One line under a note."""
    return f"{_DASH} {name} {base64.b64encode(id + signature).decode()}\n"


def _signature(line: str) -> tuple[str, bytes, bytes]:
    dash, name, content = line.split(" ")
    raw = base64.b64decode(content, validate=True)
    if dash != _DASH or not name or "+" in name or len(raw) < 5:
        raise ValueError(line)
    return name, raw[:4], raw[4:]
