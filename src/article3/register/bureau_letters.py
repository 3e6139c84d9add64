"""Letters of the Commission to a bureau: as content that travels, and kept in the bureau's own installation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from article3.acts.ports import NotFound
from article3.lifecycle.bureau_letter import BureauLetter, BureausWritten, Says, letter_reference
from article3.register.ledger.pages import LedgerPages
from article3.terms.communication import BureauCode, Reference

COMMISSION = "commission"
"""The word by which such a letter is known on the line."""


def content_of(written: BureausWritten) -> dict[str, Any]:
    """The letter as every bureau it goes to reads it."""
    return {"letter": COMMISSION, "id": written.letter, "says": written.says.value, "record": written.reference,
            "text": written.text, "written_at_s": int(written.at.timestamp()),
            "answer_by": written.answer_by.isoformat() if written.answer_by else "",
            "reminded_on": [day.isoformat() for day in written.reminded_on]}  # fmt: skip


def hold(content: dict[str, Any], bureau: BureauCode) -> None:
    """Keep a letter that came; a reminder leaves an answer that was given as it is."""
    reference, pages = letter_reference(str(content["id"]), bureau), LedgerPages()
    reminded = tuple(date.fromisoformat(day) for day in content["reminded_on"])
    try:
        former = pages.ledger_page(BureauLetter, reference)
    except NotFound:
        answer_by = date.fromisoformat(content["answer_by"]) if content["answer_by"] else None
        pages.keep_page(BureauLetter(
            reference=reference, bureau=bureau, says=Says(content["says"]), letter=str(content["id"]),
            file=Reference(str(content["record"])), text=str(content["text"]), answer_by=answer_by,
            written_at=datetime.fromtimestamp(content["written_at_s"], UTC), reminded_on=reminded))  # fmt: skip
    else:
        pages.keep_page(replace(former, reminded_on=reminded, version=former.version + 1))
