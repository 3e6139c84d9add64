"""An invented task force and five bureaus for tests of acts: everybody's sitting, a clear murder case, a clock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.decide import Decide
from article3.acts.examine_arrival import ExamineArrival
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.mandates import official_act
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.request_notice import RequestNotice
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Confidence, Factor, FactorFinding, Reasons, Resolution
from article3.lifecycle.states import ENDED
from article3.terms.communication import (
    Channel,
    Charge,
    Colour,
    Communication,
    Declaration,
    IdentityDocument,
    IssuerType,
    JudicialPaper,
    Level,
    Name,
    Person,
    PersonalAct,
    PersonStatus,
    Purpose,
    Sex,
    WantedFor,
)
from article3.terms.dates import partial_date
from article3.terms.finding import Asked, Outcome
from article3.terms.reasons import PublicCode
from article3.terms.sitting import MandateRole, Sitting
from tests.standins import MemoryJournal, MemoryOutbox, MemoryRegister

MEMBERS = ("QM", "XA", "XB", "XC", "XD")
DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REFERENCE = "a" * 32


def sitting(officer: str, nationality: str, role: MandateRole, seat: str = "secretariat") -> Sitting:
    """A sitting as `officers` would make it."""
    return Sitting(officer=officer, officer_name=officer, nationality=nationality, seat=seat, role=role,
                   clearance=Level.CONFIDENTIAL)


def bureau(code: str, role: MandateRole = MandateRole.BUREAU_LEAD) -> Sitting:
    """An officer of a bureau."""
    return sitting(f"officer-{code}", code, role, f"bureau:{code}")


FIRST = sitting("first", "XB", MandateRole.REVIEWER)
SECOND = sitting("second", "XC", MandateRole.REVIEWER)
SAME_AS_FIRST = sitting("third", "XB", MandateRole.REVIEWER)
OF_REQUESTER = sitting("fourth", "XA", MandateRole.REVIEWER)
OF_PERSON = sitting("fifth", "QM", MandateRole.REVIEWER)
LEAD = sitting("lead", "XD", MandateRole.LEAD)
CLOCK = sitting("clock", "", MandateRole.CLOCK)
ORDER = Sitting(officer=CLOCK.officer, officer_name="", nationality="", seat="commission",
                role=MandateRole.COMMISSION_ORDER, clearance=CLOCK.clearance)
"""A letter of the Commission at the Secretariat."""

COMPLIANT = Reasons(internal="An ordinary murder; nothing political was found.", public=PublicCode.COMPLIANT)


def declaration(what: str) -> Declaration:
    """A signed statement of the requesting bureau."""
    return Declaration(what=what, officer="Inspector R. Aldane", on=date(2026, 2, 27))


def murder(reference: str = REFERENCE, source: str = "XA", **changes: Any) -> Communication:
    """A clear red-notice request with full papers: the killing of a shopkeeper, warrant of a judge."""
    act = PersonalAct(who="the wanted man", what="shot the shopkeeper J. Ruvo", when=partial_date("2024-11-03"),
                      where="Port Selen", how="with a pistol during a quarrel over takings",
                      link="seen by two witnesses; his fingerprints are on the pistol")
    return replace(Communication(
        reference=reference, channel=Channel.NOTICE_REQUEST, source=source, colour=Colour.RED, purpose=Purpose.WANTED,
        person=Person(names=(Name(family="Vortan", given="Iko", latin_family="VORTAN", latin_given="IKO"),),
                      sex=Sex.MALE, birth_dates=(partial_date("1984-06-12"),), birth_place="Port Selen",
                      birth_country="XA", nationalities=("QM",), description="1.82 m, scar on the left hand",
                      documents=(IdentityDocument(kind="passport", number="QM448210", country="QM"),),
                      photograph="good", fingerprints=True, status=PersonStatus.ACCUSED, minor=False),
        wanted_for=WantedFor.PROSECUTION, seeks_extradition=True, extradition_authority="Ministry of Justice",
        charges=(Charge(text="Murder", acts=(act,), law_reference="Penal Code, section 101",
                        law_wording="Whoever intentionally kills another person is punished.",
                        penalty_max_months=300),),
        facts_summary="On 3 November 2024 in Port Selen Iko Vortan shot J. Ruvo dead during a quarrel.",
        papers=(JudicialPaper(kind="arrest_warrant", court="District Court of Port Selen",
                              issuer_type=IssuerType.JUDGE, date=partial_date("2024-11-05"), number="17/2024",
                              valid_until=partial_date("2044-11-05"), copy="warrant.pdf"),),
        legal_basis="Code of Criminal Procedure, section 88", collecting_authority="Port Selen police",
        interest="He crossed the border to XC two days later.", cross_border_link="He was seen in XC in December.",
        declarations=tuple(declaration(what) for what in ("quality", "conditions", "interest", "conformity",
                                                          "authority", "extradition", "recourse", "lawfulness")),
        level=Level.OFFICIAL_USE, language="en", retention_months=60, made_on=date(2026, 3, 2)), **changes)


@dataclass
class Desk:
    """The whole office on one table: performs orders as wiring would, with a clock of its own."""

    register: MemoryRegister = field(default_factory=lambda: MemoryRegister(members=MEMBERS))
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    at: datetime = DAY

    def perform(self, order: object, sitting: Sitting) -> Any:
        """Carry out one order; all or nothing, and only with a mandate for it."""
        act = official_act(order)
        assert act.allows(sitting), f"{sitting.role} may not {type(order).__name__}"
        posted, written = len(self.outbox.posted), len(self.journal.entries)
        try:
            event = act.perform(order, at=self.at, sitting=sitting, register=self.register, outbox=self.outbox,
                                journal=self.journal)
        except Exception:
            assert (posted, written) == (len(self.outbox.posted), len(self.journal.entries)), "half an act"
            raise
        self.open_gateway()
        return event

    def open_gateway(self) -> None:
        """Everything that arrived is looked at, and let on or held."""
        for file in list(self.register.files.values()):
            if file.gateway and file.gateway.examined_at is None and file.state not in ENDED:
                self.perform(ExamineArrival(reference=file.reference), CLOCK)

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.at += timedelta(days=days)

    def file(self, reference: str = REFERENCE) -> CaseFile:
        """The file as it stands."""
        return self.register.files[reference]

    # --- stretches of the usual way

    def requested(self, communication: Communication | None = None) -> CaseFile:
        """A request arrives."""
        sent = communication or murder()
        self.perform(RequestNotice(communication=sent), bureau(sent.source))
        return self.file(sent.reference)

    def examined(self, reference: str = REFERENCE, reviewer: Sitting = FIRST) -> CaseFile:
        """A reviewer takes the file up, fills the worksheet and answers every question that is theirs."""
        self.perform(OpenReview(reference=reference), reviewer)
        return self.weighed(reference, reviewer)

    def weighed(self, reference: str = REFERENCE, reviewer: Sitting = FIRST) -> CaseFile:
        """Worksheet and answers of a file that is already taken up."""
        self.perform(FillWorksheet(reference=reference, factors=worksheet(),
                                   predominance="(a) predominates: an ordinary killing for money."), reviewer)
        answers = tuple(RuleAnswer(rule=found.rule, outcome=Outcome.MET, because="Read and found in order.")
                        for found in self.questions(reference) if found.asked is not Asked.REQUESTER)
        if answers:
            self.perform(AnswerFinding(reference=reference, answers=answers), reviewer)
        return self.file(reference)

    def questions(self, reference: str = REFERENCE) -> tuple[Any, ...]:
        """The findings that still ask somebody."""
        assessed = self.file(reference).assessed
        assert assessed is not None
        return assessed.binding(Outcome.QUESTION)

    def proposed(self, reference: str = REFERENCE, reviewer: Sitting = FIRST,
                 resolution: Resolution = Resolution.PUBLISH, **more: Any) -> CaseFile:
        """The reviewer proposes."""
        order = ProposeDecision(reference=reference, version=self.file(reference).version, resolution=resolution,
                                reasons=more.pop("reasons", COMPLIANT), **more)
        self.perform(order, reviewer)
        return self.file(reference)

    def decided(self, reference: str = REFERENCE, second: Sitting = SECOND) -> CaseFile:
        """The second reviewer agrees."""
        self.perform(Decide(reference=reference, version=self.file(reference).version, agrees=True), second)
        return self.file(reference)

    def published(self, communication: Communication | None = None) -> CaseFile:
        """The whole way of a clear case."""
        reference = self.requested(communication).reference
        self.examined(reference)
        self.proposed(reference)
        self.decided(reference)
        self.perform(PublishNotice(reference=reference, version=self.file(reference).version), FIRST)
        return self.file(reference)


def worksheet() -> tuple[FactorFinding, ...]:
    """Seven findings on a case without a political side."""
    return tuple(FactorFinding(factor=factor, finding="No indication found in the searches logged.",
                               confidence=Confidence.HIGH, no_indication=True) for factor in Factor)
