"""A draft against one record: which findings would read differently on the draft's day, and how the whole would stand.

Only the provisions a draft reaches are asked first; where they answer as before, nothing else can have changed, and
where they do not, the whole rulebook is asked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from article3.law.drafts import Draft, reached
from article3.law.parameters import reading_as
from article3.law.provision import Provision
from article3.law.rulebook import Assessment, Standing, applied, assess
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Answer, Finding, Outcome

Answering = Callable[[tuple[Finding, ...]], Mapping[str, Answer]]
"""The reviewers' answers that still stand to the questions among these findings."""


def nobody_answered(findings: tuple[Finding, ...]) -> Mapping[str, Answer]:
    """For records no reviewer has looked at."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One rule that comes out otherwise: what it finds now, what it would find; None where it does not speak."""

    rule: str
    now: Finding | None
    then: Finding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One record under both texts on one day."""

    now: Standing
    then: Standing
    changed: tuple[Changed, ...] = field(default=())
    questions_now: int = 0
    questions_then: int = 0

    @property
    def newly_hindered(self) -> bool:
        """Something would stand in its way, and nothing does now."""
        return self.now is not Standing.NOT_COMPLIANT and self.then is Standing.NOT_COMPLIANT

    @property
    def newly_clear(self) -> bool:
        """Something stands in its way, and nothing would."""
        return self.now is Standing.NOT_COMPLIANT and self.then is not Standing.NOT_COMPLIANT


class Simulation:
    """One draft, ready to be applied to many records."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.reached = reached(draft)

    def compare(self, facts: CommunicationFacts, answering: Answering = nobody_answered) -> Compared | None:
        """What the draft changes in a record; None when it changes no finding."""
        if self._reads_the_same(facts):
            return None
        return self.in_full(facts, answering)

    def in_full(self, facts: CommunicationFacts, answering: Answering = nobody_answered) -> Compared | None:
        """The same without the short cut: the whole rulebook under both texts."""
        now, then = self._assessed(facts, answering, drafted=False), self._assessed(facts, answering, drafted=True)
        before, after = ({found.rule: found for found in one.findings} for one in (now, then))
        changed = tuple(Changed(rule=rule, now=before.get(rule), then=after.get(rule))
                        for rule in dict.fromkeys((*before, *after))
                        if _outcome(before.get(rule)) is not _outcome(after.get(rule)))
        if not changed:
            return None
        return Compared(now=now.standing, then=then.standing, changed=changed, questions_now=_open(now),
                        questions_then=_open(then))

    def _reads_the_same(self, facts: CommunicationFacts) -> bool:
        on = self.draft.since
        for rule in self.reached:
            now = applied(rule, facts, on) if _speaks(rule, facts) and rule.in_force(on) else None
            with reading_as(self.draft.overlay):
                then = applied(rule, facts, on) if _speaks(rule, facts) and self._stands(rule) else None
            if not _alike(now, then):
                return False
        return True

    def _stands(self, rule: Provision) -> bool:
        if rule.rule in self.draft.begins:
            return True
        return rule.in_force(self.draft.since) and rule.rule not in self.draft.ends

    def _assessed(self, facts: CommunicationFacts, answering: Answering, *, drafted: bool) -> Assessment:
        if not drafted:
            raw = assess(facts, self.draft.since)
            return assess(facts, self.draft.since, answers=answering(raw.findings))
        with reading_as(self.draft.overlay):
            raw = self._drafted(facts, {})
            return self._drafted(facts, answering(raw.findings))

    def _drafted(self, facts: CommunicationFacts, answers: Mapping[str, Answer]) -> Assessment:
        """The rulebook under the overlay, without what ends and with what stands again."""
        on = self.draft.since
        standing = assess(facts, on, answers=answers)
        there = {found.rule for found in standing.findings}
        begun = tuple(applied(rule, facts, on) for rule in self.reached if rule.rule in self.draft.begins - there
                      and _speaks(rule, facts))
        kept = tuple(found for found in standing.findings if found.rule not in self.draft.ends)
        return Assessment(on=on, findings=kept + begun)


def _speaks(rule: Provision, facts: CommunicationFacts) -> bool:
    return rule.concerns(facts) or (rule.policy_for is not None and rule.policy_for(facts))


def _outcome(found: Finding | None) -> Outcome:
    """A rule that does not speak stands in nobody's way."""
    return found.outcome if found else Outcome.MET


def _alike(now: Finding | None, then: Finding | None) -> bool:
    """The same outcome; and the same question, since the answer to another one settles nothing."""
    return _outcome(now) is _outcome(then) and (_outcome(now) is not Outcome.QUESTION or now == then)


def _open(assessment: Assessment) -> int:
    return sum(found.outcome is Outcome.QUESTION and not found.advisory for found in assessment.findings)
