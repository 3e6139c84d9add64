"""How figures stand on a page: their words in the reader's language, their pictures drawn here."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from article3.oversight import report
from article3.oversight.tables import Told
from article3.sites.page.counting_words import CHANGES, COUNTED, FIGURES, KNOWN, SAYS, SIGNALS
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
def change_word(code: str) -> object:
    """The word for a change of a measure."""
    return CHANGES.get(code, code)


@register.filter
def say_word(code: str) -> object:
    """The word for a vote."""
    return SAYS.get(code, code)


@register.filter
def signal_word(code: str) -> object:
    """The word for a signal."""
    return SIGNALS.get(code, code)


@register.filter
def known_word(code: str) -> object:
    """The word for how a file fared."""
    return KNOWN.get(code, code)
