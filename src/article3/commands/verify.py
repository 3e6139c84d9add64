#!/usr/bin/env python3
"""`article3 verify FOLDER`: is an export of the journal the one that was signed and witnessed? If not, where not?

Stands alone: it needs Python and PyNaCl, no network and nothing of article3, and runs by itself as
`python verify.py FOLDER`. It shares no code with what writes the journal, so that one mistake cannot hide in both.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

MOST_SAID, LOG, WITNESS = 50, 1, 4


def line_fault(line: bytes, number: int) -> tuple[str, int]:
    """What is wrong with one line taken alone (empty: nothing), and the number it says it has.

    `number`: the one it should have.
    """
    body = line[65:-1]
    if not line.endswith(b"\n") or line[64:65] != b" ":
        return "is not whole", number
    if hashlib.sha256(b"\x00" + body).hexdigest().encode() != line[:64]:
        return "was changed: its hash is another", number
    try:
        said = int(json.loads(body)["sequence"])
    except (ValueError, KeyError, TypeError):
        return "is no entry", number
    return ("", said) if said == number else (f"is not there: entry {said} stands in its place", said)


class Tree:
    """The hash tree of RFC 6962, built from the left; it keeps one hash a level."""

    def __init__(self) -> None:
        self.peaks: list[bytes | None] = []
        self.size = 0

    def add(self, leaf: bytes) -> None:
        """One more leaf."""
        self.size, level, top = self.size + 1, 0, leaf
        while level < len(self.peaks) and (left := self.peaks[level]) is not None:
            top, self.peaks[level] = hashlib.sha256(b"\x01" + left + top).digest(), None
            level += 1
        self.peaks[level : level + 1] = [top]

    def root(self) -> bytes:
        """The root over all leaves so far."""
        top: bytes | None = None
        for peak in self.peaks:
            if peak is not None:
                top = peak if top is None else hashlib.sha256(b"\x01" + peak + top).digest()
        return hashlib.sha256(b"").digest() if top is None else top


def read_head(note: str) -> tuple[str, int, bytes, str, list[tuple[str, bytes, bytes]]]:
    """Origin, size, root, signed text and signatures of a head; raises ValueError."""
    text, gap, signed = note.rpartition("\n\n")
    origin, size, root = (text + "\n").split("\n")[:3]
    signatures = []
    for line in signed.splitlines():
        dash, name, content = line.split(" ")
        raw = base64.b64decode(content, validate=True)
        if dash != "\u2014":
            raise ValueError(line)
        signatures.append((name, raw[:4], raw[4:]))
    if not gap or str(int(size)) != size:
        raise ValueError(note)
    return origin, int(size), base64.b64decode(root, validate=True), text + "\n", signatures


def signers(text: str, signatures: list[tuple[str, bytes, bytes]], keys: list[tuple[str, int, bytes]]
            ) -> tuple[bool, set[str]]:  # fmt: skip
    """Whether the journal signed the text, and the names of the witnesses who did."""
    logged, seen = False, set()
    given = {(name, id): signature for name, id, signature in signatures}
    for name, kind, public in keys:
        id = hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]
        signature = given.get((name, id), b"")
        said = f"cosignature/v1\ntime {int.from_bytes(signature[:8], 'big')}\n{text}" if kind == WITNESS else text
        try:
            VerifyKey(public).verify(said.encode(), signature[8:] if kind == WITNESS else signature)
        except (CryptoError, ValueError):
            continue
        logged, seen = logged or kind == LOG, seen | ({name} if kind == WITNESS else set())
    return logged, seen


def read_keys(text: str) -> list[tuple[str, int, bytes]]:
    """Keys, one a line in the form name+id+key: name, kind, public key."""
    parted = [line.split("+", 2) for line in text.split()]
    return [(name, (raw := base64.b64decode(content, validate=True))[0], raw[1:]) for name, _, content in parted]


def verified_heads(notes: list[str], keys: list[tuple[str, int, bytes]], quorum: int, must: str
                   ) -> tuple[dict[int, bytes], list[str]]:  # fmt: skip
    """Root by size of every head that its log signed, in order, and what is wrong with the others and with the last."""
    roots: dict[int, bytes] = {}
    faults, last = [], set()
    for place, note in enumerate(notes, start=1):
        try:
            _, size, root, text, signatures = read_head(note)
        except (ValueError, IndexError):
            faults.append(f"head {place} cannot be read")
            continue
        logged, last = signers(text, signatures, keys)
        if not logged:
            faults.append(f"head {place}, of {size} entries, is not signed by the journal")
        elif roots.setdefault(size, root) != root:
            faults.append(f"two heads of {size} entries say different things: the journal was forked")
        elif size < max(roots):
            faults.append(f"head {place}, of {size} entries, comes after a larger one")
    if len(last) < quorum or must not in last:
        faults.append(f"the last head was seen by {', '.join(sorted(last)) or 'nobody'}: it takes {quorum} witnesses, "
                      f"{must} among them")  # fmt: skip
    return roots, faults


def verify(folder: Path, keys: str, *, held: str = "", quorum: int = 3, must: str = "commission") -> dict[str, Any]:
    """Look through an export: how many entries and heads, the last root, and every fault with its place.

    `keys`: those to trust; `held`: a head kept from earlier, which the export must still contain.
    """
    text = (folder / "heads").read_text(encoding="utf-8", errors="replace")
    notes = [note for note in text.split("\n\n\n") if note.strip()]
    roots, faults = verified_heads(notes, read_keys(keys), quorum, must)
    if held:
        earlier, wrong = verified_heads([held], read_keys(keys), 0, must) if "\n\n" in held else ({}, [])
        faults += [f"the head you hold: {each}" for each in wrong if "witness" not in each]
        for size, root in earlier.items():
            if roots.setdefault(size, root) != root:
                faults.append(f"you hold another head of {size} entries: you and they were shown different journals")
    tree, found = read_entries(folder / "entries", roots)
    faults += found
    return {"entries": tree.size, "heads": len(roots), "root": tree.root().hex(), "faults": faults}


def read_entries(path: Path, roots: dict[int, bytes]) -> tuple[Tree, list[str]]:
    """The tree over the entries, and what is wrong, each with its place."""
    tree, faults, sound, number = Tree(), [], 0, 0
    sizes = iter(sorted(roots))
    due = next(sizes, None)
    with path.open("rb") as lines:
        for line in lines:
            fault, said = line_fault(line, number)
            if fault:
                faults.append(f"entry {number} {fault}")
            number = said + 1
            tree.add(hashlib.sha256(b"\x00" + line[65:].removesuffix(b"\n")).digest())
            if tree.size == due:
                if tree.root() != roots[due]:
                    faults.append(f"entries {sound} to {due - 1} are not those of the head of {due} entries")
                sound, due = due, next(sizes, None)
    if due is not None:
        faults.append(f"cut off after {tree.size} entries: the last head says {max(roots)}")
    elif tree.size > max(roots, default=0):
        faults.append(f"entries {max(roots, default=0)} to {tree.size - 1} are under no head: added, or not yet signed")
    return tree, faults


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to look through, and whom to trust."""
    parser.add_argument("folder", type=Path, help="an export: the files entries, heads and keys")
    parser.add_argument("--keys", type=Path, help="keys you have from elsewhere; without it those in the export")
    parser.add_argument("--head", type=Path, help="a head you kept from earlier: the export must contain it")
    parser.add_argument("--quorum", type=int, default=3, help="how many witnesses the last head needs (default 3)")
    parser.add_argument("--must", default="commission", help="the witness who must be among them")


def run(chosen: argparse.Namespace) -> int:
    """0: everything is as it was signed. 1: it is not, and the lines say where. 2: no export can be read there."""
    began = time.monotonic()
    try:
        keys = (chosen.keys or chosen.folder / "keys").read_text()
        held = chosen.head.read_text() if chosen.head else ""
        found = verify(chosen.folder, keys, held=held, quorum=chosen.quorum, must=chosen.must)
    except (OSError, ValueError, IndexError) as trouble:
        print(f"Cannot read the export: {trouble}", file=sys.stderr)
        return 2
    print("".join(f"WRONG  {fault}\n" for fault in found["faults"][:MOST_SAID]), end="")
    print(f"{found['entries']} entries, {found['heads']} heads, root {found['root']}, {time.monotonic() - began:.1f} s")
    if not chosen.keys:
        print("The keys were the export's own: compare them with those you have from elsewhere (--keys).")
    return int(bool(found["faults"]))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    add_arguments(arguments)
    raise SystemExit(run(arguments.parse_args()))
