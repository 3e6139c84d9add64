"""How figures stand on a page: their words in the reader's language, their pictures drawn here."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe

from article3.oversight import charts, report
from article3.oversight.forecast import Ahead
from article3.oversight.tables import Told
from article3.sites.page.counting_words import (
    CALIBRATED,
    COUNTED,
    FIGURES,
    FIRST_WHY,
)
from article3.sites.page.vocabulary import TABLES

register = template.Library()


@register.filter
def counted_word(code: str) -> str:
    """The word for a label or a column; a bureau's code, a month or a number as it stands."""
    for table in (COUNTED, TABLES["colour"], TABLES["channel"]):
        if code in table:
            return str(table[code])
    return code


@register.filter
def figure_title(told: Told) -> str:
    """The title of a figure."""
    return str(FIGURES.get(told.figure.id, told.figure.title))


@register.filter
def chart(told: Told) -> SafeString:
    """The picture of a figure; every text in it was escaped where it was drawn."""
    return mark_safe(report.chart_of(told, counted_word, figure_title(told)))


@register.filter
def counted_number(value: float | None) -> str:
    """A number as reports print it."""
    return report.number(value)


@register.filter
def calibrated_word(code: str) -> object:
    """The word for a table or line of the calibration; a bureau's or a team's code as it stands."""
    return CALIBRATED.get(code, code)


@register.filter
def first_why(code: str) -> object:
    """Why a case stands where it stands in the proposed order."""
    return FIRST_WHY.get(code, code)


@register.simple_tag
def weeks_chart(weeks: Iterable[Ahead], title: str) -> SafeString:
    """The backlog week by week as a picture."""
    return mark_safe(charts.bars([(str(week.week), week.median) for week in weeks], title))
