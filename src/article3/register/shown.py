"""From a row or document of the register to the record one sitting is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from article3.access.decision import Ties, levels_up_to, may_read, may_read_content
from article3.access.outward import Mark, Status
from article3.access.projection import CASE_FILE, CONTENT, for_recipient, without_blank
from article3.access.table import CONTENT as CONTENT_KIND
from article3.access.words import Form, Kind, Reading, Role, Standing
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import State
from article3.register import content, pages
from article3.register.arrivals import book as arrivals
from article3.register.columns import Heading, read_by_members, standing
from article3.register.models import File
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel, Colour, Level, Reference
from article3.terms.sitting import Sitting

assert set(CASE_FILE) == set(CaseFile.__dataclass_fields__), (
    f"fields without a place in the access table: {set(CASE_FILE) ^ set(CaseFile.__dataclass_fields__)}"
)

Opened = Callable[[bytes | memoryview, str], Heading]
"""How the heading of a row is opened, by its part."""
_STATUS = {State.RECEIVED: Status.RECEIVED, State.UNDER_REVIEW: Status.RECEIVED, State.RETURNED: Status.QUESTIONS}


def queue_row(row: File, *, assigned: bool) -> pages.QueueRow:
    """A line of the queue; names only for who is assigned."""
    return pages.QueueRow(
        **_head(row), state=row.state, names=_inside(row).latin if assigned else (),
        received_at=row.received_at, clock_at=row.clock_at, why=row.order_why, assigned=assigned,
        taken=bool(row.reviewer), awaits=row.awaits,
    )  # fmt: skip


def earlier_row(row: File) -> pages.EarlierRow:
    """That there is another file, and where it stands."""
    return pages.EarlierRow(**_head(row), state=row.state, received_at=row.received_at)


def readings(role: Role, clearance: Level, ties: Ties) -> dict[Kind | str, Reading]:
    """What this reader gets of each kind of data of one record."""
    found: dict[Kind | str, Reading] = {kind: may_read(kind, role, clearance, ties) for kind in Kind}
    found[CONTENT] = found[CONTENT_KIND[ties.standing]]
    return found


def case_page(file: CaseFile, read: dict[Kind | str, Reading], earlier: tuple[pages.EarlierRow, ...]) -> pages.CasePage:
    """A file with every field the reader may not read left out."""
    words = {kind.value: read[kind].extent.name.lower() for kind in Kind}
    return pages.CasePage(file=without_blank(file, read), version=file.version, readings=words, earlier=earlier)


def status(state: str) -> Status:
    """The only words a source reads about where its item stands."""
    return _STATUS.get(State(state)) or Status(state)


def own_row(row: File) -> pages.OwnRow:
    """A line of the bureau's own items."""
    head = _head(row)
    head.pop("source")
    return pages.OwnRow(
        **head, names=_inside(row).names, status=status(row.state), sent_at=row.received_at,
        clock_at=row.own_clock_at, questions_open=row.questions_open,
    )  # fmt: skip


def own_page(row: File, file: CaseFile, on: date) -> pages.OwnPage:
    """One own item for its source."""
    shown = read_by_members(file)
    suspended = [s.until for s in file.suspensions if s.ended_on is None and file.state is State.SUSPENDED]
    return pages.OwnPage(
        row=own_row(row), communication=file.communication,
        published=shown if shown != file.communication and file.channel is Channel.NOTICE_REQUEST else file.stands_as,
        questions=tuple(_question(question) for question in file.questions), outcome=outcome_of(file),
        caveats=() if undecided(file) else caveats_shown(file.caveats, on), restrictions=file.restrictions,
        valid_until=file.retention.until, retention_asked_on=file.retention.asked_on,
        suspended_until=max(suspended, default=None),
        consents=tuple(consent.for_its_owner() for consent in file.consents),
        converting=file.communication.channel if file.stands_as is not None else None, formerly=lives_shown(file),
    )  # fmt: skip


def consultation_shown(file: CaseFile, consultation: str, bureau: BureauCode | None) -> pages.ConsultationShown | None:
    """One consultation for the bureau that was asked; None when it was another."""
    for asked in file.consultations:
        if asked.id == consultation and asked.bureau == bureau:
            return pages.ConsultationShown(
                reference=file.reference, id=asked.id, question=asked.question, asked_on=asked.asked_on,
                deadline=asked.deadline, if_silent=asked.if_silent, reply=asked.reply, replied_on=asked.replied_on,
                open=asked.open,
            )  # fmt: skip
    return None


def person_rows(rows: Sequence[tuple[File, Ties]], role: Role | None, clearance: Level, on: date
                ) -> tuple[pages.PersonRow, ...]:  # fmt: skip
    """The lines of a list or search, for a reader of that role: their headings are opened with keys fetched in one
    step. A source or reviewer reads the text under examination, everybody else the one members read."""
    opened, inside = content.headings(row.shown for row, _ in rows), role in (Role.REVIEWER, Role.COMMISSION)
    return tuple(_person_row(row, may_read_content(role, clearance, ties), on, ties.mine or inside, opened)
                 for row, ties in rows)  # fmt: skip


def _person_row(row: File, read: Reading, on: date, inside: bool, opened: Opened) -> pages.PersonRow:
    """Nothing of the person where only an order to remove or a desk line may be read."""
    hidden = not read or read.form in (Form.RECALL_ORDER, Form.DESK_LINE, Form.NO_NAMES)
    read_by_all = Heading() if hidden else opened(row.shown, content.SHOWN)
    heading = opened(row.inside, content.INSIDE) if inside and not hidden else read_by_all
    return pages.PersonRow(
        **_head(row), mark=None if inside else mark(row), names=heading.names,
        latin_names=heading.latin, birth_dates=heading.birth_dates, nationalities=heading.nationalities,
        caveats=caveats_shown(read_by_all.caveats, on), shown_at=row.shown_at,
    )  # fmt: skip


def notice(row: File, file: CaseFile | None, sitting: Sitting, on: date) -> pages.PublishedNotice:
    """A record as it reached the reader's bureau; without its document only the order to remove or suspend is left."""
    bureau, cleared = sitting.bureau, levels_up_to(sitting.clearance)
    assert bureau is not None and row.reached_at is not None
    shown = read_by_members(file) if file is not None else None
    sent = for_recipient(shown, bureau, cleared) if shown else None
    if sent is not None:
        sent = replace(sent, attachments=arrivals.papers_let_on(sitting, row.reference, sent.attachments))
    return pages.PublishedNotice(
        **_head(row), mark=mark(row), communication=sent,
        level=Level(row.level), caveats=caveats_shown(file.caveats, on) if file is not None else (),
        reached_at=row.reached_at, valid_until=row.valid_until if file is not None else None,
        formerly=lives_shown(file) if file is not None else None,
    )  # fmt: skip


def mark(row: File) -> Mark:
    """What stands over a record at its recipients."""
    if row.state == State.SENT:
        return Mark.DELIVERED
    return {
        Standing.UNREVIEWED: Mark.UNREVIEWED,
        Standing.IN_FORCE: Mark.REVIEWED,
        Standing.SUSPENDED: Mark.SUSPENDED,
        Standing.REMOVED: Mark.REMOVE,
    }[Standing(row.standing)]


def caveats_shown(caveats: tuple[Caveat, ...], on: date) -> tuple[pages.CaveatShown, ...]:
    """The caveats that hold on that day."""
    held = [caveat for caveat in caveats if caveat.lifted_on is None or on < caveat.lifted_on]
    return tuple(pages.CaveatShown(kind=c.kind, text=c.text, since=c.added_on) for c in held)


def lives_shown(file: CaseFile) -> tuple[pages.LifeShown, ...] | None:
    """What the record was before its conversions: kind and days."""
    return tuple(pages.LifeShown(channel=life.channel, colour=life.text.colour, since=day_of(life.began_at),
                                 until=day_of(life.ended_at)) for life in file.former_lives) or None


def _inside(row: File) -> Heading:
    return content.heading(row.inside, content.INSIDE)


def _question(asked) -> pages.QuestionShown:
    wish = asked.more_time
    return pages.QuestionShown(
        id=asked.id, text=asked.text, field=asked.field, asked_on=asked.asked_on, deadline=asked.deadline,
        answer=asked.answer, answered_on=asked.answered_on, more_time_until=wish.until if wish else None,
        more_time_granted=wish.granted if wish else None,
    )  # fmt: skip


def outcome_of(file: CaseFile) -> pages.OutcomeShown | None:
    """The latest decision in its outward layer; internal reasons, grounds and dissent have no way here, nor has a
    decision that is not carried out yet."""
    unreviewed = file.state is State.SENT_UNREVIEWED  # of it only a refused conversion is told
    decisions = [review.decision for review in file.former_reviews if review.decision]
    last = max(decisions, key=lambda decision: decision.at, default=None)
    not_told = unreviewed and (last is None or last.resolution is not Resolution.REFUSE)
    if undecided(file) or not_told or not (decisions or file.ending):
        return None
    public, texts = (last.reasons.public, last.reasons.to_requester) if last else (None, ())
    if file.ending is not None and file.ending.public is not None:  # how it ended, whoever decided last before
        public, texts = file.ending.public, file.ending.texts
    return pages.OutcomeShown(
        status=status(file.state.value), on=file.ending.on if file.ending else last.at.date(), public=public,
        texts=texts,
    )  # fmt: skip


def undecided(file: CaseFile) -> bool:
    """Until the decision its source reads that it was received, and nothing that a review added."""
    return standing(file.state, reached=True) is Standing.UNDECIDED


def _head(row: File) -> dict[str, object]:
    return {
        "reference": Reference(row.reference), "channel": Channel(row.channel),
        "colour": Colour(row.colour) if row.colour else None, "source": BureauCode(row.source),
    }  # fmt: skip
