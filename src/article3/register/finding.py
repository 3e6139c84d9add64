"""From a search for a person to conditions on rows: every part driven by its own index, cost bounded by the query."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from article3.register import folding
from article3.register.models import BirthSpan, DocumentNumber, NameKey, Nationality
from article3.register.pages import Query
from article3.terms.communication import BureauCode
from article3.terms.dates import partial_date
from article3.terms.finding import Refused

_LONGEST = 200
_LETTERS_AT_LEAST = 2
_BEGINNING_AT_LEAST = 3
"""The last word of a name may be a beginning of a word from this length on."""
_AFTER_EVERY_LETTER = "\U0010ffff"


def matches(query: Query, bureau: BureauCode | None) -> Q:
    """Rows that answer every part of the query. For a bureau: by the text members read, or by its own text.

    Raises Refused with a sentence for a query that is empty, too short, too long or not readable.
    """
    parts = [query.name, query.birth_date, query.nationality, query.document]
    if not any(part.strip() for part in parts):
        raise Refused("Give a name, a birth date, a nationality or the number of a paper.")
    if any(len(part) > _LONGEST for part in parts):
        raise Refused(f"A search takes at most {_LONGEST} characters in each field.")
    if not any(part.strip() for part in (query.name, query.document, query.birth_date)):
        raise Refused("A nationality alone names nobody: add a name, a birth date or the number of a paper.")
    found = Q()
    for references in (*_names(query.name), *_births(query.birth_date), *_papers(query.document),
                       *_countries(query.nationality)):  # fmt: skip
        found &= Q(pk__in=_read(references, bureau).values("file_id"))
    return found


def _read(rows: QuerySet, bureau: BureauCode | None) -> QuerySet:
    return rows if bureau is None else rows.filter(Q(shown=True) | Q(source=bureau))


def _names(name: str) -> list[QuerySet]:
    if not name.strip():
        return []
    words = folding.words(name)
    if sum(map(len, words)) < _LETTERS_AT_LEAST:
        raise Refused("A name takes at least two letters; signs such as * or % stand for nothing.")
    if len(words) > folding.WORDS_AT_MOST:
        raise Refused(f"A name takes at most {folding.WORDS_AT_MOST} words.")
    last = words[-1]
    exact = [NameKey.objects.filter(word=word) for word in dict.fromkeys(words[:-1])]
    if len(last) < _BEGINNING_AT_LEAST:
        return [*exact, NameKey.objects.filter(word=last)]
    return [*exact, NameKey.objects.filter(word__gte=last, word__lt=last + _AFTER_EVERY_LETTER)]


def _births(text: str) -> list[QuerySet]:
    if not text.strip():
        return []
    try:
        born = partial_date(text)
    except ValueError as unreadable:
        raise Refused(f"The birth date cannot be read: {unreadable}.") from unreadable
    return [BirthSpan.objects.filter(earliest__lte=born.latest, latest__gte=born.earliest)]


def _papers(text: str) -> list[QuerySet]:
    if not text.strip():
        return []
    number = folding.number(text)
    if len(number) < _BEGINNING_AT_LEAST:
        raise Refused("The number of a paper takes at least three letters or digits.")
    return [DocumentNumber.objects.filter(number=number)]


def _countries(text: str) -> list[QuerySet]:
    code = text.strip().upper()
    if not code:
        return []
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise Refused("A nationality is a country code of two letters.")
    return [Nationality.objects.filter(country=code)]
