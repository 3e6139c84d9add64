"""From a document to a `Communication`: everything wrong with it is said at once."""

from __future__ import annotations

from article3.terms.communication import BureauCode, Communication, Reference


def read_communication(
    document: object | bytes | str, *, reference: Reference, source: BureauCode | None = None
) -> Communication:
    """Read one document of `communication.schema.json`; JSON text, bytes, or the parsed object.

    `reference` is ours, made outside: no id in the document is trusted (a sender's own number goes into
    `source_reference`). `source`, when the caller knows the sender by its key, must equal the document's.
    Raises Unreadable with all problems.
    """
    raise NotImplementedError


def write_communication(communication: Communication) -> dict[str, object]:
    """The document of a communication, without our reference; `read_communication` gives the same record back."""
    raise NotImplementedError
