"""Which instrument fits: both sides of every edge, and the unknown."""

from __future__ import annotations

from datetime import date

import pytest

from article3.law.index import rows
from article3.sites.bureau.instrument import ARTICLES, COLOURS, NEEDS, advice

TODAY = date(2026, 5, 4)


@pytest.mark.parametrize(("wanted_for", "months", "colour"), [
    ("prosecution", 23, "blue"), ("prosecution", 24, "red"), ("sentence", 5, "blue"), ("sentence", 6, "red"),
    ("prosecution", None, "red"), ("sentence", None, "red")])
def test_the_threshold_decides_between_red_and_blue(wanted_for: str, months: int | None, colour: str) -> None:
    """Two years of penalty or six months of sentence; an unknown figure is named and decides nothing."""
    told = advice("arrest", "all", wanted_for, months, TODAY)
    assert told.colour == colour
    assert told.fits is (colour == "red")
    assert ("did not say" in " ".join(str(reason.sentence) for reason in told.reasons)) is (months is None)


def test_below_the_threshold_the_figures_are_named() -> None:
    """The officer sees both numbers and the rule."""
    told = advice("arrest", "all", "prosecution", 12, TODAY)
    assert "12" in str(told.reasons[0].sentence) and "24" in str(told.reasons[0].sentence)
    assert told.reasons[0].rule == "RPD-83-1-a-ii-P"


def test_an_arrest_for_chosen_bureaus_is_a_diffusion_marked_as_unreviewed() -> None:
    """It arrives at once and says that nobody may be arrested on it yet."""
    told = advice("arrest", "some", "prosecution", 300, TODAY)
    assert (told.channel, told.aim) == ("diffusion", "arrest")
    assert "RPD-99-T" in {reason.rule for reason in told.reasons}


def test_talking_to_a_bureau_is_a_message_that_orders_nothing() -> None:
    """And one that does is named among what is refused."""
    told = advice("talk", "all", "", None, TODAY)
    assert told.channel == "message" and told.refused


@pytest.mark.parametrize("need", [need for need in NEEDS if need != "talk"])
def test_every_need_has_its_colour_and_every_reason_a_rule_of_the_index(need: str) -> None:
    """No advice without a rule one can open."""
    told = advice(need, "all", "prosecution", 300, TODAY)
    assert told.colour == COLOURS[need]
    assert {reason.rule for reason in (*told.reasons, *told.refused)} <= set(rows())
    assert set(ARTICLES.values()) <= set(rows())
