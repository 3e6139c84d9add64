"""What the portal's templates ask for."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def has_most(attrs: dict[str, Any]) -> object:
    """How many characters a field may have; nothing where it is not counted."""
    return attrs.get("data-most", "")
