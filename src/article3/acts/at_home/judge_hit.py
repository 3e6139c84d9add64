"""A duty officer says of a hit whether it is the protected person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.opening import opened
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import HitJudged, Judgement, Verdict, after, judge
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeHit:
    """The file, the entry whose hits are judged (empty: the papers no program could read), and what was compared."""

    reference: Reference
    entry: str
    judgement: Judgement
    because: str


def judge_hit(order: JudgeHit, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals) -> HitJudged:
    """“Not the same” is remembered for good. With the last such word the item is let on and the file ends."""
    file = opened(cabinet, order.reference, sitting)
    verdict = Verdict(entry=order.entry, judgement=order.judgement, because=order.because, by=sitting.officer, at=at)
    event = judge(file, verdict, reference=file.id, at=at, by=sitting.officer, seat=sitting.seat)
    judged = after(file, event)
    cabinet.keep(judged)
    if order.judgement is Judgement.NOT_SAME:
        cabinet.remember_not_same(hit.pair for hit in file.hits if hit.entry == order.entry)
    if judged.cleared:
        arrivals.name(file.item, ())
        arrivals.let_on(file.item)
        arrivals.let_papers_on(file.item)
    else:
        arrivals.name(file.item, file.officers)
    cabinet.write_down(event)
    return event
