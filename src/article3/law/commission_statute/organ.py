"""The Commission as an organ: independence, access, composition, report, publication (Constitution 36; Statute)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_disclosure import ChamberFacts, CommissionReportFacts, Field
from article3.terms.facts_operation import ActingFor, OperationFacts
from article3.terms.finding import Asked

COMMISSION = Asked.COMMISSION
REQUESTS_CHAMBER = frozenset({Field.DATA_PROTECTION, Field.POLICE_COOPERATION, Field.INTERNATIONAL_CRIMINAL_LAW,
                              Field.HUMAN_RIGHTS, Field.SENIOR_JUDGE_OR_PROSECUTOR})
ADVISORY_CHAMBER = frozenset({Field.CHAIR, Field.DATA_PROTECTION, Field.INFORMATION_TECHNOLOGY})
COUNTED_BY = frozenset({"kind", "outcome", "delay"})


@provision("CON-36", reads=("acting_for", "needed", "granted"), subject=Subject.OPERATION)
def commission_reads_what_it_needs(facts: OperationFacts, on: date) -> Ruling:
    """The Commission is independent and reads all data it needs for its work."""
    if facts.acting_for is None:
        return ask("For whom was the operation done?")
    if facts.acting_for is not ActingFor.COMMISSION:
        return met("The operation was not the Commission's.")
    if facts.needed is None:
        return ask("Does the Commission need the data for its work? It alone can say.", COMMISSION)
    if not facts.needed:
        return met("The Commission did not need the data.")
    return yes_or_no(facts.granted, question="Was the Commission given the data?", yes="It was given the data.",
                     no="The Commission was refused data it needs.", of=COMMISSION)


@provision("CCF-19", reads=("acting_for", "restricted_from_reader", "granted"), subject=Subject.OPERATION)
def commission_has_full_access(facts: OperationFacts, on: date) -> Ruling:
    """The Commission has full access to the information system; no restriction of a source binds it."""
    if facts.acting_for is None:
        return ask("For whom was the operation done?")
    if facts.acting_for is not ActingFor.COMMISSION:
        return met("The operation was not the Commission's.")
    if facts.granted is False and facts.restricted_from_reader:
        return not_met("A restriction of the source was held against the Commission.")
    return yes_or_no(facts.granted, question="Was the Commission let in?", yes="The Commission was let in.",
                     no="The Commission was refused access.", of=COMMISSION)


@provision("CCF-8", reads=("members", "requests_chamber", "requests_chamber_all_lawyers", "advisory_chamber"),
           subject=Subject.CHAMBER)
def seven_members_in_two_chambers(facts: ChamberFacts, on: date) -> Ruling:
    """Seven members: five lawyers of named fields decide requests; chair, data and IT experts advise."""
    count = parameter("commission.members_count", on)
    if facts.members is not None and facts.members != count:
        return not_met(f"The Commission has {facts.members} members; it must have {count}.")
    for chamber, has, needs in (("Requests Chamber", facts.requests_chamber, REQUESTS_CHAMBER),
                                ("advisory chamber", facts.advisory_chamber, ADVISORY_CHAMBER)):
        if has and needs - has:
            return not_met(f"The {chamber} lacks: {', '.join(sorted(needs - has)).replace('_', ' ')}.")
    if facts.requests_chamber_all_lawyers is False:
        return not_met("A member of the Requests Chamber is not a lawyer.")
    if None in (facts.members, facts.requests_chamber_all_lawyers) or not (
            facts.requests_chamber and facts.advisory_chamber):
        return ask("Who are the members, and which field does each stand for in each chamber?", COMMISSION)
    return met("Seven members; every field of both chambers is held.")


@provision("CCF-14", reads=("sitting_nationalities", "countries_involved"), subject=Subject.CHAMBER)
def members_stand_aside(facts: ChamberFacts, on: date) -> Ruling:
    """A member stands aside where the member's own country is involved."""
    if not facts.sitting_nationalities or not facts.countries_involved:
        return ask("What are the nationalities of the members who sit, and which countries are involved?", COMMISSION)
    own = facts.sitting_nationalities & facts.countries_involved
    if own:
        return not_met(f"A member of an involved country sits: {', '.join(sorted(own))}.")
    return met("No member of an involved country sits.")


@provision("CCF-43", reads=("year", "presented_on", "counts"), subject=Subject.COMMISSION_REPORT)
def yearly_report(facts: CommissionReportFacts, on: date) -> Ruling:
    """Every year the Commission reports to the Assembly, with counts by kind, outcome and delay."""
    if facts.year is None or not facts.counts:
        return ask("Which year does the report cover, and by what does it count?", COMMISSION)
    missing = sorted(COUNTED_BY - facts.counts)
    if missing:
        return not_met(f"The report does not count by {', '.join(missing)}.")
    # The Assembly meets once a year: the report on a year is due before the next one ends.
    return within(f"the report on {facts.year}", due=date(facts.year + 1, 12, 31), done=facts.presented_on, on=on,
                  of=COMMISSION)


@provision("CCF-44", reads=("published", "anonymised", "reason_not_published"), subject=Subject.COMMISSION_REPORT)
def decisions_are_published(facts: CommissionReportFacts, on: date) -> Ruling:
    """Decisions and reports are published where possible, anonymised."""
    if facts.published is None:
        return ask("Was the decision or report published?", COMMISSION)
    if not facts.published:
        return met(f"Not published: {facts.reason_not_published}.") if facts.reason_not_published else \
            ask("Why can the decision or report not be published?", COMMISSION)
    return yes_or_no(facts.anonymised, question="Was it anonymised before publication?",
                     yes="Published and anonymised.", no="Published with what identifies a person.", of=COMMISSION)


