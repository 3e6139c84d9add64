"""Consultations of other bureaus: a written question, a clock, a stated consequence of silence."""

from __future__ import annotations

from datetime import date, datetime

from article3.lifecycle import review_events as r
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import Consultation
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.review import own_review
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

CITATION = "RPD 128"


def consult(file: CaseFile, consultation: Consultation, *, at: datetime, sitting: Sitting) -> r.BureauConsulted:
    """A reviewer asks another bureau. A bureau the source bars must not learn of the file, so it is not asked."""
    require(file, r.BureauConsulted, "put to another bureau", CITATION)
    own_review(file, sitting)
    worded(consultation.question, "The question", CITATION)
    if consultation.bureau == file.source:
        raise Refused("The source is asked as the requester, not consulted.", "RPD 78")
    if consultation.bureau in file.denied(day_of(at)):
        raise Refused("The source bars this bureau; asking it would reveal the file.", "RPD 58")
    if consultation.deadline <= day_of(at):
        raise Refused("The deadline must leave the bureau at least a day.", CITATION)
    if any(known.id == consultation.id for known in file.consultations):
        raise Refused("This consultation is already in the file.", CITATION)
    return r.BureauConsulted(**made(file, at, sitting), consultation=consultation)


def reply(file: CaseFile, consultation: str, text: str, *, at: datetime, sitting: Sitting) -> r.ConsultationReplied:
    """The consulted bureau replies, once; late replies are taken while the file is alive."""
    require(file, r.ConsultationReplied, "replied to", CITATION)
    asked = asked_of(file, consultation, sitting.bureau)
    if asked is None or asked.replied_on is not None:
        raise Refused("There is no open question to this bureau.", CITATION)
    return r.ConsultationReplied(**made(file, at, sitting), consultation=consultation,
                                 reply=worded(text, "The reply", CITATION), on=day_of(at))


def asked_of(file: CaseFile, consultation: str, bureau: BureauCode | None) -> Consultation | None:
    """The consultation of that id, if that bureau is the one it was put to."""
    for asked in file.consultations:
        if asked.id == consultation and asked.bureau == bureau:
            return asked
    return None


def silent(file: CaseFile, on: date) -> tuple[Consultation, ...]:
    """The consultations whose deadline passed without a reply and whose silence is not written down yet."""
    return tuple(asked for asked in file.consultations if asked.open and on > asked.deadline)


def note_silence(file: CaseFile, asked: Consultation, *, at: datetime, sitting: Sitting) -> r.ConsultationUnanswered:
    """The silence is written down; from now on its stated consequence holds."""
    require(file, r.ConsultationUnanswered, "closed to replies", CITATION)
    assert asked in silent(file, day_of(at)), "the deadline has not passed in silence"
    return r.ConsultationUnanswered(**made(file, at, sitting), consultation=asked.id, on=day_of(at))
