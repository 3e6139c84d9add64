"""From a case file to the columns and index rows beside it. Everything here can be made again from the document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from article3.access.decision import LEVELS
from article3.access.words import Standing
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import BEFORE_DECISION, ENDED, IN_FORCE, State
from article3.register import folding, heard
from article3.register.known.record import rests
from article3.terms.communication import Channel, Communication, CountryCode, Level
from article3.terms.reasons import CaveatKind

Order = Callable[[CaseFile], "DeskPlace"]
"""Where a waiting file stands in the queue; given by wiring, which knows the law."""
HELD_FIRST = "!"
"""Begins the key of what is held at the gateway: it sorts before every digit."""
Row = tuple[str, tuple[Any, ...]]
OF_A_PERSON = ("words", "heard", "countries", "numbers", "births")
"""Index rows by which a person is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPlace:
    """A key that sorts as text, and one line saying why the file stands there."""

    key: str
    why: str
    in_turn: bool = True  # False: so many of its source wait before it that it takes its turn later


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a list shows of a person, without opening the document."""

    names: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    birth_dates: tuple[str, ...] = ()
    nationalities: tuple[CountryCode, ...] = ()
    caveats: tuple[Caveat, ...] = ()


_STANDING = {
    State.RECEIVED: Standing.UNDECIDED,
    State.UNDER_REVIEW: Standing.UNDECIDED,
    State.RETURNED: Standing.UNDECIDED,
    State.SENT_UNREVIEWED: Standing.UNREVIEWED,
    State.PUBLISHED: Standing.IN_FORCE,
    State.REVIEWED: Standing.IN_FORCE,
    State.SENT: Standing.IN_FORCE,
    State.SUSPENDED: Standing.SUSPENDED,
    State.BLOCKED: Standing.SUSPENDED,
}
"""Every other state is an ending."""


def columns(file: CaseFile, *, reached_at: datetime | None, order: Order | None) -> dict[str, Any]:
    """The columns of a file. `reached_at` as stored: what once reached members stays reached when its data go."""
    sent, reached = file.communication, reached_at or _reached_at(file)
    stands = file.stands_as or sent
    waiting = is_waiting(file)
    place = _place(file, order) if order is not None and waiting else DeskPlace(key="", why="")
    retention, asked = file.retention, file.open_questions
    return {
        "reference": file.reference, "version": file.version, "state": file.state.value,
        "standing": standing(file.state, reached is not None).value, "channel": file.channel.value,
        "colour": stands.colour.value if stands.colour else "", "source": sent.source, "level": _strictest(file).value,
        "to_all": reached is not None and file.channel is Channel.NOTICE_REQUEST, "received_at": file.received_at,
        "reached_at": reached, "shown_at": _shown_at(file, reached), "decided_at": _decided_at(file),
        "ended_on": file.ending.on if file.ending else None, "emptied": file.deleted_on is not None,
        "valid_until": retention.until, "clock_at": _desk_clock(file), "own_clock_at": _own_clock(file),
        "retention_asked": retention.asked_on is not None or retention.extended_on is not None,
        "extract_agreed": _extract_agreed(file), "waiting": waiting, "order_key": place.key,
        "order_why": place.why, "questions_open": len(asked), **_hands(file), "arriving": _arriving(file),
        "inside": msgspec.json.encode(heading(sent, ())), "shown": msgspec.json.encode(_shown_heading(file)),
    }  # fmt: skip


def standing(state: State, reached: bool) -> Standing:
    """Where a record in that state stands towards the members."""
    ended = Standing.REMOVED if reached else Standing.UNSEEN
    return _STANDING.get(state, ended)


def is_waiting(file: CaseFile) -> bool:
    """True when the desk has something to do: a review to begin or to finish."""
    undecided = file.state in BEFORE_DECISION | {State.SENT_UNREVIEWED}
    asked = file.update_pending or file.stands_as is not None
    return undecided or file.review is not None or asked or file.is_reopened or _held(file)


def read_by_members(file: CaseFile) -> Communication | None:
    """The text members read: of a notice what was decided on, of a diffusion or message what went through the gateway.

    A bureau's own copy of a notice in force comes without the decision: its text is what members read.
    """
    if file.channel is not Channel.NOTICE_REQUEST and file.gateway is not None and file.gateway.waits:
        return file.gateway.standing
    if file.channel is not Channel.NOTICE_REQUEST or (file.published is None and file.state in IN_FORCE):
        return file.stands_as or file.communication
    return file.published.communication if file.published else None


def heading(sent: Communication, caveats: tuple[Caveat, ...]) -> Heading:
    """The lines a list shows of one text."""
    person = sent.person
    if person is None:
        known = sent.entity.names if sent.entity else ()
        return Heading(names=tuple(filter(None, (sent.subject, *known))), caveats=caveats)
    full = [(f"{n.family} {n.given}".strip(), f"{n.latin_family} {n.latin_given}".strip()) for n in person.names]
    return Heading(
        names=tuple(own for own, _ in full),
        latin=tuple(latin or own for own, latin in full),
        birth_dates=tuple(str(day) for day in person.birth_dates),
        nationalities=person.nationalities,
        caveats=caveats,
    )


def index_rows(file: CaseFile) -> dict[str, tuple[tuple[Any, ...], ...]]:
    """The rows of each index table, sorted, without the reference. What members read is marked so."""
    shown = read_by_members(file)
    sent = [(file.communication, shown == file.communication)] + ([(shown, True)] if shown is not None else [])
    rows: dict[str, set[tuple[Any, ...]]] = {name: set() for name in OF_A_PERSON}
    for communication, is_shown in sent:
        for name, values in _of_person(communication).items():
            rows[name] |= {(*value, is_shown) for value in values if (*value, True) not in rows[name]}
    rows["papers"] = {(paper.sha256,) for text in _texts(file) for paper in text.attachments}
    rows["copies"] = {(kept.sha256,) for kept in (*file.research, *file.excerpts) if kept.sha256}
    rows["owed"] = {(ordered.id, ordered.at) for ordered in file.searches if ordered.done_at is None}
    rows["denied"] = {(bar.bureau, bar.since, bar.lifted_on) for bar in file.restrictions}
    rows["consulted"] = {(c.bureau, c.id, c.asked_on, c.open) for c in file.consultations}
    rows["assigned"] = {(officer, False) for officer in _hand_in(file)} | {(r.officer, True) for r in file.recusals}
    direct = file.channel is not Channel.NOTICE_REQUEST
    recipients = (file.stands_as or file.communication).recipients if direct and _reached_at(file) else ()
    rows["recipients"] = {(bureau,) for bureau in recipients}
    rows["rests"] = rests(file)
    return {name: tuple(sorted(found, key=repr)) for name, found in rows.items()}


def _texts(file: CaseFile) -> tuple[Communication, ...]:
    """Every text the source gave: the one under examination, the one decided on, former ones."""
    published = (file.published.communication,) if file.published else ()
    return (file.communication, *published, *(amendment.former for amendment in file.amendments))


def digest(rows: dict[str, tuple[tuple[Any, ...], ...]]) -> bytes:
    """Equal when the rows are: a file that changed elsewhere keeps its index as it stands."""
    return hashlib.blake2b(repr(rows).encode(), digest_size=16).digest()


def _place(file: CaseFile, order: Order) -> DeskPlace:
    """What is held at the gateway stands first, as far as its source has not used up its turns; a request that waits
    for its requester's answer stands behind everything the desk itself can move."""
    place = order(file)
    if _held(file):
        first = HELD_FIRST if place.in_turn else "0"
        return DeskPlace(key=f"{first}{place.key}",
                         why=f"Held at the gateway. {place.why}" if place.why else "Held at the gateway.")
    asked = [question for question in file.open_questions if not question.more_time_pending]
    if file.state is State.RETURNED and asked and len(asked) == len(file.open_questions):
        until = min(question.deadline for question in asked)
        return DeskPlace(key=f"1{place.key}", why=f"Waits for the requester's answer until {until.isoformat()}.")
    return DeskPlace(key=f"0{place.key}", why=f"Reopened. {place.why}" if file.is_reopened else place.why)


def _of_person(sent: Communication) -> dict[str, Set[tuple[Any, ...]]]:
    person = sent.person
    if person is None:
        return {}
    return {
        "words": {(word,) for word in folding.name_words(person.names)},
        "countries": {(country,) for country in person.nationalities},
        "numbers": {(folding.number(paper.number),) for paper in person.documents if folding.number(paper.number)},
        "heard": heard.words_of(person.names),
        "births": {(birth.earliest, birth.latest) for birth in person.birth_dates},
    }


def _shown_heading(file: CaseFile) -> Heading:
    shown = read_by_members(file)
    return heading(shown, file.caveats) if shown is not None else Heading()


def _extract_agreed(file: CaseFile) -> bool:
    """Consent in the text members read and in the one under examination: taken back at once, given by decision; and
    nothing is shown to everybody while it is examined anew."""
    shown = read_by_members(file)
    agreed = shown is not None and shown.public_extract_consent and file.communication.public_extract_consent
    return agreed and _not_examined(file)


def _not_examined(file: CaseFile) -> bool:
    """True unless a caveat says that the notice is being examined anew."""
    return not any(c.kind is CaveatKind.UNDER_EXAMINATION and c.lifted_on is None for c in file.caveats)


def _strictest(file: CaseFile) -> Level:
    """Of the text members read and the one under examination: a level tightens at once and loosens by decision."""
    stated = [file.communication.level] + ([file.published.communication.level] if file.published else [])
    return max(stated, key=LEVELS.index)


def _reached_at(file: CaseFile) -> datetime | None:
    if file.channel is not Channel.NOTICE_REQUEST:
        return file.received_at if file.gateway is None else file.gateway.passed_at
    return file.published.published_at if file.published else None


def _shown_at(file: CaseFile, reached: datetime | None) -> datetime:
    """A place in lists that does not move when a held file goes on: its source would see it move."""
    return reached if reached and file.channel is Channel.NOTICE_REQUEST else file.received_at


def _arriving(file: CaseFile) -> bool:
    """Nobody has looked at the text as it stands: the gateway comes first."""
    return file.gateway is not None and file.gateway.examined_at is None and file.state not in ENDED


def _held(file: CaseFile) -> bool:
    return file.gateway is not None and file.gateway.held and file.state not in ENDED


def _decided_at(file: CaseFile) -> datetime | None:
    reviews = (*file.former_reviews, file.review)
    return max((r.decision.at for r in reviews if r is not None and r.decision is not None), default=None)


def _desk_clock(file: CaseFile) -> date | None:
    deadlines = [q.deadline for q in file.open_questions] + [c.deadline for c in file.consultations if c.open]
    return min(deadlines, default=None)


def _own_clock(file: CaseFile) -> date | None:
    deadlines = [q.deadline for q in file.open_questions]
    deadlines += [s.until for s in file.suspensions if s.ended_on is None and file.state is State.SUSPENDED]
    if file.retention.asked_on is not None and file.retention.extended_on is None:
        deadlines.append(file.retention.until)
    return min(deadlines, default=None)


def _hands(file: CaseFile) -> dict[str, str]:
    review = file.review
    if review is None:
        return {"reviewer": "", "awaits": "", "first_nationality": ""}
    open_proposal = review.proposal is not None and review.decision is None
    awaits = ("lead" if review.dissent else "second") if open_proposal else ""
    return {"reviewer": review.reviewer, "awaits": awaits, "first_nationality": review.reviewer_nationality}


def _hand_in(file: CaseFile) -> set[str]:
    found: set[str] = set()
    for review in (*file.former_reviews, file.review):
        if review is not None:
            found |= {review.reviewer, *(view.by for view in (review.proposal, review.dissent) if view)}
            found |= {signature.officer for signature in review.decision.signatures} if review.decision else set()
    return found - {recusal.officer for recusal in file.recusals}
