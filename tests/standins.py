"""Plain in-memory stand-ins for the ports of `acts/ports.py`: a register, an outbox and a journal in lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Changed, NotFound
from article3.lifecycle.case_file import CaseFile, Draft
from article3.lifecycle.events import Event
from article3.terms.communication import BureauCode, Reference


@dataclass
class MemoryRegister:
    """Files and drafts by id. A file may be about the same person when a family name and a birth year are the same."""

    members: tuple[BureauCode, ...]
    files: dict[Reference, CaseFile] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

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
