"""From a document to a `Communication` and back: everything wrong with it is said at once."""

from __future__ import annotations

from typing import Any

from article3.intake.form import COMMUNICATION, named
from article3.intake.json_text import parse
from article3.intake.problems import Problems, Unreadable, add
from article3.intake.sense import sense_problems
from article3.terms.communication import BureauCode, Communication, Reference


def read_communication(
    document: object | bytes | str, *, reference: Reference, source: BureauCode | None = None
) -> Communication:
    """Read one document of `communication.schema.json`: JSON text, bytes, or the object parsed from it.

    `reference` is ours, made outside: no id in a document is trusted (a sender's own number goes into
    `source_reference`). `source`, when the caller knows the sender by its key, fills or must equal the document's.
    What is left out is unknown, and the strictest for confidentiality; null is refused. Raises Unreadable with
    all problems.
    """
    value = parse(document) if isinstance(document, bytes | str) else document
    problems: Problems = []
    if source is not None and isinstance(value, dict):
        value = _from_sender(value, source, problems)
    found = COMMUNICATION.read_fields(value, "", problems)
    if found is not None:
        sense_problems(found, problems)
    if problems:
        raise Unreadable(named(problems))
    assert found is not None, "a document that is no object has a problem"
    return Communication(reference=reference, **found)


def write_communication(communication: Communication) -> dict[str, object]:
    """The document of a communication, without our reference; `read_communication` gives the same record back."""
    return COMMUNICATION.write(communication)


def _from_sender(document: dict[str, Any], source: BureauCode, problems: Problems) -> dict[str, Any]:
    """The sender is whoever signed, never a field (abuse case A11)."""
    stated = document.get("source", source)
    if stated != source:
        add(problems, "/source", "not_the_sender", found=repr(stated)[:60], expected=f"{source}, who sends this",
            mend="Name the bureau that sends it, or leave the field out.")
    if "source" in document:
        return document
    filled = type(document)(document)
    if hasattr(document, "repeated"):
        filled.repeated = document.repeated  # type: ignore[attr-defined]
    filled["source"] = source
    return filled
