"""Traces in the database: they survive erasure, hold nothing readable, and find what comes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from article3.lifecycle.deletion import emptied
from article3.lifecycle.states import State
from article3.register import traces
from article3.register.files import Files
from article3.register.models import File, Trace, TraceMark
from article3.terms.circumstances import RefusedOn
from tests import papers
from tests.desk import murder

pytestmark = pytest.mark.django_db

KEY, OTHER_KEY = b"k" * 32, b"l" * 32
TABLES = (Trace._meta.db_table, TraceMark._meta.db_table)
PLANTED = ("vortan", "iko", "VORTAN", "QM448210", "1984-06-12", "12.06.1984", "Selen", "17/2024", "172024", "Murder",
           "homicide", "article_3", "refugee")
"""Whatever of these stood in the tables could be read by whoever has a copy of them."""


def refused():
    """A refused request with everything in it."""
    return papers.received(murder("b" * 32), state=State.REFUSED)


def again():
    """The same man in another spelling, from another bureau."""
    sent = murder("c" * 32, "XD", papers=(), charges=(), facts_summary="")
    names = tuple(replace(name, family="Wortan", given="Ico", latin_family="", latin_given="") for name in
                  sent.person.names)
    return papers.received(replace(sent, person=replace(sent.person, names=names, documents=())))


def rows() -> bytes:
    """Every byte of the two tables."""
    found = b""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            found += b"|".join(value if isinstance(value, bytes) else bytes(value) if isinstance(value, memoryview)
                               else str(value).encode() for row in cursor.fetchall() for value in row)
    return found


def test_a_trace_outlives_its_files_data_and_still_finds_the_man() -> None:
    """Decision 2: content is erased, the fingerprint stays."""
    register, file = Files(bureaus=tuple, order=None), refused()
    register.add(file)
    traces.remember(file, (RefusedOn.ARTICLE_3,), KEY)
    register.keep(replace(emptied(file, date(2026, 6, 1)), version=2))
    (like,) = traces.repeats(again(), KEY)
    assert (like.reference, like.refused_on) == (file.reference, (RefusedOn.ARTICLE_3,))
    File.objects.all().delete()
    assert traces.repeats(again(), KEY) == (like,)


def test_nothing_planted_is_readable_in_the_tables() -> None:
    """Names, dates, numbers, charges, the ground: in no case, encoding or order of letters."""
    traces.remember(refused(), (RefusedOn.ARTICLE_3, RefusedOn.REFUGEE), KEY)
    stored = rows().lower()
    assert len(stored) > 1_500
    for word in PLANTED:
        for form in (word, word[::-1]):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert form.lower().encode(encoding) not in stored, (word, encoding)


def test_without_the_key_the_tables_find_nothing() -> None:
    """Not even the same text."""
    traces.remember(refused(), (RefusedOn.ARTICLE_3,), KEY)
    assert traces.repeats(again(), OTHER_KEY) == ()
    assert traces.repeats(papers.received(murder("c" * 32)), OTHER_KEY) == ()


def test_the_key_is_not_in_the_database(settings) -> None:
    """It lies in the folder of keys."""
    traces.remember(refused(), (RefusedOn.ARTICLE_3,), settings.TRACE_KEY)
    assert settings.TRACE_KEY not in rows()
    assert len(settings.TRACE_KEY) == 32


def test_a_file_never_repeats_itself_and_is_remembered_once() -> None:
    """Kept again, the trace takes its former place."""
    file = refused()
    for _ in range(2):
        traces.remember(file, (RefusedOn.OTHER,), KEY)
    assert traces.repeats(file, KEY) == ()
    assert Trace.objects.count() == 1


def test_a_trace_is_of_every_text_the_source_gave() -> None:
    """A name that was changed away before the refusal is known all the same."""
    from article3.lifecycle.case_file import Amendment

    file = refused()
    other = replace(file.communication, person=None, papers=(), charges=(), facts_summary="")
    changed = replace(file, communication=other,
                      amendments=(Amendment(former=file.communication, at=file.received_at, by="x"),))
    traces.remember(changed, (RefusedOn.OTHER,), KEY)
    assert traces.repeats(again(), KEY)
