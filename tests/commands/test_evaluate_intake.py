"""The timing of intake: what the two tests call alike and what they call different."""

from __future__ import annotations

import random

import pytest

from article3.commands.evaluate.intake import alike, as_text
from article3.commands.evaluate.intake_round import _figures


def told(slower_ms: float, same_bytes: bool = True) -> dict[str, object]:
    """Two samples of 200 receipts of about ten milliseconds, the first of them slower."""
    chance = random.Random(5)
    one, other = ([chance.gauss(0.010 + more / 1000, 0.002) for _ in range(200)] for more in (slower_ms, 0.0))
    return {"door": "request", "sort": "refused", "same_bytes": same_bytes, **_figures(one, other)}


def test_two_samples_of_one_kind_are_alike() -> None:
    """Nothing to tell, in either test."""
    assert alike(told(0.0))


@pytest.mark.parametrize("slower_ms", [1.0, -1.0])
def test_a_millisecond_in_ten_is_told_either_way(slower_ms: float) -> None:
    """Both tests see it at 200 samples, with its sign."""
    found = told(slower_ms)
    assert not alike(found)
    assert float(found["t"]) * slower_ms > 4 and float(found["z"]) * slower_ms > 4  # type: ignore[arg-type]


def test_other_words_are_told_whatever_the_time() -> None:
    """An answer of another form is a difference, and it is said."""
    found = told(0.0, same_bytes=False)
    assert not alike(found)
    assert "same answers: NO" in as_text({"samples": 200, "compared": [found]})
