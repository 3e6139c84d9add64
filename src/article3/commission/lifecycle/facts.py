"""What the rules read of a request: the record in the words of the Statute. What has not come is NOT_YET."""

from __future__ import annotations

from datetime import date

from article3.commission.lifecycle.application import Wish
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.sharing import Item, Shared
from article3.commission.lifecycle.timetable import received_on
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.terms.facts_commission import CommissionDecisionFacts, CommissionRequestFacts, RequestKind
from article3.terms.facts_disclosure import ChamberFacts, DisclosureFacts, RevisionFacts
from article3.terms.finding import Finding, Outcome
from article3.terms.happening import NOT_YET, Happening

OF_ADMISSIBILITY = ("CCF-29", "CCF-30-1", "CCF-30-2", "CCF-30-3", "CCF-30-4")
_KINDS = {Wish.ACCESS: RequestKind.ACCESS, Wish.CORRECTION: RequestKind.CORRECTION}


def request_facts(request: CommissionRequest) -> CommissionRequestFacts:
    """One request until it is decided."""
    said, seen, days = request.application, request.papers, request.days
    asked = next((question for question in request.questions if question.open), None)
    blocks = [measure.ordered_on for measure in request.measures if measure.urgency is not None]
    more = bool(request.extension or request.pauses)
    return CommissionRequestFacts(
        kind=_KINDS.get(said.wish, RequestKind.DELETION) if said.wish else None, sent_by=said.sent_by,
        through_portal=True, reached_another_service=False, written_in_police_files=False,
        identity_document=seen.identity_document, document_unredacted=seen.document_unredacted,
        document_shows_name_birth_photo=seen.document_shows_name_birth_photo,
        power_of_attorney=seen.power_of_attorney, proof_of_standing=seen.proof_of_standing, signed=seen.signed,
        language=said.language, purpose_stated=seen.purpose_stated, fee_asked=False,
        received_on=received_on(request), acknowledged_on=_or_not_yet(days.acknowledged_on),
        admissibility_answered_on=_or_not_yet(days.admissibility_answered_on),
        admissible_on=_or_not_yet(days.admissible_on), existence_checked_on=_or_not_yet(days.existence_checked_on),
        examination_began_on=_or_not_yet(days.examination_began_on),
        secretariat_consulted_on=_or_not_yet(days.secretariat_consulted_on),
        secretariat_notified_on=_or_not_yet(days.secretariat_notified_on),
        secretariat_assessed_on=_or_not_yet(days.secretariat_assessed_on), decided_on=_or_not_yet(days.decided_on),
        extended=more, extension_reason=_why_longer(request), applicant_told_of_extension=more or None,
        question_asked_on=asked.asked_on if asked else NOT_YET, question_due_on=asked.due_on if asked else None,
        question_answered_on=NOT_YET if asked else None, silence_recorded=asked.silence_recorded if asked else None,
        provisional_measure_on=min(blocks) if blocks else NOT_YET)


def decision_facts(request: CommissionRequest) -> CommissionDecisionFacts:
    """The decision, as far as there is one."""
    draft = request.decision or request.draft
    return CommissionDecisionFacts(
        written=bool(draft and draft.reasons), reasons_given=bool(draft and draft.reasons.strip()),
        outcome=draft.outcome if draft else None, remedies=draft.remedies if draft else frozenset(),
        source_deleted_before_decision=any(found.ended_on for found in request.identified),
        finding_offered=request.ruling_offered_on is not None, watch_kept=True)


def disclosure_facts(item: Item) -> DisclosureFacts:
    """One item of information."""
    told = item.settled_on if item.shared in (Shared.OPEN, Shared.GIST) else NOT_YET
    return DisclosureFacts(
        disclosed_on=told, owner_consulted_on=_or_not_yet(item.owner_asked_on),
        restricted=None if item.shared is None else item.shared is not Shared.OPEN, ground=item.ground,
        reason_given=bool(item.owner_reason) if item.owner_objects else None,
        summary_considered=bool(item.gist or item.because) if item.shared else None,
        marked_by_applicant=False, passed_on=False)


def chamber_facts(request: CommissionRequest) -> ChamberFacts:
    """Who sits in this case, and which countries are involved."""
    seated = (*request.members, *((request.rapporteur,) if request.rapporteur else ()))
    return ChamberFacts(sitting_nationalities=frozenset(member.nationality for member in seated),
                        countries_involved=frozenset(request.countries))


def admissibility(request: CommissionRequest, on: date) -> tuple[Finding, ...]:
    """What the provisions on admissibility say of the request today."""
    found = assess(request_facts(request), on, subject=Subject.COMMISSION_REQUEST).findings
    return (*(finding for finding in found if finding.rule in OF_ADMISSIBILITY), *on_revision(request, on))


def on_revision(request: CommissionRequest, on: date) -> tuple[Finding, ...]:
    """What the rules say of a request for revision: a new fact, in time; nothing of any other request."""
    if request.application.wish is not Wish.REVISION:
        return ()
    said, seen = request.application.new_fact, request.papers
    known = None if seen.fact_unknown_then is None else not seen.fact_unknown_then
    facts = RevisionFacts(new_fact=bool(said.what.strip()), known_at_decision=known, filed_on=received_on(request),
                          could_change_result=seen.fact_could_change, discovered_on=said.discovered_on)
    return assess(facts, on, subject=Subject.REVISION).findings


def procedure(request: CommissionRequest, on: date) -> tuple[Finding, ...]:
    """What the other provisions on a request say today: what is late, what is owed, what is in order."""
    found = assess(request_facts(request), on, subject=Subject.COMMISSION_REQUEST).findings
    return tuple(finding for finding in found
                 if finding.rule not in OF_ADMISSIBILITY and finding.outcome is not Outcome.MET)


def _why_longer(request: CommissionRequest) -> str | None:
    if request.extension:
        return request.extension.because
    return request.pauses[-1].reason.value if request.pauses else None


def _or_not_yet(day: date | None) -> Happening:
    return NOT_YET if day is None else day
