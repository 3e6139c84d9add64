"""Which acts a page offers: those the mandate covers and the stage of the request allows. The acts ask again."""

from __future__ import annotations

from article3.commission.acts.mandates import DESK, MEMBER
from article3.commission.lifecycle.request import CommissionRequest, Stage
from article3.terms.sitting import MandateRole, Sitting

_R, _A, _P = Stage.RECEIVED, Stage.ADMISSIBLE, Stage.PROPOSED
_EITHER = (DESK, MEMBER)
OFFERED: dict[str, tuple[tuple[MandateRole, ...], tuple[Stage, ...]]] = {
    "take-up": ((DESK,), (_R, _A, _P)), "admissibility": ((DESK,), (_R, Stage.INADMISSIBLE)),
    "identify": (_EITHER, (_A, _P)), "ask": (_EITHER, (_A, _P)), "answer": ((DESK,), (_A, _P)),
    "remind": ((DESK,), (_A, _P)), "extend": ((DESK,), (_A, _P)), "pause": ((DESK,), (_A, _P)),
    "resume": ((DESK,), (_A, _P)), "assign": ((DESK,), (_R, _A, _P)), "block": ((MEMBER,), (_R, _A, _P)),
    "lift-block": ((MEMBER,), tuple(Stage)), "item": (_EITHER, (_A, _P)), "settle": ((MEMBER,), (_A, _P)),
    "propose": ((MEMBER,), (_A, _P)), "vote": ((MEMBER,), (_P,)), "decide": ((MEMBER,), (_P,)),
    "publish": ((DESK,), (Stage.CARRIED_OUT,)), "new-fact": ((MEMBER,), (Stage.DECIDED, Stage.CARRIED_OUT)),
    "stand-aside": (_EITHER, (_R, _A, _P)),
}
"""Address of each act on a request, the roles it is offered to, the stages it is offered in."""


def offered(request: CommissionRequest, sitting: Sitting) -> tuple[str, ...]:
    """The acts shown as links on the page of a request."""
    return tuple(act for act, (roles, stages) in OFFERED.items()
                 if sitting.role in roles and request.stage in stages and _has_object(act, request))  # fmt: skip


def _has_object(act: str, request: CommissionRequest) -> bool:
    """There is something for it to be done to."""
    need = {"answer": any(asked.open for asked in request.questions), "settle": bool(request.items),
            "remind": any(asked.open for asked in request.questions), "block": bool(request.identified),
            "new-fact": any(each.open for each in request.learned),
            "publish": all(step.what != "published" for step in request.steps),
            "lift-block": request.blocked, "resume": any(stop.until is None for stop in request.pauses),
            "pause": all(stop.until is not None for stop in request.pauses)}  # fmt: skip
    return need.get(act, True)
