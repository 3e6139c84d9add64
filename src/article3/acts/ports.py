"""The things an official act may ask for. Adapters stand in the rooms above, plain stand-ins in `tests/standins.py`.

Register, outbox and journal commit together: wiring opens the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol, TypeVar

from article3.acts.messages import Message
from article3.lifecycle.case_file import CaseFile, Draft
from article3.lifecycle.dispute import Dispute
from article3.lifecycle.events import Event
from article3.lifecycle.ledger import LedgerPage
from article3.lifecycle.retrospective import Item, Retrospective
from article3.lifecycle.routing import RoutingMeasure
from article3.reentry.weighing import Likeness
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import BureauCode, Reference
from article3.terms.knowledge import KnownFact, KnownRuling

Page = TypeVar("Page", bound=LedgerPage)


class NotFound(Exception):
    """Absent and forbidden are the same answer, with the same (empty) text."""


class Changed(Exception):
    """Somebody else changed the file since it was read; read it again."""


class Register(Protocol):
    """The Organization's files."""

    def file(self, reference: Reference) -> CaseFile:
        """The file, locked for this transaction; raises NotFound."""

    def add(self, file: CaseFile) -> None:
        """Keep a new file; raises Changed when the reference is taken."""

    def keep(self, file: CaseFile) -> None:
        """Keep a file one version on; raises Changed when the stored version is not `file.version - 1`."""

    def files_on_person(self, file: CaseFile) -> tuple[CaseFile, ...]:
        """Other files, of any source and state, that may be about the same person. Candidates, not findings."""

    def remember(self, file: CaseFile, grounds: tuple[RefusedOn, ...]) -> None:
        """Keep what a file that ended as non-compliant is known again by (RPD 125). Erasure leaves it."""

    def repeats(self, file: CaseFile) -> tuple[Likeness, ...]:
        """Remembered files this one may repeat, erased or not, the likeliest first. Likenesses, not findings."""

    def routing(self, reference: Reference) -> RoutingMeasure:
        """A routing measure, locked for this transaction; raises NotFound."""

    def routings(self, bureau: BureauCode) -> tuple[RoutingMeasure, ...]:
        """The routing measures on one bureau, past, present and to come."""

    def keep_routing(self, measure: RoutingMeasure) -> None:
        """Keep a new measure, or one a version on; raises Changed."""

    def keep_fact(self, fact: KnownFact) -> None:
        """Keep a new fact on record, or one that was withdrawn; nothing else of a fact ever changes."""

    def fact(self, fact: str) -> KnownFact:
        """A fact on record, withdrawn or not; raises NotFound."""

    def keep_ruling(self, ruling: KnownRuling) -> None:
        """Keep a ruling of the Commission as a precedent."""

    def resting_on(self, keys: Iterable[str]) -> tuple[CaseFile, ...]:
        """The files that news with one of these keys finds (`lifecycle.reopening.keys_of`), locked for this
        transaction, in order of reference."""

    def keep_retrospective(self, review: Retrospective) -> None:
        """Keep a new retrospective review."""

    def retrospective(self, reference: Reference) -> Retrospective:
        """A retrospective review, locked for this transaction; raises NotFound."""

    def stock(self, review: Retrospective, most: int) -> tuple[tuple[CaseFile, ...], bool]:
        """The next files on which a decision stands, locked, and whether they were the last ones."""

    def enrol(self, review: Retrospective, items: tuple[Item, ...], *, upto: Reference | None, complete: bool) -> None:
        """Keep these items; the stock goes on after `upto`."""

    def item(self, review: Retrospective, file: Reference) -> Item:
        """One item, locked for this transaction; raises NotFound."""

    def keep_item(self, item: Item) -> None:
        """Keep an item that was closed."""

    def found_in_order(self, review: Retrospective) -> tuple[Reference, ...]:
        """Items that were found in order and not drawn yet, in order of reference."""

    def sampled(self, review: Retrospective, files: Iterable[Reference], at: datetime) -> None:
        """These items were drawn by lot."""

    def ledger_page(self, kind: type[Page], reference: Reference) -> Page:
        """A page of the ledger (a measure, a reply, a draft …), locked for this transaction; raises NotFound."""

    def ledger_pages(self, kind: type[Page], *, about: str = "") -> tuple[Page, ...]:
        """Pages of a kind, about one bureau or file or all, open ones first."""

    def keep_page(self, page: LedgerPage) -> None:
        """Keep a new page, or one a version on; raises Changed."""

    def un_listed(self) -> Mapping[str, CaseFile]:
        """Live files of what the Security Council lists, by its references."""

    def dispute(self, dispute: Reference) -> Dispute:
        """A dispute, locked for this transaction; raises NotFound."""

    def open_disputes(self, bureau: BureauCode, source: BureauCode) -> tuple[Dispute, ...]:
        """The disputes of one bureau against items of one source that nobody has answered."""

    def is_disputed(self, file: Reference) -> bool:
        """Whether a dispute of the file waits for its answer."""

    def keep_dispute(self, dispute: Dispute) -> None:
        """Keep a new dispute, or one a version on; raises Changed."""

    def bureaus(self) -> tuple[BureauCode, ...]:
        """Every member bureau, in order of code."""

    def draft(self, draft: str) -> Draft:
        """An unsent form by its id; raises NotFound."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep a new or changed draft."""

    def drop_draft(self, draft: str) -> None:
        """The draft is gone: sent or given up. Silent when there is none."""


class Outbox(Protocol):
    """Messages waiting for the post."""

    def post(self, *, to: BureauCode, message: Message) -> None:
        """Put one message for one bureau into the outbox of this transaction."""


class Journal(Protocol):
    """The append-only record of processing (RPD 126)."""

    def append(self, event: Event) -> None:
        """Write down kind, reference, time, officer and seat of the event, and a keyed digest of the rest.

        The content of the event itself is never kept here.
        """
