"""From a cleaned form to the one order it asks for."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from article3.commission import wiring
from article3.commission.acts.ask_party import AskParty
from article3.commission.acts.assign_members import AssignMembers
from article3.commission.acts.cast_vote import CastVote
from article3.commission.acts.decide_request import DecideRequest
from article3.commission.acts.extend_time import ExtendTime
from article3.commission.acts.identify_data import IdentifyData
from article3.commission.acts.lift_block import LiftBlock
from article3.commission.acts.note_item import NoteItem
from article3.commission.acts.order_block import OrderBlock
from article3.commission.acts.pause_time import PauseTime
from article3.commission.acts.propose_ruling import ProposeRuling
from article3.commission.acts.publish_decision import PublishDecision
from article3.commission.acts.record_answer import RecordAnswer
from article3.commission.acts.remind_party import RemindParty
from article3.commission.acts.resume_time import ResumeTime
from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility
from article3.commission.acts.rule_on_new_fact import RuleOnNewFact
from article3.commission.acts.settle_item import SettleItem
from article3.commission.acts.stand_aside import StandAside
from article3.commission.acts.take_up_request import TakeUpRequest
from article3.commission.lifecycle.request import Asked, CommissionRequest, Papers, PauseReason
from article3.commission.lifecycle.ruling import Ballot, Draft
from article3.commission.lifecycle.sharing import Item, Shared
from article3.commission.site.desk.forms import AdmissibilityForm
from article3.terms.communication import Reference
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.reasons import Ground
from article3.terms.redress import Correctable
from article3.terms.sitting import Sitting

Said = dict[str, Any]
_SEEN = {"": None, "yes": True, "no": False}


def take_up(of: CommissionRequest, said: Said, sitting: Sitting) -> TakeUpRequest:
    """The request is mine to prepare."""
    return TakeUpRequest(reference=of.reference)


def admissibility(of: CommissionRequest, said: Said, sitting: Sitting) -> RuleOnAdmissibility:
    """What was seen, and what follows."""
    papers = Papers(**{name: _SEEN[said[name]] for name in AdmissibilityForm.papers_for(of)})
    return RuleOnAdmissibility(reference=of.reference, papers=papers, admissible=said["admissible"] == "yes")


def identify(of: CommissionRequest, said: Said, sitting: Sitting) -> IdentifyData:
    """The files, each read through the door again so that nothing is entered that is not there."""
    files = dict.fromkeys(said["files"].split())
    found = tuple(wiring.identified(sitting, of.reference, Reference(file)) for file in files)
    return IdentifyData(reference=of.reference, found=found)


def ask(of: CommissionRequest, said: Said, sitting: Sitting) -> AskParty:
    """A question."""
    about = Reference(said["about"]) if said["about"] else None
    return AskParty(reference=of.reference, id=wiring.new_id(), of=Asked(said["to"]), about=about, text=said["text"],
                    due_on=said["due_on"])  # fmt: skip


def answer(of: CommissionRequest, said: Said, sitting: Sitting) -> RecordAnswer:
    """An answer that came by another way."""
    return RecordAnswer(reference=of.reference, question=said["question"], text=said["text"])


def remind(of: CommissionRequest, said: Said, sitting: Sitting) -> RemindParty:
    """A reminder."""
    return RemindParty(reference=of.reference, question=said["question"])


def extend(of: CommissionRequest, said: Said, sitting: Sitting) -> ExtendTime:
    """More time."""
    return ExtendTime(reference=of.reference, days=said["days"], because=said["because"])


def pause(of: CommissionRequest, said: Said, sitting: Sitting) -> PauseTime:
    """The clock stands."""
    return PauseTime(reference=of.reference, reason=PauseReason(said["reason"]))


def resume(of: CommissionRequest, said: Said, sitting: Sitting) -> ResumeTime:
    """The clock runs on."""
    return ResumeTime(reference=of.reference)


def assign(of: CommissionRequest, said: Said, sitting: Sitting) -> AssignMembers:
    """Rapporteur and members."""
    free = {seated.officer: seated for seated, _ in wiring.free_members(of)}
    return AssignMembers(reference=of.reference, rapporteur=free[said["rapporteur"]],
                         members=tuple(free[officer] for officer in said["members"]))  # fmt: skip


def block(of: CommissionRequest, said: Said, sitting: Sitting) -> OrderBlock:
    """A provisional measure."""
    return OrderBlock(reference=of.reference, file=Reference(said["file"]), id=wiring.new_id(),
                      urgency=UrgencyGround(said["urgency"]), because=said["because"])  # fmt: skip


def lift_block(of: CommissionRequest, said: Said, sitting: Sitting) -> LiftBlock:
    """Its end."""
    return LiftBlock(reference=of.reference, file=Reference(said["file"]), id=wiring.new_id(), because=said["because"])


def item(of: CommissionRequest, said: Said, sitting: Sitting) -> NoteItem:
    """An item of information."""
    ground = RestrictionGround(said["ground"]) if said["ground"] else None
    return NoteItem(reference=of.reference, item=Item(
        id=wiring.new_id(), what=said["what"], owner=said["owner"], noted_on=timezone.localdate(),
        owner_asked_on=said["owner_asked_on"], owner_objects=_SEEN[said["objects"]], ground=ground,
        owner_reason=said["owner_reason"]))  # fmt: skip


def settle(of: CommissionRequest, said: Said, sitting: Sitting) -> SettleItem:
    """How far it is open."""
    return SettleItem(reference=of.reference, item=said["item"], shared=Shared(said["shared"]), gist=said["gist"],
                      because=said["because"])  # fmt: skip


def propose(of: CommissionRequest, said: Said, sitting: Sitting) -> ProposeRuling:
    """The draft."""
    draft = Draft(
        outcome=CommissionOutcome(said["outcome"]), remedies=frozenset(Remedy(each) for each in said["remedies"]),
        grounds=tuple(Ground(each) for each in said["grounds"]), reasons=said["reasons"], text=said["text"],
        part=Correctable(said["part"]) if said["part"] else None, reads_as=said["reads_as"],
        by=sitting.officer, on=timezone.localdate(), data_may_be_told=said["told"],
    )  # fmt: skip
    return ProposeRuling(reference=of.reference, draft=draft)


def vote(of: CommissionRequest, said: Said, sitting: Sitting) -> CastVote:
    """A vote."""
    return CastVote(reference=of.reference, ballot=Ballot(said["ballot"]), reasons=said["reasons"])


def decide(of: CommissionRequest, said: Said, sitting: Sitting) -> DecideRequest:
    """The decision."""
    return DecideRequest(reference=of.reference, ids=wiring.ids_for(of))


def publish(of: CommissionRequest, said: Said, sitting: Sitting) -> PublishDecision:
    """Into the library."""
    return PublishDecision(reference=of.reference, title=said["title"], text=said["text"], looked=said["looked"],
                           language=said["language"])  # fmt: skip


def new_fact(of: CommissionRequest, said: Said, sitting: Sitting) -> RuleOnNewFact:
    """What follows from what was learned."""
    return RuleOnNewFact(reference=of.reference, key=said["fact"], could_change=said["could_change"] == "yes",
                         words=said["words"])  # fmt: skip


def stand_aside(of: CommissionRequest, said: Said, sitting: Sitting) -> StandAside:
    """A tie."""
    return StandAside(reference=of.reference, because=said["because"])
