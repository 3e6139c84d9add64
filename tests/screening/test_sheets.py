"""People laid out in arrays are compared as people on paper are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from article3.screening.likeness import Comparison, Particulars
from article3.screening.sheets import NOTHING, compared_pairs, sheet, sheets
from article3.screening.vocabulary import Vocabulary

NAMES = ["Rovan Tilke", "Tilke, R.", "Nia Averolle", "Нина Аверолль", "نيا افيرول", "Dr Ilen van Torvask", "", "王丽"]
PEOPLE = st.builds(
    Particulars,
    names=st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
    born=st.lists(st.sampled_from([0, 19800517, 19800000, 19800600, 19810517, 19450101]), max_size=2).map(tuple),
    countries=st.frozensets(st.sampled_from(["fr", "lb", "gb-sct", "xa"]), max_size=2),
    documents=st.frozensets(st.sampled_from(["X 12", "x-12", "Y9"]), max_size=2),
)


@given(st.lists(st.tuples(PEOPLE, PEOPLE), max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_sheet_gives_the_points_of_the_comparison(pairs: list[tuple[Particulars, Particulars]]) -> None:
    """Every kind of evidence, every pair."""
    comparison = Comparison(Vocabulary())
    left, right = sheets([[pair[side] for pair in pairs] for side in (0, 1)], comparison.vocabulary)
    alone, together = compared_pairs(left, right, comparison.vocabulary)
    assert len(alone) == len(pairs)
    for (one, other), points in zip(pairs, together, strict=True):
        said = comparison.compare(one, other)
        ours = {name: value for name, value in said.evidence.items() if name != "document"}
        papers = bool(_plain(one) & _plain(other))
        assert abs(sum(ours.values()) + 5.0 * papers - points) < 1e-3


def _plain(person: Particulars) -> set[str]:
    """Documents as their letters and digits: a sheet compares these, so that a dash more or less is no difference."""
    return {"".join(filter(str.isalnum, paper.upper())) for paper in person.documents}


def test_a_person_without_a_name_has_nothing_to_compare() -> None:
    """And an empty list has no pair."""
    vocabulary = Vocabulary()
    one = sheet([Particulars(names=())], vocabulary)
    assert compared_pairs(one, one, vocabulary)[0].tolist() == [NOTHING]
    assert compared_pairs(sheet([], vocabulary), one, vocabulary)[0].tolist() == []
