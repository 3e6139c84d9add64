"""The register's adapter: files are added, read whole for an act, and kept one version on. Pages use Reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q

from article3 import keyring
from article3.access.words import Standing
from article3.acts.ports import Changed, NotFound
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.case_file import Draft as DraftRecord
from article3.lifecycle.routing import RoutingMeasure
from article3.lifecycle.states import ENDED
from article3.reentry.weighing import Likeness
from article3.register import at_the_gateway, columns, content, erasing, heard, routings, traces, untold
from article3.register.alike import CANDIDATES_AT_MOST, candidates
from article3.register.arrivals import book as arrivals
from article3.register.disputes.shelf import Disputes
from article3.register.fixed_copies.models import CopyOf, SearchOwed
from article3.register.known import history, record
from article3.register.known.models import Rests
from article3.register.known.shelf import Knowledge
from article3.register.ledger.pages import LedgerPages
from article3.register.models import (
    Assigned,
    BirthSpan,
    Consulted,
    Denied,
    DocumentNumber,
    Draft,
    File,
    HeardWord,
    NameKey,
    Nationality,
    PaperOf,
    Recipient,
)
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import UNITED_NATIONS, BureauCode, Reference

_INDEX: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "words": (NameKey, ("word", "shown")),
    "heard": (HeardWord, ("word", "alone", "shown")),
    "countries": (Nationality, ("country", "shown")),
    "numbers": (DocumentNumber, ("number", "shown")),
    "births": (BirthSpan, ("earliest", "latest", "shown")),
    "denied": (Denied, ("bureau", "since", "lifted_on")),
    "consulted": (Consulted, ("bureau", "consultation", "asked_on", "open")),
    "assigned": (Assigned, ("officer", "barred")),
    "recipients": (Recipient, ("bureau",)),
    "rests": (Rests, ("key",)),
    "papers": (PaperOf, ("sha256",)),
    "copies": (CopyOf, ("sha256",)),
    "owed": (SearchOwed, ("search", "at")),
}
_NEVER_TAKEN_AWAY = frozenset({"recipients"})
_BATCH = 500


class Files(Knowledge, LedgerPages, Disputes):
    """The Organization's files. Used inside one transaction, opened by wiring; `at`: the instant of the act."""

    at: datetime | None = None
    beat: datetime | None = None
    """The beat at which sources read what comes of this act; None: nothing waits."""

    def __init__(self, *, bureaus: Callable[[], tuple[BureauCode, ...]], order: columns.Order | None) -> None:
        self._bureaus, self._order = bureaus, order
        self.untold: dict[Reference, tuple[BureauCode, datetime]] = {}  # whose source reads it later, and when

    def file(self, reference: Reference) -> CaseFile:
        """The file, locked for this transaction; raises NotFound."""
        row = File.objects.select_for_update().filter(reference=plain(reference)).only("body").first()
        if row is None:
            raise NotFound
        return open_document(row.body)

    def add(self, file: CaseFile) -> None:
        """Keep a new file; raises Changed when the reference is taken."""
        try:
            with transaction.atomic():
                self.add_many([file])
        except IntegrityError as taken:
            raise Changed from taken

    def add_copy(self, file: CaseFile, reached_at: datetime | None) -> None:
        """Keep a copy of another installation's file as one's own; `reached_at` outlives its content."""
        self._add_batch([file], reached_at)

    def add_many(self, files: Iterable[CaseFile]) -> None:
        """Keep many new files. Raises IntegrityError when one of them is there already: call it in a transaction."""
        coming = iter(files)
        while batch := list(islice(coming, _BATCH)):
            self._add_batch(batch)

    def _add_batch(self, files: list[CaseFile], reached_at: datetime | None = None) -> None:
        kept: list[File] = []
        beside: dict[str, list[models.Model]] = {name: [] for name in _INDEX}
        keys = keyring.keys(file.reference for file in files if file.deleted_on is None)
        for file in files:
            rows = columns.index_rows(file)
            seal = content.seal_of(file, keys.get(file.reference))
            kept.append(self._row(file, rows, content.text(file), seal, reached_at=reached_at))
            for name, found in _beside(file, rows).items():
                beside[name] += found
        File.objects.bulk_create(kept, batch_size=200)
        for name, found in beside.items():
            _INDEX[name][0].objects.bulk_create(found, batch_size=500)
        heard.file_words(row.word for row in beside["heard"])
        for file, row in zip(files, kept, strict=True):
            arrivals.expect(file, row.reached_at)

    def keep(self, file: CaseFile) -> None:
        """Keep a file one version on; raises Changed when the stored version is not `file.version - 1`."""
        before = File.objects.filter(reference=file.reference, version=file.version - 1)
        stored = before.values_list("reached_at", "index_digest", "body").first()
        if stored is None:
            raise Changed
        at = self.at or (file.timeline[-1].at if file.timeline else file.received_at)
        waits = untold.hold_back(stored[2], file, at, self.beat)
        self.untold |= waits
        rows = untold.kept_findable(file, columns.index_rows(file)) if waits else columns.index_rows(file)
        text = content.text(file)
        seal = content.seal_of(file, None if file.deleted_on else keyring.key(file.reference))
        row = self._row(file, rows, text, seal, reached_at=stored[0])
        changed = before.update(**{f.attname: getattr(row, f.attname) for f in File._meta.fields if not f.primary_key})
        if changed != 1:
            raise Changed
        papers = _papers(file.reference)
        if bytes(stored[1]) != row.index_digest:
            _rewrite(file, rows)
        _remembered(file, content.opened(stored[2]), text, stored[0], papers, at)
        arrivals.expect(file, row.reached_at)

    def files_on_person(self, file: CaseFile) -> tuple[CaseFile, ...]:
        """Other files, of any source and state, that may be about the same person. Candidates, not findings."""
        found = File.objects.filter(reference__in=candidates(file)).only("body").order_by("-received_at", "reference")
        return tuple(open_document(row.body) for row in reversed(found[:CANDIDATES_AT_MOST]))

    def remember(self, file: CaseFile, grounds: tuple[RefusedOn, ...]) -> None:
        """Keep what the file is known again by, behind the key, for good."""
        traces.remember(file, grounds, settings.TRACE_KEY)

    def repeats(self, file: CaseFile) -> tuple[Likeness, ...]:
        """The refused, recalled and cancelled files this one may repeat, their data erased or not."""
        return traces.repeats(file, settings.TRACE_KEY)

    def routing(self, reference: Reference) -> RoutingMeasure:
        """A routing measure, locked for this transaction; raises NotFound."""
        return routings.one(reference)

    def routings(self, bureau: BureauCode) -> tuple[RoutingMeasure, ...]:
        """The routing measures on one bureau."""
        return routings.several(bureau)

    def keep_routing(self, measure: RoutingMeasure) -> None:
        """Keep a new measure, or one a version on; raises Changed."""
        routings.keep(measure)

    def arriving(self, *, apart_from: BureauCode | None, most: int) -> list[Reference]:
        """Files the gateway has not looked at, each source's oldest in turns; without those of one bureau."""
        return at_the_gateway.in_turns(apart_from=apart_from, most=most)

    def is_empty(self) -> bool:
        """True before the first file."""
        return not File.objects.exists()

    def due(self, on: date, ask_until: date) -> list[Reference]:
        """Files on which a day has passed, or whose source is to be asked whether the data are still needed."""
        over = Q(valid_until__lt=on)  # ended or not: the data go
        passed = Q(clock_at__lt=on) | Q(own_clock_at__lt=on)
        to_ask = Q(retention_asked=False, valid_until__lte=ask_until)
        ended = (Standing.REMOVED.value, Standing.UNSEEN.value)
        live = (passed | to_ask) & ~Q(standing__in=ended)
        found = File.objects.filter(over | live).order_by("valid_until", "reference")
        return [Reference(reference) for reference in found.values_list("reference", flat=True)]

    def un_listed(self) -> dict[str, CaseFile]:
        """Live files of what the Security Council lists, by its references."""
        ended = [state.value for state in ENDED]
        rows = File.objects.filter(source=UNITED_NATIONS, emptied=False).exclude(state__in=ended).only("body")
        files = (open_document(row.body) for row in rows.iterator(chunk_size=500))
        return {file.communication.un_reference: file for file in files}

    def bureaus(self) -> tuple[BureauCode, ...]:
        """Every member bureau, in order of code."""
        return self._bureaus()

    def draft(self, draft: str) -> DraftRecord:
        """An unsent form by its id; raises NotFound."""
        row = Draft.objects.filter(pk=plain(draft)).first()
        if row is None:
            raise NotFound
        return draft_record(row)

    def keep_draft(self, draft: DraftRecord) -> None:
        """Keep a new or changed draft."""
        values: dict[str, Any] = {field: getattr(draft, field) for field in ("bureau", "kept_by", "kept_at")}
        values["sealed"] = content.sealed_form(draft.id, draft.title, draft.form_json)
        Draft.objects.update_or_create(id=draft.id, defaults=values)

    def drop_draft(self, draft: str) -> None:
        """The draft is gone: sent or given up. Silent when there is none."""
        Draft.objects.filter(pk=draft).delete()
        transaction.on_commit(lambda: keyring.drop(f"draft:{draft}"))

    def put_back(self, left: CaseFile, reached_at: datetime | None) -> None:
        """What is left after an erasure takes the place of an older state of the file, whatever that was."""
        rows = columns.index_rows(left)
        row = self._row(left, rows, content.text(left), content.seal_of(left, None), reached_at=reached_at)
        values = {f.attname: getattr(row, f.attname) for f in File._meta.fields if not f.primary_key}
        File.objects.filter(reference=left.reference).update(**values)
        _rewrite(left, rows)

    def _row(self, file: CaseFile, rows: dict[str, Any], text: bytes, seal: content.Seal, *, reached_at: Any) -> File:
        values = columns.columns(file, reached_at=reached_at, order=self._order)
        sealed = {part: seal(part, values.pop(part)) for part in (content.INSIDE, content.SHOWN)}
        body = seal(content.BODY, content.packed(text))
        return File(**values, **sealed, index_digest=columns.digest(rows), body=body)


def _remembered(file: CaseFile, former: bytes, new: bytes, reached_at: datetime | None, papers: list[str],
                until: datetime) -> None:  # fmt: skip
    """The former version is put away; where the content goes, it goes from every version and from what was known."""
    before = history.decoded(former)
    put = history.put_away(former, new, reached_at, until)
    put.body = keyring.seal(file.reference, content.FORMER, put.body) if file.deleted_on is None else b""
    put.save(force_insert=True)
    if file.deleted_on is not None and before.deleted_on is None:
        history.erase(file.reference)
        erasing.expect(file, papers, record.forget(before))


def _papers(reference: str) -> list[str]:
    return list(PaperOf.objects.filter(file=reference).values_list("sha256", flat=True))


def plain(given: str) -> str:
    """An id as it may be asked for; what no database takes as a text is the id of nothing."""
    if not given.isprintable():
        raise NotFound
    return given


def open_document(body: bytes | memoryview) -> CaseFile:
    """The document of a row as the record it was made from. Raises keyring.Erased when its key was destroyed."""
    return content.document(body)


def draft_record(row: Draft) -> DraftRecord:
    """A draft's row as the record."""
    title, form_json = content.draft_form(row)
    return DraftRecord(
        id=row.id, bureau=BureauCode(row.bureau), kept_by=row.kept_by, kept_at=row.kept_at, title=title,
        form_json=form_json,
    )  # fmt: skip


def tell_source(reference: Reference) -> None:
    """The beat of a file has come: its source reads it as it is, and what it no longer says is no longer found."""
    untold.forget(reference)
    row = File.objects.filter(pk=reference).only("body", "emptied").first()
    if row is not None and row.emptied:
        index_anew(open_document(row.body))


def index_anew(file: CaseFile) -> None:
    """The rows beside a file are made again from its document."""
    _rewrite(file, columns.index_rows(file))


def _beside(file: CaseFile, rows: dict[str, tuple[tuple[Any, ...], ...]]) -> dict[str, list[models.Model]]:
    made: dict[str, list[models.Model]] = {}
    for name, (table, fields) in _INDEX.items():
        own = {"source": file.source} if any(field.name == "source" for field in table._meta.fields) else {}
        made[name] = [
            table(file_id=file.reference, **own, **dict(zip(fields, row, strict=True))) for row in rows[name]
        ]
    return made


def _rewrite(file: CaseFile, rows: dict[str, tuple[tuple[Any, ...], ...]]) -> None:
    for name, found in _beside(file, rows).items():
        table = _INDEX[name][0]
        if name in _NEVER_TAKEN_AWAY:
            table.objects.bulk_create(found, ignore_conflicts=True)
        else:
            table.objects.filter(file_id=file.reference).delete()
            table.objects.bulk_create(found)
    heard.file_words(word for word, *_ in rows["heard"])
