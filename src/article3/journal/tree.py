"""The hash tree of RFC 6962 over the bodies of entries: root, proofs, and their checks. Pure; hashlib only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").digest()


def leaf(body: bytes) -> bytes:
    """The hash of one entry (RFC 6962, 2.1)."""
    return hashlib.sha256(b"\x00" + body).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash over two neighbours."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes in order; keeps one hash a level, so any length fits in memory."""
    peaks: list[tuple[int, bytes]] = []
    for found in leaves:
        size, top = 1, found
        while peaks and peaks[-1][0] == size:
            size, top = size * 2, node(peaks.pop()[1], top)
        peaks.append((size, top))
    if not peaks:
        return EMPTY
    top = peaks.pop()[1]
    while peaks:
        top = node(peaks.pop()[1], top)
    return top


def inclusion(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path of one leaf (RFC 6962, 2.1.1). Raises IndexError for a leaf that is not there."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion(leaves[:split], index), root(leaves[split:])]
    return [*inclusion(leaves[split:], index - split), root(leaves[:split])]


def consistency(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """The proof that the tree of `earlier` leaves is the beginning of this one (RFC 6962, 2.1.2)."""
    if not 0 < earlier <= len(leaves):
        raise IndexError(earlier)
    return [] if earlier == len(leaves) else _subproof(leaves, earlier, whole=True)


def is_included(leaf_hash: bytes, index: int, size: int, path: Sequence[bytes], root_hash: bytes) -> bool:
    """True when the path leads from the leaf to the root of a tree of that size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf_hash
    for step in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node(step, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node(found, step)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root_hash


def is_consistent(earlier: int, size: int, earlier_root: bytes, root_hash: bytes, path: Sequence[bytes]) -> bool:
    """True when the path proves that the earlier tree is the beginning of the later one (RFC 9162, 2.1.4.2)."""
    if not 0 < earlier <= size:
        return False
    if earlier == size:
        return not path and earlier_root == root_hash
    steps = list(path) if earlier & (earlier - 1) else [earlier_root, *path]
    if not steps:
        return False
    place, last = earlier - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node(step, old), node(step, new)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            new = node(new, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old == earlier_root and new == root_hash


def _subproof(leaves: Sequence[bytes], earlier: int, *, whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if whole else [root(leaves)]
    split = _split(len(leaves))
    if earlier <= split:
        return [*_subproof(leaves[:split], earlier, whole=whole), root(leaves[split:])]
    return [*_subproof(leaves[split:], earlier - split, whole=False), root(leaves[:split])]


def _split(size: int) -> int:
    """The largest power of two smaller than `size`."""
    return 1 << (size - 1).bit_length() - 1
