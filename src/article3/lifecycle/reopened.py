"""The note on a decision that news reopened: what is new, what it shifts, whether it was findable at the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from article3.terms.finding import Outcome
from article3.terms.knowledge import Publication


class News(StrEnum):
    """What is new."""

    FACT_LEARNED = "fact_learned"
    FACT_WITHDRAWN = "fact_withdrawn"
    SILENCE_BROKEN = "silence_broken"  # a bureau answered after the decision had counted its silence
    RULE_EDITION = "rule_edition"
    COMMISSION_RULING = "commission_ruling"


class Findable(StrEnum):
    """Whether it could have been found when the decision was taken."""

    DID_NOT_EXIST = "did_not_exist"  # published after the decision
    FINDABLE = "findable"  # published before it, in whatever language
    NOT_PUBLIC = "not_public"  # given in confidence, or not a thing one finds
    NOT_KNOWN = "not_known"  # nobody has told us when it was published


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A rule whose outcome is another one with the news; None: the rule does not speak."""

    rule: str
    before: Outcome | None
    after: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """One note. It judges nobody: it says what was to be had and what was searched."""

    news: News
    about: str  # id of the fact, consultation or ruling; the day of the edition
    decided_at: datetime
    at: datetime
    findable: Findable
    fact: str = ""  # the kind of fact
    value: str = ""
    source: str = ""
    published: Publication | None = None
    searched: tuple[str, ...] = ()  # ids of the searches in the log when the decision was taken
    searched_in_language: bool = False
    shifts: tuple[Shift, ...] = ()
    identity_open: bool = False  # found by a paper or a name: whether it is this person is for the reviewer
    closed_on: date | None = None

    @property
    def open(self) -> bool:
        """Nobody has decided anew since."""
        return self.closed_on is None
