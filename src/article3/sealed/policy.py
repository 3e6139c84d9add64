"""What the refugee policy says of one file and one attestation, by the provisions of `law/refugees`."""

from __future__ import annotations

from datetime import date

from article3.law.parameters import parameter
from article3.law.refugees.conditions import policy_reaches
from article3.terms.communication import BureauCode, CountryCode
from article3.terms.facts_protection import Confirmer, ProtectionFacts, ProtectionStatus
from article3.terms.sealed import Attestation, ProtectionUse, Sameness, Standing, Verdict

UNHCR = "protection:UN"


def verdict(known: Attestation, source: BureauCode, sameness: Sameness, on: date) -> Verdict:
    """Protected: it must not be out. Ask: a named officer answers first, and it does not go out meanwhile."""
    standing = known.standing(on)
    if standing is None or sameness is Sameness.NOT_SAME or ProtectionUse.BLOCK not in known.uses:
        return Verdict.NONE
    if CountryCode(source) not in known.against:
        return Verdict.NONE  # other countries are judged as usual (REF-7)
    reached = _reached(known, standing, source, on)
    if reached is not Verdict.PROTECTED or sameness is not Sameness.UNSURE:
        return reached
    return Verdict.ASK


def warns_host(known: Attestation, bureau: BureauCode, on: date) -> bool:
    """Whether the attesting country's own bureau is to be stopped before it passes anything on about the person."""
    standing = known.standing(on)
    own = known.authority == f"protection:{bureau}" and ProtectionUse.WARN_HOST in known.uses
    return own and standing is not None and standing.status not in (
        ProtectionStatus.REFUSED, ProtectionStatus.WITHDRAWN, ProtectionStatus.EXCLUDED, ProtectionStatus.NONE)


def facts(known: Attestation, standing: Standing, source: BureauCode) -> ProtectionFacts:
    """What the provisions read, of one person and one requesting country."""
    assert standing.confirmed_at is not None
    return ProtectionFacts(
        status=standing.status, confirmed_on=standing.confirmed_at.date(), requester=CountryCode(source),
        confirmed_by=Confirmer.UNHCR if known.authority == UNHCR else Confirmer.NATIONAL_AUTHORITY,
        country_of_fear=CountryCode(source), grant_directed_against_requester=known.directed, kept_apart=True,
        readers_named=True, reads_recorded=True)


def _reached(known: Attestation, standing: Standing, source: BureauCode, on: date) -> Verdict:
    if standing.status is ProtectionStatus.PENDING_CLAIM:
        return Verdict.ASK  # a block is considered, nothing is deleted by itself (REF-9)
    if standing.status is ProtectionStatus.NATURALISED:
        return Verdict.ASK if parameter("refugees.naturalised", on) == "asked" else Verdict.NONE
    reached = policy_reaches(facts(known, standing, source), on)
    return {True: Verdict.PROTECTED, False: Verdict.NONE, None: Verdict.ASK}[reached]
