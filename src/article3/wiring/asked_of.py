"""Names and texts compared with what one sitting may read: the register as it reached a bureau, or its own list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.access.why import Why
from article3.acts.at_home.looking import Contents
from article3.acts.ports import NotFound
from article3.national.cabinet import Cabinet
from article3.register.pages import PersonRow
from article3.screening.birth import packed_text
from article3.screening.index import Index
from article3.screening.likeness import Particulars, as_written
from article3.screening.passages import Passage
from article3.screening.running_text import Watch
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring.performing import reader

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many people were compared, and those like enough, the likeliest first."""

    people: int
    candidates: tuple[dict[str, Any], ...]


def register(sitting: Sitting, *, text: str, least: float, **person: tuple[str, ...]) -> Found:
    """The people of every record that reached the bureau or that it sent: filtered first, then compared."""
    rows = list(_rows(sitting))
    people = [(key, _particulars(row)) for key, row in enumerate(rows)]
    if text:
        watch = Watch(people)
        hits = [_told(rows[hit.key].reference, hit.text, hit.score, hit.because)
                for hit in watch.find(text, watch.index.lane()) if hit.score >= least]
        return Found(people=len(rows), candidates=tuple(hits))
    index, asked = Index.built(people), _asked(**person)
    lane = index.lane()
    found = [_told(rows[each.key].reference, " | ".join(rows[each.key].names), each.score,
                   index.why(asked, each, lane).because) for each in index.ask(asked, lane, least=least, most=MOST)]
    return Found(people=len(rows), candidates=tuple(found))


def everybody(sitting: Sitting) -> list[tuple[str, Particulars]]:
    """The same people with the references of their records, to be compared with somebody else's list."""
    return [(row.reference, _particulars(row)) for row in _rows(sitting)]


def own_list(sitting: Sitting, *, text: str, least: float, **person: tuple[str, ...]) -> Found:
    """The entries of the bureau's protected list, named by their numbers only. Raises NotFound outside the desk."""
    if sitting.role is not MandateRole.DUTY_OFFICER or sitting.bureau is None:
        raise NotFound
    cabinet, asked = Cabinet(sitting.bureau, timezone.now()), _asked(**person)
    passages = (Passage(where="text", text=text),) if text else ()
    with transaction.atomic():
        posted = cabinet.lookout(after=0, on=day_of(timezone.now()))
        contents = Contents(source=BureauCode(""), person=asked if asked.names else None, passages=passages)
        hits = [hit for hit in posted.look(contents, cabinet.pair) if hit.score >= least]
        cabinet.note("own_list", officer=sitting.officer, why=Why.PROTECTION.value,
                     references=[hit.entry for hit in hits])  # fmt: skip
    return Found(people=len(posted.entries),
                 candidates=tuple(_told(hit.entry, hit.text, hit.score, hit.because) for hit in hits))  # fmt: skip


def _rows(sitting: Sitting) -> Iterator[PersonRow]:
    eyes, cursor = reader(sitting, Why.POLICE_CHECK), ""
    while True:
        page = eyes.incoming(cursor, 100)
        yield from (row for row in page.rows if row.names)
        if not page.next_cursor:
            return
        cursor = page.next_cursor


def _asked(*, names: tuple[str, ...] = (), birth_dates: tuple[str, ...] = (), nationalities: tuple[str, ...] = (),
           documents: tuple[str, ...] = ()) -> Particulars:  # fmt: skip
    return Particulars(names=names, born=tuple(map(packed_text, birth_dates)), documents=frozenset(documents),
                       countries=frozenset(code.lower() for code in nationalities))  # fmt: skip


def _particulars(row: PersonRow) -> Particulars:
    return as_written(names=dict.fromkeys((*row.names, *row.latin_names)), birth_dates=row.birth_dates,
                      nationalities=row.nationalities)  # fmt: skip


def _told(reference: str, text: str, score: float, because: tuple[str, ...]) -> dict[str, Any]:
    return {"reference": reference, "text": text, "score": round(score, 3), "because": list(because)}
