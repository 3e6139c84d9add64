"""The clerk's work every act shares: fetch the file, apply the rules anew, keep it, write it down, tell the bureaus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from article3.acts.facts_of_file import circumstances, put_questions, standing_answers
from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Changed, Journal, NotFound, Outbox, Register
from article3.law.brief import brief
from article3.law.rulebook import assess
from article3.lifecycle.after import after
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.events import Event
from article3.lifecycle.examination import Assessed
from article3.lifecycle.refusals import refused_on
from article3.lifecycle.review_events import FileAssessed
from article3.lifecycle.states import DELIVERED, ENDED, IN_FORCE, State
from article3.terms.clocks import day_of
from article3.terms.communication import UNITED_NATIONS, BureauCode, Reference
from article3.terms.finding import Finding, Outcome
from article3.terms.knowledge import Use
from article3.terms.sitting import Sitting


def own_file(register: Register, reference: Reference, sitting: Sitting) -> CaseFile:
    """The file, for its source only; for anybody else it does not exist (NotFound)."""
    file = register.file(reference)
    if sitting.bureau is None or sitting.bureau != file.source:
        raise NotFound
    return file


def unchanged(file: CaseFile, version: int) -> CaseFile:
    """The file, if it is still the one the officer read; raises Changed otherwise."""
    if file.version != version:
        raise Changed
    return file


def assessed_today(file: CaseFile, on: date) -> Assessed:
    """The rules of that day applied to the file as it stands, with its reviewers' facts and answers."""
    return assessed_under(file, on, on)


def assessed_under(file: CaseFile, on: date, law_of: date) -> Assessed:
    """What is known on one day, judged by the rules of another. A fact that may only serve to refuse never makes an
    outcome milder than it would be without it."""
    findings = _findings(file, on, law_of, only_to_refuse=True)
    if any(Use.ONLY_TO_REFUSE in fact.uses and fact.counts_on(on) for fact in file.established):
        findings = _stricter(_findings(file, on, law_of, only_to_refuse=False), findings)
    return Assessed(on=law_of, findings=findings)


def _findings(file: CaseFile, on: date, law_of: date, *, only_to_refuse: bool) -> tuple[Finding, ...]:
    facts = brief(file.communication, circumstances(file, on, only_to_refuse=only_to_refuse), on)
    put = put_questions(facts, assess(facts, law_of).findings)
    return assess(facts, law_of, answers=standing_answers(file, put)).findings


_STRICTNESS = (Outcome.MET, Outcome.QUESTION, Outcome.NOT_MET)


def _stricter(without: tuple[Finding, ...], with_it: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Rule by rule the stricter of two findings; the rules are the same, since facts do not choose them."""
    return tuple(max(pair, key=lambda found: _STRICTNESS.index(found.outcome))
                 for pair in zip(without, with_it, strict=True))


def questions_of_today(file: CaseFile, on: date) -> dict[str, str]:
    """The digest of the question of every rule that asks on that day, answered or not."""
    facts = brief(file.communication, circumstances(file, on), on)
    return put_questions(facts, assess(facts, on).findings)


def reassessed(file: CaseFile, *, at: datetime, sitting: Sitting) -> FileAssessed:
    """The event that the rules of today were applied to the file."""
    return FileAssessed(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat,
                        assessed=assessed_today(file, day_of(at)))


def current(file: CaseFile, *, at: datetime, sitting: Sitting) -> CaseFile:
    """The file with the findings of today, before anything is decided on them; a message is sealed to the rules."""
    return file if file.state is State.SENT else after(file, reassessed(file, at=at, sitting=sitting))


def filed(file: CaseFile, *events: Event, at: datetime, sitting: Sitting, register: Register, journal: Journal
          ) -> CaseFile:
    """The events take effect, the rules are applied anew, the file is kept one version on, the journal is written."""
    assert events, "an act without an event"
    before = file
    for event in events:
        file = after(file, event)
    written: list[Event] = list(events)
    if file.state not in ENDED and file.state is not State.SENT:
        anew = reassessed(file, at=at, sitting=sitting)
        if before.assessed is None or before.assessed.findings != anew.assessed.findings:
            written.append(anew)
        file = after(file, anew)
    register.keep(replace(file, version=before.version + 1))
    if file.state is not before.state and refused_on(file):
        register.remember(file, refused_on(file))
    for event in written:
        journal.append(event)
    return file


def readers(file: CaseFile, register: Register, on: date) -> tuple[BureauCode, ...]:
    """The bureaus that read the file as it stands: all members for a notice in force, the recipients of a diffusion,
    nobody for anything else; never a bureau the source bars."""
    barred = file.denied(on)
    if file.state in IN_FORCE:
        return tuple(bureau for bureau in register.bureaus() if bureau not in barred)
    if file.state in DELIVERED:
        return tuple(bureau for bureau in reached(file) if bureau not in barred)
    return ()


def tell(outbox: Outbox, bureaus: Iterable[BureauCode], kind: MessageKind, file: CaseFile, *, about: str = "") -> None:
    """One message of one kind to each of these bureaus; the United Nations, a source without a seat, reads none."""
    for bureau in (each for each in bureaus if each != UNITED_NATIONS):
        outbox.post(to=bureau, message=Message(kind=kind, reference=file.reference, about=about))
