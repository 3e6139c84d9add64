"""Plain in-memory stand-ins for the ports of `acts/ports.py`: a register, an outbox and a journal in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Changed, NotFound
from article3.law.offences import classify
from article3.lifecycle.case_file import CaseFile, Draft
from article3.lifecycle.dispute import Dispute
from article3.lifecycle.events import Event
from article3.lifecycle.reopening import STANDING, keys_of
from article3.lifecycle.retrospective import Item, ItemOutcome, Retrospective
from article3.lifecycle.routing import RoutingMeasure
from article3.lifecycle.states import ENDED
from article3.reentry.features import Features, features
from article3.reentry.marks import Trace, grounds_of, holds, trace
from article3.reentry.weighing import Likeness, weigh
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import UNITED_NATIONS, BureauCode, Communication, Reference
from article3.terms.knowledge import KnownFact, KnownRuling

KEY = b"a key of the tests, 32 bytes long"[:32]


@dataclass
class MemoryRegister:
    """Files and drafts by id. A file may be about the same person when a family name and a birth year are the same."""

    members: tuple[BureauCode, ...]
    files: dict[Reference, CaseFile] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    traces: dict[Reference, Trace] = field(default_factory=dict)
    measures: dict[Reference, RoutingMeasure] = field(default_factory=dict)
    disputes: dict[Reference, Dispute] = field(default_factory=dict)
    ledger: dict[Reference, Any] = field(default_factory=dict)
    facts: dict[str, KnownFact] = field(default_factory=dict)
    rulings: dict[str, KnownRuling] = field(default_factory=dict)
    retrospectives: dict[Reference, Retrospective] = field(default_factory=dict)
    items: dict[tuple[Reference, Reference], Item] = field(default_factory=dict)
    cursors: dict[Reference, str] = field(default_factory=dict)

    def file(self, reference: Reference) -> CaseFile:
        if reference not in self.files:
            raise NotFound
        return self.files[reference]

    def add(self, file: CaseFile) -> None:
        if file.reference in self.files:
            raise Changed
        self.files[file.reference] = file

    def keep(self, file: CaseFile) -> None:
        if self.files[file.reference].version != file.version - 1:
            raise Changed
        self.files[file.reference] = file

    def files_on_person(self, file: CaseFile) -> tuple[CaseFile, ...]:
        return tuple(other for other in self.files.values()
                     if other.reference != file.reference and _marks(other) & _marks(file))

    def remember(self, file: CaseFile, grounds: tuple[RefusedOn, ...]) -> None:
        said = tuple(_features(text) for text in (file.communication, *(a.former for a in file.amendments)))
        self.traces[file.reference] = trace(said, reference=file.reference, since=file.received_at, grounds=grounds,
                                            key=KEY)

    def repeats(self, file: CaseFile) -> tuple[Likeness, ...]:
        sent, found = _features(file.communication), []
        for kept in self.traces.values():
            has = holds(kept, KEY)
            evidence = weigh(sent, has) if kept.reference != file.reference else None
            if evidence is not None:
                found.append(Likeness(reference=kept.reference, points=evidence.points, because=evidence.because,
                                      refused_on=grounds_of(has)))
        return tuple(sorted(found, key=lambda like: (-like.points, like.reference)))

    def routing(self, reference: Reference) -> RoutingMeasure:
        if reference not in self.measures:
            raise NotFound
        return self.measures[reference]

    def routings(self, bureau: BureauCode) -> tuple[RoutingMeasure, ...]:
        return tuple(measure for measure in self.measures.values() if measure.bureau == bureau)

    def keep_routing(self, measure: RoutingMeasure) -> None:
        former = self.measures.get(measure.reference)
        if (former.version if former else 0) != measure.version - 1:
            raise Changed
        self.measures[measure.reference] = measure

    def keep_fact(self, fact: KnownFact) -> None:
        self.facts[fact.id] = fact

    def fact(self, fact: str) -> KnownFact:
        if fact not in self.facts:
            raise NotFound
        return self.facts[fact]

    def keep_ruling(self, ruling: KnownRuling) -> None:
        self.rulings[ruling.id] = ruling

    def resting_on(self, keys: Iterable[str]) -> tuple[CaseFile, ...]:
        asked = set(keys)
        return tuple(file for _, file in sorted(self.files.items()) if asked & set(keys_of(file)))

    def keep_retrospective(self, review: Retrospective) -> None:
        self.retrospectives[review.id] = review

    def retrospective(self, reference: Reference) -> Retrospective:
        if reference not in self.retrospectives:
            raise NotFound
        return self.retrospectives[reference]

    def stock(self, review: Retrospective, most: int) -> tuple[tuple[CaseFile, ...], bool]:
        rest = [file for _, file in sorted(self.files.items())
                if file.state in STANDING and file.reference > self.cursors.get(review.id, "")]
        return tuple(rest[:most]), len(rest) < most

    def enrol(self, review: Retrospective, items: tuple[Item, ...], *, upto: Reference | None, complete: bool) -> None:
        self.items |= {(item.retrospective, item.file): item for item in items}
        self.cursors[review.id] = upto or self.cursors.get(review.id, "")
        self.retrospectives[review.id] = replace(review, complete=complete)

    def item(self, review: Retrospective, file: Reference) -> Item:
        if (review.id, file) not in self.items:
            raise NotFound
        return self.items[review.id, file]

    def keep_item(self, item: Item) -> None:
        self.items[item.retrospective, item.file] = item

    def found_in_order(self, review: Retrospective) -> tuple[Reference, ...]:
        return tuple(sorted(item.file for item in self.items.values() if item.retrospective == review.id
                            and item.outcome is ItemOutcome.STANDS and item.sampled_at is None))

    def sampled(self, review: Retrospective, files: Iterable[Reference], at: datetime) -> None:
        for file in files:
            self.items[review.id, file] = replace(self.items[review.id, file], sampled_at=at)

    def un_listed(self) -> dict[str, CaseFile]:
        return {file.communication.un_reference: file for file in self.files.values()
                if file.source == UNITED_NATIONS and file.state not in ENDED}

    def ledger_page(self, kind: type, reference: Reference) -> Any:
        page = self.ledger.get(reference)
        if not isinstance(page, kind):
            raise NotFound
        return page

    def ledger_pages(self, kind: type, *, about: str = "") -> tuple[Any, ...]:
        return tuple(page for page in self.ledger.values()
                     if isinstance(page, kind) and (not about or page.about == about))

    def keep_page(self, page: Any) -> None:
        former = self.ledger.get(page.reference)
        if (former.version if former else 0) != page.version - 1:
            raise Changed
        self.ledger[page.reference] = page

    def dispute(self, dispute: Reference) -> Dispute:
        if dispute not in self.disputes:
            raise NotFound
        return self.disputes[dispute]

    def open_disputes(self, bureau: BureauCode, source: BureauCode) -> tuple[Dispute, ...]:
        return tuple(each for each in self.disputes.values() if each.open and (each.bureau, each.source) == (
            bureau, source))

    def is_disputed(self, file: Reference) -> bool:
        return any(each.open and each.file == file for each in self.disputes.values())

    def keep_dispute(self, dispute: Dispute) -> None:
        self.disputes[dispute.reference] = dispute

    def bureaus(self) -> tuple[BureauCode, ...]:
        return self.members

    def draft(self, draft: str) -> Draft:
        if draft not in self.drafts:
            raise NotFound
        return self.drafts[draft]

    def keep_draft(self, draft: Draft) -> None:
        self.drafts[draft.id] = draft

    def drop_draft(self, draft: str) -> None:
        self.drafts.pop(draft, None)


def _features(sent: Communication) -> Features:
    read = [classify(charge.text, charge.translation) for charge in sent.charges]
    return features(sent, {str(each) for found in read for each in (*found.kinds, *found.matters)})


def _marks(file: CaseFile) -> set[tuple[str, int | None]]:
    person = file.communication.person
    if person is None:
        return set()
    return {(name.family.casefold(), birth.year) for name in person.names for birth in person.birth_dates}


@dataclass
class MemoryOutbox:
    """Messages in the order they were posted."""

    posted: list[tuple[BureauCode, Message]] = field(default_factory=list)

    def post(self, *, to: BureauCode, message: Message) -> None:
        self.posted.append((to, message))

    def of(self, kind: MessageKind) -> list[BureauCode]:
        """Who was sent a message of that kind."""
        return [to for to, message in self.posted if message.kind is kind]


@dataclass
class MemoryJournal:
    """Events in the order they were written."""

    entries: list[Event] = field(default_factory=list)

    def append(self, event: Event) -> None:
        self.entries.append(event)
