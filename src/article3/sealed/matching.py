"""Whether the person of a file is the person of a sealed record: traces behind the worker's key, as against re-entry.

A person is a *certain* match by the same paper, or by the whole name and the birth day; whatever else is alike is put
to a named officer as a question. No points decide.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from article3.law.offences import classify
from article3.reentry.features import Features, features
from article3.reentry.marks import WEIGH_BYTES, Trace, holds, sought, trace
from article3.reentry.weighing import certain, weigh
from article3.sealed.store import Store
from article3.terms.communication import BureauCode, Channel, Communication, Person, Reference
from article3.terms.sealed import Sameness, SealedId

CANDIDATES_AT_MOST = 40
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def remember(store: Store, id: SealedId, person: Person) -> None:
    """Keep what the person is known again by."""
    said = features(Communication(reference=Reference(id), channel=Channel.NOTICE_REQUEST, source=BureauCode(""),
                                  person=person))
    kept = trace((said,), reference=Reference(id), since=_ALWAYS, grounds=(), key=store.keys.marks)
    store.remember(id, kept.find, b"".join(sorted(kept.weigh)))


def alike(store: Store, sent: Communication) -> list[tuple[SealedId, Sameness, str]]:
    """The sealed records whose person what was sent may be about: certain or unsure, and why."""
    said = _features(sent)
    if said.empty:
        return []
    found = []
    for id in _candidates(store, said):
        kept = Trace(reference=Reference(id), since=_ALWAYS, find=frozenset(), weigh=_cut(store.weighed(id)))
        has = holds(kept, store.keys.marks)
        evidence = weigh(said, has)
        if certain(said, has):
            found.append((SealedId(id), Sameness.CERTAIN, evidence.because if evidence else "the same paper"))
        elif evidence is not None:
            found.append((SealedId(id), Sameness.UNSURE, evidence.because))
    return found


def _features(sent: Communication) -> Features:
    read = [classify(charge.text, charge.translation) for charge in sent.charges]
    return features(sent, {str(each) for found in read for each in (*found.kinds, *found.matters)})


def _candidates(store: Store, said: Features) -> list[str]:
    wanted, shared = sought(said, store.keys.marks), Counter[str]()
    for mark, id in store.with_marks(list(wanted)):
        shared[id] += wanted[bytes(mark)]
    return sorted(shared, key=lambda id: (-shared[id], id))[:CANDIDATES_AT_MOST]


def _cut(marks: bytes) -> frozenset[bytes]:
    return frozenset(marks[start : start + WEIGH_BYTES] for start in range(0, len(marks), WEIGH_BYTES))
