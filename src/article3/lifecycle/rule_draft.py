"""Drafts of rules and the vote on them: drafted, simulated, put to the vote, voted on, adopted or not.

No vote is opened before the members can read what the draft would have changed. An adopted draft takes effect on its
day, with the release of the rulebook that carries it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.events import Event
from article3.lifecycle.possible import Made, worded
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

CITATION = "General Regulations, voting"


class Say(StrEnum):
    """One member's word."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One member's vote; a later one takes the place of an earlier one until the last day."""

    bureau: BureauCode
    say: Say
    at: datetime
    by: OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """What a simulation said, in numbers: members read these, the task force reads the files."""

    at: datetime
    records: int
    newly_hindered: int
    newly_clear: int
    questions_more: int
    questions_fewer: int
    harmful_now_hindered: int  # of the newly hindered: later overturned
    sound_now_hindered: int  # of the newly hindered: decided compliant and never overturned
    harmful_now_clear: int  # of the newly clear: found not compliant, or overturned
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDraft:
    """A draft: its text as it was written (TOML), and how far it has come."""

    reference: Reference
    title: str
    text: str
    since: date
    drafted_at: datetime
    drafted_by: OfficerId
    simulated: Simulated | None = None
    vote_until: date | None = None
    votes: tuple[Vote, ...] = ()
    adopted: bool | None = None
    closed_at: datetime | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """No bureau."""
        return ""

    @property
    def due_on(self) -> date | None:
        """The last day of the vote."""
        return self.vote_until

    @property
    def is_open(self) -> bool:
        """Until the vote was counted."""
        return self.adopted is None

    @property
    def count(self) -> dict[Say, int]:
        """The votes as they stand."""
        said = Counter(vote.say for vote in self.votes)
        return {say: said[say] for say in Say}


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesDrafted(Event):
    """A draft was laid before the Secretariat; `reference` is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSimulated(Event):
    """What the draft would have changed was computed."""

    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteOpened(Event):
    """The draft is before the members."""

    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCast(Event):
    """A member voted."""

    say: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAdopted(Event):
    """The members adopted the draft: from `since` on the rules read as it says; older files are looked at again."""

    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRejected(Event):
    """The members did not adopt it."""


def open_vote(draft: RuleDraft, until: date, *, at: datetime, sitting: Sitting) -> VoteOpened:
    """Only on a draft that was simulated, for a day to come and before it would take effect."""
    if draft.simulated is None:
        raise Refused("No vote before the members can read what the draft would have changed: simulate it.", CITATION)
    if draft.vote_until is not None:
        raise Refused("The draft is before the members.", CITATION)
    if not day_of(at) < until < draft.since:
        raise Refused(f"The vote ends on a day to come and before the draft takes effect on {draft.since}.", CITATION)
    return VoteOpened(**_made(draft, at, sitting), until=until)


def cast(draft: RuleDraft, say: Say, *, at: datetime, sitting: Sitting) -> VoteCast:
    """A member's word, while the vote is open."""
    if sitting.bureau is None:
        raise Refused("Members vote, each by its bureau.", CITATION)
    if draft.vote_until is None or draft.adopted is not None or day_of(at) > draft.vote_until:
        raise Refused("There is no vote on this draft today.", CITATION)
    return VoteCast(**_made(draft, at, sitting), say=say)


def close_vote(draft: RuleDraft, *, at: datetime, sitting: Sitting) -> DraftAdopted | DraftRejected:
    """After the last day: adopted by more yes than no; abstentions do not count."""
    if draft.vote_until is None or draft.adopted is not None:
        raise Refused("There is no vote to count.", CITATION)
    if day_of(at) <= draft.vote_until:
        raise Refused(f"The vote is open until {draft.vote_until}, that day included.", CITATION)
    if draft.count[Say.YES] > draft.count[Say.NO]:
        return DraftAdopted(**_made(draft, at, sitting), since=draft.since)
    return DraftRejected(**_made(draft, at, sitting))


def drafted(draft: RuleDraft, *, at: datetime, sitting: Sitting) -> RulesDrafted:
    """A draft with a name, for a day to come."""
    worded(draft.title, "The title", CITATION)
    if draft.since <= day_of(at):
        raise Refused("A draft takes effect on a day to come.", CITATION)
    return RulesDrafted(**_made(draft, at, sitting))


def after_draft(draft: RuleDraft, event: Event, simulated: Simulated | None = None) -> RuleDraft:
    """The draft after one event, one version on."""
    draft = replace(draft, version=draft.version + 1)
    if isinstance(event, DraftSimulated):
        return replace(draft, simulated=simulated)
    if isinstance(event, VoteOpened):
        return replace(draft, vote_until=event.until)
    if isinstance(event, VoteCast):
        vote = Vote(bureau=BureauCode(event.seat.removeprefix("bureau:")), say=event.say, at=event.at, by=event.by)
        return replace(draft, votes=(*(each for each in draft.votes if each.bureau != vote.bureau), vote))
    return replace(draft, adopted=isinstance(event, DraftAdopted), closed_at=event.at)


def _made(draft: RuleDraft, at: datetime, sitting: Sitting) -> Made:
    return Made(reference=draft.reference, at=at, by=sitting.officer, seat=sitting.seat)
