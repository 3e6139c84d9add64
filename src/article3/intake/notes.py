"""What a person should look at in a communication that was read: mixed scripts, a passport that says otherwise."""

from __future__ import annotations

from article3.intake.problems import Note
from article3.terms.communication import Communication


def notes(communication: Communication) -> tuple[Note, ...]:
    """All notes on one communication, computed from it alone."""
    raise NotImplementedError
