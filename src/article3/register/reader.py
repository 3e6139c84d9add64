"""The only way to read the Organization's files: (who, why) in, filtered and projected records out.

Filter first, then order and page; no totals; absent and forbidden are the same `NotFound`. Every reading of named
persons leaves one journal entry with its reason before anything is handed out: no entry, no reading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from article3.access.decision import may_read, may_read_content
from article3.access.filters import Tie
from article3.access.why import Why
from article3.access.words import BLANK, Extent, Kind, Reading, Role
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.case_file import Draft as DraftRecord
from article3.lifecycle.diffusion import addressed
from article3.lifecycle.states import State
from article3.register import attachments, finding, heard, paging, shown, untold
from article3.register import cursor as cursors
from article3.register.alike import candidates
from article3.register.desk_filters import queue_clock, queue_part, stated
from article3.register.files import draft_record, open_document, plain
from article3.register.known import history
from article3.register.models import Draft, File
from article3.register.pages import (
    Attachment,
    CasePage,
    ConsultationShown,
    EarlierRow,
    NotFound,
    OwnPage,
    OwnRow,
    Page,
    PersonRow,
    PublishedNotice,
    Query,
    QueueRow,
)
from article3.register.past import digest_of
from article3.register.sight import Sight
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

Noter = Callable[..., None]
"""Writes the journal entry of a reading: `note(what, references=(...), about=...)`; raises when it cannot."""
LARGEST_PAGE = paging.LARGEST_PAGE
_LISTED = ("body",)  # what a list does not fetch
_SEARCHING = Role.BUREAU, Role.REVIEWER, Role.COMMISSION, Role.FRONT_LINE


class Reader:
    """One sitting's eyes, for one stated reason. Made by `wiring.reader` only."""

    def __init__(self, sitting: Sitting, why: Why, at: datetime, note: Noter) -> None:
        self.sitting, self.why, self.at, self._note = sitting, why, at, note
        self._on = day_of(at)
        self._sight = Sight(sitting, self._on)

    @staticmethod
    def in_sight(sitting: Sitting, at: datetime, reference: Reference) -> bool:
        """Whether the sitting may know that there is such a file: asked by wiring before an act, shown to nobody."""
        return File.objects.filter(Sight(sitting, day_of(at)).content(), pk=plain(reference)).exists()

    # --- the desk

    def queue(self, cursor: str = "", size: int = 50, *, only: str = "", channel: str = "", colour: str = "",
              clock: str = "") -> Page[QueueRow]:  # fmt: skip
        """The desk's waiting files, the most harmful and most urgent first.

        `only`: "mine" (reviewed by the reader), "free" (nobody reviews it), "second" (waits for this reader's word),
        "held" (at the gateway).
        `clock`: "late" (its day has passed), "soon" (within five days), "fine" (later, or no clock).
        """
        self._require(Role.REVIEWER)
        rows = self._files().filter(self._sight.content(), queue_part(only, self.sitting), waiting=True)
        rows = rows.filter(queue_clock(clock, self._on), **stated(channel=channel, colour=colour))
        found, after = paging.page(rows.order_by("order_key", "reference"), cursors.read(cursor), size, "order_key")
        self._note("queue", references=[row.reference for row in found if row.tie_assigned_to_me])
        return Page(tuple(shown.queue_row(row, assigned=row.tie_assigned_to_me) for row in found), after)

    def case(self, reference: Reference) -> CasePage:
        """One file, for a reviewer who took it up or whose word it waits for, and for oversight without names."""
        if self._sight.role not in (Role.REVIEWER, Role.COMMISSION, Role.OVERSIGHT):
            raise NotFound
        row = self._one(reference, Q())
        read = shown.readings(self._sight.role, self.sitting.clearance, self._sight.ties_of(row))
        if not read[Kind.REVIEW]:  # a desk line is no page
            raise NotFound
        file = open_document(row.body)
        earlier = self._earlier(file) if read[Kind.REVIEW].extent is Extent.FULL else ()
        return self._shown("case", reference, shown.case_page(file, read, earlier))

    def then(self, reference: Reference, known_at: datetime) -> CaseFile:
        """A file whole as it was known at an instant, for the Commission. Raises NotFound where there was none."""
        self._require(Role.COMMISSION)
        try:
            found = history.then(plain(reference), known_at).file
        except history.Erased:
            raise NotFound from None
        self._note("then", references=[reference], about=known_at.isoformat())
        return found

    # --- what a bureau sent

    def own_items(self, cursor: str = "", size: int = 50) -> Page[OwnRow]:
        """What this bureau sent, the newest first."""
        rows = self._files().filter(self._sight.content(), self._mine())
        found, after = paging.newest(rows, cursor, size)
        self._note("own_items", references=[row.reference for row in found])
        return Page(tuple(shown.own_row(row) for row in self._told(found)), after)

    def own_item(self, reference: Reference) -> OwnPage:
        """One of this bureau's own items. Raises NotFound for absent and forbidden alike."""
        row = self._own(reference)
        return self._shown("own_item", reference, shown.own_page(row, open_document(row.body), self._on))

    def drafts(self) -> tuple[DraftRecord, ...]:
        """The unsent forms of this bureau, the latest first; at most a hundred."""
        rows = Draft.objects.filter(bureau=self._bureau()).order_by("-kept_at", "id")[:LARGEST_PAGE]
        return tuple(draft_record(row) for row in rows)

    def draft(self, draft: str) -> DraftRecord:
        """One unsent form of this bureau. Raises NotFound for absent and foreign alike."""
        if (row := Draft.objects.filter(pk=plain(draft), bureau=self._bureau()).first()) is None:
            raise NotFound
        return draft_record(row)

    def consultations(self, cursor: str = "", size: int = 50) -> Page[ConsultationShown]:
        """What this bureau was asked, the newest first: its own questions and replies, nothing of the files."""
        about_me = self._asked_me()
        asked = self._sight.asked().filter(file__in=about_me).select_related("file")
        keyed = asked.order_by("-asked_on", "consultation")
        found, after = paging.page(keyed, cursors.read_on(cursor), size, "-asked_on", then="consultation")
        self._note("consultations", references=[row.file_id for row in found])
        return Page(tuple(self._consultation(row.file, row.consultation) for row in found), after)

    def consultation(self, reference: Reference, consultation: str) -> ConsultationShown:
        """One consultation of this bureau. Raises NotFound for absent and forbidden alike."""
        row = File.objects.filter(self._sight.kind(Kind.CONSULTATION), pk=plain(reference)).only("body").first()
        if row is None or not self._sight.asked().filter(file=row.pk, consultation=plain(consultation)).exists():
            raise NotFound
        return self._shown("consultation", reference, self._consultation(row, consultation))

    # --- what reached a bureau

    def incoming(self, cursor: str = "", size: int = 50) -> Page[PersonRow]:
        """What was published to or reached this bureau, the newest first, with the orders to remove among it."""
        rows = self._files().filter(self._reached())
        found, after = paging.newest(rows, cursor, size)
        self._note("incoming", references=[row.reference for row in found])
        return Page(self._person_rows(found), after)

    def incoming_state(self, cursor: str = "", size: int = 50, *, only: str = "") -> str:
        """A digest of what `incoming` (or one record of it) shows and of nothing else: told again, an open page asks
        whether it still holds. It says nothing of anybody, so no reading is written down."""
        rows = self._files().filter(self._reached(), **({"pk": plain(only)} if only else {}))
        found = paging.newest(rows, cursor, size)[0]
        return digest_of([self._reached_as(row) for row in found] if only else list(self._person_rows(found)))

    def published(self, reference: Reference) -> PublishedNotice:
        """One record as it reached this bureau. Raises NotFound for absent and forbidden alike."""
        return self._shown("published", reference, self._reached_as(self._one(reference, self._reached())))

    def delivery(self, reference: Reference) -> Reading:
        """How much of a file's deliveries this sitting may read: all, its own, or sums. Raises NotFound."""
        row = File.objects.annotate(**self._sight.annotations()).filter(pk=plain(reference)).first()
        ties = None if row is None else replace(self._sight.ties_of(row), concerns_me=True)  # its own among them
        read = may_read(Kind.DELIVERY, self._sight.role, self.sitting.clearance, ties) if ties else BLANK
        if not read:
            raise NotFound
        return read

    def addressed(self, reference: Reference) -> int | None:
        """Of an own diffusion or message: to how many it was sent, which is all its source is told before it is
        reviewed, held at the gateway or not; None when the deliveries themselves may be told."""
        row = self._own(reference)
        if row.channel == Channel.NOTICE_REQUEST or row.state == State.REVIEWED:
            return None
        return len(addressed(open_document(row.body)))

    def attachment(self, reference: Reference, sha256: str) -> tuple[Attachment, bytes]:
        """One paper of a record the sitting may read, up to its clearance: opaque bytes, for download only."""
        for attachment in self._attachments(reference):
            if attachment.sha256 == sha256:
                self._note("attachment", references=[reference], about=sha256)
                return attachment, attachments.read(sha256)
        raise NotFound

    # --- persons

    def search(self, query: Query, cursor: str = "", size: int = 25) -> Page[PersonRow]:
        """Persons among what this sitting may read. Raises Refused when the query is empty or too short."""
        self._searches()
        rows = self._files().filter(finding.matches(query, self.sitting.bureau), self._sight.content())
        found, after = paging.newest(rows, cursor, size)
        self._note("search", references=[row.reference for row in found], about=repr(query))
        return Page(self._person_rows(self._told(found)), after)

    def alike(self, asked: heard.Asked, like: heard.Like, only: str = "") -> heard.Alike:
        """Persons in any script and spelling, among what this sitting may read: those whom `like` keeps, and nobody
        else. `only`: in one record. Raises Refused."""
        self._searches()
        rows, cut = heard.rows(self._files().filter(self._sight.content()), asked, self.sitting.bureau, plain(only))
        rows = self._told(rows)
        found = tuple(told for row, told in zip(rows, self._person_rows(rows), strict=True)
                      if like(told, row.holds_paper))  # fmt: skip
        self._note("search", references=[row.reference for row in found], about=repr(asked))
        return heard.Alike(rows=found, cut=cut)

    # --- inside

    def _searches(self) -> None:
        if self._sight.role not in _SEARCHING:
            raise Refused("This seat does not search for persons.")

    def _shown(self, what: str, reference: Reference, record: Any) -> Any:
        """The record, once its entry is written: with a digest that can later prove what was shown."""
        self._note(what, references=[reference], about=digest_of(record))
        return record

    def _files(self) -> QuerySet[File]:
        return File.objects.annotate(**self._sight.annotations()).defer(*_LISTED)

    def _one(self, reference: Reference, among: Q) -> File:
        rows = File.objects.annotate(**self._sight.annotations())
        row = rows.filter(self._sight.content() | self._orders(), among, pk=plain(reference)).first()
        if row is None:
            raise NotFound
        return row

    def _own(self, reference: Reference) -> File:
        found: File = self._told([self._one(reference, self._mine())])[0]
        return found

    def _told(self, rows: list[Any]) -> list[Any]:
        """A bureau's own rows as they stand for it: what came of them is read at the beat."""
        return untold.as_told(rows, self.sitting.bureau if self._sight.role is Role.BUREAU else None, self.at)

    def _require(self, role: Role) -> None:
        if self._sight.role is not role:
            raise NotFound

    def _bureau(self) -> BureauCode:
        if self._sight.role is not Role.BUREAU or self.sitting.bureau is None:
            raise NotFound
        return self.sitting.bureau

    def _mine(self) -> Q:
        return Q(source=self._bureau())

    def _reached(self) -> Q:
        """Another bureau's record that reached this one, to read or to remove; at its desk what a hit restricted."""
        if self._sight.role is Role.DESK:
            return Q(reached_at__isnull=False)
        reached = ~self._mine() & self._sight.tie(Tie.REACHED_ME) & Q(reached_at__isnull=False)
        return reached & (self._sight.content() | self._orders())

    def _reached_as(self, row: File) -> PublishedNotice:
        content = may_read_content(self._sight.role, self.sitting.clearance, self._sight.ties_of(row))
        return shown.notice(row, open_document(row.body) if content else None, self.sitting, self._on)

    def _orders(self) -> Q:
        """Records of which nothing but the outward decision is left to read."""
        return self._sight.kind(Kind.DECISION_TEXT)

    def _asked_me(self) -> QuerySet[File]:
        self._bureau()
        return File.objects.filter(self._sight.kind(Kind.CONSULTATION))

    def _consultation(self, row: File, consultation: str) -> ConsultationShown:
        if (found := shown.consultation_shown(open_document(row.body), consultation, self.sitting.bureau)) is None:
            raise NotFound
        return found

    def _person_rows(self, rows: Sequence[File]) -> tuple[PersonRow, ...]:
        tied = [(row, self._sight.ties_of(row)) for row in rows]
        return shown.person_rows(tied, self._sight.role, self.sitting.clearance, self._on)

    def _earlier(self, file: CaseFile) -> tuple[EarlierRow, ...]:
        among = [file.reference, *candidates(file)]  # itself, so that the query is made whatever was found
        rows = self._files().filter(self._sight.content(), pk__in=among).order_by("-shown_at", "reference")
        found = [row for row in rows[: LARGEST_PAGE + 1] if row.reference != file.reference]
        return tuple(shown.earlier_row(row) for row in found[:LARGEST_PAGE])

    def _attachments(self, reference: Reference) -> Sequence[Attachment]:
        if self._sight.role not in (Role.BUREAU, Role.DESK):
            return self.case(reference).file.communication.attachments
        row = self._told([self._one(reference, Q())])[0]
        if row.source == self.sitting.bureau:
            return open_document(row.body).communication.attachments
        notice = self.published(reference)
        return notice.communication.attachments if notice.communication else ()
