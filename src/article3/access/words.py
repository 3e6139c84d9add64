"""The words of the access table: kinds of data, columns of readers, reduced forms, and what a reading may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """The data kinds of the access table. Everything kept belongs to exactly one."""

    PUBLISHED = "D1"
    UNDECIDED = "D2"
    PUBLIC_EXTRACT = "D3"
    RESTRICTIONS = "D4"
    REVIEW = "D5"
    DECISION_TEXT = "D6"
    CONSULTATION = "D7"
    CONFIDENTIAL_INFORMATION = "D8"
    GIVER = "D9"
    PROTECTION = "D10"
    WATCH_LIST = "D11"
    REDRESS = "D12"
    DELIVERY = "D13"
    JOURNAL = "D14"
    STATISTICS = "D15"
    BUREAU_RECORD = "D16"


class Column(StrEnum):
    """Whom a cell is for: a bureau by its relation to the record, everybody else by role."""

    SOURCE = "source"
    RECIPIENT = "recipient"
    DENIED = "denied"
    STRANGER = "stranger"
    ORIGIN = "origin"
    REVIEWER = "reviewer"
    COMMISSION = "commission"
    REFUGEE_AUTHORITY = "refugee_authority"
    APPLICANT = "applicant"
    OVERSIGHT = "oversight"
    ADMIN = "admin"
    PUBLIC = "public"
    DESK = "desk"  # a duty officer of a protective desk
    CUSTODIAN = "custodian"  # the named officer who keeps what is under seal


class Role(StrEnum):
    """What the reader is. A bureau's column depends on the record, every other role has one column."""

    BUREAU = "bureau"
    FRONT_LINE = "front_line"  # reads by the relation of its bureau, in reduced form
    DESK = "desk"
    REVIEWER = "reviewer"
    COMMISSION = "commission"
    REFUGEE_AUTHORITY = "refugee_authority"
    APPLICANT = "applicant"
    OVERSIGHT = "oversight"
    ADMIN = "admin"
    PUBLIC = "public"
    CUSTODIAN = "custodian"


class Standing(StrEnum):
    """Where a record stands towards the members, whatever its exact state."""

    UNDECIDED = "undecided"  # a request before its decision: reached nobody
    UNREVIEWED = "unreviewed"  # a diffusion at its recipients, not yet reviewed
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    REMOVED = "removed"  # ended after it had reached members: they owe its removal
    UNSEEN = "unseen"  # ended without having reached anybody


class Extent(IntEnum):
    """How much may be read. Blank is as if the record did not exist."""

    BLANK = 0
    REDUCED = 1
    FULL = 2


class Form(StrEnum):
    """The fixed reduced forms."""

    NONE = ""
    UNREVIEWED = "marked UNREVIEWED: for information, no arrest"
    RECEIVED = "as sent, with the status 'received'"
    RECALL_ORDER = "the order to remove or to suspend, nothing else"
    DESK_LINE = "the line of the queue: kind, colour, source, dates, why it stands there; no names"
    NO_NAMES = "without names"
    TERMS = "that it was given, on which terms, who asked to open it; neither its content nor its giver"
    COUNTS = "counts not below the floor"
    SUMS = "sums"
    YES_NO = "yes or no"
    PSEUDONYMOUS = "officers as opaque ids"
    INTEGRITY = "whether the tree verifies"
    HEADS = "signed heads"
    VIA_COMMISSION = "through the Commission, as far as the owner agrees"
    MINIMAL = "name, dates, nationality, papers, what may be done; no accusation"
    CELLS = "cells not below the floor"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader gets of one kind of data of one record."""

    extent: Extent
    form: Form = Form.NONE

    def __bool__(self) -> bool:
        return self.extent is not Extent.BLANK


BLANK = Reading(Extent.BLANK)
FULL = Reading(Extent.FULL)
