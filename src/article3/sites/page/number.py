"""A whole number out of an address or a form."""

from __future__ import annotations

LONGEST = 15
"""More figures are no number of ours, and some programs stumble over very many."""


def whole(text: str) -> int | None:
    """The number that is written, in the figures of any script; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None
