"""What the invented Organization gives account of: measures, a reply, spot checks, a draft before the members."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from article3 import wiring
from article3.acts.answer_audit import AnswerAudit
from article3.acts.cast_vote import CastVote
from article3.acts.change_measure import ChangeMeasure
from article3.acts.decide_measure import DecideMeasure
from article3.acts.draft_rules import DraftRules
from article3.acts.draw_audit import DrawAudit
from article3.acts.open_vote import OpenVote
from article3.acts.propose_measure import ProposeMeasure
from article3.acts.reply_to_record import ReplyToRecord
from article3.acts.sign_measure import SignMeasure
from article3.commands.demo.office import Office
from article3.lifecycle.measure import ChangeKind, MeasureKind
from article3.lifecycle.rule_draft import Say
from article3.oversight.sampling import to_draw
from article3.terms.communication import BureauCode, Reference
from article3.terms.facts_measure import Organ
from article3.terms.reasons import Ground
from article3.terms.sitting import OfficerId, Sitting
from article3.wiring.figure_room import book
from article3.wiring.ledger_room import what_falls_due

DRAFT = """title = "Five years instead of two for a red notice"
since = {since}

[figures]
"red_notice.penalty_min_months" = 60
"""
_CHECKED = 24


def give_account(office: Office, now: datetime, seed: int) -> None:
    """Two measures on one bureau, years apart; its reply; spot checks of every year; a draft that is voted on."""
    chance = random.Random(seed)
    _softened(office, now - timedelta(days=500))
    _in_force(office, now - timedelta(days=20))
    _checked(office, now, chance)
    _draft(office, now - timedelta(days=4))
    what_falls_due(now)


def _softened(office: Office, at: datetime) -> None:
    """A hold that was softened to training after a month, and ended."""
    measure = _propose(office, at, MeasureKind.HOLD, "Five diffusions recalled in a year, four of them on Article 3.")
    office.places["measure"] = measure
    days = {"review_on": (at + timedelta(days=60)).date(), "ends_on": (at + timedelta(days=80)).date()}
    _change(office, measure, at + timedelta(days=35), ChangeKind.SOFTEN, "No recall since; the staff is to be trained.",
            to=MeasureKind.TRAINING, **days)
    _change(office, measure, at + timedelta(days=75), ChangeKind.END, "Two courses were held and attended.")


def _in_force(office: Office, at: datetime) -> None:
    """A supervision that holds today; the bureau replies to it."""
    measure = _propose(office, at, MeasureKind.SUPERVISION, "Three requests repeated refused ones under other names.")
    wiring.perform(ReplyToRecord(reply=wiring.new_reference(), to=measure, text=(
        "Two of the three concern other persons with the same family name. We ask that they be counted apart.")),
        sitting=office.bureaus["XE"], at=at + timedelta(days=6))  # fmt: skip


def _propose(office: Office, at: datetime, kind: MeasureKind, because: str) -> Reference:
    measure = wiring.new_reference()
    wiring.perform(ProposeMeasure(
        measure=measure, bureau=BureauCode("XE"), kind=kind, because=because, decided_by=Organ.SECRETARIAT,
        basis="RPD 131, decision of the Secretary General", starts_on=at.date(),
        review_on=(at + timedelta(days=45)).date(), ends_on=(at + timedelta(days=85)).date()),
        sitting=office.leads[0], at=at)  # fmt: skip
    wiring.perform(DecideMeasure(measure=measure, version=1), sitting=_second(office), at=at + timedelta(hours=5))
    return measure


def _change(office: Office, measure: Reference, at: datetime, kind: ChangeKind, because: str, **to: object) -> None:
    version = wiring.measure(office.oversight, measure).version
    wiring.perform(ChangeMeasure(measure=measure, version=version, kind=kind, because=because, **to),  # type: ignore[arg-type]
                   sitting=office.leads[0], at=at)
    wiring.perform(SignMeasure(measure=measure, version=version + 1), sitting=_second(office),
                   at=at + timedelta(hours=3))


def _second(office: Office) -> Sitting:
    """A reviewer of another country than the lead, and not of the bureau's."""
    return next(one for one in office.reviewers if one.nationality not in (office.leads[0].nationality, "XE"))


def _checked(office: Office, now: datetime, chance: random.Random) -> None:
    """Approvals of all years drawn by lot, most found right."""
    counted, drawn = book(), set[str]()
    for back in range(0, 2000, 50):
        for approval, hands in to_draw(counted, now - timedelta(days=back), lambda _: chance.random() / 6):
            source = counted.histories[approval.reference].source
            able = [one for one in office.reviewers if one.officer not in hands and one.nationality != source]
            at = approval.at + timedelta(days=25)
            if len(drawn) >= _CHECKED or approval.reference in drawn or at > now or not able or chance.random() < 0.5:
                continue
            drawn.add(approval.reference)
            _check(chance, able[0], Reference(approval.reference), BureauCode(source), hands, at)


def _check(chance: random.Random, who: Sitting, file: Reference, source: BureauCode, hands: tuple[str, ...],
           at: datetime) -> None:  # fmt: skip
    check = wiring.new_reference()
    wiring.perform(DrawAudit(check=check, file=file, source=source, hands=tuple(OfficerId(hand) for hand in hands)),
                   sitting=wiring.clock(), at=at - timedelta(days=10))
    wrong = chance.random() < 0.15
    grounds = (Ground.VALIDITY_OF_PROCEEDINGS,) if wrong else ()
    because = "The warrant was withdrawn before we decided." if wrong else "I would decide the same."
    wiring.perform(AnswerAudit(check=check, version=1, stands=not wrong, because=because, grounds=grounds),
                   sitting=who, at=at)


def _draft(office: Office, at: datetime) -> None:
    """A draft, simulated and before the members; two have voted."""
    draft = office.places["draft"] = wiring.new_reference()
    since = (at + timedelta(days=220)).date()
    wiring.perform(DraftRules(draft=draft, text=DRAFT.format(since=since)), sitting=office.leads[0], at=at)
    kept = wiring.rule_draft(office.oversight, draft)
    simulated, _ = wiring.simulated_policy(kept.text, at=at + timedelta(hours=1))
    wiring.keep_simulation(kept, simulated, at=at + timedelta(hours=1))
    wiring.perform(OpenVote(draft=draft, version=2, until=(at + timedelta(days=40)).date()), sitting=office.leads[0],
                   at=at + timedelta(hours=2))
    for bureau, say in (("XA", Say.YES), ("XD", Say.NO)):
        wiring.perform(CastVote(draft=draft, say=say), sitting=office.bureaus[bureau], at=at + timedelta(days=1))
