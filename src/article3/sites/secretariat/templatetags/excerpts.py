"""An excerpt as a page shows it: its sentence cut at its marks, each mark with its word."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt, Shows

register = template.Library()
COUNTED = "bear on the case."
"""Ends the first sentence of a line that a program wrote."""
MARKS: dict[Shows, str | Promise] = {Shows.PERSON: _("the person?"), Shows.COUNTRY: _("the country"),
                                     Shows.OFFENCE: _("the offence"), Shows.GROUND: _("a ground")}  # fmt: skip


@register.filter
def pieces(excerpt: Excerpt) -> list[tuple[str, str, str | Promise]]:
    """The sentence in pieces: the text, what it shows (empty: nothing), and the word for it."""
    told, at = [], 0
    for mark in excerpt.marks:
        told.append((excerpt.sentence[at : mark.start], "", ""))
        told.append((excerpt.sentence[mark.start : mark.stop], mark.shows.value, MARKS[mark.shows]))
        at = mark.stop
    return [piece for piece in (*told, (excerpt.sentence[at:], "", "")) if piece[0]]


@register.filter
def address_shown(address: str) -> bool:
    """Whether an address may be followed from a page: the web, and nothing that runs."""
    return address.startswith(("https://", "http://"))


@register.filter
def open_excerpts(excerpts: tuple[Excerpt, ...]) -> list[Excerpt]:
    """Those nobody has judged, the person's name first."""
    return sorted((each for each in excerpts if each.settled is None), key=lambda each: not each.names_the_person)


@register.filter
def beyond_counts(entry: ResearchEntry) -> str:
    """What a line of the log says beside its counts, which the page tells in the reader's language."""
    return entry.note if entry.answers is None or entry.failure else entry.note.partition(COUNTED)[2].strip()
