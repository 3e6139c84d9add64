"""Papers for tests: invented people, bureaus and files, each made with what the test is about and else ordinary."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Decision, Reasons, Resolution, Review, Signature, View
from article3.lifecycle.publication import PublishedNotice, Restriction, Retention
from article3.lifecycle.states import State
from article3.terms.communication import (
    Channel,
    Colour,
    Communication,
    IdentityDocument,
    Level,
    Name,
    Person,
    Reference,
)
from article3.terms.dates import partial_date
from article3.terms.finding import Outcome
from article3.terms.reasons import PublicCode, ToRequester
from article3.terms.sitting import MandateRole, Sitting

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
TODAY = NOW.date()


def reference() -> Reference:
    """A fresh random reference."""
    return Reference(secrets.token_hex(16))


def person(family: str = "Corvane", given: str = "Dunya", **said: Any) -> Person:
    """An invented person."""
    name = Name(family=family, given=given, latin_family=family.upper(), latin_given=given.upper())
    usual: dict[str, Any] = {
        "names": (name,),
        "birth_dates": (partial_date("1980-05-17"),),
        "nationalities": ("XB",),
        "documents": (IdentityDocument(kind="passport", number="XB 12-345"),),
    }
    return Person(**(usual | said))


def communication(source: str = "XA", **said: Any) -> Communication:
    """A request for a red notice by XA, unless said otherwise."""
    usual: dict[str, Any] = {
        "reference": reference(),
        "channel": Channel.NOTICE_REQUEST,
        "colour": Colour.RED,
        "person": person(),
        "level": Level.OFFICIAL_USE,
    }
    return Communication(source=source, **(usual | said))


def received(sent: Communication | None = None, *, state: State = State.RECEIVED, **said: Any) -> CaseFile:
    """A file as it begins."""
    sent = sent or communication()
    retention = Retention(recorded_on=TODAY, until=date(2031, 5, 4))
    denied = tuple(Restriction(bureau=bureau, since=TODAY) for bureau in sent.denied)
    usual: dict[str, Any] = {"received_at": NOW, "retention": retention, "restrictions": denied}
    return CaseFile(reference=sent.reference, communication=sent, state=state, **(usual | said))


def diffusion(*recipients: str, state: State = State.SENT_UNREVIEWED, **said: Any) -> CaseFile:
    """A diffusion of XA to some bureaus."""
    return received(communication(channel=Channel.DIFFUSION, colour=None, recipients=recipients, **said), state=state)


def decision(resolution: Resolution = Resolution.PUBLISH, *texts: ToRequester) -> Decision:
    """A decision two reviewers of different nationalities stand behind."""
    first, second = (Signature(officer=str(n) * 32, nationality=f"Q{'MN'[n]}", at=NOW) for n in (0, 1))
    reasons = Reasons(internal="Inside words.", public=PublicCode.COMPLIANT, to_requester=texts)
    return Decision(resolution=resolution, at=NOW, signatures=(first, second), reasons=reasons)


def published(sent: Communication | None = None, *, state: State = State.PUBLISHED, **said: Any) -> CaseFile:
    """A notice in force."""
    file = received(sent, state=state, **said)
    notice = PublishedNotice(
        communication=file.communication, decision=decision(), assessed_on=TODAY, published_at=NOW,
        outcomes=(("RPD-1-1", Outcome.MET),),
    )  # fmt: skip
    return replace(file, published=notice)


def under_review(by: str, nationality: str = "QM", sent: Communication | None = None, **said: Any) -> CaseFile:
    """A request one reviewer works on."""
    review = Review(occasion="request", opened_at=NOW, reviewer=by, reviewer_nationality=nationality)
    return received(sent, state=State.UNDER_REVIEW, review=review, **said)


def sitting(seat: str, role: MandateRole | str = "", *, nationality: str = "", officer: str = "",
            level: Level = Level.CONFIDENTIAL) -> Sitting:  # fmt: skip
    """Somebody in a seat: a reviewer of QM at the secretariat, a lead in a bureau, unless said otherwise."""
    bureau = seat.partition(":")[2]
    usual = {"secretariat": MandateRole.REVIEWER, "oversight": MandateRole.OVERSIGHT}.get(seat, MandateRole.BUREAU_LEAD)
    return Sitting(
        officer=officer or secrets.token_hex(16), officer_name="An officer", nationality=nationality or bureau or "QM",
        seat=seat, role=MandateRole(role) if role else usual, clearance=level,
    )  # fmt: skip


def view(by: str, resolution: Resolution = Resolution.PUBLISH) -> View:
    """What one reviewer would resolve."""
    reasons = Reasons(internal="Inside words.", public=PublicCode.COMPLIANT)
    return View(resolution=resolution, by=by, nationality="QN", at=NOW, reasons=reasons)
