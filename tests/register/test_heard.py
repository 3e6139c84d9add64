"""The front line's lookup: the engine's candidate search over the register, filtered first, alike in all processes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from article3 import wiring
from article3.lifecycle.frontline import Traveller
from article3.lifecycle.publication import Restriction
from article3.lifecycle.states import State
from article3.register import erasing, heard
from article3.register.files import Files
from article3.register.models import File, HeardWord, WordSound
from article3.screening.ear import Ear
from article3.screening.index import Index
from article3.screening.keys import CLASSES, MOST_KEYS, keys_of
from article3.screening.likeness import as_written
from article3.screening.names import Kind, Token
from article3.screening.vocabulary import Vocabulary
from article3.screening.word_keys import keys_of_word, parts
from article3.terms.communication import IdentityDocument, Level, Name
from article3.terms.dates import partial_date
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole
from article3.wiring import front_room
from tests import papers

pytestmark = pytest.mark.django_db
FRONT = papers.sitting("front:XB", MandateRole.FRONT_LINE)
ARABIC = Name(family="القارظي", given="أمين", script="Arab", latin_family="ALQARZI", latin_given="AMIN")
CYRILLIC = Name(family="Жданович", given="Фёдор", script="Cyrl", latin_family="ZHDANOVICH", latin_given="FEDOR")
SERVANT = Name(family="Barakzai", given="Abd al-Karim Hasan")
CHINESE = Name(family="欧阳", given="明华", script="Hani", latin_family="OUYANG", latin_given="MINGHUA")
ONE_NAME = Name(family="Suhartonido", given="")


def keep(*files: object) -> list[str]:
    """These files are in the register."""
    Files(bureaus=tuple, order=None).add_many(files)
    return [file.reference for file in files]


def notice(*names: Name, **said: object) -> object:
    """A notice in force on somebody of these names."""
    return papers.published(papers.communication("XA", person=papers.person(names=names, documents=(), **said)))


def found(*names: str, birth: str = "", document: str = "", who: object = FRONT, at: object = papers.NOW) -> list[str]:
    """References the front line is shown, the most alike first."""
    asked = Traveller(names=names, birth_dates=(birth,) if birth else (), documents=(document,) if document else ())
    return [one.row.reference for one in front_room._compared(who, asked, front_room.particulars_of(asked), at)[0]]


@pytest.mark.parametrize(("name", "typed"), [
    (ARABIC, "Amin Al-Qarzi"), (ARABIC, "Ameen Elkarzi"), (ARABIC, "Амин Аль-Карзи"), (ARABIC, "امين القارظى"),
    (CYRILLIC, "Fyodor Zhdanovich"), (CYRILLIC, "Fedor Jdanovitch"), (CYRILLIC, "Ждановіч Федор"),
    (CYRILLIC, "ZDANOVIC, Fedor"), (SERVANT, "Abdulkarim Barakzay"), (SERVANT, "عبد الكريم بركزاي"),
    (CHINESE, "Ouyang Minghua"), (CHINESE, "欧阳明华"), (CHINESE, "Ou-Yang Ming-hua"), (ONE_NAME, "Suhartonido"),
])  # fmt: skip
def test_another_script_or_spelling_finds_the_record(name: Name, typed: str) -> None:
    """Sounds, not letters; and nobody else."""
    reference, _ = keep(notice(name), notice(Name(family="Other", given="Body")))
    assert found(typed) == [reference]


@pytest.mark.parametrize(("filed", "typed", "hit"), [
    ("Robert", "Bob", True), ("Bob", "Robert", True), ("Александр", "Sasha", True), ("Volodymyr", "Владимир", True),
    ("Mohammad", "حمودي", True), ("Ivan", "John", False), ("Robert", "Bill", False)])
def test_a_person_is_found_under_what_people_of_that_name_are_also_called(filed: str, typed: str, hit: bool) -> None:
    """Short forms and what a neighbouring country's passport writes; no cognates, and no other name's short form."""
    (reference,) = keep(notice(Name(family="Zhdanovich", given=filed)))
    assert found(f"{typed} Zhdanovich") == ([reference] if hit else [])


@pytest.mark.parametrize(("on_paper", "asked", "hit"), [
    ("1984-06-12", "1984", True), ("1984", "1984-06-12", True), ("1984-06", "1984-06-12", True),
    ("1984-06-12", "1961-01-30", False), ("1984", "1961", False)])
def test_a_partial_date_is_weighed_by_the_calendar(on_paper: str, asked: str, hit: bool) -> None:
    """A name that is only alike needs no contrary date beside it."""
    (reference,) = keep(notice(CYRILLIC, birth_dates=(partial_date(on_paper),)))
    assert found("Fyodor Zhdanovitch", birth=asked) == ([reference] if hit else [])


def test_one_part_of_the_name_is_enough_only_with_the_day_of_birth_or_where_it_is_all_there_is() -> None:
    """A family name alone is thousands of people."""
    full, alone = keep(notice(CYRILLIC, birth_dates=(partial_date("1984-06-12"),)), notice(ONE_NAME, birth_dates=()))
    assert found("Zhdanovich") == []
    assert found("Pavel Zhdanovich", birth="1961-01-30") == []
    assert found("Zhdanovich", birth="1984-06-12") == [full]
    assert found("Suhartonido") == [alone]


def test_a_paper_finds_its_holder_whatever_the_name_says_of_the_order() -> None:
    """The zone of a passport that is on the record."""
    held = papers.person(names=(CYRILLIC,), documents=(IdentityDocument(kind="passport", number="xb-12 345/A"),))
    (reference,) = keep(papers.published(papers.communication("XA", person=held)))
    assert found(document="XB12345A") == []
    assert found("Fedor Zhdan", document="XB12345A") == [reference]


def test_what_comes_changes_and_goes_is_seen_by_the_next_question() -> None:
    """Added, renamed, ended; and by a worker that has heard nothing before."""
    file = notice(CYRILLIC)
    keep(file)
    heard._ear = Ear()
    assert found("Fyodor Zhdanovich") == [file.reference]
    files = Files(bureaus=tuple, order=None)
    sent = replace(file.communication, person=replace(file.communication.person, names=(ARABIC,)))
    renamed = replace(file, version=file.version + 1, communication=sent,
                      published=replace(file.published, communication=sent))
    files.keep(renamed)
    assert (found("Fyodor Zhdanovich"), found("Amin Alkarzi")) == ([], [file.reference])
    files.keep(replace(renamed, version=renamed.version + 1, state=State.CANCELLED))
    assert found("Amin Alkarzi") == []


def test_what_may_not_be_read_is_not_found_and_does_not_move_what_is() -> None:
    """A04, A07: denied, above clearance, under review, suspended; the same answer as without them, and it comes back on
    the day a restriction is lifted."""
    (open_one,) = keep(notice(CYRILLIC))
    before = found("Fyodor Zhdanovitch")
    person = papers.person(names=(CYRILLIC,), documents=())
    tomorrow = papers.TODAY + timedelta(days=1)
    barred = papers.published(papers.communication("XA", person=person),
                              restrictions=(Restriction(bureau="XB", since=papers.TODAY, lifted_on=tomorrow),))
    keep(barred, papers.published(papers.communication("XA", person=person, level=Level.RESTRICTED)),
         papers.received(papers.communication("XA", person=person)),
         papers.published(papers.communication("XA", person=person), state=State.SUSPENDED))
    low = papers.sitting("front:XB", MandateRole.FRONT_LINE, level=Level.OFFICIAL_USE)
    assert found("Fyodor Zhdanovitch", who=low) == before == [open_one]
    after = found("Fyodor Zhdanovitch", who=low, at=papers.NOW + timedelta(days=1))
    assert set(after) == {open_one, barred.reference}


def test_many_records_kept_from_the_bureau_do_not_push_out_the_one_it_may_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Filter first, then order and cut: the closest hundred are another bureau's."""
    monkeypatch.setattr(heard, "MOST_COMPARED", 3)
    person = papers.person(names=(CYRILLIC,), documents=())
    keep(*(papers.published(papers.communication("XA", person=person, denied=("XB",))) for _ in range(8)))
    (reference,) = keep(notice(Name(family="Jdanovitch", given="Fiodor")))
    assert found("Фёдор Жданович") == [reference]


def test_an_answer_that_was_cut_says_so_and_never_that_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are compared: with three there is an end, with four there is not; what is kept from the bureau does not
    count, and one word more of the person ends it."""
    monkeypatch.setattr(heard, "MOST_COMPARED", 3)
    who, at = FRONT, papers.NOW
    keep(*(notice(CYRILLIC, birth_dates=(partial_date("1984-06-12"),)) for _ in range(3)))
    person = papers.person(names=(CYRILLIC,), documents=())
    keep(papers.published(papers.communication("XA", person=person, denied=("XB",))))
    asked = Traveller(names=("Fyodor Zhdanovich",))
    assert not front_room.ask(who, asked, at).more
    keep(notice(CYRILLIC, birth_dates=(partial_date("1961-01-30"),)))
    answer = front_room.ask(who, asked, at)
    assert answer.more and len(answer.candidates) == 3
    none_alike = front_room.ask(who, replace(asked, birth_dates=("2001-05-05",)), at)
    assert none_alike.more and not none_alike.candidates


def test_only_the_most_alike_are_told_and_registered_and_that_there_are_more_is_said(
        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """The closest two of three, each under a result of its own; the question costs no query a result."""
    near = keep(notice(CYRILLIC), notice(CYRILLIC))
    keep(notice(Name(family="Jdanovitz", given="Fiodor")))
    asked, counts = Traveller(names=("Фёдор Жданович",)), []
    for most in (1, 1, 2):
        monkeypatch.setattr(front_room, "MOST_TOLD", most)
        with CaptureQueriesContext(connection) as captured:
            answer = front_room.ask(FRONT, asked, papers.NOW)
        counts.append(len(captured))
    assert answer.more and {one.row.reference for one in answer.candidates} == set(near)
    assert len({one.result for one in answer.candidates}) == 2 and counts[1] == counts[2]
    assert [front_room.result_of(FRONT, one.result).item for one in answer.candidates] == sorted(near)


def test_a_question_costs_the_same_number_of_queries_however_many_are_like_the_person() -> None:
    """No query a row: words by sound, records with their ties, what the desk let on, the entry in the journal."""
    counts = []
    for more in (1, 30):
        keep(*(notice(CYRILLIC) for _ in range(more)))
        with CaptureQueriesContext(connection) as captured:
            found("Fyodor Zhdanovich", birth="1980", document="XB12345")
        counts.append(len([query for query in captured if "SAVEPOINT" not in query["sql"]]))
    assert counts[0] == counts[1] <= 7


def test_words_of_names_that_are_gone_are_swept_and_no_others() -> None:
    """An erased name leaves no word behind; a word another record holds stays."""
    first, second = keep(notice(CYRILLIC), notice(Name(family="Zhdanovich", given="Marta")))
    File.objects.filter(pk=first).delete()
    heard.sweep()
    words = set(WordSound.objects.values_list("word", flat=True))
    assert "marta" in words and "zhdanovich" in words and "фёдор" not in words and "fedor" not in words
    assert found("Marta Jdanovitch") == [second]
    assert {HeardWord, WordSound} <= set(erasing.FOUND_BY), "and no backup carries them"


@pytest.mark.parametrize("asked", [
    {"names": ()}, {"names": ("*",)}, {"names": ("%",)}, {"names": ("a",)}, {"names": ("a" * 201,)},
    {"names": ("Fedor Zhdan",), "birth_dates": ("last year",)}, {"names": ("Ab Cd",) * 6}])
def test_a_query_that_names_nobody_or_cannot_be_read_is_refused_with_a_sentence(asked: dict[str, object]) -> None:
    """A22: and a date that cannot be read is said, not dropped."""
    with pytest.raises(Refused) as refused:
        wiring.reader(FRONT, "police_check", papers.NOW).alike(heard.Asked(**asked), lambda *_: True)
    assert refused.value.because.endswith(".")


def test_the_keys_of_a_word_are_those_of_the_index() -> None:
    """Plain and compiled, over scripts and lengths."""
    chance, vocabulary = random.Random(5), Vocabulary()
    letters = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщыэюя", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
               "王李欧阳明华金")  # fmt: skip
    room, keys = np.zeros(24, np.uint8), np.zeros(MOST_KEYS, np.uint32)
    for number in range(400):
        word = "".join(chance.choices(letters[number % 4], k=chance.randint(1, 11)))
        count = keys_of(vocabulary.words, vocabulary.number(Token(word, Kind.PART)), CLASSES, room, keys)
        assert set(keys_of_word(word)) == set(keys[:count].tolist()), word


def test_the_lookup_finds_what_the_index_over_the_same_people_finds() -> None:
    """Thirty people, each asked by another writing of the name: record for record the engine's own answer."""
    families = ("Barandov", "Khosravani", "Oyelaran", "Szczepanek", "Mbeki", "Haraldsson", "Tchikaev", "Quispe",
                "Nakagima", "Petrosyan")  # fmt: skip
    given = ("Anahit", "Yusuf", "Grigori")
    people = [Name(family=family, given=first) for family in families for first in given]
    references = keep(*(notice(name) for name in people))
    index = Index.built((key, as_written(names=(f"{name.family} {name.given}",))) for key, name in enumerate(people))
    lane = index.lane()
    for family, first in (("Barandoff", "Anaheet"), ("Chosrawani", "Yousef"), ("Oyelaran", "Grigory"),
                          ("Петросян", "Григорий"), ("Petrossian", "Jusuf"), ("نكاجيما", "يوسف"), ("Kispe", "Grigorij"),
                          ("Haraldson", "Anahit"), ("Tschikajew", "Grigoriy")):  # fmt: skip
        engine = {references[each.key] for each in index.ask(as_written(names=(f"{first} {family}",)), lane, most=50)}
        assert engine and set(found(f"{first} {family}")) == engine, (family, first)
    assert parts("Dr. Abd al-Karim van B. Berg") == ("abdalkarim", "berg")
