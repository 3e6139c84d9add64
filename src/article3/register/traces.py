"""Traces of what was refused, recalled or cancelled: kept with the ending, found again whatever becomes of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from article3.law.offences import classify
from article3.lifecycle.case_file import CaseFile
from article3.reentry.features import Features, features
from article3.reentry.marks import WEIGH_BYTES, Trace, grounds_of, holds, sought, trace
from article3.reentry.weighing import Likeness, weigh
from article3.register import models
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Communication, Reference

CANDIDATES_AT_MOST = 40
"""Traces weighed for one file: those with the most telling marks in common."""
_BATCH = 5_000


def remember(file: CaseFile, grounds: tuple[RefusedOn, ...], key: bytes) -> None:
    """Keep the trace of a file, of every text its source gave it. Kept again, it takes the former one's place."""
    texts = [file.communication, *(amendment.former for amendment in file.amendments)]
    kept = trace(tuple(features_of(text) for text in texts), reference=file.reference, since=file.received_at,
                 grounds=grounds, key=key)  # fmt: skip
    keep(kept)


def keep(*kept: Trace) -> None:
    """Keep traces, each in the place of a former one on the same file."""
    models.Trace.objects.filter(pk__in=[each.reference for each in kept]).delete()
    rows = [models.Trace(reference=each.reference, since=each.since, weigh=b"".join(sorted(each.weigh)))
            for each in kept]  # fmt: skip
    models.Trace.objects.bulk_create(rows, batch_size=200)
    marks = [models.TraceMark(trace_id=each.reference, mark=mark) for each in kept for mark in sorted(each.find)]
    models.TraceMark.objects.bulk_create(marks, batch_size=500)


def repeats(file: CaseFile, key: bytes) -> tuple[Likeness, ...]:
    """The traces the file may repeat, the likeliest first; never its own."""
    return likenesses(features_of(file.communication), key, apart_from=file.reference)


def likenesses(sent: Features, key: bytes, *, apart_from: str = "") -> tuple[Likeness, ...]:
    """The traces that what was sent may repeat, the likeliest first."""
    if sent.empty:
        return ()
    found = []
    for kept in _candidates(sought(sent, key), apart_from):
        has = holds(kept, key)
        evidence = weigh(sent, has)
        if evidence is not None:
            found.append(Likeness(reference=kept.reference, points=evidence.points, because=evidence.because,
                                  refused_on=grounds_of(has)))  # fmt: skip
    return tuple(sorted(found, key=lambda like: (-like.points, like.reference)))


def features_of(sent: Communication) -> Features:
    """The features of one text, with the kinds and matters its charges are read as."""
    read = [classify(charge.text, charge.translation) for charge in sent.charges]
    return features(sent, {str(each) for found in read for each in (*found.kinds, *found.matters)})


def _candidates(wanted: dict[bytes, int], apart_from: str) -> Iterator[Trace]:
    shared = Counter[str]()
    marks = list(wanted)
    for start in range(0, len(marks), _BATCH):
        rows = models.TraceMark.objects.filter(mark__in=marks[start : start + _BATCH]).exclude(trace_id=apart_from)
        for mark, reference in rows.values_list("mark", "trace_id").iterator():
            shared[reference] += wanted[bytes(mark)]
    likeliest = sorted(shared, key=lambda reference: (-shared[reference], reference))[:CANDIDATES_AT_MOST]
    for row in models.Trace.objects.filter(pk__in=likeliest):
        yield Trace(reference=Reference(row.reference), since=row.since, find=frozenset(), weigh=_cut(bytes(row.weigh)))


def _cut(marks: bytes) -> frozenset[bytes]:
    return frozenset(marks[start : start + WEIGH_BYTES] for start in range(0, len(marks), WEIGH_BYTES))
