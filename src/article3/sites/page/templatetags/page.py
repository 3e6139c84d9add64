"""The pieces templates load: `{% load page %}`. Each shows one record; none of them reads or decides anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from article3.access.outward import OutwardText
from article3.access.outward import outward as outward_text
from article3.intake.transliteration import latin_form
from article3.law import dictionary
from article3.sites.page import clock as clocks
from article3.sites.page import name_compare, reading, spoken, timeline, words
from article3.terms.communication import Communication, Name
from article3.terms.finding import Asked, Finding, Outcome

register = template.Library()
register.filter("seat_name", words.seat_name)
register.filter("said", spoken.said)
register.filter("said_or_written", spoken.said_or_written)
_CODE = re.compile(r"[a-z]+(?:_[a-z0-9]+)*")
"""A word of a list of the rules as it is recorded: `court_order`."""
SHOWN_AT_FIRST = 6
"""Questions of one kind shown at once; the others are one click away."""


@register.filter
def word(code: object, table: str) -> object:
    """The label of a code: `{{ colour|word:"colour" }}`."""
    return words.word(code, table)


@register.filter
def mark(code: object) -> SafeString:
    """A word in its mark: `{{ row.state|mark }}`."""
    shown = words.mark(code)
    return format_html('<span class="mark mark--{}">{}</span>', shown.dress, shown.word)


@register.filter
def outward(told: Any) -> str:
    """The one sentence of an outward code, in the reader's language; nothing where nothing was said."""
    if not told:
        return ""
    return _(told.sentence if isinstance(told, OutwardText) else outward_text(told).sentence)


@register.filter
def entry_word(what: str) -> object:
    """What a journal entry is about: an act, or the reading of something."""
    _read, colon, reading = what.partition(":")
    return words.word(reading, "reading") if colon else timeline.EVENTS.get(what, (what, ""))[0]


@register.simple_tag
def instrument(item: Any) -> SafeString:
    """Notice colour or channel in words, with its colour beside them."""
    if item.colour:
        return format_html('<span class="colour colour--{}">{}</span>', item.colour, words.word(item.colour, "colour"))
    return format_html('<span class="colour">{}</span>', words.word(item.channel, "channel"))


@register.simple_tag
def instrument_word(item: Any) -> object:
    """Notice colour or channel in words alone."""
    return words.word(item.colour, "colour") or words.word(item.channel, "channel")


@register.filter
def latin_of(form: BaseForm) -> str:
    """The Latin form of the name typed in a form's `family` and `given`."""
    typed = [str(form[part].value() or "") for part in ("family", "given")]
    return " ".join(latin for each in typed if (latin := latin_form(each)))


@register.filter
def person_name(name: Name) -> SafeString:
    """A name in its own script, then its Latin form where that differs; each isolated from the text around it."""
    own = f"{name.family} {name.given}".strip()
    latin = name_compare.latin(name)
    if latin.casefold() == own.casefold():
        return format_html("<bdi>{}</bdi>", own)
    return format_html('<bdi>{}</bdi> <bdi class="soft" dir="ltr">{}</bdi>', own, latin)


@register.filter
def codes(values: Iterable[str]) -> SafeString:
    """Country or bureau codes, isolated."""
    return format_html('<bdi dir="ltr">{}</bdi>', ", ".join(values))


@register.filter
def isolated(text: object) -> str:
    """Words of somebody inside a sentence of ours, in any script: they keep their own direction and change no other."""
    return f"\u2068{text}\u2069"


@register.filter
def short(reference: str) -> SafeString:
    """A reference shortened for reading; the whole of it stands in its title."""
    return format_html('<bdi class="reference" dir="ltr" title="{}">{}</bdi>', reference, f"{reference[:8]}…")


@register.filter
def whole(reference: str) -> SafeString:
    """A reference in groups of four, as one reads it out."""
    grouped = " ".join(reference[place : place + 4] for place in range(0, len(reference), 4))
    return format_html('<bdi class="reference" dir="ltr">{}</bdi>', grouped)


@register.filter
def in_words(fact: str) -> str:
    """A fact in the plain words of the dictionary."""
    return spoken.said(dictionary.in_words(fact))


@register.filter
def shown_value(value: object) -> str:
    """A recorded value in words."""
    return _shown(value)


@register.filter
def name_of(names: dict[str, str], officer: str) -> str:
    """A colleague's name, or the first signs of the opaque id where the name is not known here."""
    return names.get(officer, f"{officer[:8]}…")


@register.simple_tag
def tongues() -> list[tuple[str, str, bool]]:
    """The languages of the pages: code, own name, whether it is this page's."""
    return [(code, get_language_info(code)["name_local"], code == get_language()) for code, _name in settings.LANGUAGES]


@register.inclusion_tag("page/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """Every error of the forms, each leading to its field."""
    wrong: list[tuple[BoundField, str]] = []
    whole: list[str] = []
    for form in forms:
        whole += form.non_field_errors()
        wrong += [(field, error) for field in form for error in field.errors]
    return {"wrong": wrong, "whole": whole}


@register.inclusion_tag("page/error_summary.html")
def error_summary_of(forms: Iterable[BaseForm]) -> dict[str, object]:
    """The same for a list of forms."""
    return error_summary(*forms)


@register.inclusion_tag("page/clock.html")
def clock(shown: clocks.Clock | None) -> dict[str, object]:
    """A time limit: what ends, when, how long is left, and how the date was computed."""
    return {"clock": shown}


@register.inclusion_tag("page/findings.html")
def findings(found: Iterable[Finding], facts: Any = None, answer_url: str = "") -> dict[str, object]:
    """Findings in the order a reader needs them: not met, to be asked (of whom), met (folded)."""
    found = tuple(found)
    asked = [(whom, rows[:SHOWN_AT_FIRST], rows[SHOWN_AT_FIRST:]) for whom in Asked
             if (rows := [f for f in found if f.outcome is Outcome.QUESTION and (f.asked or Asked.REVIEWER) is whom])]
    return {"not_met": [f for f in found if f.outcome is Outcome.NOT_MET], "asked": asked,
            "asked_count": sum(f.outcome is Outcome.QUESTION for f in found),
            "met": [f for f in found if f.outcome is Outcome.MET], "facts": facts, "answer_url": answer_url}


@register.inclusion_tag("page/trace.html")
def trace(finding: Finding, facts: Any = None) -> dict[str, object]:
    """From the finding down to what it rests on: facts with their values, what is missing, the rule."""
    known = [(dictionary.in_words(name), _shown(getattr(facts, name, None))) for name in finding.rests_on]
    missing = [dictionary.in_words(name) for name in finding.missing]
    return {"finding": finding, "known": known, "missing": missing}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple | list | frozenset):
        return ("، " if get_language() == "ar" else ", ").join(sorted(_shown(part) for part in value)) or "–"
    if isinstance(value, date):
        return date_format(value)
    told = "" if value is None else str(value)
    return spoken.spoken(told.replace("_", " ")) if _CODE.fullmatch(told) else told


@register.inclusion_tag("page/names.html")
def compare_names(left: str, right: str, left_title: str, right_title: str) -> dict[str, object]:
    """Two Latin names word by word."""
    return {"pairs": name_compare.compared(left, right), "left": left_title, "right": right_title}


@register.inclusion_tag("page/band.html")
def band(steps: Iterable[Any], today: date) -> dict[str, object]:
    """The case as one line drawn to scale: each step a dot, today a dashed mark."""
    return timeline.drawn(tuple(steps), today)


@register.inclusion_tag("page/pages.html")
def pages(page: Any, field: str = "after") -> dict[str, object]:
    """The way on to the next rows; without it, that this was all."""
    return {"page": page, "field": field}


@register.inclusion_tag("page/communication.html")
def communication(sent: Communication, change: str = "") -> dict[str, object]:
    """A communication set out for reading; with `change`, each part leads back to its part of the form."""
    return {"sections": reading.sections(sent), "change": change}
