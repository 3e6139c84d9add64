"""What can be wrong with a request on the line, beside a signature (Forged) and a form (Malformed)."""

from __future__ import annotations


class Stranger(Exception):
    """The key speaks for no bureau today: unknown, not begun, ended."""


class Contradicted(Exception):
    """A number that was taken in comes again with other content: an incident, written down with its digest."""

    def __init__(self, number: int, digest: str) -> None:
        super().__init__(f"message {number} was taken in with other content")
        self.number, self.digest = number, digest


class NoLine(Exception):
    """The Secretariat cannot be reached, or its answer is not its own; nothing is lost, the next round tries again."""
