"""What the Secretariat tells a bureau about its own file, or asks it about another's: content that travels to it alone.

A letter is the file as its reader may see it, so that the bureau's own pages and acts work on it as the Secretariat's
would. Nothing of the review is in it; it changes only when what its reader may see changes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

import msgspec
from django.db.models import Q

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import Consultation, Question
from article3.lifecycle.examination import Decision, Occasion, Reasons, Resolution, Review, Signature
from article3.lifecycle.publication import Ending, PublishedNotice, Retention
from article3.lifecycle.states import State
from article3.register import shown
from article3.register.columns import read_by_members
from article3.register.copies import plain
from article3.register.files import Files, open_document
from article3.register.models import Consulted, File
from article3.register.pages import OutcomeShown
from article3.terms.communication import UNKNOWN_BUREAU, BureauCode, Channel, Communication, CountryCode, Reference
from article3.terms.finding import Outcome
from article3.terms.reasons import PublicCode
from article3.terms.sitting import OfficerId

_NOBODY = OfficerId("")
_AS_RECEIVED = {State.UNDER_REVIEW: State.RECEIVED}
OWN, ASKED, TURNED_BACK = "own", "asked", "turned_back"


def item_of(reference: str, bureau: str) -> str:
    """The item under which a bureau's letter about a file travels: always the same, and no file's own reference."""
    return blake2b(f"{reference}/{bureau}".encode(), digest_size=16, person=b"article3.letter").hexdigest()


def readers_of(reference: Reference) -> tuple[CaseFile | None, tuple[BureauCode, ...]]:
    """A file and the bureaus that read letters about it: its source, and whoever is consulted."""
    row = File.objects.filter(pk=reference).only("body").first()
    if row is None:
        return None, ()
    file = open_document(row.body)
    return file, tuple(sorted({file.source, *(asked.bureau for asked in file.consultations)}))


def about(bureau: BureauCode) -> list[Reference]:
    """Every file a bureau reads letters about, the oldest first."""
    asked = Consulted.objects.filter(bureau=bureau).values("file_id")
    found = File.objects.filter(Q(source=bureau) | Q(pk__in=asked)).order_by("received_at", "reference")
    return [Reference(reference) for reference in found.values_list("reference", flat=True)]


def letter(file: CaseFile, bureau: BureauCode, turned_back: list[dict[str, Any]]) -> dict[str, Any]:
    """What this bureau may read of the file, as content that travels."""
    seen, kind = (own(file), OWN) if bureau == file.source else (asked(file, bureau), ASKED)
    content = plain(msgspec.to_builtins({"letter": kind, "file": seen, "turned_back": turned_back}))
    assert isinstance(content, dict)
    return content


def own(file: CaseFile) -> CaseFile:
    """The file as its source may see it."""
    outcome = shown.outcome_of(file)
    undecided = shown.undecided(file)
    members = read_by_members(file)
    changed = file.published is not None and members is not None and members != file.communication
    told = (_decided(outcome),) if outcome and outcome.public else ()
    return CaseFile(
        reference=file.reference, received_at=file.received_at, state=_AS_RECEIVED.get(file.state, file.state),
        communication=file.communication, questions=tuple(map(_question, file.questions)),
        caveats=() if undecided else tuple(replace(each, added_by=_NOBODY) for each in file.caveats),
        suspensions=file.suspensions, retention=file.retention, restrictions=file.restrictions,
        former_reviews=told,
        ending=_ending(file.ending) if file.ending else None, deleted_on=file.deleted_on,
        published=_published(members) if changed and members else None,
        consents=tuple(consent.for_its_owner() for consent in file.consents), stands_as=file.stands_as,
        former_lives=tuple(replace(life, published=None) for life in file.former_lives),
    )  # fmt: skip


def asked(file: CaseFile, bureau: BureauCode) -> CaseFile:
    """What a consulted bureau may see: its own questions and replies, and nothing of the file."""
    bare = Communication(reference=file.reference, channel=Channel.NOTICE_REQUEST, source=UNKNOWN_BUREAU,
                         level=file.communication.level)  # fmt: skip
    return CaseFile(
        reference=file.reference, communication=bare, state=State.RECEIVED, received_at=_first(file, bureau),
        consultations=tuple(_consultation(each) for each in file.consultations if each.bureau == bureau),
        retention=Retention(recorded_on=_first(file, bureau).date(), until=date.max),
    )  # fmt: skip


def hold(content: dict[str, Any], bureau: BureauCode) -> None:
    """File a letter in this bureau's own installation, in the place of an older one."""
    if content["letter"] == TURNED_BACK:
        return
    told = msgspec.convert(content["file"], CaseFile, strict=False)
    row = File.objects.filter(pk=told.reference).first()
    if content["letter"] == ASKED and row is not None:
        told = replace(open_document(row.body), consultations=told.consultations)
    File.objects.filter(pk=told.reference).delete()
    Files(bureaus=tuple, order=None).add_copy(told, row.reached_at if row is not None else None)


def _first(file: CaseFile, bureau: BureauCode) -> datetime:
    days = [each.asked_on for each in file.consultations if each.bureau == bureau]
    return datetime(min(days).year, min(days).month, min(days).day, tzinfo=UTC)


def _question(question: Question) -> Question:
    wish = question.more_time
    return replace(question, asked_by=_NOBODY, rule="", answered_by=None,
                   more_time=replace(wish, asked_by=_NOBODY) if wish else None)


def _consultation(consulted: Consultation) -> Consultation:
    return replace(consulted, asked_by=_NOBODY, replied_by=None)


def _ending(ending: Ending) -> Ending:
    return Ending(code=ending.code, on=ending.on, texts=ending.texts, public=ending.public)


def _decided(outcome: OutcomeShown) -> Review:
    """The outward layer of the latest decision in the shape of one: who took it and why does not leave the house."""
    at = datetime(outcome.on.year, outcome.on.month, outcome.on.day, tzinfo=UTC)
    assert outcome.public is not None
    refused = outcome.public is not PublicCode.COMPLIANT
    return Review(occasion=Occasion.REQUEST, opened_at=at, reviewer=_NOBODY, reviewer_nationality=CountryCode(""),
                  decision=_decision(at, outcome.public, outcome.texts, refused=refused))


def _decision(at: datetime, public: PublicCode, texts: tuple[Any, ...], *, refused: bool = False) -> Decision:
    hidden = (Signature(officer=OfficerId("1"), nationality=CountryCode("1"), at=at),
              Signature(officer=OfficerId("2"), nationality=CountryCode("2"), at=at))
    return Decision(resolution=Resolution.REFUSE if refused else Resolution.PUBLISH, at=at, signatures=hidden,
                    reasons=Reasons(internal="", public=public, to_requester=texts))


def _published(members: Communication) -> PublishedNotice:
    """What members read while a change waits, in the shape of a published notice."""
    at = datetime(1970, 1, 1, tzinfo=UTC)
    return PublishedNotice(communication=members, decision=_decision(at, PublicCode.COMPLIANT, ()),
                           assessed_on=at.date(), outcomes=(("letter", Outcome.MET),), published_at=at)
