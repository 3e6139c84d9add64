"""Search for persons: in any script, by partial dates, at bounded cost, and only among what one may read."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from article3 import wiring
from article3.register import folding
from article3.register.files import Files
from article3.terms.communication import IdentityDocument, Name
from article3.terms.dates import partial_date
from article3.terms.finding import Refused
from tests import papers

pytestmark = pytest.mark.django_db
XB = papers.sitting("bureau:XB")


def keep(*persons: object) -> list[str]:
    """Publish a notice on each person; their references."""
    files = [papers.published(papers.communication("XA", person=person)) for person in persons]
    Files(bureaus=tuple, order=None).add_many(files)
    return [file.reference for file in files]


def found(**query: str) -> list[str]:
    """References found by XB."""
    return [row.reference for row in wiring.reader(XB, "police_check", papers.NOW).search(wiring.Query(**query)).rows]


ARABIC = Name(family="القارظي", given="أمين", script="Arab", latin_family="ALQARZI", latin_given="AMIN")
CYRILLIC = Name(family="Ждарёв", given="Йон", script="Cyrl", latin_family="ZHDAREV", latin_given="YON")
MARKED = Name(family="Ó Súilleabhán", given="Zoë", latin_family="O SUILLEABHAN", latin_given="ZOE")


@pytest.mark.parametrize(("name", "typed"), [
    (ARABIC, "القارظي"), (ARABIC, "امين القارظي"), (ARABIC, "alqarzi amin"), (ARABIC, "Alqar"),
    (CYRILLIC, "ждарев"), (CYRILLIC, "ЖДАРЁВ ЙОН"), (CYRILLIC, "Zhdarev"),
    (MARKED, "o suilleabhan"), (MARKED, "OSUILLEABHAN"), (MARKED, "Zoë Ó"), (MARKED, "súill"),
])  # fmt: skip
def test_a_name_is_found_in_its_own_script_and_in_latin_with_or_without_marks(name: Name, typed: str) -> None:
    """Order, case, marks, joined parts, and the beginning of the last word do not matter."""
    reference, _ = keep(papers.person(names=(name,)), papers.person("Other", "Body"))
    assert found(name=typed) == [reference]


def test_every_word_must_be_there_and_only_the_last_may_be_a_beginning() -> None:
    """Two people who share a family name are two people."""
    dunya, _ = keep(papers.person("Corvane", "Dunya"), papers.person("Corvane", "Ilse"))
    assert found(name="corvane dunya") == [dunya]
    assert found(name="dun corvane") == []
    assert len(found(name="corv")) == 2


@pytest.mark.parametrize(("asked", "hit"), [
    ("1980-05-17", True), ("1980-05", True), ("1980", True), ("198X", True), ("1979/1980-05-17", True),
    ("1980-05-18", False), ("1980-05-16", False), ("1981", False), ("1970/1979", False),
])  # fmt: skip
def test_a_birth_date_meets_every_date_that_may_be_the_same(asked: str, hit: bool) -> None:
    """EDTF on both sides; the edges of the span."""
    references = keep(papers.person())
    assert found(name="corvane", birth_date=asked) == (references if hit else [])


def test_a_partial_date_on_paper_is_found_by_a_day_within_it() -> None:
    """The paper says 1980; the officer asks for a day of that year."""
    references = keep(papers.person(birth_dates=(partial_date("1980"),)))
    assert found(birth_date="1980-12-31") == references
    assert found(birth_date="1981-01-01") == []


def test_a_paper_is_found_by_its_number_however_it_is_written() -> None:
    """Letters and digits only."""
    references = keep(papers.person(documents=(IdentityDocument(kind="passport", number="xb-12 345/A"),)))
    assert found(document="XB12345A") == found(document="xb 12345-a") == references
    assert found(document="XB12345") == []


def test_parts_of_a_query_narrow_each_other() -> None:
    """All of them hold at once."""
    references = keep(papers.person())
    assert found(name="corvane", nationality="xb", birth_date="1980", document="XB12345") == references
    assert found(name="corvane", nationality="XC") == []


@pytest.mark.parametrize("query", [
    {}, {"name": "*"}, {"name": "%"}, {"name": "a"}, {"name": "_"}, {"name": "a" * 201}, {"name": "a b c d e f g h i"},
    {"nationality": "XB"}, {"name": "corvane", "nationality": "X"}, {"name": "corvane", "nationality": "XBB"},
    {"birth_date": "last year"}, {"birth_date": "1980-02-30"}, {"document": "a1"}, {"document": "%%%%"},
    {"name": ".*"}, {"name": "\x00"},
])  # fmt: skip
def test_a_query_that_would_find_everything_or_cannot_be_read_is_refused_with_a_sentence(query: dict[str, str]) -> None:
    """A22: wildcards, one letter, too long, unreadable."""
    keep(papers.person())
    with pytest.raises(Refused) as refused:
        found(**query)
    assert refused.value.because.endswith(".")


@pytest.mark.parametrize("typed", [
    "corvane' OR 1=1 --", "Corv%", "corvane\x00", "<b>corvane</b>", "𝕔𝕠𝕣𝕧𝕒𝕟𝕖", "cor\u200bvane",
])  # fmt: skip
def test_hostile_text_is_only_text(typed: str) -> None:
    """A20, A22: no error, no more than the words in it."""
    keep(papers.person())
    assert len(found(name=typed)) <= 1


def test_a_search_costs_the_same_number_of_queries_however_much_is_found() -> None:
    """One to look at the gateway, one to find, one for what this seat's desk let on, three to write it down."""
    counts = []
    for more in (1, 40):
        keep(*(papers.person() for _ in range(more)))
        with CaptureQueriesContext(connection, ) as captured:
            found(name="corvane dunya", birth_date="1980", nationality="XB", document="XB12345")
        counts.append(len([query for query in captured if "SAVEPOINT" not in query["sql"]]))
    assert counts[0] == counts[1] <= 6


def test_a_bureau_finds_by_search_exactly_what_it_may_read() -> None:
    """A07: denied, above clearance, under review, suspended, refused: nothing of it."""
    from article3.lifecycle.states import State
    from article3.terms.communication import Level

    files = [
        papers.published(papers.communication("XA", denied=("XB",))),
        papers.published(papers.communication("XA", level=Level.RESTRICTED)),
        papers.received(), papers.received(state=State.REFUSED), papers.published(state=State.SUSPENDED),
        papers.published(state=State.CANCELLED), papers.diffusion("XC"),
    ]  # fmt: skip
    Files(bureaus=tuple, order=None).add_many(files)
    officer = papers.sitting("bureau:XB", level=Level.OFFICIAL_USE)
    reader = wiring.reader(officer, "police_check", papers.NOW)
    assert reader.search(wiring.Query(name="corvane")).rows == ()
    assert len(wiring.reader(XB, "police_check", papers.NOW).search(wiring.Query(name="corvane")).rows) == 1


class TestFolding:
    """Names as they are compared."""

    @pytest.mark.parametrize(("text", "words"), [
        ("O'Neill-Smith", ("o", "neill", "smith")), ("  ", ()), ("Straße", ("strasse",)),
        ("İpek Işık", ("ipek", "isik")),
        ("ＡＢＣ", ("abc",)), ("ـعبدـ", ("عبد",)), ("Łukasz", ("lukasz",)), ("a_b", ("a", "b")),
    ])  # fmt: skip
    def test_words(self, text: str, words: tuple[str, ...]) -> None:
        """Small letters without marks; punctuation parts words."""
        assert folding.words(text) == words

    def test_a_number_keeps_letters_and_digits_only(self) -> None:
        """Full-width digits are digits."""
        assert folding.number(" ab-１２ 3/４") == "AB1234"
