"""Pieces of the bureau's own templates."""

from __future__ import annotations

from django import template

from article3.sites.bureau.look import Look, on_sheet
from article3.terms.finding import Finding

register = template.Library()


@register.simple_tag
def asked_here(look: Look, key: str) -> dict[str, list[Finding]]:
    """What would be asked, apart by whether it can be settled on this page."""
    here, elsewhere = on_sheet(look.asked, key)
    return {"on_this_page": here, "elsewhere": elsewhere}
