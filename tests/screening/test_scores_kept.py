"""The scores of generated names stay what they were: a quicker way of comparing decides nothing anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from article3.commands.bench.invented_people import people, questions
from article3.screening.likeness import Comparison

KEPT = Path(__file__).with_name("scores_kept.json")
SEED = 7


def scores() -> list[float]:
    """Each of two hundred people beside themselves as another hand writes them, and beside somebody else."""
    comparison, everyone = Comparison(), list(people(200, SEED))
    return [round(comparison.compare(asked, other).score, 3) for place, asked in enumerate(questions(everyone, SEED))
            for other in (everyone[place], everyone[(place * 7 + 1) % 200])]


def test_scores_are_those_on_record() -> None:
    """To a thousandth. Who means to change what counts writes the file anew and says why."""
    assert scores() == pytest.approx(json.loads(KEPT.read_text()), abs=0.0015)
