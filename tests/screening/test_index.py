"""The index finds people, forgets those removed, and opens again as it was closed. All names are invented."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from article3.screening.birth import packed_text
from article3.screening.index import Index
from article3.screening.judged import Judged, fingerprint
from article3.screening.likeness import Comparison, Particulars

GIVEN = ("Ilja", "Mirela", "Selma", "Karim", "Torben", "Nadira", "Zoran", "Amaru", "Besnik", "Orla", "Tomasz", "Yusra")
FAMILY = ("Brandov", "Costinescu", "Ostrand", "Darwani", "Petrak", "Sorani", "Velimir", "Quispor", "Hoxharaj",
          "Dunmoran", "Wrobelski", "Tahirani", "Kalandis", "Beradze")


def _person(name: str, born: str = "", country: str = "", document: str = "") -> Particulars:
    return Particulars(names=(name,), born=(packed_text(born),) if born else (),
                       countries=frozenset({country} if country else ()),
                       documents=frozenset({document} if document else ()))


PEOPLE = [(number, _person(f"{family.upper()}, {given}", f"{1950 + number % 50}-0{1 + number % 9}-1{number % 9}",
                           ("xa", "xb", "qm")[number % 3], f"P{number:06}"))
          for number, (given, family) in enumerate((given, family) for given in GIVEN for family in FAMILY)]


@pytest.fixture()
def index() -> Index:
    """Every given name with every family name."""
    return Index.built(PEOPLE)


def _keys(index: Index, person: Particulars, least: float = 0.7) -> list[int]:
    return [found.key for found in index.ask(person, index.lane(), least=least)]


def test_everyone_is_found_first(index: Index) -> None:
    """By name and date, and nobody else comes first."""
    for key, person in PEOPLE:
        assert _keys(index, person)[0] == key


@pytest.mark.parametrize("written", ["Илья Брандов", "Brandoff Ilya", "BRANDOV I. Ilja", "إيليا براندوف"])
def test_other_writings_find_the_same_record(index: Index, written: str) -> None:
    """Script, spelling and order."""
    assert 0 in _keys(index, _person(written, PEOPLE[0][1].born and "1950-01-10"))


def test_the_search_scores_as_the_comparison_does(index: Index) -> None:
    """One judgement, whether two papers are compared or a million are searched."""
    comparison, lane = Comparison(), index.lane()
    asked = _person("Karim DARVANI", "1991", "xb")
    for found in index.ask(asked, lane, least=0.0):
        told = comparison.compare(asked, PEOPLE[found.key][1])
        assert found.score == pytest.approx(told.score, abs=1e-4)
        assert index.why(asked, found, lane).because == told.because


def test_a_document_finds_its_holder_under_another_name(index: Index) -> None:
    """Document evidence stands for itself: the record is a candidate though nothing of the name is alike."""
    asked = _person("Somebody Else", document="P-000007")
    found = index.ask(asked, index.lane(), least=0.0)
    assert found[0].key == 7 and found[0].paper
    assert "the same document number" in index.why(asked, found[0], index.lane()).because


def test_additions_changes_and_removals_are_seen_at_once(index: Index) -> None:
    """In any order, and also after they are filed together."""
    new = _person("Wenzel Grubanovic", "1970-01-01")
    assert _keys(index, new) == []
    index.add(9_000, new)
    index.add(9_001, _person("Ludmila Grubanovic", "1971-01-01"))
    assert _keys(index, new) == [9_000]
    index.add(9_000, _person("Anselm Tiberghien", "1970-01-01"))
    assert _keys(index, new) == []
    assert _keys(index, _person("Anselm Tiberghien")) == [9_000]
    assert index.remove(9_000) and not index.remove(9_000)
    assert index.remove(0)
    assert _keys(index, _person("Anselm Tiberghien")) == []
    index.settle()
    assert len(index.segments) == 1 and len(index) == len(PEOPLE)
    assert _keys(index, PEOPLE[0][1])[:1] != [0]
    assert _keys(index, _person("Ludmila Grubanovic")) == [9_001]


def test_a_settled_index_answers_as_one_that_hears_at_the_question(index: Index) -> None:
    """Known words and unknown ones, the same records with the same scores."""
    settled = Index.built(PEOPLE)
    settled.settle()
    assert len(settled.segments[0].alike) and not len(index.segments[0].alike)
    for text in ("Orla Petrak", "Besnik Hoxharay", "Илья Брандов", "Yusra Nobody", ""):
        told = [[(found.key, found.score) for found in each.ask(_person(text), each.lane(), least=0.2)]
                for each in (settled, index)]
        assert told[0] == told[1]


def test_only_some_of_them_are_found_and_the_others_take_no_place() -> None:
    """However alike the others are, in every part of the index; the index itself stays as it is."""
    twins = Index.built((key, _person("Orlov Pyotr")) for key in range(100))
    twins.add(100, _person("Orlov Pyotr"))
    asked, lane = _person("Orlov Pyotr"), twins.lane()
    assert {found.key for found in twins.only([7, 90, 100]).ask(asked, lane)} == {7, 90, 100}
    assert twins.only([]).ask(asked, lane) == []
    assert len(twins.ask(asked, lane, most=90, kept=90)) == 90 and len(twins) == 101


def test_many_additions_make_few_segments(index: Index) -> None:
    """They are filed together as they come."""
    for number in range(300):
        index.add(10_000 + number, PEOPLE[number % len(PEOPLE)][1])
    assert len(index.segments) == 3
    assert len(index) == len(PEOPLE) + 300


def test_it_opens_as_it_was_closed(index: Index, tmp_path: Path) -> None:
    """With the additions and without the removals; and can be changed again after that."""
    index.add(9_000, _person("Wenzel Grubanovic", "1970-01-01"))
    index.remove(3)
    index.save(tmp_path / "index")
    again = Index.opened(tmp_path / "index")
    assert len(again) == len(PEOPLE)
    for key, person in [*PEOPLE[:3], *PEOPLE[4:20]]:
        assert _keys(again, person)[0] == key
    assert _keys(again, _person("Grubanović Wenzel")) == [9_000]
    again.add(9_001, _person("Perpetua Nyamweyaru"))
    again.remove(5)
    again.save(tmp_path / "index")
    third = Index.opened(tmp_path / "index")
    assert _keys(third, _person("Perpetua Nyamweyaru")) == [9_001]
    assert 5 not in _keys(third, PEOPLE[5][1])


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    """Nothing there, and another form."""
    with pytest.raises(ValueError, match="no whole screening index"):
        Index.opened(tmp_path)
    (tmp_path / "tokens.txt").write_text("something else\n")
    with pytest.raises(ValueError, match="another form"):
        Index.opened(tmp_path)


def test_several_threads_ask_at_once(index: Index) -> None:
    """Each with its own lane; the answers are those of one thread alone."""
    asked = [_person(f"{given} {family}a") for given in GIVEN for family in FAMILY]
    wanted = [_keys(index, person, 0.0) for person in asked]
    told: dict[int, list[list[int]]] = {}

    def ask(number: int) -> None:
        lane = index.lane(number)
        told[number] = [[found.key for found in index.ask(person, lane, least=0.0)] for person in asked]

    threads = [Thread(target=ask, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == dict.fromkeys(range(3), wanted)


def test_nothing_asked_finds_nothing(index: Index) -> None:
    """No name, an empty one, an empty index."""
    assert _keys(index, Particulars(names=())) == []
    assert _keys(index, _person("...")) == []
    assert _keys(Index.built([]), _person("Ilja Brandov")) == []


def test_what_was_judged_is_not_asked_again(index: Index) -> None:
    """Whichever of the two is asked for; another pair and a changed record are asked about."""
    one, other = PEOPLE[0][1], PEOPLE[1][1]
    judged = Judged().with_pair(one, other)
    found = index.ask(one, index.lane(), least=0.0, most=5)
    pairs = [(each, PEOPLE[each.key][1]) for each in found]
    assert 1 in [each.key for each in found]
    assert 1 not in [each.key for each in judged.left_open(one, pairs)]
    assert len(judged.left_open(one, pairs)) == len(found) - 1
    assert judged.left_open(other, [(found[0], one)]) == []
    assert fingerprint(one) == fingerprint(Particulars(names=(one.names[0].lower(),), born=one.born,
                                                       countries=one.countries, documents=one.documents))
    assert fingerprint(one) != fingerprint(_person(one.names[0]))
