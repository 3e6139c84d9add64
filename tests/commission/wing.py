"""What the wing's tests stand on: its people, a bureau's record, an application, and the rounds in between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from article3 import wiring as organization
from article3.acts.send_diffusion import SendDiffusion
from article3.commission import office, wiring
from article3.commission.acts.assign_members import AssignMembers
from article3.commission.acts.identify_data import IdentifyData
from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility
from article3.commission.lifecycle.application import Application, PersonConcerned, Wish
from article3.commission.lifecycle.request import Papers
from article3.commission.lifecycle.ruling import Draft
from article3.line import enrolment
from article3.officers import roll
from article3.terms.communication import Aim, Channel, Communication, Level, Name, Person
from article3.terms.dates import partial_date
from article3.terms.facts_commission import CommissionOutcome, Remedy, SentBy, WorkingLanguage
from article3.terms.reasons import Ground
from article3.terms.sitting import MandateRole

IN_ORDER = Papers(identity_document=True, document_unredacted=True, document_shows_name_birth_photo=True, signed=True,
                  purpose_stated=True)


def seat(code: str, role: MandateRole, nationality: str = "XF") -> Any:
    """A sitting in a seat of the Organization."""
    roll.open_seat(code, code)
    officer = roll.enrol(f"somebody.{code}.{role}".lower(), nationality=nationality)
    roll.give_mandate(officer, code, role, clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
    return roll.sitting_of(officer, code)


def furnished() -> SimpleNamespace:
    """The wing, the Secretariat and three bureaus in one installation."""
    reviewer = seat("secretariat", MandateRole.LEAD, "XG")
    bureaus = {code: seat(f"bureau:{code}", MandateRole.BUREAU_LEAD, code) for code in ("XB", "XC", "XD")}
    wing = office.furnish()
    enrolment.seat_everybody(since=datetime.now(UTC) - timedelta(days=1))
    office.connect()
    return SimpleNamespace(wing=wing, desk=wing.desk, members=wing.members, reviewer=reviewer, bureaus=bureaus)


def diffusion(world: Any, **changes: Any) -> str:
    """A diffusion of XC about one invented man, at its recipients."""
    reference = organization.new_reference()
    person = Person(names=(Name(family="Selen", given="Vortan"),), nationalities=("XB",),
                    birth_dates=(partial_date("1980-03-02"),))
    sent = Communication(**{"reference": reference, "channel": Channel.DIFFUSION, "source": "XC", "aim": Aim.LOCATE,
                            "recipients": ("XB", "XD"), "person": person,
                            "facts_summary": "Robbery of a jeweller in Port Selen."} | changes)
    organization.perform(SendDiffusion(communication=sent), sitting=world.bureaus["XC"])
    organization.open_gateway()
    return reference


def application(wish: Wish = Wish.DELETION, **changes: Any) -> Application:
    """What the man wrote."""
    said: dict[str, Any] = {
        "wish": wish, "language": WorkingLanguage.ENGLISH, "sent_by": SentBy.PERSON, "purpose": "Delete it.",
        "person": PersonConcerned(family_name="Selen", given_names="Vortan", nationality="XB"),
        "summary": "The charge is political.", "source_may_know": False}
    return Application(**said | changes)


def sent(world: Any, said: Application | None = None, *, at: datetime | None = None) -> tuple[str, str]:
    """A request that was sent: its receipt code and its reference."""
    code = wiring.submit(said or application(), (), at=at)
    found = wiring.own_request(code)
    assert found is not None
    return code, found.reference


def admitted(world: Any, reference: str, *, at: datetime | None = None) -> None:
    """Ruled admissible."""
    order = RuleOnAdmissibility(reference=reference, papers=IN_ORDER, admissible=True)
    wiring.perform(order, sitting=world.desk, at=at)


def identified(world: Any, reference: str, *files: str, at: datetime | None = None) -> None:
    """The files found are entered; none where there are none."""
    found = tuple(wiring.identified(world.desk, reference, file) for file in files)
    wiring.perform(IdentifyData(reference=reference, found=found), sitting=world.desk, at=at)


def seated(world: Any, reference: str, *, at: datetime | None = None) -> list[Any]:
    """Five members sit, the first reports; their sittings."""
    free = [each for each, _ in wiring.free_members(wiring.request(world.desk, reference))][:5]
    wiring.perform(AssignMembers(reference=reference, rapporteur=free[0], members=tuple(free)), sitting=world.desk,
                   at=at)
    sits = {sitting.officer: sitting for sitting in world.members}
    return [sits[each.officer] for each in free]


def draft(by: Any, *, told: bool = True, outcome: CommissionOutcome = CommissionOutcome.NOT_COMPLIANT,
          remedies: frozenset[Remedy] = frozenset({Remedy.DELETE}), text: str = "", on: date | None = None) -> Draft:
    """What the rapporteur proposes."""
    return Draft(outcome=outcome, remedies=remedies, grounds=(Ground.POLITICAL_CHARACTER,), text=text,
                 reasons="The charge rests on an article.", by=by.officer, on=on or date(2026, 3, 2),
                 data_may_be_told=told)
