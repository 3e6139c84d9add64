"""Two people on paper are compared, and the answer says why. All names are invented."""

from __future__ import annotations

import pytest

from article3.screening.balance import THRESHOLD
from article3.screening.birth import packed, packed_text
from article3.screening.likeness import Comparison, Likeness, Particulars
from article3.terms.dates import partial_date


def _person(name: str, born: str = "", country: str = "", document: str = "") -> Particulars:
    return Particulars(names=(name,), born=(packed_text(born),) if born else (),
                       countries=frozenset({country} if country else ()),
                       documents=frozenset({document} if document else ()))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """One comparison for all; it remembers tokens and nothing else."""
    return Comparison()


def _likeness(comparison: Comparison, one: str, other: str) -> Likeness:
    return comparison.compare(_person(one), _person(other))


@pytest.mark.parametrize(("one", "other"), [
    ("BRANDOV, Ilja Petrovich", "Илья Петрович Брандов"),
    ("Selma Ostrand", "OSTRAND, Selma"),
    ("Karim al-Darwani", "كريم الدرواني"),
    ("Abd al-Rahman Sorani", "Abdurrahman SORANI"),
    ("Mirela Costinescu", "Mirella Kostinescu"),
    ("Nino Beradze", "ნინო ბერაძე"),
    ("Teodoros Kalandis", "Θεόδωρος Καλάντης"),
    ("Jin-ping Ostrow", "Ostrow Jinping"),
])
def test_one_person_written_twice_is_above_the_threshold(comparison: Comparison, one: str, other: str) -> None:
    """Scripts, order, spelling and joined parts do not hide a person; and the comparison has no first and second."""
    assert _likeness(comparison, one, other).score >= THRESHOLD
    assert _likeness(comparison, one, other).score == pytest.approx(_likeness(comparison, other, one).score, abs=0.02)


@pytest.mark.parametrize(("one", "other"), [
    ("Ilja Petrovich BRANDOV", "Ilja Petrovich SAVELIN"),
    ("Selma Ostrand", "Torben Ostrand"),
    ("Karim al-Darwani", "Karim"),
    ("Karim al-Darwani", "عمر الدرواني"),
    ("", "Selma Ostrand"),
])
def test_other_people_and_halves_of_names_are_below_it(comparison: Comparison, one: str, other: str) -> None:
    """Another family name, another given name, one token, nothing at all."""
    assert _likeness(comparison, one, other).score < THRESHOLD


def test_an_answer_says_why(comparison: Comparison) -> None:
    """Part by part, with what is missing, and the date in words."""
    told = comparison.compare(_person("BRANDOV, Ilja Petrovich", "1980-05-17", "xa"),
                              _person("BRANDOFF, Ilja", "1980", "xb"))
    assert "given name the same (ilja)" in told.because
    assert "family name spelled alike (brandov and brandoff)" in told.because
    assert "given name missing in the second (petrovich)" in told.because
    assert "same birth year" in told.because
    assert "other countries" in told.because
    assert set(told.evidence) == {"name", "birth", "country"}


def test_evidence_moves_the_score_the_right_way(comparison: Comparison) -> None:
    """The same name: a date, a country or a document in common raises it, another date lowers it, silence leaves it."""
    name = "Mirela Costinescu"
    bare = comparison.compare(_person(name), _person(name)).score
    silent = comparison.compare(_person(name, "1980-05-17"), _person(name)).score
    same = comparison.compare(_person(name, "1980-05-17"), _person(name, "1980-05-17")).score
    other = comparison.compare(_person(name, "1980-05-17"), _person(name, "1987-02-01")).score
    paper = comparison.compare(_person(name, document="xa/P1"), _person(name, document="xa/P1"))
    assert silent == bare
    assert other < THRESHOLD < bare < same
    assert paper.score > bare
    assert "the same document number" in paper.because


DATES = [
    ("1980-05-17", "1980-05-17", "same date of birth"),
    ("1980-05-07", "1980-07-05", "day and month of birth swapped"),
    ("1980-05-17", "1980-05-18", "date of birth differs in one digit"),
    ("1980-05-17", "1981-05-17", "date of birth differs in one digit"),
    ("1980-05-17", "1990-05-17", "same day of birth, year differs a little"),
    ("1980-05-17", "1980-05-28", "same month of birth, another day"),
    ("1980-05-17", "1980-11-02", "same birth year, another month"),
    ("1980", "1980-11-02", "same birth year"),
    ("1980", "1981", "birth years one apart"),
    ("1980", "1982", "birth years two to ten apart"),
    ("1980", "1990", "birth years two to ten apart"),
    ("1980", "1991", "birth years more than ten apart"),
    ("1980", "", "date of birth missing on one side"),
]


@pytest.mark.parametrize(("one", "other", "sentence"), DATES)
def test_dates_are_compared_by_the_calendar(comparison: Comparison, one: str, other: str, sentence: str) -> None:
    """Never as strings; both sides of every edge, and the unknown."""
    name = "Mirela Costinescu"
    for left, right in ((one, other), (other, one)):
        assert sentence in comparison.compare(_person(name, left), _person(name, right)).because


def test_a_partial_date_keeps_what_is_known() -> None:
    """Zeros stand for what is not; an interval over years says nothing."""
    assert packed(partial_date("1980-05-17")) == 19800517
    assert packed(partial_date("1980-05")) == 19800500
    assert packed(partial_date("1980?")) == 19800000
    assert packed(partial_date("1980/1982")) == 0
    assert packed(None) == 0
    assert [packed_text(text) for text in ("1980", "1980-05", "17.5.1980", "", "1980-13-01")] == [
        19800000, 19800500, 0, 0, 0]


def test_the_closest_of_several_names_and_dates_counts(comparison: Comparison) -> None:
    """Aliases and doubtful dates are what lists are made of."""
    one = Particulars(names=("Zora Petrak", "Mirela Costinescu"), born=(19700101, 19800517))
    told = comparison.compare(one, _person("Mirela COSTINESCU", "1980-05-17"))
    assert told.names == ("Mirela Costinescu", "Mirela COSTINESCU")
    assert "same date of birth" in told.because
