"""Every act a bureau does at home: the order that asks for it, the function that does it, and who may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from article3.acts.at_home.answer_incident import AnswerIncident, answer_incident
from article3.acts.at_home.answer_reliance import AnswerReliance, answer_reliance
from article3.acts.at_home.check_before_acting import CheckBeforeActing, check_before_acting
from article3.acts.at_home.dispute_item import DisputeItem, dispute_item
from article3.acts.at_home.end_protection import EndProtection, end_protection
from article3.acts.at_home.judge_hit import JudgeHit, judge_hit
from article3.acts.at_home.judge_result import JudgeResult, judge_result
from article3.acts.at_home.list_persons import ListPersons, list_persons
from article3.acts.at_home.log_contact import LogContact, log_contact
from article3.acts.at_home.notify_protected import NotifyProtected, notify_protected
from article3.acts.at_home.plan_coordination import PlanCoordination, plan_coordination
from article3.acts.at_home.register_result import RegisterResult, register_result
from article3.acts.at_home.rely_on_item import RelyOnItem, rely_on_item
from article3.acts.at_home.report_incident import ReportIncident, report_incident
from article3.acts.at_home.screen_arrival import ScreenArrival, screen_arrival
from article3.terms.sitting import MandateRole, Sitting

DESK, FRONT, BUREAU = "desk", "front", "bureau"
_DUTY = frozenset({MandateRole.DUTY_OFFICER})
_OFFICERS = frozenset({MandateRole.FRONT_LINE, MandateRole.BUREAU_OFFICER, MandateRole.BUREAU_LEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeAct:
    """One act; `perform` takes the order and, by keyword, at, sitting, cabinet and arrivals."""

    perform: Callable[..., Any]
    roles: frozenset[MandateRole]
    seats: tuple[str, ...]

    def allows(self, sitting: Sitting) -> bool:
        """Whether this sitting's mandate covers the act: the role, in a kind of seat it belongs to."""
        return sitting.role in self.roles and sitting.seat.partition(":")[0] in self.seats


def _acts(roles: frozenset[MandateRole], seats: tuple[str, ...], acts: dict[type, Callable[..., Any]]
          ) -> dict[type, HomeAct]:  # fmt: skip
    return {order: HomeAct(perform=act, roles=roles, seats=seats) for order, act in acts.items()}


HOME_ACTS: Mapping[type, HomeAct] = MappingProxyType({
    **_acts(frozenset({MandateRole.CLOCK}), (DESK,), {ScreenArrival: screen_arrival}),
    **_acts(_OFFICERS, (FRONT, BUREAU), {
        RegisterResult: register_result, JudgeResult: judge_result, CheckBeforeActing: check_before_acting,
        RelyOnItem: rely_on_item, ReportIncident: report_incident,
    }),
    **_acts(_OFFICERS - {MandateRole.FRONT_LINE}, (BUREAU,), {
        AnswerReliance: answer_reliance, AnswerIncident: answer_incident,
    }),
    **_acts(_DUTY, (DESK,), {
        ListPersons: list_persons, EndProtection: end_protection, JudgeHit: judge_hit, LogContact: log_contact,
        PlanCoordination: plan_coordination, NotifyProtected: notify_protected, DisputeItem: dispute_item,
    }),
})  # fmt: skip
"""Every order type with its act. An order that is not here cannot be performed."""


def home_act(order: object) -> HomeAct:
    """The act an order asks for; an unknown kind of order is our bug."""
    act = HOME_ACTS.get(type(order))
    assert act is not None, f"no act at home is known for {type(order).__name__}"
    return act
