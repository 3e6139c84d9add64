"""An officer says whether the person before them is the person of the record (RPD 104); its source is told or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle import frontline
from article3.lifecycle.frontline import Result, ResultJudged
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeResult:
    """The result, whether it is the person, what was compared; why the source is not told, where policy forbids it.

    `pair`: the mark under which "not the same" is remembered; empty where the traveller had no paper to know them by.
    """

    result: Reference
    same: bool
    compared: tuple[str, ...]
    keep_from_source: str = ""
    pair: str = ""


def judge_result(order: JudgeResult, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                 ) -> ResultJudged:  # fmt: skip
    """Only a confirmed result is told to its source (RPD 105), unless a policy of the querying side forbids it."""
    result = cabinet.one(Result, order.result)
    judged = frontline.judge(result, same=order.same, compared=order.compared, by=sitting.officer, at=at)
    tell = order.same and not order.keep_from_source
    judged = replace(judged, kept_from_source=order.keep_from_source, source_told_at=at if tell else None)
    if not order.same and order.pair:
        cabinet.remember_not_same([order.pair])
    cabinet.keep(judged)
    event = ResultJudged(reference=result.item, at=at, by=sitting.officer, seat=sitting.seat, result=result.id,
                         same=order.same, compared=order.compared, source_told=tell)
    cabinet.write_down(event)
    return event
