"""The demo's Commission: its people, and three invented requests at different stages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from article3.commands.demo.decisions import DECISIONS
from article3.commands.demo.people import stock
from article3.commission import office, wiring
from article3.commission.acts.ask_party import AskParty
from article3.commission.acts.assign_members import AssignMembers
from article3.commission.acts.cast_vote import CastVote
from article3.commission.acts.identify_data import IdentifyData
from article3.commission.acts.order_block import OrderBlock
from article3.commission.acts.propose_ruling import ProposeRuling
from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility
from article3.commission.acts.take_up_request import TakeUpRequest
from article3.commission.lifecycle.application import Application, PersonConcerned, Urgency, Wish
from article3.commission.lifecycle.receipt_code import in_groups
from article3.commission.lifecycle.request import Asked, Papers
from article3.commission.lifecycle.ruling import Ballot, Draft
from article3.commission.office import Wing
from article3.commission.register.papers import library, unsent
from article3.terms.clocks import day_of
from article3.terms.facts_commission import CommissionOutcome, Remedy, SentBy, UrgencyGround, WorkingLanguage
from article3.terms.finding import Refused
from article3.terms.reasons import Ground
from article3.terms.sitting import Sitting

IN_ORDER = Papers(identity_document=True, document_unredacted=True, document_shows_name_birth_photo=True, signed=True,
                  purpose_stated=True)  # fmt: skip
NOBODY = PersonConcerned(family_name="Veldran", given_names="Ilse", nationality="QS")


def build(now: datetime, *, own_files: bool = True) -> tuple[Wing, list[str]]:
    """Open the seat and play the requests; the receipt codes, the latest request first.

    Without `own_files` the Secretariat is an installation elsewhere: its key is enrolled when it is known.
    """
    wing = office.furnish()
    if own_files:
        office.connect()
    files = _files(wing, now)
    codes = [_sent(NOBODY, Wish.ACCESS, now - timedelta(days=2), WorkingLanguage.ARABIC)]
    for number, row in enumerate(files):
        family, _, given = row.latin_names[0].partition(" ")
        person = PersonConcerned(family_name=family, given_names=given, nationality=row.nationalities[0])
        began = now - timedelta(days=70 - 20 * number)
        codes.insert(0, _sent(person, Wish.DELETION, began, WorkingLanguage.ENGLISH))
        _examined(wing, codes[0], row.reference, began, voted=number == 0)
    for number, (title, outcome, grounds, text) in enumerate(DECISIONS):
        library.publish(title, text, language="en", on=day_of(now) - timedelta(days=30 * number + 9),
                        outcome=CommissionOutcome(outcome), grounds=[Ground(ground) for ground in grounds])
    return wing, codes


def sign_ins(wing: Wing, codes: list[str]) -> list[list[str]]:
    """Links for the Commission's people, in the form the demo prints."""
    return [[office.SEAT, who, token] for who, token in office.sign_ins(wing)]


def begun(today: date) -> str:
    """The receipt code of a request to the Commission that somebody has begun and not sent."""
    code = wiring.new_code()
    unsent.begin(code, today)
    return code


def places(code: str) -> dict[str, str]:
    """Where the tour finds the request behind a receipt code, and the record it is about."""
    applied = wiring.own_request(code)
    assert applied is not None, "just sent"
    found = {"code": in_groups(code), "applied": str(applied.reference)}
    return found | ({"contested": str(applied.identified[0].reference)} if applied.identified else {})


def _files(wing: Wing, now: datetime) -> list[Any]:
    """Two records of the invented world that are out, found as the desk would find them."""
    found: dict[str, Any] = {}
    for family in stock("names")["Cyrl"]["family"]:
        rows = wiring.search(wing.desk, name=family, at=now)
        found |= {row.reference: row for row in rows if row.mark is None and row.nationalities and row.source == "XC"}
        if len(found) > 1:
            break
    return list(found.values())[:2]


def _sent(person: PersonConcerned, wish: Wish, at: datetime, language: WorkingLanguage) -> str:
    urgency = Urgency(ground=UrgencyGround.DETENTION) if wish is Wish.DELETION else Urgency()
    said = Application(wish=wish, language=language, sent_by=SentBy.PERSON, person=person, source_may_know=False,
                       purpose="I ask what is said about me, and that it be put right.", urgency=urgency,
                       summary="I was tried for an article. The charge hides it.",
                       signed_as=person.family_name)  # fmt: skip
    return wiring.submit(said, (), at=at)


def _examined(wing: Wing, code: str, file: Any, began: datetime, *, voted: bool) -> None:
    """Admissible, identified, assigned, blocked; the first one proposed and voted on as well."""
    found = wiring.own_request(code)
    assert found is not None, "just sent"
    reference, desk = found.reference, wing.desk
    day = iter(began + timedelta(days=number) for number in range(1, 30))

    def done(order: Any, who: Sitting) -> None:
        wiring.perform(order, sitting=who, at=next(day))

    done(TakeUpRequest(reference=reference), desk)
    done(RuleOnAdmissibility(reference=reference, papers=IN_ORDER, admissible=True), desk)
    done(IdentifyData(reference=reference, found=(wiring.identified(desk, reference, file, began),)), desk)
    found = wiring.request(desk, reference)
    free = tuple(seated for seated, _ in wiring.free_members(found))
    done(AssignMembers(reference=reference, rapporteur=free[0], members=free[:5]), desk)
    sits = {sitting.officer: sitting for sitting in wing.members}
    rapporteur = sits[free[0].officer]
    done(AskParty(reference=reference, id=wiring.new_id(), of=Asked.TASK_FORCE, about=file,
                  text="Please send your assessment of this file.",
                  due_on=day_of(began) + timedelta(days=45)), desk)  # fmt: skip
    if not voted:
        return
    done(OrderBlock(reference=reference, file=file, id=wiring.new_id(), urgency=UrgencyGround.DETENTION,
                    because="The applicant is held because of the data."), rapporteur)  # fmt: skip
    try:
        done(_draft(reference, rapporteur, began), rapporteur)
    except Refused:  # the Secretariat's assessment comes first since November 2025: the demo shows it waiting
        return
    for seated in free[:2]:
        done(CastVote(reference=reference, ballot=Ballot.FOR, reasons=""), sits[seated.officer])


def _draft(reference: Any, rapporteur: Sitting, began: datetime) -> ProposeRuling:
    draft = Draft(outcome=CommissionOutcome.NOT_COMPLIANT, remedies=frozenset({Remedy.DELETE}), text="",
                  grounds=(Ground.POLITICAL_CHARACTER,), reasons="The charge rests on an article.",
                  by=rapporteur.officer, on=day_of(began), data_may_be_told=True)  # fmt: skip
    return ProposeRuling(reference=reference, draft=draft)
