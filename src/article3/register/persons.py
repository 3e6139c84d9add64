"""Live files that may be about one person, by what the index holds: for a comparison elsewhere, never for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from article3.access.words import Standing
from article3.lifecycle.case_file import CaseFile
from article3.reentry.features import near_days
from article3.register import folding
from article3.register.files import Files, open_document
from article3.register.models import BirthSpan, DocumentNumber, File, NameKey
from article3.terms.communication import BureauCode, Person, Reference

_OUT_OR_COMING = (Standing.UNDECIDED, Standing.UNREVIEWED, Standing.IN_FORCE, Standing.SUSPENDED)
_AT_MOST = 5_000
_BATCH = 200


def live_files(person: Person, sources: tuple[BureauCode, ...] = ()) -> Iterator[CaseFile]:
    """Files not yet ended, of these sources (of all, when none is named), that share a paper, a birth day or one near
    it, or two words of a name. Whoever is the same person for certain is among them."""
    of_source = Q(source__in=sources) if sources else Q()
    found = [rows.filter(of_source).values_list("file_id", flat=True)[:_AT_MOST] for rows in _rows(person)]
    references = sorted({reference for rows in found for reference in rows})
    live = File.objects.filter(standing__in=[each.value for each in _OUT_OR_COMING]).exclude(channel="message")
    for start in range(0, len(references), _BATCH):
        for row in live.filter(pk__in=references[start : start + _BATCH]).only("body").order_by("pk"):
            yield open_document(row.body)


def file(reference: Reference) -> CaseFile:
    """One file as it stands; raises NotFound."""
    return Files(bureaus=tuple, order=None).file(reference)


def _rows(person: Person) -> Iterable:  # type: ignore[type-arg]
    numbers = {number for paper in person.documents if (number := folding.number(paper.number))}
    yield DocumentNumber.objects.filter(number__in=numbers)
    born = Q(pk__in=[])
    for day in _days(person):
        born |= Q(earliest__lte=day, latest__gte=day)
    yield BirthSpan.objects.filter(born)
    words = sorted(folding.name_words(person.names))
    for place, word in enumerate(words):
        beside = NameKey.objects.filter(word__in=words[:place] + words[place + 1 :]).values("file_id")
        yield NameKey.objects.filter(word=word, file_id__in=beside)


def _days(person: Person) -> set[date]:
    exact = {birth.earliest for birth in person.birth_dates if birth.earliest == birth.latest}
    return exact | {near for day in exact for near in near_days(day)}
