"""How well the gate is set: of what it let pass, how much was wrong; for each requester, family of offence and team.

Counting only what complaints overturned says how many complained with success, not how many approvals were wrong. So
two parts are told apart. Approvals that were looked at again for a reason are known one by one. Of all others a part
was drawn by lot (spot checks, RPD 127), and the interval for the errors among them is the exact one for drawing without
replacement (hypergeometric; Buonaccorsi, The American Statistician 41(3), 1987). The sum of the two, over all
approvals, is the estimate: a post-stratified one in the sense of Horvitz and Thompson (JASA 47, 1952).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import comb

from article3.oversight.entry import Book, Entry, History
from article3.oversight.intake_figures import ground_of
from article3.oversight.removal_figures import OVERTURNED_BY, approvals, overturned
from article3.oversight.tables import Period

LEVEL = 0.95
"""Of the intervals; each holds the true share at least so often, for whatever share there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """One approval as calibration sees it. `looked_at` for a reason; `drawn` by lot and answered."""

    looked_at: bool
    drawn: bool
    wrong: bool | None  # None: nobody looked
    by: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of approvals in per cent, with the interval in which the true one lies at the level stated."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """One line: a requester, a family or a team."""

    label: str
    passed: int
    overturned: int
    drawn: int
    wrong_of_drawn: int
    by: tuple[tuple[str, int], ...]
    grounds: tuple[tuple[str, int], ...]
    wrong: Share | None  # None: nothing was drawn by lot, so nothing can be said of those nobody looked at


def calibrated(label: str, passed: Iterable[Passed], level: float = LEVEL) -> Calibrated:
    """The line for these approvals."""
    every = list(passed)
    undone = [each for each in every if each.wrong and not each.drawn]
    drawn = [each for each in every if each.drawn and not each.looked_at]
    by, grounds = defaultdict[str, int](int), defaultdict[str, int](int)
    for each in every:
        if each.wrong:
            by[each.by] += 1
            grounds[each.ground or "other"] += 1
    wrong = sum(bool(each.wrong) for each in drawn)
    known_wrong = sum(bool(each.wrong) for each in every if each.looked_at)
    others = sum(not each.looked_at for each in every)
    share = share_of(len(every), known_wrong, others, len(drawn), wrong, level)
    return Calibrated(label=label, passed=len(every), overturned=len(undone), drawn=len(drawn), wrong_of_drawn=wrong,
                      by=tuple(sorted(by.items())), grounds=tuple(sorted(grounds.items(), key=lambda g: (-g[1], g[0]))),
                      wrong=share)


def share_of(passed: int, known_wrong: int, others: int, drawn: int, wrong: int, level: float = LEVEL) -> Share | None:
    """The share of wrong approvals: known ones and, of the others, what the lot says; None where it says nothing."""
    if not passed or (others and not drawn):
        return None
    low, high = errors_among(others, drawn, wrong, level) if others else (0, 0)
    likely = others * wrong / drawn if drawn else 0
    return Share(estimate=round(100 * (known_wrong + likely) / passed, 1),
                 low=round(100 * (known_wrong + low) / passed, 1), high=round(100 * (known_wrong + high) / passed, 1))


def errors_among(all_of_them: int, drawn: int, wrong: int, level: float = LEVEL) -> tuple[int, int]:
    """The least and the most errors among so many, when `wrong` of `drawn` without replacement were errors."""
    tail = (1 - level) / 2
    low, high = wrong, all_of_them - (drawn - wrong)
    least = _first(low, high, lambda errors: _at_least(all_of_them, errors, drawn, wrong) > tail)
    most = _last(low, high, lambda errors: _at_most(all_of_them, errors, drawn, wrong) > tail)
    return least, most


def of_year(book: Book, period: Period, by: Callable[[History, Entry], Iterable[str]]) -> tuple[Calibrated, ...]:
    """A line for each label of the approvals of a year, as far as is known at the end of the journal."""
    groups = defaultdict[str, list[Passed]](list)
    for history in book:
        for approval in approvals(history)[:1]:
            if period.holds(approval):
                for label in by(history, approval):
                    groups[label].append(_passed(history, approval))
    return tuple(calibrated(label, groups[label]) for label in sorted(groups))


def requester(history: History, approval: Entry) -> Iterable[str]:
    """By the bureau it came from."""
    return (history.source,)


def family(history: History, approval: Entry) -> Iterable[str]:
    """By each family of its offences."""
    return history.families or ("other",)


def team(history: History, approval: Entry) -> Iterable[str]:
    """By the two who stood behind it, in opaque ids."""
    decision = history.before(approval, "DecisionTaken")
    if decision is None:
        return ()
    return (" + ".join(sorted(hand[:8] for hand in (decision.codes.get("first", ""), decision.officer))),)


def _passed(history: History, approval: Entry) -> Passed:
    """A later decision by people means that somebody looked again; a spot check before it means that the lot did."""
    drawn = history.first("AuditPassed", "AuditFoundWrong")
    again = [entry for entry in history.all("DecisionTaken", "DataOrderedDeleted") if entry.at > approval.at]
    looked_at = bool(again) and (drawn is None or again[0].at < drawn.at)
    undone = overturned(history, approval)
    if undone is None:
        return Passed(looked_at=looked_at, drawn=drawn is not None, wrong=False if looked_at or drawn else None)
    ground = undone.codes.get("ground", "") or ground_of(history, undone)
    return Passed(looked_at=looked_at, drawn=drawn is not None, wrong=True, by=OVERTURNED_BY[undone.what],
                  ground=ground)


def _at_least(all_of_them: int, errors: int, drawn: int, wrong: int) -> float:
    return 1 - _below(all_of_them, errors, drawn, wrong)


def _at_most(all_of_them: int, errors: int, drawn: int, wrong: int) -> float:
    return _below(all_of_them, errors, drawn, wrong + 1)


def _below(all_of_them: int, errors: int, drawn: int, count: int) -> float:
    """How likely fewer than `count` errors are drawn."""
    ways = sum(comb(errors, each) * comb(all_of_them - errors, drawn - each)
               for each in range(max(0, drawn - (all_of_them - errors)), min(count, errors + 1, drawn + 1)))
    return ways / comb(all_of_them, drawn)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The smallest in the range for which it holds; it holds from there on."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _last(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The largest in the range for which it holds; it holds up to there."""
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
