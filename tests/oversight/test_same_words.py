"""The same text against different people, and blow for blow: asked about, on both sides of the edges."""

from __future__ import annotations

import random

from article3.oversight.same_words import ALIKE, PEOPLE, Account, counter_blows, runs, same_words
from article3.terms.counting import Signal

TEXT = ("On the evening of the third of May the suspect took part in an unlawful gathering before the town hall, "
        "called upon others to resist the police and insulted the head of the district in front of witnesses.")
WORDS = [f"{first}{second}" for first in ("riv", "mark", "lett", "hous") for second in ("er", "et", "on", "in")]


def account(file: int, text: str, person: str = "", source: str = "XA") -> Account:
    """An account of somebody."""
    return Account(file=f"{file:03}", source=source, person=frozenset({person or f"name {file}"}), text=text)


def ordinary(count: int, seed: int = 1) -> list[Account]:
    """Accounts that have nothing in common but their language."""
    chance = random.Random(seed)
    return [account(100 + number, " ".join(chance.choices(WORDS, k=40))) for number in range(count)]


def test_planted_copies_are_found_among_ordinary_accounts_and_nothing_else() -> None:
    """Three people, the same text with another date and another town; a hundred ordinary ones beside it."""
    copies = [account(number, TEXT.replace("third of May", f"{number} May").replace("town hall", town))
              for number, town in enumerate(("town hall", "city hall", "court"))]
    (found,) = same_words([*ordinary(100), *copies])
    assert found.signal is Signal.SAME_WORDS and found.files == ("000", "001", "002")
    assert not list(same_words(ordinary(300)))


def test_one_person_three_times_is_no_signal() -> None:
    """Nor are two people; three are."""
    assert not list(same_words(account(number, TEXT, "the same man") for number in range(PEOPLE)))
    assert not list(same_words(account(number, TEXT) for number in range(PEOPLE - 1)))
    assert len(list(same_words(account(number, TEXT) for number in range(PEOPLE)))) == 1


def test_two_bureaus_with_one_text_are_not_taken_together() -> None:
    """The question is about one bureau's way of writing."""
    assert not list(same_words(account(number, TEXT, source=f"X{number}") for number in range(PEOPLE)))


def test_set_phrases_count_for_nothing() -> None:
    """A heading that every account of a bureau carries is its form, not a copy."""
    heading = "the accused acted with intent and in full knowledge of the law in force "
    assert not list(same_words(account(number, heading + each.text)
                               for number, each in enumerate(ordinary(40))))


def test_likeness_is_of_runs_not_of_words() -> None:
    """The same words in another order are another account."""
    words = TEXT.split()
    random.Random(1).shuffle(words)
    both = runs(TEXT) & runs(" ".join(words))
    assert len(both) / len(runs(TEXT)) < ALIKE / 4


def test_blow_and_counter_blow() -> None:
    """Three and three within sixty days; not two, not late, not the other way round, not about one's own."""
    blows = [("XA", "XB", day, f"a{day}") for day in (1, 2, 3)]
    answer = [("XB", "XA", day, f"b{day}") for day in (10, 20, 30)]
    (found,) = counter_blows([*blows, *answer])
    assert found.signal is Signal.RETALIATION and "XB sent 3 items on nationals of XA" in found.because
    assert not list(counter_blows([*blows, *answer[:2]]))
    assert not list(counter_blows([*blows, *[("XB", "XA", day + 61, f"c{day}") for day in (10, 20, 30)]]))
    assert not list(counter_blows([("XA", "XA", day, f"o{day}") for day in range(9)]))
