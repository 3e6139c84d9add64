"""The benchmark of reopening finds what it says it finds, at a small size."""

from __future__ import annotations

import random

import pytest

from article3.commands.bench import reopening, reopening_stock


@pytest.mark.django_db
def test_the_stock_grows_and_every_point_touches_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two persons with one and with eight decisions, among a hundred decisions and a thousand facts."""
    monkeypatch.setattr(reopening_stock, "TOUCHED", (1, 8))
    stock = reopening_stock.Stock(random.Random(1))
    stock.whole_files()
    stock.grow(1_000)
    points = [stock.by_person(touched, 2) for touched in (1, 8)] + [stock.by_ruling(2)]
    assert [point["touched"] for point in points[:2]] == [1, 8]
    assert all(point["decisions"] == 100 and point["facts"] == 1_000 for point in points)
    assert points[0]["reopened"] <= 1 and 1 <= points[1]["reopened"] <= 8, "a private dispute is read by the rules"
    assert "1,000" in reopening.as_text({"build_s": 0.1, "points": points})
