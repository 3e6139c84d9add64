"""What people of one given name are also called: a table of our own, small enough to be read."""

from __future__ import annotations

from article3.screening.called import FIRST, _lines, also_called, called
from article3.screening.names import Kind, tokens


def test_every_word_of_the_table_is_one_part_of_a_name_as_the_engine_takes_it() -> None:
    """Otherwise it would never be met: no particle, no title, nothing that falls into two."""
    words = {word for line in _lines() for word in line}
    assert len(_lines()) > 200 and all(len(line) > 0 for line in _lines())
    strange = {word for word in words if [(t.text, t.kind) for t in tokens(word)] != [(word, Kind.PART)]}
    assert not strange


def test_a_short_form_stands_for_each_of_its_names_and_these_not_for_one_another() -> None:
    """Sasha is Aleksandr or Aleksandra; Aleksandr is not Aleksandra."""
    assert {"aleksandr", "aleksandra"} <= set(also_called("sasha"))
    assert not set(called("aleksandr")) & set(called("aleksandra"))
    assert all(number >= FIRST for number in called("bob")) and called("zhdanovich") == () == also_called("zhdanovich")
