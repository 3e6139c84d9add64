"""What rules and offices say, in the language of the page: for pages (`said`) and for forms and answers (`spoken`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from article3 import said as sayings
from article3.terms.finding import Refused

_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")


def spoken(text: str) -> str:
    """One sentence or several, as plain text; what is not recognised stays English."""
    return _isolated(sayings.said(text, get_language()))


def said(text: object) -> SafeString:
    """The same for a page, which marks what stays English; a list is joined as the language joins lists."""
    if not isinstance(text, str) and isinstance(text, Iterable):
        between = "؛ " if get_language() == "ar" else "; "
        return mark_safe(between.join(said(each) for each in text))
    return mark_safe(_isolated(sayings.marked(str(text or ""), get_language())))  # escaped there


def refusal(refused: Refused) -> str:
    """Why something was refused, with its citation where it has one."""
    told = spoken(refused.because)
    return f"{told} ({refused.citation})" if refused.citation else told


def said_or_written(text: str) -> SafeString:
    """What a rule may have said or a person may have written: told where all of it is recognised, else as it stands."""
    pieces = sayings.pieces(text, get_language())
    return said(text) if all(piece.known for piece in pieces) else format_html("<bdi>{}</bdi>", text)


def _isolated(text: str) -> str:
    """Days such as 2026-01-31 in an Arabic sentence keep their order: without isolates year and day change places."""
    return _DAY.sub("\u2066\\g<0>\u2069", text) if get_language() == "ar" else text
