"""One entry of an adopted list becomes a request or an update, and where nothing stands in the way a notice.

Two people signed the list: what they answered for all of its entries is given in their names where the file shows
nothing against one. An entry about a national of one of them, one that may repeat a refused file, and one that leaves
a question open or shows an indication is no exception to anything: it waits at the desk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.could_change import with_basis
from article3.acts.facts_of_file import PREDOMINANCE, circumstances, rule_of
from article3.acts.filing import current, filed, questions_of_today, reassessed
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Register
from article3.intake.un_births import UNREAD
from article3.law.brief import brief
from article3.law.parameters import parameter
from article3.law.worksheet import NO_INDICATION, worksheet
from article3.lifecycle import gateway, review
from article3.lifecycle.after import after, begin
from article3.lifecycle.amendment import update
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.decision import agree, propose, view_of
from article3.lifecycle.events import CommunicationReceived, Event
from article3.lifecycle.examination import Confidence, Factor, FactorFinding, Reasons, Resolution
from article3.lifecycle.gateway import Way
from article3.lifecycle.link import Link, LinkKind
from article3.lifecycle.listing import CITATION, Change, Line, Signed, UnList
from article3.lifecycle.notice import accept, publish
from article3.lifecycle.publication import Retention
from article3.lifecycle.states import State
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import Communication, Level, Person
from article3.terms.finding import Asked, Outcome, Refused
from article3.terms.reasons import PublicCode
from article3.terms.sitting import MandateRole, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """The file after its entry was carried out; what members are told, None where it waits, and why it does."""

    file: CaseFile
    told: MessageKind | None = None
    because: str = ""


def enter(line: Line, page: UnList, *, at: datetime, sitting: Sitting, register: Register, journal: Journal) -> Entered:
    """Begin or update the file of one entry; publish it where that is lawful. Raises Refused where it cannot change."""
    assert line.text is not None, "an entry without its text"
    text = replace(line.text, reference=line.file)
    if line.change is Change.ADDED:
        received = _received(line, at, sitting)
        file = begin(received)
        register.add(after(file, reassessed(file, at=at, sitting=sitting)))
        journal.append(received)
    else:
        file = register.file(line.file)
        updated = update(file, text, at=at, sitting=sitting)
        file = _kept(filed(file, updated, at=at, sitting=sitting, register=register, journal=journal))
    links = _repeated(file, register)
    if file.gateway is not None and file.gateway.examined_at is None:
        looked = gateway.examine(file, links=links, way=Way(), at=at, sitting=sitting)
        file = _kept(filed(file, looked, at=at, sitting=sitting, register=register, journal=journal))
    if links:
        return Entered(file=file, because=links[0].because)
    try:
        happened = _published(file, page, at, sitting, register)
    except Refused as refused:
        return Entered(file=file, because=f"{refused.because}{_of_the_births(text)}")
    told = MessageKind.NOTICE_UPDATED if file.published else MessageKind.NOTICE_PUBLISHED
    return Entered(told=told, file=filed(file, *happened, at=at, sitting=sitting, register=register, journal=journal))


def _kept(file: CaseFile) -> CaseFile:
    """The file as the register has it now."""
    return replace(file, version=file.version + 1)


def _received(line: Line, at: datetime, sitting: Sitting) -> CommunicationReceived:
    assert line.text is not None, "an entry without its text"
    on = day_of(at)
    until = months_after(on, parameter("retention.nominal_max_months", on))
    return CommunicationReceived(
        reference=line.file, at=at, by=sitting.officer, seat=sitting.seat, state=State.RECEIVED,
        communication=replace(line.text, reference=line.file), retention=Retention(recorded_on=on, until=until))


def _of_the_births(text: Communication) -> str:
    """What of the listed dates of birth a reviewer has to read, where anything."""
    said = "".join(f" The list writes a date of birth that is none: {written}." for name, written in text.extra
                   if name == UNREAD)  # fmt: skip
    person = text.person or Person()
    wide = ", ".join(str(born) for born in person.birth_dates if born.year is None)
    return said + (f" The listed date of birth leaves too many years open: {wide}." if wide else "")


def _repeated(file: CaseFile, register: Register) -> tuple[Link, ...]:
    return tuple(Link(reference=like.reference, kind=LinkKind.REPEATS_REFUSED, refused_on=like.refused_on,
                      because=f"May repeat a file that was not compliant: {like.because}.")
                 for like in register.repeats(file))  # fmt: skip


def _published(file: CaseFile, page: UnList, at: datetime, sitting: Sitting, register: Register) -> tuple[Event, ...]:
    """The whole way of a request in the names of the two who signed. Raises Refused at the first thing in the way."""
    assert page.adopted is not None, "nobody else signed"
    first, second = _sitting(page.proposed), _sitting(page.adopted)
    happened: list[Event] = []

    def took(event: Event) -> CaseFile:
        happened.append(event)
        return after(file, event)

    file = took(review.open_review(file, others=register.files_on_person(file), at=at, sitting=first))
    _require_no_indication(file, at)
    put = questions_of_today(file, day_of(at))
    factors = tuple(FactorFinding(factor=factor, finding=page.weighed.factors, confidence=Confidence.MEDIUM,
                                  no_indication=True, about=put.get(rule_of(factor), "")) for factor in Factor)
    file = took(review.fill_worksheet(file, factors, page.weighed.predominance, put.get(PREDOMINANCE, ""), at=at,
                                      sitting=first))
    file = current(file, at=at, sitting=first)
    for answered in _answers(file, page, at, first):
        file = took(answered)
    file = current(file, at=at, sitting=first)  # the rules of today, with the answers of the two who signed
    reasons = Reasons(internal=page.weighed.because, public=PublicCode.COMPLIANT)
    view = view_of(Resolution.PUBLISH, reasons, (), (), None, at=page.proposed.at, sitting=first)
    file = took(propose(file, view, at=at, sitting=first))
    file = took(with_basis(agree(file, at=at, sitting=second), file))
    happened.append(publish(accept(file, day_of(at)), at=at, sitting=sitting))
    return tuple(happened)


def _answers(file: CaseFile, page: UnList, at: datetime, first: Sitting) -> list[Event]:
    """The first signer's word to every question that is a reviewer's."""
    put = questions_of_today(file, day_of(at))
    assert file.assessed is not None, "the rules were applied"
    return [review.answer_finding(file, rule=found.rule, outcome=Outcome.MET, because=page.weighed.because,
                                  about=put.get(found.rule, ""), at=at, sitting=first)
            for found in file.assessed.binding(Outcome.QUESTION) if found.asked is not Asked.REQUESTER]  # fmt: skip


def _require_no_indication(file: CaseFile, at: datetime) -> None:
    """What the file shows on any factor is looked at by a reviewer, never answered for many at once."""
    on = day_of(at)
    for sheet in worksheet(brief(file.communication, circumstances(file, on), on), on):
        if sheet.lines != (NO_INDICATION,):
            raise Refused(f"The file shows: {sheet.lines[0]}", CITATION)


def _sitting(signed: Signed) -> Sitting:
    """The signer as the rules of impartiality look at them."""
    return Sitting(officer=signed.officer, officer_name=signed.name, nationality=signed.nationality, seat=signed.seat,
                   role=MandateRole.LEAD, clearance=Level.CONFIDENTIAL)
