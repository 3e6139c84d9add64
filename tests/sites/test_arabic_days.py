"""Days in Arabic sentences: the year stays in front, hours are as on every page, words of others stay whole."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import override

from article3.sites.page.spoken import said, spoken
from article3.sites.page.templatetags.page import isolated

OURS = "Nobody knows this sentence: 2026-01-31, 1984-06 and RPD-83-1."


def test_a_day_of_figures_keeps_its_order_in_an_arabic_sentence() -> None:
    """Day and month alone too; the number of a rule is no day. Other languages need no isolates."""
    with override("ar"):
        for text in (spoken(OURS), said(OURS)):
            assert "\u20662026-01-31\u2069" in text and "\u20661984-06\u2069" in text
            assert "\u2066RPD" not in text and text.count("\u2066") == 2
    with override("fr"):
        assert "\u2066" not in spoken(OURS) + said(OURS)


def test_a_day_with_its_hour_is_arabic_throughout() -> None:
    """Day, month, year, hour of twenty-four, with the Arabic comma between."""
    with override("ar"):
        assert date_format(datetime(2026, 11, 24, 19, 30), "DATETIME_FORMAT") == "24 نوفمبر، 2026، 19:30"  # noqa: DTZ001


def test_words_of_others_inside_our_sentence_are_isolated() -> None:
    """First-strong isolate and its end."""
    assert isolated("Journal, page 3") == "\u2068Journal, page 3\u2069"
