"""Many names read at once are what each of them is when it is taken apart by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.screening import rollcall
from article3.screening.names import folded, tokens
from article3.screening.readings import Writing, heard, readings
from article3.screening.rollcall import numbered
from article3.screening.vocabulary import Vocabulary

SPELLED = ["Abd", "al", "Abdurrahman", "ABDUL", "rahman", "Ilja", "BRANDOV", "Dr.", "R.", "O'Selme", "DeLaTorva", "van",
           "Éloa", "ÉLOA", "tОв", "Тилке", "ТИЛКЕ", "ال", "العبد", "الدرواني", "عبد", "الله", "王", "丽华", "欧阳静",
           "김정", "塞尔", "นายสมชาย", "तेज", "தேஜ்x", "ⅣⅣ", "ﬁ", "ǅa", "İs", "ﷺ", "½", "\u0301", "A1Bcd", "王Abc", "123"]
BETWEEN = ["", " ", " ", "-", ",", ", ", "_", "·", "،", "=", "'", "’", "\u200b", "\n", "\x00", "\u2028", "(", "."]
LETTERS = st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF), max_size=6)
NAMES = st.lists(st.tuples(st.sampled_from(SPELLED) | LETTERS, st.sampled_from(BETWEEN)), max_size=14).map(
    lambda parts: "".join(word + between for word, between in parts))


def _known(vocabulary: Vocabulary) -> dict[str, tuple[object, ...]]:
    """What the arrays hold of each token."""
    return {text: tuple(array[number].tolist() for array in vocabulary.words)
            for text, number in vocabulary.numbers.items()}


@given(st.lists(NAMES, max_size=8))
@settings(max_examples=200, deadline=None)
def test_every_name_has_the_tokens_it_has_alone(names: list[str]) -> None:
    """In any script, with any mark between and within words, whatever names stand beside it."""
    at_once, alone = Vocabulary(), Vocabulary()
    counts, flat = numbered(names, at_once)
    told = [[at_once.token(number) for number in each.tolist()]
            for each in np.split(flat, np.cumsum(counts)[:-1])] if names else []
    assert told == [list(tokens(name)) for name in names]
    for name in names:
        alone.numbered(name)
    known = _known(at_once)
    assert {text: known[text] for text in alone.numbers} == _known(alone)


@given(st.lists(st.sampled_from(SPELLED) | LETTERS | st.from_regex("(ch|h?s|t[sz]|x|q[iu]|c|k|i|o|v|vic|vna|enko){1,6}",
                                                                    fullmatch=True)))
@settings(max_examples=200, deadline=None)
def test_many_tokens_are_heard_as_each_is(words: list[str]) -> None:
    """A token's readings do not depend on those it is read with."""
    found = [text for word in words if "\n" not in (text := folded(word))]
    many = heard(found)
    for place, token in enumerate(found):
        sounds = (many.first[place], *many.others.get(place, ())) if many.first[place] else ()
        assert [(reading.sounds, reading.writing) for reading in readings(token)] == [
            (each, many.writing[place]) for each in sounds]


def test_a_name_longer_than_is_compared_and_names_without_letters_leave_their_neighbours_alone() -> None:
    """Twelve tokens are kept; nothing of nothing; the counts say where each name stands."""
    vocabulary = Vocabulary()
    counts, flat = numbered(["", " ".join(f"Word{letter}" for letter in "abcdefghijklmnop"), "123", "Rovan Tilke"],
                            vocabulary)
    assert counts.tolist() == [0, 12, 0, 2]
    assert [vocabulary.token(number).text for number in flat[-2:].tolist()] == ["rovan", "tilke"]
    assert [len(each) for each in numbered([], vocabulary)] == [0, 0]


def test_many_names_are_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one part ends makes no difference."""
    names, vocabulary = ["Rovan Tilke", "Abd al-Karim Selme", "BRANDOV, Ilja", "王丽", "Nia"], Vocabulary()
    whole = [each.tolist() for each in numbered(names, vocabulary)]
    monkeypatch.setattr(rollcall, "MANY", 2)
    assert [each.tolist() for each in numbered(names, vocabulary)] == whole


def test_name_symbols_are_asked_once_for_each_distinct_part() -> None:
    """Not for titles, particles and initials, and not again for a token known."""
    asked: list[str] = []

    def symbols_of(text: str) -> tuple[int, ...]:
        asked.append(text)
        return (7, 9)

    vocabulary = Vocabulary(symbols_of)
    numbered(["Dr Rovan van Tilke", "R. Tilke"], vocabulary)
    numbered(["Rovan Selme"], vocabulary)
    assert sorted(asked) == ["rovan", "selme", "tilke"]
    assert vocabulary.words.symbols[vocabulary.numbers["tilke"]].tolist() == [7, 9, 0, 0, 0, 0]
    assert not vocabulary.words.symbols[vocabulary.numbers["van"]].any()


def test_letters_of_another_script_in_a_word_are_passed_over() -> None:
    """A Tamil word with a Latin letter in it is read by its Tamil letters."""
    (first,), _, (writing,) = heard(["தேஜ்x"])
    assert first == readings("தேஜ்")[0].sounds
    assert writing is Writing.SYLLABLES
