"""Who in the Commission may do what: its secretariat prepares, its members decide. Nobody else has any mandate here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from article3.commission.acts.ask_party import AskParty, ask_party
from article3.commission.acts.assign_members import AssignMembers, assign_members
from article3.commission.acts.cast_vote import CastVote, cast_vote
from article3.commission.acts.decide_request import DecideRequest, decide_request
from article3.commission.acts.extend_time import ExtendTime, extend_time
from article3.commission.acts.identify_data import IdentifyData, identify_data
from article3.commission.acts.lift_block import LiftBlock, lift_block
from article3.commission.acts.note_item import NoteItem, note_item
from article3.commission.acts.note_new_fact import NoteNewFact, note_new_fact
from article3.commission.acts.note_source_ended import NoteSourceEnded, note_source_ended
from article3.commission.acts.order_block import OrderBlock, order_block
from article3.commission.acts.pause_time import PauseTime, pause_time
from article3.commission.acts.propose_ruling import ProposeRuling, propose_ruling
from article3.commission.acts.publish_decision import PublishDecision, publish_decision
from article3.commission.acts.record_answer import RecordAnswer, record_answer
from article3.commission.acts.remind_party import RemindParty, remind_party
from article3.commission.acts.resume_time import ResumeTime, resume_time
from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility, rule_on_admissibility
from article3.commission.acts.rule_on_new_fact import RuleOnNewFact, rule_on_new_fact
from article3.commission.acts.settle_item import SettleItem, settle_item
from article3.commission.acts.stand_aside import StandAside, stand_aside
from article3.commission.acts.take_up_request import TakeUpRequest, take_up_request
from article3.terms.sitting import MandateRole, Sitting

SEAT = "commission"
DESK, MEMBER = MandateRole.COMMISSION_SECRETARIAT, MandateRole.COMMISSION_MEMBER
_EITHER = (DESK, MEMBER)

ACTS: Mapping[type, tuple[Callable[..., Any], tuple[MandateRole, ...]]] = MappingProxyType({
    TakeUpRequest: (take_up_request, (DESK,)), RuleOnAdmissibility: (rule_on_admissibility, (DESK,)),
    IdentifyData: (identify_data, _EITHER), AskParty: (ask_party, _EITHER), RecordAnswer: (record_answer, (DESK,)),
    RemindParty: (remind_party, (DESK,)), ExtendTime: (extend_time, (DESK,)), PauseTime: (pause_time, (DESK,)),
    ResumeTime: (resume_time, (DESK,)), AssignMembers: (assign_members, (DESK,)), StandAside: (stand_aside, _EITHER),
    OrderBlock: (order_block, (MEMBER,)), LiftBlock: (lift_block, (MEMBER,)), NoteItem: (note_item, _EITHER),
    SettleItem: (settle_item, (MEMBER,)), ProposeRuling: (propose_ruling, (MEMBER,)), CastVote: (cast_vote, (MEMBER,)),
    PublishDecision: (publish_decision, (DESK,)),
    DecideRequest: (decide_request, (MEMBER,)), NoteSourceEnded: (note_source_ended, _EITHER),
    NoteNewFact: (note_new_fact, _EITHER), RuleOnNewFact: (rule_on_new_fact, (MEMBER,)),
})
"""Every order type of an officer of the Commission, its act, and the roles that may perform it."""
WITH_POST = (AskParty, RemindParty, OrderBlock, LiftBlock, DecideRequest)


def allows(order: object, sitting: Sitting | None) -> bool:
    """Whether this sitting's mandate covers the order; an unknown kind of order is our bug."""
    assert type(order) in ACTS, f"no act is known for {type(order).__name__}"
    return in_the_wing(sitting) and sitting is not None and sitting.role in ACTS[type(order)][1]


def in_the_wing(sitting: Sitting | None) -> bool:
    """An officer of the Commission, in the Commission's seat."""
    return sitting is not None and sitting.seat == SEAT and sitting.role in _EITHER
