"""Segments made into one, and a segment without what was removed from it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from article3.screening.keys import PARTS
from article3.screening.segment import Segment, not_heard, posted


def merged(one: Segment, other: Segment) -> Segment:
    """The records of both, by key; where both hold a key the later one stands after."""
    order = np.argsort(np.concatenate([one.keys, other.keys]), kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    shift = len(one.keys)
    owners = place[np.concatenate([one.owners, other.owners + shift])].astype(np.int32)
    holders = place[np.concatenate([one.holders, other.holders + shift])].astype(np.int32)
    starts = np.concatenate([one.starts, other.starts[1:] + one.starts[-1]])
    table = {name: np.concatenate([getattr(one, name), getattr(other, name)])[order]
             for name in ("keys", "alive", "born", "countries")}
    return _assembled(table, owners, starts, np.concatenate([one.tokens, other.tokens]),
                      np.concatenate([_parts(one), _parts(other)]),
                      _sorted(np.concatenate([one.sounds_like, other.sounds_like]),
                              np.concatenate([one.filed, other.filed])),
                      _sorted(np.concatenate([one.papers, other.papers]), holders))


def without(segment: Segment) -> Segment:
    """The same without records that were removed."""
    kept = segment.alive.astype(bool)
    if kept.all():
        return segment
    place = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    names = kept[segment.owners]
    lengths = np.diff(segment.starts)
    holding = kept[segment.holders]
    table = {name: getattr(segment, name)[kept] for name in ("keys", "alive", "born", "countries")}
    starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(lengths[names], dtype=np.int32)])
    return _assembled(table, place[segment.owners[names]], starts, segment.tokens[np.repeat(names, lengths)],
                      _parts(segment)[names],
                      (segment.sounds_like, segment.filed),
                      (segment.papers[holding], place[segment.holders[holding]])
                      )._replace(alike_from=segment.alike_from, alike=segment.alike, alike_gains=segment.alike_gains)


Pair = tuple[NDArray[Any], NDArray[Any]]


def _sorted(keys: NDArray[Any], values: NDArray[Any]) -> Pair:
    order = np.argsort(keys, kind="stable")
    return keys[order], values[order]


def _parts(segment: Segment) -> NDArray[np.int32]:
    parts = np.zeros((len(segment.owners), PARTS), np.int32)
    parts[segment.postings] = segment.parts
    return parts


def _assembled(table: dict[str, NDArray[Any]], owners: NDArray[np.int32], starts: NDArray[np.int32],
               tokens: NDArray[np.int32], parts: NDArray[np.int32], filed: Pair, papers: Pair) -> Segment:
    """Names in the order of their owners, then the postings made anew."""
    order = np.argsort(owners, kind="stable")
    lengths = np.diff(starts)[order]
    taken = np.repeat(starts[:-1][order] - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    tokens = tokens[taken + np.arange(len(taken))].astype(np.int32)
    starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(lengths, dtype=np.int32)])
    owners, parts = owners[order].astype(np.int32), parts[order]
    listed, lists, postings, dates = posted(tokens, starts, owners, table["born"])
    alike_from, alike, gains = not_heard()
    return Segment(table["keys"], table["alive"], table["born"], table["countries"], owners, starts, tokens,
                   listed, lists, postings, dates, parts[postings], *filed, *papers, alike_from, alike, gains)
