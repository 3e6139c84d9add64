"""What happened to a file, in words and as one line drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.case_file import CaseFile
from article3.sites.page.counting_words import LEDGER_EVENTS
from article3.sites.page.words import seat_name

WIDTH, HEIGHT, EDGE = 900, 36, 16
EVENTS: dict[str, tuple[str | Promise, str]] = {
    **LEDGER_EVENTS,
    "CommunicationReceived": (_("Received"), "note"), "ReviewOpened": (_("Taken up by a reviewer"), "note"),
    "ReviewerRecused": (_("A reviewer stood aside"), "ask"), "FactEstablished": (_("Fact recorded"), "note"),
    "FactWithdrawn": (_("Fact withdrawn"), "note"), "FindingAnswered": (_("Question answered by a reviewer"), "note"),
    "ResearchLogged": (_("Public source searched"), "note"), "WorksheetFilled": (_("Worksheet filled in"), "note"),
    "RequesterAsked": (_("Questions sent to the requester"), "ask"),
    "QuestionsAnswered": (_("The requester answered"), "note"),
    "MoreTimeAsked": (_("The requester asked for more time"), "ask"),
    "MoreTimeAnswered": (_("More time answered"), "note"), "BureauConsulted": (_("Another bureau consulted"), "ask"),
    "ConsultationReplied": (_("The consulted bureau replied"), "note"),
    "ConsultationUnanswered": (_("A consulted bureau stayed silent"), "ask"),
    "DecisionProposed": (_("First reviewer proposed"), "note"),
    "ReviewerDissented": (_("Second reviewer disagreed"), "ask"),
    "DecisionTaken": (_("Second reviewer decided"), "pass"), "NoticePublished": (_("Published"), "pass"),
    "RequestRefused": (_("Refused"), "stop"), "UpdateRefused": (_("Update refused"), "stop"),
    "ComplianceConfirmed": (_("Found compliant"), "pass"), "DiffusionRecalled": (_("Recalled"), "stop"),
    "CaveatAdded": (_("Caveat added"), "ask"), "CaveatLifted": (_("Caveat lifted"), "note"),
    "DataBlocked": (_("Blocked by order of the Commission"), "stop"),
    "DataUnblocked": (_("The block was lifted"), "note"),
    "InterimBlockSet": (_("Blocked by the Secretariat until it is looked at again"), "stop"),
    "InterimBlockLifted": (_("The Secretariat lifted its block"), "note"),
    "DataOrderedDeleted": (_("Deleted by order of the Commission"), "stop"),
    "LeaveGiven": (_("The Commission gave leave to enter it"), "note"),
    "DataCorrected": (_("Corrected by order of the Commission"), "note"),
    "ReentryBarred": (_("Entered again only by leave of the Commission"), "stop"),
    "MembersInformed": (_("Members informed by order of the Commission"), "note"),
    "BureausWritten": (_("The Commission wrote to bureaus"), "note"),
    "BureauAnswered": (_("A bureau answered the Commission"), "note"),
    "ConversionAsked": (_("Its source asks that it be converted"), "ask"),
    "ConversionRefused": (_("Conversion refused"), "stop"), "BecameDiffusion": (_("Became a diffusion"), "pass"),
    "NoticeUpdated": (_("Changed by its source"), "note"), "NoticeSuspended": (_("Suspended by its source"), "ask"),
    "NoticeResumed": (_("Suspension ended by its source"), "note"),
    "NoticeWithdrawn": (_("Withdrawn by its source"), "stop"), "NoticeCancelled": (_("Cancelled"), "stop"),
    "RetentionAsked": (_("Source asked whether the data are still needed"), "ask"),
    "RetentionExtended": (_("Kept one more period"), "note"), "FileAssessed": (_("Rules applied anew"), "note"),
    "DraftKept": (_("Draft kept"), "note"), "DraftDiscarded": (_("Draft given up"), "note"),
    "DataDeleted": (_("Data deleted"), "stop"), "RemovalSigned": (_("Removal signed by a holder"), "pass"),
    "HolderReported": (_("A holder reported"), "note"), "SendingTurnedBack": (_("A sending turned back"), "ask"),
    "MessageContradicted": (_("A message contradicted"), "stop"), "KeyEnrolled": (_("Key enrolled"), "note"),
    "KeyEnded": (_("Key ended"), "ask"),
    "ListProposed": (_("List of the Security Council laid before the Secretariat"), "ask"),
    "ListAdopted": (_("List of the Security Council adopted"), "pass"),
    "ListSetAside": (_("List of the Security Council set aside"), "stop"),
    "ListedEntered": (_("Entries of an adopted list carried out"), "note"),
    "ArrivalExamined": (_("Went through the gateway"), "note"), "HeldPassed": (_("Let pass at the gateway"), "pass"),
    "HeldKeptBack": (_("Kept back at the gateway"), "stop"), "RoutingProposed": (_("Measure proposed"), "ask"),
    "RoutingSigned": (_("Measure signed"), "note"), "RoutingEndProposed": (_("End of a measure proposed"), "ask"),
    "RoutingEndSigned": (_("End of a measure signed"), "note"),
    "OfficerEnrolled": (_("Officer enrolled"), "note"), "MandateGiven": (_("Mandate given"), "note"),
    "DecisionReopened": (_("Reopened: something new was learned"), "ask"),
    "FactLearned": (_("Fact put on record"), "note"),
    "LearnedFactWithdrawn": (_("Fact on record withdrawn"), "note"),
    "RulingLearned": (_("Ruling put on record"), "note"),
    "RetrospectiveStarted": (_("Retrospective review started"), "note"),
    "StockEnrolled": (_("Files taken into a retrospective review"), "note"),
    "SampleDrawn": (_("Sample drawn by lot"), "note"),
    "RetrospectiveItemClosed": (_("Item of a retrospective review closed"), "pass"),
    "CopyTakenIn": (_("A copy was taken in"), "note"), "CopyTakenOut": (_("A copy was taken out"), "note"),
    "CopyGiven": (_("A copy was passed on at home"), "note"), "CopyUsed": (_("A copy was acted on"), "note"),
    "CopyAnswered": (_("A copy passed on at home was answered for"), "note"),
    "CopyLapsed": (_("A copy lapsed: its time was over"), "ask"),
    "RemovalReminded": (_("A holder was reminded to sign"), "ask"),
    "RemovalEscalated": (_("A removal not signed for was brought before oversight"), "stop"),
    "ConsentAsked": (_("Its sender was asked for leave to read it"), "ask"),
    "ConsentAnswered": (_("Its sender answered"), "note"), "MessageOpened": (_("A sealed message was opened"), "ask"),
    "SearchOrdered": (_("A search of public sources was ordered"), "note"),
    "SourcesSearched": (_("Public sources were searched"), "note"),
    "ExcerptSettled": (_("A sentence found was weighed by a reviewer"), "note"),
    "ProgramKeyMade": (_("A program was given a key"), "note"), "ProgramKeysEnded": (_("A program's key ended"), "ask"),
    "HookMade": (_("An address to be told was entered"), "note"),
    "HookEnded": (_("An address to be told was ended"), "ask"),
    "HookSecretTurned": (_("The secret of an address was renewed"), "note"),
    "CalendarLinkMade": (_("A calendar link was made"), "note"),
    "CalendarLinkEnded": (_("A calendar link was ended"), "ask"),
    "CoverageReported": (_("A protective desk reported a day"), "note"),
    "ResultTold": (_("Its source was told of a positive query result"), "note"),
    "NoticeDisputed": (_("Disputed by a bureau"), "ask"), "DisputeAnswered": (_("Dispute answered"), "note"),
    "OfficerSuspended": (_("Officer suspended"), "ask"), "FileExpired": (_("Data deleted: time over"), "stop"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the timeline: when, what in words, its dress, who (as far as the reader may know)."""

    at: datetime
    word: str | Promise
    dress: str
    detail: str | Promise = ""


def timeline(file: CaseFile, reader: str) -> tuple[Line, ...]:
    """The steps of a file, the latest first; the reader's own steps are marked, others are told by their seat."""
    return tuple(_line(step.event, step.at, _("by you") if step.by == reader else seat_name(step.seat))
                 for step in reversed(file.timeline))


def _line(event: str, at: datetime, who: str | Promise) -> Line:
    word, dress = EVENTS.get(event, (event, "note"))
    return Line(at=at, word=word, dress=dress, detail=who)


def drawn(lines: Sequence[Line], today: date) -> dict[str, object]:
    """Coordinates of a line from the first step to today, a dot for each step; nothing for a single day."""
    days = [line.at.date() for line in lines]
    if len({*days, today}) < 2:
        return {"dots": []}
    first, last = min(days), max([*days, today])
    reach = max((last - first).days, 1)

    def place(on: date) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (on - first).days / reach, 1)

    dots = [{"x": place(line.at.date()), "dress": line.dress, "word": line.word, "on": line.at} for line in lines]
    return {"dots": dots, "today_x": place(today), "first": first, "last": last, "width": WIDTH, "height": HEIGHT,
            "end_x": WIDTH - EDGE, "edge": EDGE}
