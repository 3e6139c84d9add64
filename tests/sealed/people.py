"""Who comes to the sealed files in the tests: two officers of an authority, a custodian; and what they say."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.sealed.words import Entry
from article3.terms.communication import Person
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.sealed import ProtectionUse
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring import protection
from tests.desk import DAY, murder, sitting


def authority(name: str, country: str = "XB") -> Sitting:
    """An officer of a country's refugee authority; `UN` is UNHCR's."""
    return sitting(f"{name}-{country}", country, MandateRole.ATTESTING, f"protection:{country}")


ENTERS, CONFIRMS = authority("enters"), authority("confirms")
CUSTODIAN = sitting("custodian", "XD", MandateRole.CUSTODIAN, "custodian")
IKO = murder().person


def entry(person: Person | None = IKO, **changes: Any) -> Entry:
    """Iko Vortan was granted asylum in XB from persecution in XA."""
    said: dict[str, Any] = {"status": ProtectionStatus.REFUGEE, "against": ("XA",), "uses": frozenset(ProtectionUse),
                            "directed": False, "evidence": "Decision 17/2025", "since": date(2025, 6, 1)}
    assert person is not None
    return Entry(person=person, **(said | changes))


def attested(person: Person | None = IKO, at: Any = DAY, by: Sitting = ENTERS, second: Sitting = CONFIRMS,
             **changes: Any) -> str:
    """Entered by one officer, confirmed by another."""
    [id] = protection.attest(by, entry(person, **changes), at=at)
    protection.confirm_attestation(second, id, at=at)
    return id
