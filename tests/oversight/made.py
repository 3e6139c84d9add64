"""Invented journals for figures: files told in a line each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

from article3.oversight.entry import Book, Entry

DAY = datetime(2025, 3, 3, 9, tzinfo=UTC)


class Journal:
    """Writes entries one after another, each with the next number."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._files = count(1)

    def write(self, what: str, reference: str, at: datetime, *, seat: str = "secretariat", officer: str = "first",
              **codes: str) -> Entry:
        """One entry."""
        entry = Entry(sequence=2 * len(self.entries), at=at, what=what, officer=officer, seat=seat,
                      reference=reference, codes=codes)
        self.entries.append(entry)
        return entry

    def file(self, at: datetime = DAY, *, source: str = "XA", channel: str = "notice_request", colour: str = "red",
             families: str = "violence") -> str:
        """A file begins."""
        reference = f"{next(self._files):032x}"
        self.write("CommunicationReceived", reference, at, seat=f"bureau:{source}", channel=channel,
                   colour=colour if channel == "notice_request" else "", families=families)
        self.write("ArrivalExamined", reference, at + timedelta(minutes=1))
        return reference

    def passed(self, at: datetime = DAY, *, days: float = 2, **of: str) -> str:
        """A notice that was published, a diffusion that was confirmed."""
        reference = self.file(at, **of)
        end = at + timedelta(days=days)
        self.write("DecisionTaken", reference, end, officer="second", first="first", public="compliant")
        self.write("ComplianceConfirmed" if of.get("channel") == "diffusion" else "NoticePublished", reference, end)
        return reference

    def refused(self, at: datetime = DAY, *, ground: str = "article_3", days: float = 3, owing: str = "", **of: str
                ) -> str:  # fmt: skip
        """A request that was refused, a diffusion that was recalled."""
        reference = self.file(at, **of)
        end = at + timedelta(days=days)
        public = ground if ground.startswith("article") else "other"
        self.write("DecisionTaken", reference, end, officer="second", first="first", ground=ground, public=public)
        if of.get("channel") == "diffusion":
            self.write("DiffusionRecalled", reference, end, owing=owing, public=public, code="not_compliant")
        else:
            self.write("RequestRefused", reference, end, public=public, code="refused")
        return reference

    @property
    def book(self) -> Book:
        """The journal as it is counted."""
        found = Book()
        found.add(self.entries)
        return found
