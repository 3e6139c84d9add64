"""The desk's part: admissibility, identification, questions, time; each a step from one record to the next, pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from article3.commission.lifecycle.facts import admissibility
from article3.commission.lifecycle.outward_question import tells_of_applicant
from article3.commission.lifecycle.request import (
    Asked,
    CommissionRequest,
    Extension,
    Identified,
    Papers,
    Pause,
    PauseReason,
    Question,
    Recusal,
    Seated,
    Stage,
    Step,
)
from article3.terms.clocks import day_of
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import MandateRole, OfficerId, Sitting

OPEN = frozenset({Stage.RECEIVED, Stage.ADMISSIBLE, Stage.PROPOSED})
EXAMINED = frozenset({Stage.ADMISSIBLE, Stage.PROPOSED})


def noted(request: CommissionRequest, what: str, at: datetime, by: OfficerId | None, about: str = "",
          **changes: object) -> CommissionRequest:
    """The record with changes and one more line in its own history."""
    return replace(request, steps=(*request.steps, Step(what=what, at=at, by=by, about=about)), **changes)


def require(request: CommissionRequest, stages: frozenset[Stage], doing: str) -> None:
    """Raise Refused unless the request stands in one of these stages."""
    if request.stage not in stages:
        raise Refused(f"A request that is {request.stage.value.replace('_', ' ')} cannot be {doing}.")


def worded(text: str, what: str, citation: str = "") -> str:
    """The text without its margins; raises Refused when nothing is left."""
    if not text.strip():
        raise Refused(f"{what} is missing.", citation)
    return text.strip()


def rule_on_admissibility(request: CommissionRequest, papers: Papers, *, admissible: bool, at: datetime,
                          sitting: Sitting) -> CommissionRequest:
    """What was seen in the papers, and what follows. Nobody can say against the rules: they are asked both ways."""
    require(request, frozenset({Stage.RECEIVED, Stage.INADMISSIBLE}), "ruled admissible or not")
    seen, on = replace(request, papers=papers), day_of(at)
    missing = [finding for finding in admissibility(seen, on) if finding.outcome is not Outcome.MET]
    if admissible and missing:
        raise Refused(f"It is not admissible yet: {missing[0].because}", str(missing[0].citation))
    if not admissible and not any(finding.outcome is Outcome.NOT_MET for finding in missing):
        raise Refused("No rule makes the request inadmissible.", "Statute 30")
    days = replace(request.days, admissibility_answered_on=on, admissible_on=on if admissible else None)
    return noted(seen, "admissible" if admissible else "inadmissible", at, sitting.officer, days=days,
                 stage=Stage.ADMISSIBLE if admissible else Stage.INADMISSIBLE,
                 mends=tuple(finding.because for finding in missing))


def identify(request: CommissionRequest, found: tuple[Identified, ...], *, at: datetime, sitting: Sitting
             ) -> CommissionRequest:
    """Whether data exist is checked first, before anything else is examined (Statute 33). None is a result too."""
    require(request, EXAMINED, "searched for")
    known = {each.reference: each for each in request.identified}
    merged = {each.reference: replace(each, found_on=known[each.reference].found_on)
              if each.reference in known else each for each in found}
    days = replace(request.days, existence_checked_on=request.days.existence_checked_on or day_of(at))
    return noted(request, "identified", at, sitting.officer, days=days,
                 identified=tuple({**known, **merged}.values()))


def ask(request: CommissionRequest, question: Question, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """A question with its day (Statute 34). The source is asked only where the applicant lets it learn of the request.
    """
    require(request, EXAMINED, "asked about")
    worded(question.text, "The question", "Statute 34")
    if question.due_on <= day_of(at):
        raise Refused("The answer would be due before it is asked for.", "Statute 34")
    if question.of is Asked.SOURCE and request.application.source_may_know is not True:
        raise Refused("The applicant did not agree that the source learns of the request.", "Statute 35")
    if question.of in (Asked.SOURCE, Asked.TASK_FORCE):
        _require_identified(request, question)
        if told := tells_of_applicant(question.text, request.application):
            raise Refused(f"{told} Ask in other words: the question leaves the Commission.", "Statute 35")
    days = request.days
    if question.of is Asked.TASK_FORCE:
        on = day_of(at)
        days = replace(days, secretariat_consulted_on=days.secretariat_consulted_on or on,
                       secretariat_notified_on=days.secretariat_notified_on or on)
    return noted(request, "asked", at, sitting.officer, question.of.value, days=days,
                 questions=(*request.questions, question))


def _require_identified(request: CommissionRequest, question: Question) -> None:
    if all(found.reference != question.about for found in request.identified):
        raise Refused("Say which of the identified files the question is about.", "Statute 34")


def answered(request: CommissionRequest, question: str, text: str, on: date, *, at: datetime, by: OfficerId | None
             ) -> CommissionRequest:
    """An answer came. The task force's is also the end of the Secretariat's own assessment (Statute 33(3))."""
    found = next((asked for asked in request.questions if asked.id == question), None)
    if found is None or not found.open:
        raise Refused("No such question is open.", "Statute 34")
    text = worded(text, "The answer", "Statute 34")
    days = request.days
    if found.of is Asked.TASK_FORCE:
        days = replace(days, secretariat_assessed_on=days.secretariat_assessed_on or on)
    rest = tuple(replace(asked, answered_on=on, answer=text) if asked.id == question else asked
                 for asked in request.questions)
    return noted(request, "answered", at, by, found.of.value, questions=rest, days=days)


def remind(request: CommissionRequest, question: str, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """Whoever is silent past the day is reminded; the silence is before the Chamber from then on (CCF-X-2)."""
    on = day_of(at)
    if not any(asked.id == question and asked.open and on > asked.due_on for asked in request.questions):
        raise Refused("No such answer is late.", "Statute 34")
    rest = tuple(replace(asked, reminded_on=(*asked.reminded_on, on), silence_recorded=True)
                 if asked.id == question else asked for asked in request.questions)
    return noted(request, "reminded", at, sitting.officer, questions=rest)


def extend(request: CommissionRequest, days: int, because: str, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """More time in special circumstances; the applicant is told in the same act (Statute 40(3))."""
    require(request, EXAMINED, "given more time")
    if not 0 < days <= 366:
        raise Refused("Between 1 and 366 days.", "Statute 40(3)")
    because, on = worded(because, "Which special circumstances", "Statute 40(3)"), day_of(at)
    return noted(request, "extended", at, sitting.officer,
                 extension=Extension(days=days, because=because, on=on, told_on=on))


def pause(request: CommissionRequest, reason: PauseReason, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """The time for the decision stands still, for one of the listed reasons only."""
    require(request, EXAMINED, "paused")
    if any(stop.until is None for stop in request.pauses):
        raise Refused("The time stands still already.", "Statute 40(3)")
    return noted(request, "paused", at, sitting.officer, reason.value,
                 pauses=(*request.pauses, Pause(reason=reason, since=day_of(at))))


def resume(request: CommissionRequest, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """The time runs on."""
    if not any(stop.until is None for stop in request.pauses):
        raise Refused("The time does not stand still.", "Statute 40(3)")
    rest = tuple(replace(stop, until=day_of(at)) if stop.until is None else stop for stop in request.pauses)
    return noted(request, "resumed", at, sitting.officer, pauses=rest)


def hindered(request: CommissionRequest, officer: OfficerId, nationality: str) -> str:
    """Why this person may have no hand in the request; empty when nothing stands in the way (Statute 14)."""
    if nationality in request.countries:
        return "The member's own country is involved."
    if any(aside.officer == officer for aside in request.recusals):
        return "The member stands aside from this request."
    return ""


def assign(request: CommissionRequest, rapporteur: Seated | None, members: tuple[Seated, ...], *, at: datetime,
           sitting: Sitting) -> CommissionRequest:
    """Rapporteur and members; nobody whose country is involved or who stood aside (Statute 14)."""
    require(request, OPEN, "assigned")
    seated = ((rapporteur,) if rapporteur else ()) + members
    for each in seated:
        if because := hindered(request, each.officer, each.nationality):
            raise Refused(because, "Statute 14")
    everybody = tuple({each.officer: each for each in seated}.values())
    return noted(request, "assigned", at, sitting.officer, rapporteur=rapporteur, members=everybody, votes=())


def take_up(request: CommissionRequest, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """An officer of the secretariat takes the request up: not one of a country that is involved."""
    if because := hindered(request, sitting.officer, sitting.nationality):
        raise Refused(because, "Statute 14")
    return noted(request, "taken_up", at, sitting.officer,
                 case_officer=Seated(officer=sitting.officer, nationality=sitting.nationality))


def stand_aside(request: CommissionRequest, because: str, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """A tie of any kind: for good, with the vote and the report given up."""
    aside = Recusal(officer=sitting.officer, because=worded(because, "The tie", "Statute 14"), on=day_of(at))
    keeps = lambda seated: seated if seated is None or seated.officer != sitting.officer else None  # noqa: E731
    return noted(request, "stood_aside", at, sitting.officer, recusals=(*request.recusals, aside),
                 rapporteur=keeps(request.rapporteur), case_officer=keeps(request.case_officer),
                 members=tuple(each for each in request.members if each.officer != sitting.officer),
                 votes=tuple(vote for vote in request.votes if vote.officer != sitting.officer))


def require_hand(request: CommissionRequest, sitting: Sitting) -> None:
    """Raise Refused for an officer of the Commission who must have no hand in this request."""
    if because := hindered(request, sitting.officer, sitting.nationality):
        raise Refused(because, "Statute 14")


def require_member(request: CommissionRequest, sitting: Sitting) -> None:
    """Raise Refused unless the officer is a member who sits in this case."""
    require_hand(request, sitting)
    sits = any(each.officer == sitting.officer for each in request.members)
    if sitting.role is not MandateRole.COMMISSION_MEMBER or not sits:
        raise Refused("Only a member who sits in this case may do that.", "Statute 14")
