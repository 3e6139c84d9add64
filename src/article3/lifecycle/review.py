"""The examination of a file by its reviewer: taking it up, standing aside, facts, answers, searches, worksheet."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from article3.lifecycle import review_events as r
from article3.lifecycle.case_file import CaseFile, Link, LinkKind
from article3.lifecycle.examination import Established, FactorFinding, Occasion, Recusal, ResearchEntry, Review
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.refusals import refused_on
from article3.lifecycle.states import BEFORE_DECISION, State
from article3.terms.clocks import day_of
from article3.terms.finding import Answer, Asked, Finding, Outcome, Refused
from article3.terms.sitting import MandateRole, Sitting

_SHA256_DIGITS = frozenset("0123456789abcdef")


def open_review(file: CaseFile, *, others: tuple[CaseFile, ...], at: datetime, sitting: Sitting,
                disputed: bool = False) -> r.ReviewOpened:  # fmt: skip
    """A reviewer takes the file up; only a lead takes it over from another. Other files on the person are linked.

    `disputed`: a bureau that it reached disputes it and has no answer yet.
    """
    require(file, r.ReviewOpened, "taken up", "RPD 74")
    require_impartial(file, sitting)
    _require_open_to_review(file, disputed)
    if file.review is not None and sitting.role is not MandateRole.LEAD:
        raise Refused("The file is already with a reviewer; only the lead may take it over.")
    if file.review is not None and file.review.reviewer == sitting.officer:
        raise Refused("The file is already with this reviewer.")
    return r.ReviewOpened(**made(file, at, sitting), occasion=_occasion(file), nationality=sitting.nationality,
                          links=tuple(_link(other) for other in others))


def _require_open_to_review(file: CaseFile, disputed: bool) -> None:
    """What bureaus write to each other is opened only in a case: held at the gateway, or disputed by a recipient."""
    if file.state is State.SENT and not (file.gateway and file.gateway.held) and not disputed:
        raise Refused("A message between bureaus is taken up only when it is held at the gateway or a bureau that it "
                      "reached disputes it.", "RPD 22(6)")


def _occasion(file: CaseFile) -> Occasion:
    if file.state in BEFORE_DECISION:
        return Occasion.REQUEST
    if file.state is State.SENT:
        return Occasion.HELD if file.gateway and file.gateway.held else Occasion.DISPUTED
    if file.state is State.SENT_UNREVIEWED:
        return Occasion.DIFFUSION
    if file.update_pending:
        return Occasion.UPDATE
    return Occasion.NEW_INFORMATION


def _link(other: CaseFile) -> Link:
    grounds = refused_on(other)
    return Link(reference=other.reference, kind=LinkKind.REPEATS_REFUSED if grounds else LinkKind.SAME_PERSON,
                refused_on=grounds,
                because=f"A {other.communication.channel.value.replace('_', ' ')} of {other.source} that is "
                        f"{other.state.value.replace('_', ' ')} may be about the same person.")


def recuse(file: CaseFile, *, because: str, at: datetime, sitting: Sitting, disputed: bool = False
           ) -> r.ReviewerRecused:  # fmt: skip
    """A reviewer stands aside for good; a file of theirs goes back to the queue."""
    require(file, r.ReviewerRecused, "left by a reviewer")
    _require_open_to_review(file, disputed)
    because = worded(because, "The reason for standing aside", "Constitution 30")
    if any(recusal.officer == sitting.officer for recusal in file.recusals):
        raise Refused("The officer has already stood aside from this file.")
    recusal = Recusal(officer=sitting.officer, on=day_of(at), because=because)
    return r.ReviewerRecused(**made(file, at, sitting), recusal=recusal)


def own_review(file: CaseFile, sitting: Sitting) -> Review:
    """The review this officer runs on the file; raises Refused when it is somebody else's or nobody's."""
    if file.review is None:
        raise Refused("No review is open on this file; take it up first.", "RPD 74")
    if file.review.reviewer != sitting.officer:
        raise Refused("The file is with another reviewer.")
    require_impartial(file, sitting)
    return file.review


def establish(file: CaseFile, established: Established, *, at: datetime, sitting: Sitting) -> r.FactEstablished:
    """The reviewer writes down a fact with its source; an earlier value of the same fact is withdrawn, not erased."""
    require(file, r.FactEstablished, "given a fact")
    own_review(file, sitting)
    worded(established.source, "The source of the fact", "RPD 12")
    if established.research and all(entry.id != established.research for entry in file.research):
        raise Refused("The file holds no such research entry.")
    return r.FactEstablished(**made(file, at, sitting), established=established)


def learn(file: CaseFile, established: Established, *, at: datetime, sitting: Sitting) -> r.FactEstablished:
    """A fact comes to a file that need not be under review, from any impartial reviewer."""
    require(file, r.FactEstablished, "given a fact before a reviewer has taken it up")
    require_impartial(file, sitting)
    return r.FactEstablished(**made(file, at, sitting), established=established)


def withdraw_fact(file: CaseFile, fact: str, *, at: datetime, sitting: Sitting) -> r.FactWithdrawn:
    """The reviewer takes a fact back."""
    require(file, r.FactWithdrawn, "relieved of a fact")
    own_review(file, sitting)
    if all(known.fact != fact or known.withdrawn_on is not None for known in file.established):
        raise Refused("The file holds no such fact.")
    return r.FactWithdrawn(**made(file, at, sitting), fact=fact, on=day_of(at))


def answer_finding(file: CaseFile, *, rule: str, outcome: Outcome, because: str, about: str, at: datetime,
                   sitting: Sitting) -> r.FindingAnswered:
    """The reviewer answers the question of one rule, by name and with reasons.

    What only the requester can say is not the reviewer's to answer: the requester's reply must be in the file first.
    """
    require(file, r.FindingAnswered, "given an answer")
    own_review(file, sitting)
    finding = _asked(file, rule)
    if outcome is Outcome.QUESTION:
        raise Refused("An answer is met or not met.")
    because = worded(because, "The reason for the answer", str(finding.citation))
    if finding.asked is Asked.REQUESTER and not _requester_replied(file, rule):
        raise Refused("Only the requester can answer this: ask them, or record the fact with its source.",
                      str(finding.citation))
    answer = Answer(rule=rule, outcome=outcome, because=because, officer=sitting.officer, on=day_of(at),
                    about=about)
    return r.FindingAnswered(**made(file, at, sitting), answer=answer)


def _asked(file: CaseFile, rule: str) -> Finding:
    findings = file.assessed.findings if file.assessed else ()
    answered = any(answer.rule == rule for answer in file.answers)
    for finding in findings:
        if finding.rule == rule and (finding.outcome is Outcome.QUESTION or answered):
            return finding
    raise Refused(f"The rules ask no question under {rule} on this file.")


def _requester_replied(file: CaseFile, rule: str) -> bool:
    return any(question.rule == rule and not question.open for question in file.questions)


def log_research(file: CaseFile, entry: ResearchEntry, *, at: datetime, sitting: Sitting) -> r.ResearchLogged:
    """A search is written down, whether it found something or not; what was found has a fixed copy with its hash."""
    require(file, r.ResearchLogged, "researched")
    own_review(file, sitting)
    require_logged(entry, {known.id for known in file.research}, at)
    return r.ResearchLogged(**made(file, at, sitting), entry=entry)


def require_logged(entry: ResearchEntry, known: Collection[str], at: datetime) -> None:
    """Raise Refused unless the line says what was asked, where, when and what came of it; `known`: ids in the log."""
    for text, what in ((entry.query, "The query"), (entry.source, "The source searched"),
                       (entry.bears_on, "The element it bears on"), (entry.note, "What was found or not found")):
        worded(text, what, "NDTF practice, stage 3")
    if entry.read_on > day_of(at):
        raise Refused("A source cannot have been read in the future.")
    hashed = len(entry.sha256) == 64 and _SHA256_DIGITS.issuperset(entry.sha256)
    if not hashed and (entry.found or entry.sha256):
        raise Refused("The fixed copy needs its SHA-256: 64 hexadecimal characters in lower case.")
    if entry.found and entry.failure:
        raise Refused("A source that could not be read has nothing found in it.")
    if entry.id in known:
        raise Refused("This search is already in the file.")


def fill_worksheet(file: CaseFile, factors: tuple[FactorFinding, ...], predominance: str, about: str, *,
                   at: datetime, sitting: Sitting) -> r.WorksheetFilled:
    """Factors of RPD 34(3) are filled in. `no indication found` is said outright, with the searches that show it."""
    require(file, r.WorksheetFilled, "weighed", "RPD 34(3)")
    own_review(file, sitting)
    for entry in factors:
        worded(entry.finding, f"The finding on factor ({entry.factor.value})", "RPD 34(3)")
    if len({entry.factor for entry in factors}) != len(factors):
        raise Refused("A factor is filled in twice.", "RPD 34(3)")
    if not factors and not predominance.strip():
        raise Refused("Nothing was filled in.", "RPD 34(3)")
    return r.WorksheetFilled(**made(file, at, sitting), factors=factors, predominance=predominance.strip(),
                             on=day_of(at), predominance_about=about)
