"""Rules of particular countries the index names: United States, United Kingdom, EU and Schengen states."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import together, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Concerns, Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_national import NationalUseFacts, Regime, Use
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET

DIRECTIVE = date(2023, 9, 29)
"""ICE Directive 15006.1."""


def _under(regime: Regime, *uses: Use) -> Concerns:
    """Concerns uses under one law, or whose law or kind nobody has stated."""
    def concerns(facts: NationalUseFacts) -> bool:
        return facts.regime in (None, regime) and (not uses or facts.use in (None, *uses))
    return concerns


def _said(fact: bool | None, *, question: str, yes: str, no: str) -> Ruling:
    return yes_or_no(fact, question=question, yes=yes, no=no, of=Asked.OTHER_BUREAU)


@provision("NAT-US-1", reads=("treaty", "provisional_arrest_asked", "national_warrant"),
           concerns=_under(Regime.US_JUSTICE, Use.ARREST), subject=Subject.NATIONAL_USE)
def us_arrest_needs_treaty_request_and_warrant(facts: NationalUseFacts, on: date) -> Ruling:
    """United States: no arrest on a notice alone; treaty, request for provisional arrest and warrant come first."""
    return together(
        _said(facts.treaty, question="Is there an extradition treaty with the requesting country?",
              yes="There is a treaty.", no="There is no treaty with the requesting country."),
        _said(facts.provisional_arrest_asked,
              question="Did the requesting country ask for provisional arrest by the treaty's channel?",
              yes="Provisional arrest was asked for.", no="Nobody asked for provisional arrest."),
        _said(facts.national_warrant, question="Has a judge issued a warrant?", yes="A judge issued a warrant.",
              no="There is no warrant of a judge."))


@provision("NAT-US-2", reads=("other_basis",), since=DIRECTIVE, concerns=_under(Regime.US_IMMIGRATION),
           subject=Subject.NATIONAL_USE)
def us_immigration_does_not_rely_on_it_alone(facts: NationalUseFacts, on: date) -> Ruling:
    """United States immigration: nobody relies exclusively on a notice or diffusion."""
    return _said(facts.other_basis, question="What beside the notice carries the action?",
                 yes="The action has another basis.", no="The action relies on the notice alone.")


@provision("NAT-US-3", reads=("verified_active_on", "use_on"), since=DIRECTIVE,
           concerns=_under(Regime.US_IMMIGRATION), subject=Subject.NATIONAL_USE)
def us_immigration_verifies_it_is_active(facts: NationalUseFacts, on: date) -> Ruling:
    """United States immigration: that the notice is still active is verified before it is used."""
    if facts.verified_active_on is NOT_YET:
        return not_met("Nobody verified that the notice is still active.")
    if facts.verified_active_on is None or facts.use_on is None:
        return ask("On what day was the notice used, and when was it verified to be active?", Asked.OTHER_BUREAU)
    if facts.verified_active_on > facts.use_on:
        return not_met(f"Used on {written(facts.use_on)}, verified only on {written(facts.verified_active_on)}.")
    return met(f"Verified to be active on {written(facts.verified_active_on)}.")


@provision("NAT-US-4", reads=("abuse_checked", "supervisor_approved"), since=DIRECTIVE,
           concerns=_under(Regime.US_IMMIGRATION), subject=Subject.NATIONAL_USE)
def us_immigration_checks_for_abuse(facts: NationalUseFacts, on: date) -> Ruling:
    """United States immigration: a first check for abuse, and a supervisor's approval."""
    return together(
        _said(facts.abuse_checked, question="Was the notice looked at for signs of abuse?",
              yes="Looked at for signs of abuse.", no="Nobody looked for signs of abuse."),
        _said(facts.supervisor_approved, question="Did a supervisor approve the use?", yes="A supervisor approved.",
              no="No supervisor approved the use."))


@provision("NAT-US-5", reads=("documents_held", "bureau_permission"), since=DIRECTIVE,
           concerns=_under(Regime.US_IMMIGRATION, Use.PROCEEDINGS), subject=Subject.NATIONAL_USE)
def us_proceedings_need_documents_and_permission(facts: NationalUseFacts, on: date) -> Ruling:
    """United States immigration: underlying documents and the US bureau's permission before use in proceedings."""
    return together(
        _said(facts.documents_held, question="Are the underlying documents at hand?", yes="The documents are at hand.",
              no="The underlying documents are not at hand."),
        _said(facts.bureau_permission, question="Did the bureau permit the use in proceedings?",
              yes="The bureau permitted it.", no="The bureau did not permit the use in proceedings."))


@provision("NAT-US-6", reads=("other_basis",), since=date(2021, 12, 27),
           concerns=_under(Regime.US_JUSTICE, Use.EXTRADITION), subject=Subject.NATIONAL_USE)
def us_extradition_not_on_a_notice_alone(facts: NationalUseFacts, on: date) -> Ruling:
    """United States: nobody is extradited solely on a notice or diffusion (NDAA FY2022 s. 6503)."""
    return _said(facts.other_basis, question="What beside the notice supports the extradition?",
                 yes="The extradition has another basis.", no="The extradition rests solely on the notice.")


@provision("NAT-UK-1", reads=("certificate", "territory_specified", "offence_penalty_months",
                              "seriousness_appropriate", "arrests_under_certificate"),
           since=date(2020, 10, 22), concerns=_under(Regime.UK, Use.ARREST), subject=Subject.NATIONAL_USE)
def uk_arrest_needs_a_certificate(facts: NationalUseFacts, on: date) -> Ruling:
    """United Kingdom: arrest without warrant only under a certificate: specified territory, serious, once."""
    if facts.arrests_under_certificate is not None and facts.arrests_under_certificate > 1:
        return not_met(f"{facts.arrests_under_certificate} arrests under one certificate; it allows one.")
    least = parameter("national.uk_offence_min_months", on)
    months = facts.offence_penalty_months
    return together(
        _said(facts.certificate, question="Did the designated authority certify the request?",
              yes="The request is certified.", no="There is no certificate."),
        _said(facts.territory_specified, question="Is the requesting territory a specified one?",
              yes="The territory is specified.", no="The requesting territory is not specified."),
        _said(None if months is None else months >= least, question="What penalty does the offence carry in the UK?",
              yes=f"The offence carries {months} month{'s' if months != 1 else ''}.",
              no=f"The offence carries {months} month{'s' if months != 1 else ''}, not {least}."),
        _said(facts.seriousness_appropriate, question="Does the seriousness of the conduct make arrest appropriate?",
              yes="Its seriousness makes arrest appropriate.", no="Its seriousness does not make arrest appropriate."),
        met("One arrest at most.") if facts.arrests_under_certificate is not None else
        ask("How often was the person arrested under this certificate?", Asked.OTHER_BUREAU))


@provision("NAT-EU-1", reads=("final_decision_in_area", "same_acts"), since=date(2021, 5, 12),
           concerns=_under(Regime.EU_SCHENGEN, Use.ARREST), subject=Subject.NATIONAL_USE)
def eu_no_arrest_after_a_final_judgment(facts: NationalUseFacts, on: date) -> Ruling:
    """EU and Schengen: no provisional arrest once a final judgment there disposed of the same acts (C-505/19)."""
    if facts.final_decision_in_area is False or facts.same_acts is False:
        return met("No final judicial decision of an EU or Schengen state has disposed of the same acts.")
    if facts.final_decision_in_area is None or facts.same_acts is None:
        return ask("Has a final judicial decision of an EU or Schengen state disposed of the same acts?",
                   Asked.OTHER_BUREAU)
    return not_met("A final judicial decision of an EU or Schengen state has disposed of the same acts.")
