"""What happens to one communication after it is sent, played through the same acts people use."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from article3 import wiring
from article3.access.why import Why
from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.decide import Decide, Instead
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.propose_decision import ProposeDecision
from article3.acts.publish_notice import PublishNotice
from article3.acts.recall_diffusion import RecallDiffusion
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.suspend_notice import SuspendNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.commands.demo import post
from article3.commands.demo.office import Office
from article3.commands.demo.papers import Paper
from article3.commands.demo.people import stock
from article3.commands.demo.tour import username
from article3.intake.reading import read_communication
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Confidence, Factor, FactorFinding, Reasons, Resolution
from article3.terms.communication import BureauCode, Channel, Reference
from article3.terms.finding import Asked, Outcome
from article3.terms.reasons import CaveatKind, Ground, IfSilent, PublicCode, ToRequester, WithdrawalCode
from article3.terms.sitting import Sitting

FINISHED = frozenset({"publish", "confirm", "refuse", "recall"})
SEND = {Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion, Channel.MESSAGE: SendMessage}


class NotYet(Exception):
    """The next act would lie in the future: the file stays where it is."""


@dataclass
class Story:
    """One communication, the people around it, and a clock that may not pass the demo's now."""

    chance: random.Random
    paper: Paper
    office: Office
    now: datetime
    at: datetime
    reference: Reference
    end: str = "received"
    version: int = 1  # of the file: each act keeps it one version on

    def play(self) -> None:
        """Send it, then go as far as this story goes and time allows."""
        self._send()
        if self.end == "received":
            return
        try:
            self._examine()
            {"publish": self._publish, "confirm": self._confirm, "refuse": self._refuse, "recall": self._refuse,
             "returned": self._return, "consulted": self._consult, "proposed": self._propose_favourably,
             "dissent": self._dissent, "open": lambda: None}[self.end]()  # fmt: skip
        except NotYet:
            return

    # The steps, each a day or so after the last.

    def _send(self) -> None:
        communication = read_communication(self.paper.document, reference=self.reference)
        wiring.perform(SEND[communication.channel](communication=communication), sitting=self._source(), at=self.at)
        self.version += wiring.open_gateway(self.at)

    def _examine(self) -> None:
        self._do(OpenReview(reference=self.reference), self.first, hours=20)
        for fact, value in stock("cases")[self.paper.pattern].get("facts", {}).items():
            order = RecordFact(
                reference=self.reference, fact=fact, value=value, source="Reply of the source by telephone"
            )
            self._do(order, self.first, hours=1)
        for entry in stock("stories")["research"].get(self.paper.pattern, []):
            self._log(*entry)

    def _log(self, query: str, source: str, bears_on: str, note: str, found: bool) -> None:
        country = stock("countries")[self.paper.source]["name"]
        copy = self.chance.randbytes(32).hex() if found else ""
        order = LogResearch(reference=self.reference, entry=self._id(), query=query.format(country=country),
                            source=source.format(country=country), read_on=self.at.date(), bears_on=bears_on,
                            found=found, note=note, sha256=copy)  # fmt: skip
        self._do(order, self.first, hours=3)

    def _weigh(self) -> None:
        plain = "Nothing in the file or in the searches points to it."
        factors = tuple(FactorFinding(factor=factor, finding=plain, confidence=Confidence.HIGH, no_indication=True)
                        for factor in Factor)  # fmt: skip
        self._do(FillWorksheet(reference=self.reference, factors=factors,
                               predominance="The ordinary-law element predominates."), self.first, hours=2)  # fmt: skip
        answers = tuple(RuleAnswer(rule=finding.rule, outcome=Outcome.MET, because="Read and found in order.")
                        for finding in self._questions() if not finding.within)  # fmt: skip
        if answers:
            self._do(AnswerFinding(reference=self.reference, answers=answers), self.first, hours=1)

    def _propose_favourably(self) -> None:
        self._weigh()
        resolution = Resolution.CONFIRM if self.end == "confirm" else Resolution.PUBLISH
        self._propose(resolution, Reasons(internal="An ordinary case with full papers.", public=PublicCode.COMPLIANT))

    def _publish(self) -> None:
        self._propose_favourably()
        self._do(Decide(reference=self.reference, version=self.version, agrees=True), self.second, hours=5)
        self._do(PublishNotice(reference=self.reference, version=self.version), self.second, hours=1)
        published = self.version
        self._live_on()
        if self.paper.pattern == "murder" and self.version == published and self.paper.source != "XB":
            self.office.places.update({"fugitive": self.reference, "fugitive_by": username(self.first)})

    def _confirm(self) -> None:
        self._propose_favourably()
        self._do(Decide(reference=self.reference, version=self.version, agrees=True), self.second, hours=5)
        self._do(ConfirmCompliance(reference=self.reference, version=self.version), self.second, hours=1)

    def _live_on(self) -> None:
        """What becomes of a published notice."""
        drawn = self.chance.random()
        if drawn < 0.14:
            kind = self.chance.choice(list(stock("stories")["caveats"]))
            self._do(AddCaveat(reference=self.reference, caveat=self._id(), kind=CaveatKind(kind),
                               text=stock("stories")["caveats"][kind]), self.first, hours=300)  # fmt: skip
        elif drawn < 0.22:
            until = self.at.date() + timedelta(days=self.chance.randrange(60, 175))
            self._do(SuspendNotice(reference=self.reference, until=until,
                                   because="The court is hearing an appeal against the warrant."),
                     self._source(), hours=200)  # fmt: skip
        elif drawn < 0.36:
            self._do(WithdrawNotice(reference=self.reference, code=self.chance.choice(list(WithdrawalCode)),
                                    because="See the code."), self._source(), hours=900)  # fmt: skip

    def _refuse(self) -> None:
        reasons = stock("stories")["refused"][self.paper.pattern]
        self._propose(Resolution.RECALL if self.end == "recall" else Resolution.REFUSE, _reasons(reasons),
                      grounds=tuple(Ground(ground) for ground in reasons["grounds"]))  # fmt: skip
        self._do(Decide(reference=self.reference, version=self.version, agrees=True), self.second, hours=8)
        ending = RecallDiffusion if self.end == "recall" else RefuseRequest
        if self.end == "recall":
            post.go_round(self.at)
            post.pass_on_at_home(self.office, self.reference, self.at)
        self._do(ending(reference=self.reference, version=self.version), self.second, hours=1)
        if self.end == "recall":
            post.go_round(self.at + timedelta(minutes=20))
            if self.at < self.now - timedelta(days=92):
                post.answer_at_home(self.office, self.reference, self.at)

    def _dissent(self) -> None:
        reasons = stock("stories")["refused"][self.paper.pattern]
        grounds = tuple(Ground(ground) for ground in reasons["grounds"])
        self._propose(Resolution.REFUSE, _reasons(reasons), grounds=grounds)
        other = Instead(resolution=Resolution.REFUSE, grounds=(*grounds[:1], Ground.PURPOSE), reasons=Reasons(
            internal="I agree on the result and not on the reason: the purpose is missing.",
            public=PublicCode.OTHER, to_requester=(ToRequester.NOT_OF_INTEREST,)))  # fmt: skip
        self._do(Decide(reference=self.reference, version=self.version, agrees=False, instead=other),
                 self.second, hours=9)  # fmt: skip

    def _return(self) -> None:
        asked = [
            f for f in self._file().assessed.findings if f.outcome is Outcome.QUESTION and f.asked is Asked.REQUESTER
        ]
        texts = [(finding.because, finding.rule) for finding in asked[:4]]
        texts = texts or [("Please say what this person did, when and where, and how it is known.", "")]
        deadline = self.at.date() + timedelta(days=30)
        questions = tuple(Asking(id=self._id(), text=text, rule=rule, deadline=deadline) for text, rule in texts)
        self._do(AskRequester(reference=self.reference, questions=questions), self.first, hours=4)

    def _consult(self) -> None:
        other = self.chance.choice([code for code in self.office.bureaus if code != self.paper.source])
        self._do(ConsultBureau(reference=self.reference, consultation=self._id(), bureau=BureauCode(other),
                               question="What do your authorities know of this person and of the proceedings?",
                               deadline=self.at.date() + timedelta(days=21), if_silent=IfSilent.DECIDED_ON_THE_FILE),
                 self.first, hours=6)  # fmt: skip

    # Who and when.

    def _do(self, order: Any, sitting: Sitting, *, hours: int) -> None:
        at = self.at + timedelta(hours=hours, minutes=self.chance.randrange(0, 59))
        if at > self.now:
            raise NotYet
        self.at = at
        wiring.perform(order, sitting=sitting, at=at)
        self.version += 1

    def _propose(self, resolution: Resolution, reasons: Reasons, grounds: tuple[Ground, ...] = ()) -> None:
        self._do(ProposeDecision(reference=self.reference, version=self.version, resolution=resolution,
                                 reasons=reasons, grounds=grounds), self.first, hours=4)  # fmt: skip

    def _file(self) -> CaseFile:
        return wiring.reader(self.first, Why.EXAMINATION, self.at).case(self.reference).file

    def _questions(self) -> list[Any]:
        assessed = self._file().assessed
        assert assessed is not None
        return list(assessed.binding(Outcome.QUESTION))

    def _source(self) -> Sitting:
        return self.office.bureaus[self.paper.source]

    def _id(self) -> str:
        return uuid.UUID(bytes=self.chance.randbytes(16)).hex

    @property
    def first(self) -> Sitting:
        """The reviewer who takes it up: neither of the source's nor of the person's country."""
        return self._impartial()[0]

    @property
    def second(self) -> Sitting:
        """Another one, of another nationality."""
        return self._impartial()[1]

    def _impartial(self) -> list[Sitting]:
        barred = {self.paper.source, *self.paper.document.get("person", {}).get("nationalities", [])}
        able = [sitting for sitting in self.office.reviewers if sitting.nationality not in barred]
        turn = int(self.reference[:4], 16) % len(able)
        return able[turn:] + able[:turn]


def _reasons(reasons: dict[str, Any]) -> Reasons:
    return Reasons(internal="See the worksheet and the research log: " + ", ".join(reasons["grounds"]) + ".",
                   public=PublicCode(reasons["public"]),
                   to_requester=tuple(ToRequester(told) for told in reasons["told"]))  # fmt: skip


def begin(chance: random.Random, paper: Paper, office: Office, now: datetime) -> Story:
    """A story for a paper: its end is drawn, and it starts in the morning of its day."""
    ends = stock("stories")["ends"][paper.pattern]
    if (now.date() - paper.on).days > 45:  # an office that works: what is old was finished, if it can be
        ends = {end: weight for end, weight in ends.items() if end in FINISHED} or ends
    end = chance.choices(list(ends), list(ends.values()))[0]
    start = datetime.combine(paper.on, time(7 + chance.randrange(4), chance.randrange(60)), UTC)
    return Story(chance=random.Random(chance.getrandbits(64)), paper=paper, office=office, now=now, at=start,
                 reference=Reference(chance.randbytes(16).hex()), end=end)  # fmt: skip
