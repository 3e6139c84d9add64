"""What the rules answer: findings with a citation and a sentence; and the three kinds of trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """A provision is met, not met, or is a question for a person; never a silent pass."""

    MET = "met"
    NOT_MET = "not_met"
    QUESTION = "question"


class Asked(StrEnum):
    """Who can answer a question."""

    REQUESTER = "requester"
    REVIEWER = "reviewer"
    OTHER_BUREAU = "other_bureau"
    COMMISSION = "commission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Pointer to one rule of one instrument, as the rulebook index names it."""

    rule: str
    instrument: str
    article: str
    edition: str

    def __str__(self) -> str:
        return f"{self.instrument} {self.article} ({self.edition})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One provision applied to the facts. `because` is for reviewers and the Commission only.

    `within` names the rules whose answered question covers this one too, so that nobody is asked twice;
    `policy` names the rule of policy under which a criterion is applied that does not bind as law here.
    """

    citation: Citation
    outcome: Outcome
    because: str
    rests_on: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    asked: Asked | None = None
    advisory: bool = False
    within: tuple[str, ...] = ()
    policy: str = ""

    @property
    def rule(self) -> str:
        """The id of the rule, as in the rulebook index."""
        return self.citation.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A named reviewer's answer to the question of one rule, with its reasons.

    `about` is a digest of the question and of the facts it rested on: when they change, the question is put anew.
    """

    rule: str
    outcome: Outcome
    because: str
    officer: str
    on: date
    about: str = ""


class Refused(Exception):
    """The rules say no. The sentence is shown word for word to whoever `access` lets see it."""

    def __init__(self, because: str, citation: str = "") -> None:
        super().__init__(because)
        self.because = because
        self.citation = citation
