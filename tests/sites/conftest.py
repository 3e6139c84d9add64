"""An invented task force and four bureaus, each officer with a browser of their own, before an empty register."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from article3 import wiring
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.decide import Decide
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.request_notice import RequestNotice
from article3.intake.form import DECLARATIONS
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution
from article3.officers import demo_entry, roll
from article3.project import catalogues
from article3.terms.communication import Communication, Level
from article3.terms.finding import Asked, Outcome
from article3.terms.sitting import MandateRole, Sitting
from tests.desk import COMPLIANT, murder, worksheet

catalogues.compile_all()  # a checkout holds the .po files only; set-up compiles them as well
OFFICERS = {
    "xa": ("XA", "bureau:XA", MandateRole.BUREAU_LEAD), "xb": ("XB", "bureau:XB", MandateRole.BUREAU_LEAD),
    "xc": ("XC", "bureau:XC", MandateRole.BUREAU_LEAD), "clerk": ("XA", "bureau:XA", MandateRole.BUREAU_OFFICER),
    "first": ("XB", "secretariat", MandateRole.REVIEWER), "second": ("XC", "secretariat", MandateRole.REVIEWER),
    "same": ("XB", "secretariat", MandateRole.REVIEWER), "lead": ("XD", "secretariat", MandateRole.LEAD),
    "oversight": ("XD", "oversight", MandateRole.OVERSIGHT),
    "attests": ("XB", "protection:XB", MandateRole.ATTESTING),
    "confirms": ("XB", "protection:XB", MandateRole.ATTESTING),
    "custodian": ("XD", "custodian", MandateRole.CUSTODIAN),
}
"""Name, nationality, seat and role of everybody."""


class Browsers(dict[str, Client]):
    """A browser for everybody, signed in when it is first asked for: most tests look through one or two of them."""

    def __init__(self, sittings: dict[str, Sitting]) -> None:
        super().__init__()
        self._sittings = sittings

    def __contains__(self, name: object) -> bool:
        return name in self._sittings

    def __missing__(self, name: str) -> Client:
        browser = self[name] = Client(enforce_csrf_checks=False)
        assert browser.get(f"/demo/enter/{demo_entry.token(self._sittings[name].officer)}/").status_code == 302
        return browser


@dataclass
class Office:
    """Everybody's sitting and browser, and the usual stretches of the way."""

    sittings: dict[str, Sitting] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)

    def perform(self, order: Any, who: str) -> Any:
        """Carry out an order in somebody's name."""
        return wiring.perform(order, sitting=self.sittings[who])

    def file(self, reference: str, who: str = "first") -> CaseFile:
        """A file as a reviewer reads it."""
        return wiring.reader(self.sittings[who], "examination").case(reference).file

    def requested(self, **changes: Any) -> str:
        """A clear request of XA arrives."""
        return self.sent(request(**changes))

    def sent(self, communication: Communication, who: str = "xa") -> str:
        """A request arrives."""
        self.perform(RequestNotice(communication=communication), who)
        return communication.reference

    def examined(self, reference: str) -> str:
        """The first reviewer takes it up, weighs it and answers every question that is theirs."""
        self.perform(OpenReview(reference=reference), "first")
        self.perform(FillWorksheet(reference=reference, factors=worksheet(), predominance="(a): a killing."), "first")
        asked = self.file(reference).assessed.binding(Outcome.QUESTION)
        answers = tuple(RuleAnswer(rule=found.rule, outcome=Outcome.MET, because="Read and found in order.")
                        for found in asked if found.asked is not Asked.REQUESTER)
        self.perform(AnswerFinding(reference=reference, answers=answers), "first")
        return reference

    def proposed(self, reference: str) -> str:
        """The first reviewer proposes to publish."""
        self.perform(ProposeDecision(reference=reference, version=self.file(reference).version, reasons=COMPLIANT,
                                     resolution=Resolution.PUBLISH), "first")
        return reference

    def published(self, reference: str) -> str:
        """The second reviewer agrees, and it is published."""
        self.perform(Decide(reference=reference, version=self.file(reference).version, agrees=True), "second")
        self.perform(PublishNotice(reference=reference, version=self.file(reference).version), "first")
        return reference


def request(**changes: Any) -> Communication:
    """A clear red-notice request of XA with a fresh reference, without attachments."""
    clear = murder(reference=wiring.new_reference(), **changes)
    papers = tuple(replace(paper, copy="") for paper in clear.papers)
    declared = tuple(said for said in clear.declarations if said.what in DECLARATIONS)
    return replace(clear, papers=papers, declarations=declared, made_on=date(2026, 3, 2))


def seat_everybody() -> dict[str, Sitting]:
    """Open the seats and enrol the officers."""
    for code in ("QM", "XA", "XB", "XC", "XD"):
        roll.open_seat(f"bureau:{code}", f"Bureau of {code}")
    for code in ("protection:XB", "custodian", "secretariat", "oversight"):
        roll.open_seat(code, code)
    found = {}
    for name, (nationality, seat, role) in OFFICERS.items():
        officer = roll.enrol(name, nationality=nationality, full_name=f"Officer {name.capitalize()}")
        roll.give_mandate(officer, seat, role, clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
        found[name] = roll.sitting_of(officer, seat)
    return found


@pytest.fixture
def office(db: None, settings: Any) -> Office:
    """The office, everybody ready to sign in."""
    settings.DEMO = True
    everybody = Office(sittings=seat_everybody())
    everybody.browsers = Browsers(everybody.sittings)
    return everybody
