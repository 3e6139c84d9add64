"""What a bureau's officers do on their own files, as content that travels: the act's name and its order."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, get_type_hints

import msgspec

from article3.acts.answer_commission import AnswerCommission
from article3.acts.answer_consent import AnswerConsent
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.extend_retention import ExtendRetention
from article3.acts.note_refused_extradition import NoteRefusedExtradition
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.report_coverage import ReportCoverage
from article3.acts.resume_notice import ResumeNotice
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.tell_result import TellResult
from article3.acts.update_notice import UpdateNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.intake.reading import read_communication, write_communication
from article3.terms.communication import Reference

CARRIED: Mapping[str, type[Any]] = {order.__name__: order for order in (
    AnswerCommission, AnswerConsent, AnswerQuestions, AskMoreTime, ConvertToDiffusion, ConvertToNotice,
    ExtendRetention, NoteRefusedExtradition, ReplyToConsultation, ReportCoverage, ResumeNotice, SuspendNotice,
    TellResult, UpdateNotice, WithdrawNotice,
)}  # fmt: skip
"""Every act of a bureau on what it sent before, or was asked about; sendings and drafts are not among them."""
_HEAD = {"reference", "communication"}


class Unknown(ValueError):
    """The order is of no act that is carried, or not in its form; the sentence says which."""


def written(order: Any, plain: Callable[[Any], Any]) -> dict[str, Any]:
    """The order without its reference; a communication in it as a document in our JSON form, word for word."""
    told = {field.name: msgspec.to_builtins(getattr(order, field.name)) for field in fields(order)
            if field.name not in _HEAD}  # fmt: skip
    sent = getattr(order, "communication", None)
    if sent is not None:
        told["communication"] = json.dumps(write_communication(sent), ensure_ascii=False)
    content = plain(told)
    assert isinstance(content, dict)
    return content


def read(act: str, content: Mapping[str, Any], reference: Reference) -> Any:
    """The order on the file of that reference. Raises Unknown, or Unreadable for the document in it."""
    kind = CARRIED.get(act)
    if kind is None:
        raise Unknown(f"{act[:40]!r} is no act that is carried")
    hints = get_type_hints(kind)
    if unknown := set(content) - (set(hints) - {"reference"}):
        raise Unknown(f"{act} has no field {', '.join(sorted(unknown))}")
    given = {name: value for name, value in content.items() if name != "communication"}
    try:
        told = {name: msgspec.convert(value, hints[name], strict=False) for name, value in given.items()}
        if "communication" in content:
            told["communication"] = read_communication(str(content["communication"]), reference=reference)
        return kind(reference=reference, **told)
    except (msgspec.ValidationError, TypeError) as wrong:
        raise Unknown(f"{act} is not in its form: {wrong}") from wrong
