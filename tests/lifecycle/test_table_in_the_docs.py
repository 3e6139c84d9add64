"""docs/lifecycle.md shows the table the program obeys: each event and the states it may happen in."""

from __future__ import annotations

from pathlib import Path

from article3.acts.mandates import OFFICIAL_ACTS
from article3.lifecycle.possible import POSSIBLE
from article3.lifecycle.states import State

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"


def words(name: str) -> str:
    """NoticePublished -> notice published."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def test_every_event_has_its_row_with_exactly_its_states() -> None:
    """No row too many, none too few, no state too many."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    shown = {event.strip(): {state.strip() for state in states.split(",")}
             for _, event, states, _ in (line.split("|") for line in rows[1:] if line.count("|") == 3)
             if event.strip() in {words(kind.__name__) for kind in POSSIBLE}}
    assert shown == {words(kind.__name__): {state.value for state in states} for kind, states in POSSIBLE.items()}


def test_every_state_and_every_act_is_explained() -> None:
    """A reader finds each by its name."""
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"`{state.value}`" in text for state in State)
    assert all(f"`{act.perform.__name__}`" in text for act in OFFICIAL_ACTS.values())
