"""From a communication to the flat facts the provisions read: computed once, stated never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from article3.law.offences import classify
from article3.terms.circumstances import Circumstances
from article3.terms.communication import (
    Aim,
    Channel,
    Charge,
    Colour,
    Communication,
    JudicialPaper,
    Person,
    PersonalAct,
)
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Classification, Matter, OffenceKind

UNKNOWN_AROUND = Circumstances()
"""Nothing known around the communication."""

_JOINED = frozenset({"roles", "sensitive_classes", "in_absentia", "time_barred", "extradition_refused"})
"""Facts that both the communication and its surroundings speak to."""
_ALONGSIDE = tuple(field.name for field in fields(Circumstances) if field.name not in _JOINED)
_NEEDS_NO_PERSON = frozenset({Colour.PURPLE, Colour.ORANGE, Colour.WORKS_OF_ART, Colour.SILVER, Colour.OTHER_SPECIAL})
_NEEDS_A_PERSON = frozenset({Aim.ARREST, Aim.LOCATE, Aim.IDENTIFY, None})
YEARS_A_LISTED_BIRTH_MAY_SPAN = 20
"""Years of birth further apart than that identify nobody."""
_WARRANT_KINDS = ("arrest_warrant", "judgment", "indictment", "other")


def brief(communication: Communication, circumstances: Circumstances | None, on: date,
          classification: Sequence[Classification] | None = None) -> CommunicationFacts:
    """The facts of one communication on the day `on`; `circumstances` None: nothing known around it.

    `classification` holds one classification per charge when they are already known; without it each charge is
    classified here (which remembers the latest texts). Nothing absent is filled in: None, "" and () stay "not known".
    """
    circumstances = circumstances or UNKNOWN_AROUND
    classified = _classified(communication.charges) if classification is None else tuple(classification)
    known: dict[str, Any] = {name: getattr(circumstances, name) for name in _ALONGSIDE}
    known.update(_of_the_communication(communication))
    known.update(_of_the_person(communication.person, circumstances, on,
                                listed=communication.colour is Colour.UN_SPECIAL))
    known.update(_of_the_charges(communication.charges, classified))
    known.update(_of_the_acts(communication.charges))
    known.update(_of_the_papers(communication.papers, circumstances))
    known["time_barred"] = _time_barred(communication.charges, circumstances, on)
    known["extradition_refused"] = True if circumstances.extradition_refused_by else circumstances.extradition_refused
    known["person_given"] = _person_given(communication)
    return CommunicationFacts(**known)


def _classified(charges: tuple[Charge, ...]) -> tuple[Classification, ...]:
    return tuple(classify(charge.text, charge.translation) for charge in charges)


def _of_the_communication(sent: Communication) -> dict[str, Any]:
    return {
        "channel": sent.channel, "colour": sent.colour, "aim": sent.aim, "source": sent.source,
        "purpose": sent.purpose, "recipients": sent.recipients, "level": sent.level, "language": sent.language,
        "retention_months": sent.retention_months, "made_on": sent.made_on, "legal_basis": sent.legal_basis,
        "collecting_authority": sent.collecting_authority, "interest": sent.interest,
        "cross_border_link": sent.cross_border_link, "reason_for_diffusion": sent.reason_for_diffusion,
        "declarations": frozenset(said.what for said in sent.declarations if said.officer),
        "public_extract_consent": sent.public_extract_consent, "text": sent.text or sent.subject,
        "un_reference": sent.un_reference, "agreement": sent.agreement, "event_date": sent.event_date,
        "event_place": sent.event_place, "wanted_for": sent.wanted_for, "facts_summary": sent.facts_summary,
        "seeks_extradition": sent.seeks_extradition, "extradition_authority": sent.extradition_authority,
    }


def _of_the_person(person: Person | None, around: Circumstances, on: date, *, listed: bool) -> dict[str, Any]:
    if person is None:
        return {"roles": around.roles, "sensitive_classes": around.sensitive_classes}
    name = person.names[0] if person.names else None
    biometric = {"biometrics"} if person.fingerprints or person.dna_profile else set()
    return {
        "person_status": person.status,
        "family_name": (name.family or name.latin_family) if name else "",
        "given_name": (name.given or name.latin_given) if name else "",
        "sex": person.sex,
        "birth_year": _birth_year(person, YEARS_A_LISTED_BIRTH_MAY_SPAN if listed else 1),
        "age_years": _age_years(person, on),
        "minor": person.minor, "nationalities": person.nationalities, "photograph": person.photograph,
        "description": person.description, "dna_profile": person.dna_profile or None,
        "fingerprints": person.fingerprints or None,
        "identity_document": person.documents[0].number if person.documents else "",
        "further_identity": _further_identity(person),
        "roles": frozenset(role.kind for role in person.roles) | around.roles,
        "sensitive_classes": around.sensitive_classes | biometric,
        "sensitive_necessity": around.sensitive_necessity, "sensitive_marked": around.sensitive_marked,
    }


def _person_given(sent: Communication) -> bool | None:
    """False only where a communication may do without a person; elsewhere a missing person is something to ask for."""
    if sent.person is not None:
        return True
    if sent.channel is Channel.NOTICE_REQUEST:
        entity = sent.colour is Colour.UN_SPECIAL and bool(sent.subject)  # sanctions are on entities too (RPD 95)
        return False if entity or sent.colour in _NEEDS_NO_PERSON else None
    return None if sent.channel is Channel.DIFFUSION and sent.aim in _NEEDS_A_PERSON else False


def _birth_year(person: Person, span: int) -> int | None:
    """The one year of birth; of several within the span the first: the Security Council states possible ones."""
    years = [birth.year for birth in person.birth_dates]
    known = [year for year in years if year is not None]
    near = known and len(known) == len(years) and max(known) - min(known) < span
    return min(known) if near else None


def _age_years(person: Person, on: date) -> int | None:
    """The lowest age the birth dates allow: whoever may still be a child is asked about as one."""
    if not person.birth_dates:
        return None
    latest = max(birth.latest for birth in person.birth_dates)
    return on.year - latest.year - ((on.month, on.day) < (latest.month, latest.day))


def _further_identity(person: Person) -> tuple[str, ...]:
    found = []
    if len(person.names) > 1:
        found.append("alias")
    if person.parents:
        found.append("name of a parent")
    if person.distinguishing_marks or person.description:
        found.append("description")
    if person.dna_profile:
        found.append("DNA profile")
    if person.fingerprints:
        found.append("fingerprints")
    return tuple(found)


def _of_the_charges(charges: tuple[Charge, ...], classified: tuple[Classification, ...]) -> dict[str, Any]:
    kinds = tuple(frozenset(one.kinds) for one in classified)
    matters = tuple(frozenset(one.matters) for one in classified)
    stated = [charge.penalty_max_months for charge in charges if charge.penalty_max_months is not None]
    worse = [charge.penalty_worse for charge in charges if charge.penalty_worse]
    all_kinds: frozenset[OffenceKind] = frozenset().union(*kinds)
    all_matters: frozenset[Matter] = frozenset().union(*matters)
    return {
        "charges": tuple(charge.text for charge in charges), "offence_kinds": all_kinds, "matters": all_matters,
        "charge_kinds": kinds, "charge_matters": matters,
        "charge_penalties_months": tuple(charge.penalty_max_months for charge in charges),
        "penalty_max_months": max(stated, default=None),
        "penalty_worse": "death" if "death" in worse else worse[0] if worse else "",
        "charges_without_penalty": _count(charges, [_no_penalty(charge) for charge in charges]),
        "sentence_months": max((c.sentence_months for c in charges if c.sentence_months is not None), default=None),
        "remaining_months": max((c.remaining_months for c in charges if c.remaining_months is not None), default=None),
        "law_references": tuple(charge.law_reference for charge in charges if charge.law_reference),
        "charges_without_law": _count(charges, [not charge.law_reference for charge in charges]),
        "law_wordings": tuple(charge.law_wording for charge in charges if charge.law_wording),
    }


def _no_penalty(charge: Charge) -> bool:
    return charge.penalty_max_months is None and not charge.penalty_worse


def _count(charges: tuple[Charge, ...], marks: list[bool]) -> int | None:
    return sum(marks) if charges else None


def _of_the_acts(charges: tuple[Charge, ...]) -> dict[str, Any]:
    missing = tuple(f"charge {number}: {gap}" for number, charge in enumerate(charges, 1)
                    for gap in _gaps(charge.acts))
    described = sum(1 for charge in charges if charge.acts and not _gaps(charge.acts))
    return {"acts_described": described if charges else None, "acts_missing": missing}


def _gaps(acts: tuple[PersonalAct, ...]) -> tuple[str, ...]:
    """What no act of this charge says; one complete act is enough to say what the person did."""
    if not acts:
        return ("no act of this person",)
    gaps = [tuple(name for name, value in (("what", act.what), ("when", act.when), ("where", act.where)) if not value)
            for act in acts]
    return min(gaps, key=len)


def _of_the_papers(papers: tuple[JudicialPaper, ...], around: Circumstances) -> dict[str, Any]:
    absent = [paper.in_absentia for paper in papers if paper.in_absentia is not None]
    in_absentia = around.in_absentia if around.in_absentia is not None else (any(absent) if absent else None)
    if not papers:
        return {"in_absentia": in_absentia}
    paper = min(papers, key=lambda each: _WARRANT_KINDS.index(each.kind) if each.kind in _WARRANT_KINDS else 9)
    return {
        "in_absentia": in_absentia, "warrant_kind": paper.kind, "warrant_court": paper.court,
        "warrant_number": paper.number, "warrant_issuer": paper.issuer_type, "warrant_date": paper.date,
        "warrant_valid_until": paper.valid_until, "warrant_copy": paper.copy,
    }


def _time_barred(charges: tuple[Charge, ...], around: Circumstances, on: date) -> bool | None:
    """True when every charge's limitation day has passed; the source's own statement comes first."""
    if around.time_barred is not None:
        return around.time_barred
    bars = [charge.time_bar for charge in charges]
    if not bars or None in bars:
        return None
    return all(bar < on for bar in bars if bar is not None)
