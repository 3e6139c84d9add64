"""Many questions put at once are answered as one after another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3.commands.bench.invented_people import people, questions
from article3.screening.index import AT_ONCE, FEW, Index
from article3.screening.likeness import Particulars

SEED = 41
EVERYBODY = list(people(1_500, SEED))
ODD = [
    Particulars(names=()),
    Particulars(names=("",)),
    Particulars(names=("...", "12 34")),
    Particulars(names=("Abd al-Karim Velastra", "عبد الكريم", "Abdulkarim"), born=(19700101, 19710000)),
    Particulars(names=("de la Torva, D. E.", "DE Torva")),
    Particulars(names=("ᚠᚢᚦᚨᚱᚲ ᚷᚹ", "\U00012000\U00012001")),
    Particulars(names=("王伟", "นางสาวสมใจ ดีงาม", "Sheikh de O")),
    Particulars(names=("d e", "l a d e")),
    Particulars(names=tuple(f"Kor{place}in Vel{place}" for place in range(30))),
    Particulars(names=("one two three four five six seven eight nine ten eleven twelve thirteen",)),
]


@pytest.fixture(scope="module")
def index() -> Index:
    """People of four scripts; some were added and removed since."""
    index = Index.built(enumerate(EVERYBODY))
    for place, person in enumerate(people(70, SEED + 1)):
        index.add(5_000 + place, replace(person, documents=frozenset({f"xa{place}"})))
    for key in (*range(0, 1_500, 50), 5_003):
        index.remove(key)
    return index


def _asked() -> list[Particulars]:
    asked = questions([*EVERYBODY[:500], *people(70, SEED + 1)], SEED)
    two = [replace(one, names=(*one.names, *other.names)) for one, other in zip(asked[:40], asked[40:80], strict=True)]
    return [*asked, *two, *(replace(each, born=(), countries=frozenset()) for each in asked[:40]), *ODD]


@pytest.mark.parametrize(("least", "most"), [(0.7, 10), (0.0, 100), (0.95, 1)])
def test_all_at_once_finds_what_one_after_another_finds(index: Index, least: float, most: int) -> None:
    """The same keys, scores, order and places, whatever the threshold."""
    asked, lane = _asked(), index.lane(3)
    one_by_one = [index.ask(person, lane, least=least, most=most) for person in asked]
    assert len(index.segments) > 1
    assert sum(map(len, one_by_one)) > len(asked) // 4
    assert index.ask_all(asked, index.lane(4), least=least, most=most) == one_by_one


def test_nobody_is_learnt_by_being_asked(index: Index) -> None:
    """The vocabulary of the index is the same before and after."""
    before = len(index.vocabulary), index.vocabulary.words.weights.copy()
    index.ask_all(_asked(), index.lane())
    assert len(index.vocabulary) == before[0]
    assert (index.vocabulary.words.weights[:before[0]] == before[1][:before[0]]).all()


def test_who_holds_the_document_is_found_whatever_the_name(index: Index) -> None:
    """A document asked for among many questions is looked up as it is alone."""
    stranger = replace(next(people(1, SEED + 3)), born=())
    asked = [*_asked(), stranger, replace(stranger, documents=frozenset({"xa7"}))]
    without, holding = index.ask_all(asked, index.lane(), least=0.001)[-2:]
    assert 5_007 not in [each.key for each in without]
    assert [each.key for each in holding if each.paper] == [5_007]


def test_one_added_is_found_at_once_by_the_next_many(index: Index) -> None:
    """What was heard before an addition does not hide it."""
    new = Particulars(names=("Zubrakovič Telpuna",), born=(19610203,))
    asked = [new, *_asked()]
    assert not index.ask_all(asked, index.lane())[0]
    index.add(9_000, new)
    assert [each.key for each in index.ask_all(asked, index.lane())[0]] == [9_000]
    index.remove(9_000)
    assert not index.ask_all(asked, index.lane())[0]


def test_more_than_fit_in_one_call_are_answered_in_their_order(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """Halves of halves, down to the few that are asked one by one."""
    whole = index.ask_all(_asked(), index.lane())
    assert FEW < 100 < len(whole) < AT_ONCE
    monkeypatch.setattr("article3.screening.index.AT_ONCE", 100)
    assert index.ask_all(_asked(), index.lane()) == whole


def test_nobody_asked_and_nobody_filed() -> None:
    """Empty on either side."""
    empty = Index.built([])
    assert empty.ask_all(EVERYBODY[:100], empty.lane()) == [[]] * 100
    assert empty.ask_all([], empty.lane()) == []
    assert Index().ask_all(EVERYBODY[:100], empty.lane()) == [[]] * 100
