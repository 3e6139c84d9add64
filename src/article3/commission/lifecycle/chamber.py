"""The members' part: provisional measures, disclosure, the draft, votes, the decision and its orders; pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from article3.commission.lifecycle.application import Wish
from article3.commission.lifecycle.facts import chamber_facts, decision_facts, disclosure_facts, request_facts
from article3.commission.lifecycle.procedure import EXAMINED, OPEN, noted, require, require_hand, require_member, worded
from article3.commission.lifecycle.request import Asked, CommissionRequest, Stage
from article3.commission.lifecycle.ruling import Ballot, Carried, Decision, Draft, Measure, Measured, ReportState, Vote
from article3.commission.lifecycle.sharing import Item, Shared
from article3.law.parameters import parameter
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import Reference
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import Sitting

MEASURE_OF = {Remedy.DELETE: Measured.DELETE, Remedy.CORRECT: Measured.CORRECT, Remedy.ADDENDUM: Measured.ADDENDUM,
              Remedy.ADD_INFORMATION: Measured.ADDENDUM, Remedy.CAVEAT: Measured.CAVEAT,
              Remedy.INFORM_MEMBERS: Measured.INFORM, Remedy.NO_FURTHER_HELP: Measured.NO_HELP,
              Remedy.LEAVE_ONLY: Measured.LEAVE_ONLY}
SIMPLE = frozenset({Wish.ACCESS})


def order_block(request: CommissionRequest, file: Reference, id: str, urgency: UrgencyGround, because: str, *,
                at: datetime, sitting: Sitting) -> tuple[CommissionRequest, Measure]:
    """A provisional measure, at any time and at once: not a finding on the merits (Statute 37)."""
    require(request, OPEN, "protected by a provisional measure")
    require_hand(request, sitting)
    _require_own(request, file)
    if urgency is UrgencyGround.NONE:
        raise Refused("Say why it is urgent.", "Statute 37")
    if any(measure.blocks and measure.file == file for measure in request.measures):
        raise Refused("A block stands on this file already.", "Statute 37")
    measure = Measure(id=id, file=file, measure=Measured.BLOCK, ordered_on=day_of(at), due_on=day_of(at),
                      by=sitting.officer, urgency=urgency, because=worded(because, "The reason", "Statute 37"))
    return _ordered(request, measure, at, sitting), measure


def lift_block(request: CommissionRequest, file: Reference, id: str, because: str, *, at: datetime, sitting: Sitting
               ) -> tuple[CommissionRequest, Measure]:
    """A block that is needed no longer."""
    require_hand(request, sitting)
    standing = next((measure for measure in request.measures if measure.blocks and measure.file == file), None)
    if standing is None:
        raise Refused("No block stands on this file.", "Statute 37")
    measure = Measure(id=id, file=file, measure=Measured.UNBLOCK, ordered_on=day_of(at), due_on=day_of(at),
                      by=sitting.officer, because=worded(because, "The reason", "Statute 37"))
    lifted = replace(request, measures=tuple(
        replace(each, lifted_on=day_of(at)) if each.id == standing.id else each for each in request.measures))
    return _ordered(lifted, measure, at, sitting), measure


def note_item(request: CommissionRequest, item: Item, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """An item of information a party may want to read, and what its owner says about that (Statute 35)."""
    require(request, EXAMINED, "given items")
    worded(item.what, "What the item is", "Statute 35")
    rest = tuple(each for each in request.items if each.id != item.id)
    return noted(request, "item_noted", at, sitting.officer, item.id, items=(*rest, item))


def settle_item(request: CommissionRequest, item: str, shared: Shared, gist: str, because: str, *, at: datetime,
                sitting: Sitting) -> CommissionRequest:
    """Open, a gist, or closed with a reason; the owner was asked first, and silence of the owner is no reason."""
    require_hand(request, sitting)
    found = next((each for each in request.items if each.id == item), None)
    if found is None:
        raise Refused("There is no such item.", "Statute 35")
    settled = replace(found, shared=shared, gist=gist.strip(), because=because.strip(), settled_on=day_of(at),
                      settled_by=sitting.officer)
    if shared is Shared.GIST and not settled.gist:
        raise Refused("The gist is missing.", "Statute 35(4)")
    for finding in assess(disclosure_facts(settled), day_of(at), subject=Subject.DISCLOSURE).findings:
        if finding.outcome is Outcome.NOT_MET:
            raise Refused(finding.because, str(finding.citation))
    if shared is not Shared.OPEN and (found.ground is None or not settled.because):
        raise Refused("What is withheld has one of the four grounds and a reason.", "Statute 35(3)")
    return noted(request, "item_settled", at, sitting.officer, item,
                 items=tuple(settled if each.id == item else each for each in request.items))


def propose(request: CommissionRequest, draft: Draft, *, at: datetime, sitting: Sitting) -> CommissionRequest:
    """The rapporteur's draft. Existence is checked, and the Secretariat's assessment is here, before examination."""
    require(request, EXAMINED, "decided on")
    if request.rapporteur is None or request.rapporteur.officer != sitting.officer:
        raise Refused("Only the rapporteur proposes.", "Statute 33")
    require_member(request, sitting)
    on = day_of(at)
    begun = replace(request.days, examination_began_on=request.days.examination_began_on or on)
    examined = replace(request, draft=draft, days=begun)
    _require_sequence(examined, at)
    for finding in assess(decision_facts(examined), on, subject=Subject.COMMISSION_DECISION).findings:
        if finding.rule in ("CCF-38", "CCF-39") and finding.outcome is Outcome.NOT_MET:
            raise Refused(finding.because, str(finding.citation))
    _require_words(draft)
    return noted(examined, "proposed", at, sitting.officer, stage=Stage.PROPOSED, votes=())


_WITH_WORDS = frozenset({Remedy.ADDENDUM, Remedy.ADD_INFORMATION, Remedy.CAVEAT, Remedy.INFORM_MEMBERS})
_STAYS = frozenset({Remedy.CORRECT, Remedy.ADDENDUM, Remedy.ADD_INFORMATION, Remedy.CAVEAT})
"""Remedies of data that stay."""
EVEN_WHEN_ENDED = frozenset({Measured.DELETE, Measured.INFORM, Measured.NO_HELP, Measured.LEAVE_ONLY})
"""Orders that a source does not escape by ending its data first."""


def _require_words(draft: Draft) -> None:
    """Every remedy says what its order needs; what goes is not corrected as well."""
    if Remedy.DELETE in draft.remedies and draft.remedies & _STAYS:
        raise Refused("Data that are deleted are not corrected or added to.", "Statute 39")
    if draft.remedies & _WITH_WORDS and not draft.text.strip():
        raise Refused("The words of the addendum, caveat or information are missing.", "Statute 39")
    if Remedy.CORRECT in draft.remedies and (draft.part is None or not draft.reads_as.strip()):
        raise Refused("Say which part is corrected and what it reads as from then on.", "Statute 39")


def _require_sequence(request: CommissionRequest, at: datetime) -> None:
    """The order of steps of the day; where no data exist there is no assessment of the Secretariat to wait for."""
    rules = ("CCF-33-1", "CCF-33-3") if request.identified else ("CCF-33-1",)
    for finding in assess(request_facts(request), day_of(at), subject=Subject.COMMISSION_REQUEST).findings:
        if finding.rule in rules and finding.outcome is not Outcome.MET:
            raise Refused(finding.because, str(finding.citation))


def vote(request: CommissionRequest, ballot: Ballot, reasons: str, *, at: datetime, sitting: Sitting
         ) -> CommissionRequest:
    """A member votes on the draft as it stands; a dissent has reasons. A new draft begins anew."""
    require(request, frozenset({Stage.PROPOSED}), "voted on")
    require_member(request, sitting)
    if ballot is Ballot.AGAINST:
        worded(reasons, "The reasons of a vote against", "Statute 38")
    cast = Vote(officer=sitting.officer, nationality=sitting.nationality, ballot=ballot, reasons=reasons.strip(),
                on=day_of(at))
    rest = tuple(each for each in request.votes if each.officer != sitting.officer)
    return noted(request, "voted", at, sitting.officer, votes=(*rest, cast))


def is_simple(request: CommissionRequest) -> bool:
    """The lane a rapporteur may decide alone: requests for access. It never depends on whether data exist."""
    return request.application.wish in SIMPLE


def decide(request: CommissionRequest, ids: tuple[str, ...], *, at: datetime, sitting: Sitting
           ) -> tuple[CommissionRequest, tuple[Measure, ...]]:
    """The draft becomes the decision: by the majority of the members who sit, or by the rapporteur alone in the lane
    of simple cases. Its remedies become orders with their day (Statute 38 to 41)."""
    require(request, frozenset({Stage.PROPOSED}), "decided")
    require_member(request, sitting)
    assert request.draft is not None, "proposed without a draft"
    for finding in assess(chamber_facts(request), day_of(at), subject=Subject.CHAMBER).findings:
        if finding.rule == "CCF-14" and finding.outcome is Outcome.NOT_MET:
            raise Refused(finding.because, str(finding.citation))
    pro = sum(each.ballot is Ballot.FOR for each in request.votes)
    alone = is_simple(request) and sitting.officer == (request.rapporteur and request.rapporteur.officer)
    if not alone and 2 * pro <= len(request.members):
        raise Refused(f"{pro} of {len(request.members)} members voted for the draft: no majority.", "Statute 38")
    decision = _decision(request.draft, request, alone=alone, pro=pro, at=at)
    decided = noted(request, "decided", at, sitting.officer, stage=Stage.DECIDED, decision=decision,
                    days=replace(request.days, decided_on=day_of(at)))
    measures = _orders(decided, request.draft, ids, at, sitting)
    for measure in measures:
        decided = _ordered(decided, measure, at, sitting)
    return decided if measures else replace(decided, stage=Stage.CARRIED_OUT), measures


def _decision(draft: Draft, request: CommissionRequest, *, alone: bool, pro: int, at: datetime) -> Decision:
    return Decision(outcome=draft.outcome, remedies=draft.remedies, grounds=draft.grounds, reasons=draft.reasons,
                    on=day_of(at), alone=alone, votes_for=pro, votes_against=len(request.votes) - pro,
                    data_may_be_told=draft.data_may_be_told)


def _orders(request: CommissionRequest, draft: Draft, ids: tuple[str, ...], at: datetime, sitting: Sitting
            ) -> tuple[Measure, ...]:
    """One order for each identified file and remedy; a block that stands is lifted where the data stay."""
    on, fresh = day_of(at), iter(ids)
    due = months_after(on, int(parameter("commission.implementation_months", on)))
    measures = sorted({MEASURE_OF[remedy] for remedy in draft.remedies if remedy in MEASURE_OF},
                      key=lambda measure: (measure is Measured.DELETE, measure))  # who holds it is told before it goes
    wanted = [(found.reference, measure) for found in request.identified for measure in measures
              if measure in EVEN_WHEN_ENDED or found.ended_on is None]
    if draft.outcome is not CommissionOutcome.NOT_COMPLIANT:
        wanted += [(each.file, Measured.UNBLOCK) for each in request.measures if each.blocks]
    return tuple(Measure(id=next(fresh), file=file, measure=measure, ordered_on=on, due_on=due, by=sitting.officer,
                         **_in_words(measure, draft)) for file, measure in wanted)


def _in_words(measure: Measured, draft: Draft) -> dict[str, Any]:
    """What an order says beside its kind: for most of them nothing."""
    if measure is Measured.CORRECT:
        return {"part": draft.part, "text": draft.reads_as.strip()}
    return {"text": draft.text.strip()} if measure in _SAYS_MORE else {}


_SAYS_MORE = frozenset({Measured.CAVEAT, Measured.ADDENDUM, Measured.INFORM})


def _ordered(request: CommissionRequest, measure: Measure, at: datetime, sitting: Sitting) -> CommissionRequest:
    return noted(request, f"ordered_{measure.measure.value}", at, sitting.officer, measure.id,
                 measures=(*request.measures, measure))


def _require_own(request: CommissionRequest, file: Reference) -> None:
    if all(found.reference != file for found in request.identified):
        raise Refused("The file is not among those identified for this request.", "Statute 33")


def reported(request: CommissionRequest, order: str, carried: Carried, *, at: datetime) -> CommissionRequest:
    """The Secretariat reports on an order; when every order of the decision is complete, the request is carried out."""
    measures = tuple(replace(measure, carried=carried) if measure.id == order else measure
                     for measure in request.measures)
    done = all(measure.carried and measure.carried.state is not ReportState.INCOMPLETE for measure in measures)
    stage = Stage.CARRIED_OUT if request.stage is Stage.DECIDED and done else request.stage
    return noted(request, f"reported_{carried.state.value}", at, None, order, measures=measures, stage=stage)


def source_ended(request: CommissionRequest, file: Reference, *, at: datetime) -> CommissionRequest:
    """The source ended its data before the decision: the applicant is offered a ruling all the same (CCF-X-1)."""
    on = day_of(at)
    identified = tuple(replace(found, ended_on=found.ended_on or on) if found.reference == file else found
                       for found in request.identified)
    return noted(request, "source_ended", at, None, identified=identified,
                 ruling_offered_on=request.ruling_offered_on or on)


def open_questions(request: CommissionRequest) -> tuple[str, ...]:
    """Ids of questions to the task force that wait."""
    return tuple(asked.id for asked in request.questions if asked.open and asked.of is Asked.TASK_FORCE)
