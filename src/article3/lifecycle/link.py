"""That another file touches this one: what reviewers are shown beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Reference


class LinkKind(StrEnum):
    """How another file touches this one."""

    SAME_PERSON = "same_person"
    SAME_FACTS = "same_facts"
    REPEATS_REFUSED = "repeats_refused"
    DEPENDS_ON = "depends_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another file on the same person or facts, and why we think so. For reviewers only."""

    reference: Reference
    kind: LinkKind
    because: str
    by_leave_only: bool = False  # the Commission ordered the other file deleted
    refused_on: tuple[RefusedOn, ...] = ()  # the ground on which the other file was refused
