"""What stands published and how long: the notice as members see it, caveats, suspension, endings, retention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.lifecycle.examination import Decision, Resolution
from article3.terms.communication import BureauCode, Communication, Declaration
from article3.terms.finding import Outcome
from article3.terms.reasons import CaveatKind, PublicCode, ToRequester
from article3.terms.sitting import OfficerId

LIFTABLE = frozenset({"RPD-83-1-a-i", "RPD-83-1-a-i-A", "RPD-83-1-a-i-B", "RPD-83-1-a-i-C",
                      "RPD-83-1-a-ii-P", "RPD-83-1-a-ii-S", "LST-A-1", "LST-A-2", "LST-A-3", "LST-A-4", "LST-A-5",
                      "LST-C-1", "LST-C-1-OLD"})
"""The rules RPD 83(1)(b) can lift: (i), its list, and (ii); never (iii), Article 2 or Article 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNotice:
    """The notice members read: the text that was decided on, never a later unexamined one.

    A record that two people did not accept, or that rests on an open or unmet finding, cannot exist.
    """

    communication: Communication
    decision: Decision
    assessed_on: date
    outcomes: tuple[tuple[str, Outcome], ...]  # of every binding rule that day
    published_at: datetime
    edition: int = 1  # counts publications of this notice: 2 is its first update

    def __post_init__(self) -> None:
        assert self.decision.resolution is Resolution.PUBLISH, "only a decision to publish publishes"
        lifted = self.decision.override.rules if self.decision.override else ()
        waiting = {rule for rule, outcome in self.outcomes if outcome is not Outcome.MET}
        assert self.outcomes, "no rule was applied"
        assert waiting <= LIFTABLE & set(lifted), f"open or not met: {sorted(waiting)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """A caveat or addendum. It is part of every reading, copy and answer from `added_on` until `lifted_on`."""

    id: str
    kind: CaveatKind
    text: str
    added_on: date
    added_by: OfficerId
    lifted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A suspension by the source (RPD 81(1)); `until` is its last day at most; all together six months at most."""

    because: str
    since: date
    until: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a file ended: the code of its way of ending, the day and who ended it (None: the clock)."""

    code: str
    on: date
    by: OfficerId | None = None
    because: str = ""
    texts: tuple[ToRequester, ...] = ()  # all the source is told
    public: PublicCode | None = None  # what is counted in public


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long data may stay (RPD 49-50). Silence never renews: after `until`, the last day, the data go."""

    recorded_on: date
    until: date
    asked_on: date | None = None
    extended_on: date | None = None
    extension_because: str = ""
    assurance: Declaration | None = None  # of RPD 84(b), given anew with the extension


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """The source bars one bureau (RPD 58) from `since`; None as `lifted_on` means still."""

    bureau: BureauCode
    since: date
    lifted_on: date | None = None
