"""How one text is compared with a protected list: hits with the stretch, its surroundings and the reasons in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from article3.lifecycle.protective import Hit, Protected
from article3.screening.judged import fingerprint
from article3.screening.likeness import Particulars, as_written
from article3.screening.lookout import Listed, Lookout
from article3.screening.names import folded
from article3.screening.passages import Passage
from article3.terms.communication import BureauCode

AROUND = 60
"""Characters shown on either side of a stretch."""
Pair = Callable[[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is looked through of one item: the person it is about, its texts, and papers no program could read."""

    source: BureauCode
    person: Particulars | None
    passages: tuple[Passage, ...]
    unread: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each."""


class Posted:
    """Lookouts for the entries of a list, keyed by their place."""

    def __init__(self, entries: tuple[Protected, ...], on: date) -> None:
        self.entries = tuple(entry for entry in entries if entry.holds(on))
        self._prints = [fingerprint(particulars_of(entry)) for entry in self.entries]
        self._lookout = Lookout(_listed(key, entry) for key, entry in enumerate(self.entries))

    def look(self, contents: Contents, pair: Pair) -> tuple[Hit, ...]:
        """Every hit, those in the person's particulars first."""
        if not self.entries:
            return ()
        return (*self._in_person(contents, pair), *self._in_texts(contents, pair))

    def _in_person(self, contents: Contents, pair: Pair) -> Iterator[Hit]:
        person = contents.person
        if person is None or not person.names:
            return
        for found in self._lookout.alike(person):
            yield Hit(entry=self.entries[found.key].id, where="person", text=" / ".join(person.names),
                      score=found.score, because=found.because,
                      pair=pair(fingerprint(person), self._prints[found.key]))  # fmt: skip

    def _in_texts(self, contents: Contents, pair: Pair) -> Iterator[Hit]:
        starts, whole = [], ""
        for passage in contents.passages:
            starts.append(len(whole))
            whole += passage.text + "\n\n"
        for found in self._lookout.mentioned(whole):
            place = bisect_right(starts, found.start) - 1
            begin, passage = starts[place], contents.passages[place]
            said = f"{contents.source}:{folded(found.text)}"
            yield Hit(
                entry=self.entries[found.key].id, where=passage.where, text=found.text, score=found.score,
                before=passage.text[max(0, found.start - begin - AROUND):found.start - begin],
                after=passage.text[found.stop - begin:found.stop - begin + AROUND],
                because=found.because, pair=pair(said, self._prints[found.key]),
            )  # fmt: skip


def particulars_of(entry: Protected) -> Particulars:
    """An entry as the comparison reads one."""
    return as_written(names=(f"{entry.given} {entry.family}".strip(), *entry.variants), birth_dates=entry.birth_dates,
                      nationalities=entry.nationalities, documents=entry.documents)  # fmt: skip


def _listed(key: int, entry: Protected) -> Listed:
    """A variant written *family, given* says the family name in its own script."""
    family = (entry.family, *(text.partition(",")[0].strip() for text in entry.variants if "," in text))
    return Listed(key=key, person=particulars_of(entry), family=tuple(filter(None, family)), alone=entry.alone)
