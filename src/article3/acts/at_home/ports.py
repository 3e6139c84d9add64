"""What an act at home may ask for: the bureau's own cabinet, and its arrivals. Nothing here leaves the bureau."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol, TypeVar

from article3.acts.at_home.looking import Posted
from article3.acts.ports import NotFound
from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode
from article3.terms.sitting import OfficerId

__all__ = ["Arrivals", "Cabinet", "NotFound"]
Kept = TypeVar("Kept")


class Cabinet(Protocol):
    """The papers a bureau keeps under its own key."""

    bureau: BureauCode

    def one(self, kind: type[Kept], id: str) -> Kept:
        """The paper with that id, locked for this transaction; raises NotFound."""

    def every(self, kind: type[Kept], *, item: str = "", only_open: bool = False, most: int | None = None
              ) -> tuple[Kept, ...]:  # fmt: skip
        """Papers of a kind, the newest first; those on one item if it is named."""

    def keep(self, paper: Any) -> None:
        """Keep a new paper, or the newer state of one."""

    def keep_new(self, papers: Iterable[Any]) -> None:
        """Keep several papers, none of which is kept yet, in one step."""

    def next_revision(self) -> int:
        """The number of the change to the protected list that is being made."""

    def lookout(self, *, after: int, on: date) -> Posted:
        """The entries that hold on that day and came on the list after that revision, ready to be looked for."""

    def pair(self, one: str, other: str) -> str:
        """The keyed mark under which a judgement of two is remembered."""

    def remember_not_same(self, pairs: Iterable[str]) -> None:
        """These pairs are not asked about again, for good."""

    def judged_not_same(self, pairs: Iterable[str]) -> frozenset[str]:
        """Those of the pairs that were judged not the same."""

    def write_down(self, *events: Event) -> None:
        """A line in the bureau's own log for each (RPD 126)."""


class Arrivals(Protocol):
    """What reached the bureau, and what of it the desk has let on."""

    def name(self, item: str, officers: Iterable[OfficerId]) -> None:
        """These officers, and nobody else, may read the item at the desk."""

    def screened(self, item: str, text: str, *, let_on: bool) -> None:
        """The text was looked through with today's list; let on, it may be read at the bureau."""

    def hold_papers(self, item: str, papers: Iterable[str]) -> None:
        """Papers of the item, by their SHA-256, that the desk looks at first."""

    def let_on(self, item: str) -> None:
        """The item may be read at the bureau from now on."""

    def let_papers_on(self, item: str) -> None:
        """Papers of the item that were held because no program could read them may be opened."""
