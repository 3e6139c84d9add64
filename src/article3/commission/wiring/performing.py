"""An act of the Commission in one transaction on its own database; its letters leave at once and again until they are
taken in."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.commission.acts.mandates import ACTS, WITH_POST, allows, in_the_wing
from article3.commission.lifecycle.chamber import MEASURE_OF
from article3.commission.lifecycle.procedure import hindered
from article3.commission.lifecycle.request import CommissionRequest, Seated, Stage
from article3.commission.register import shelf
from article3.commission.register.post import Post
from article3.commission.register.router import COMMISSION
from article3.commission.register.shelf import Line, NotFound
from article3.commission.wiring.letters import NoLine, carry
from article3.officers import roll
from article3.terms.communication import CountryCode
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting

SEAT = SeatCode("commission")
SESSION = 150
"""How many requests a session's list holds."""
WAITING = (Stage.RECEIVED, Stage.ADMISSIBLE, Stage.PROPOSED, Stage.DECIDED)


def new_id() -> str:
    """A fresh random id (128 bit)."""
    return secrets.token_hex(16)


def perform(order: Any, *, sitting: Sitting, at: datetime | None = None) -> CommissionRequest:
    """Carry out one act of the Commission. Raises Refused when mandate or rules say no, NotFound for no such request.

    Letters are brought at once where the Secretariat can be reached; otherwise the next round brings them.
    """
    if not allows(order, sitting):
        raise Refused("Your mandate does not cover this act.")
    at, given = at or timezone.now(), {"shelf": shelf.Shelf()} | ({"post": Post()} if type(order) in WITH_POST else {})
    try:
        with transaction.atomic(using=COMMISSION):
            kept: CommissionRequest = ACTS[type(order)][0](order, at=at, sitting=sitting, **given)
    except shelf.Changed:
        raise Refused("Somebody else changed this request since you read it. Read it again, then repeat.") from None
    if type(order) in WITH_POST:
        with suppress(NoLine):
            carry()
    return kept


def ids_for(request: CommissionRequest) -> tuple[str, ...]:
    """Fresh ids for every order a decision on this request can bring."""
    return tuple(new_id() for _ in range((len(request.identified) + 1) * (len(MEASURE_OF) + 1)))


def request(sitting: Sitting, reference: str, why: str = "request", at: datetime | None = None) -> CommissionRequest:
    """One request for an officer of the Commission who may have a hand in it; the look is noted first. NotFound else.
    """
    found = shelf.one(reference) if in_the_wing(sitting) else None
    if found is None or hindered(found, sitting.officer, sitting.nationality):
        raise NotFound
    with transaction.atomic(using=COMMISSION):
        shelf.Shelf().note("read", officer=sitting.officer, reference=reference, why=why, at=at or timezone.now())
    return found


def desk(sitting: Sitting, stages: tuple[Stage, ...] = WAITING, *, mine: bool = False, simple: bool = False
         ) -> tuple[Line, ...]:  # fmt: skip
    """The list of the desk, without names: urgent ones first, then by the next day something is owed."""
    if not in_the_wing(sitting):
        raise NotFound
    return shelf.lines(stages, rapporteur=sitting.officer if mine else "", simple=simple)


def session_list(sitting: Sitting, most: int = SESSION) -> tuple[Line, ...]:
    """What a session has to decide, in order: ready for a vote first, then by the day the decision is due."""
    found = desk(sitting, (Stage.PROPOSED, Stage.ADMISSIBLE))
    return tuple(sorted(found, key=lambda line: (not line.urgent, line.stage is not Stage.PROPOSED,
                                                 str(line.due_on or "9999"), line.reference))[:most])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """One request of a session: how the votes stand, and who leaves the room for it."""

    line: Line
    votes: int
    sit: int
    leave: tuple[str, ...]


def planned(sitting: Sitting, at: datetime | None = None) -> tuple[Planned, ...]:
    """The session's list with votes and ties. What this officer may have no hand in is not on their list."""
    everybody = members(at)
    whole = {one.reference: one for one in shelf.whole(line.reference for line in session_list(sitting))}
    found = []
    for line in session_list(sitting):
        of = whole[line.reference]
        if not hindered(of, sitting.officer, sitting.nationality):
            leave = tuple(name for each, name in everybody if hindered(of, each.officer, each.nationality))
            found.append(Planned(line, len(of.votes), len(of.members), leave))
    return tuple(found)


def members(at: datetime | None = None) -> tuple[tuple[Seated, str], ...]:
    """Everybody who is a member today, with the name for the Commission's own screens."""
    found = []
    for officer in roll.seated(SEAT, at):
        sits = roll.sitting_of(officer, SEAT, at)
        if sits.role is MandateRole.COMMISSION_MEMBER:
            seated = Seated(officer=officer, nationality=CountryCode(sits.nationality))
            found.append((seated, sits.officer_name))
    return tuple(found)


def free_members(of: CommissionRequest, at: datetime | None = None) -> tuple[tuple[Seated, str], ...]:
    """The members nothing keeps from this request, those with the fewest reports first."""
    load = {line.rapporteur: 0 for line in shelf.lines(WAITING)}
    for line in shelf.lines(WAITING):
        load[line.rapporteur] += 1
    free = [each for each in members(at) if not hindered(of, each[0].officer, each[0].nationality)]
    return tuple(sorted(free, key=lambda each: (load.get(each[0].officer, 0), each[0].officer)))


def like(sitting: Sitting, of: CommissionRequest) -> tuple[CommissionRequest, ...]:
    """Earlier rulings on like grounds: those the applicant named and those of the draft."""
    grounds = {*of.application.grounds, *(of.draft.grounds if of.draft else ())}
    found = shelf.decided_on(grounds, apart_from=of.reference) if in_the_wing(sitting) else ()
    return tuple(each for each in found if not hindered(each, sitting.officer, sitting.nationality))


def revised(sitting: Sitting, of: CommissionRequest) -> CommissionRequest | None:
    """The decided request that a request for revision names by its reference; None where it names none of ours."""
    named = of.application.new_fact.decision.strip().lower()
    found = shelf.beginning_with(named) if in_the_wing(sitting) else None
    barred = found is None or hindered(found, sitting.officer, sitting.nationality)
    return None if barred or found.decision is None else found


def looks(sitting: Sitting, reference: str) -> tuple[shelf.Look, ...]:
    """The wing's own log of a request."""
    request(sitting, reference, "log")
    return shelf.looks(reference)


def paper(sitting: Sitting, reference: str, digest: str) -> tuple[str, bytes]:
    """A paper of a request, for download only."""
    found = request(sitting, reference, "paper")
    name = next((paper.name for paper in found.everything_sent if paper.digest == digest), None)
    if name is None:
        raise NotFound
    return name, shelf.Shelf().paper(digest)


def names(at: datetime | None = None) -> dict[OfficerId, str]:
    """The names of the Commission's officers, for its own screens."""
    return {officer: roll.sitting_of(officer, SEAT, at).officer_name for officer in roll.seated(SEAT, at)}
