"""What several events do alike to a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from article3.lifecycle import events as e
from article3.lifecycle import gate
from article3.lifecycle.case_file import Amendment, CaseFile
from article3.lifecycle.examination import Established, Review
from article3.lifecycle.publication import Restriction
from article3.terms.clocks import day_of
from article3.terms.communication import Channel, Communication
from article3.terms.sitting import OfficerId


def let_on(file: CaseFile, event: e.Event) -> CaseFile:
    """What a person found in order goes on to its recipients as it stands."""
    return file if file.gateway is None else replace(file, gateway=gate.passed(file.gateway, event.at))


def signed(review: Review | None) -> set[OfficerId]:
    """Who stands behind the decision or dissent of a review."""
    if review is None:
        return set()
    signatures = review.decision.signatures if review.decision else ()
    return {signature.officer for signature in signatures} | ({review.dissent.by} if review.dissent else set())


def review_closed(file: CaseFile) -> CaseFile:
    """The file with its review put away."""
    if file.review is None:
        return file
    return replace(file, review=None, former_reviews=(*file.former_reviews, file.review))


def reconsidered(file: CaseFile) -> CaseFile:
    """What was proposed or decided on other facts no longer stands."""
    if file.review is None:
        return file
    return replace(file, review=replace(file.review, proposal=None, dissent=None, decision=None))


def withdrawn(file: CaseFile, fact: str, event: e.Event, *, known: str = "") -> tuple[Established, ...]:
    """The established facts, with those of that name taken back; with `known`, only the one taken from the record."""
    return tuple(replace(each, withdrawn_on=day_of(event.at))
                 if each.fact == fact and each.withdrawn_on is None and known in ("", each.known) else each
                 for each in file.established)


def overtaken(file: CaseFile, new: Established, event: e.Event) -> tuple[Established, ...]:
    """The established facts, with those taken back that say something else of the same time."""
    return tuple(replace(each, withdrawn_on=day_of(event.at))
                 if each.fact == new.fact and each.withdrawn_on is None and _meet(each, new) else each
                 for each in file.established)


def _meet(one: Established, other: Established) -> bool:
    """Their times have a day in common."""
    starts = max(one.holds_from or date.min, other.holds_from or date.min)
    return starts < min(one.holds_to or date.max, other.holds_to or date.max)


def amended(file: CaseFile, event: e.Event, communication: Communication | None) -> CaseFile:
    """The file with the text its source changed: the former one is kept, the new one is looked at first."""
    if communication is None or communication == file.communication:
        return file
    former = Amendment(former=file.communication, at=event.at, by=event.by)
    barred = {bar.bureau for bar in file.restrictions if bar.lifted_on is None}
    fresh = tuple(Restriction(bureau=bureau, since=day_of(event.at)) for bureau in communication.denied
                  if bureau not in barred)
    stood = file.gateway or gate.elsewhere(file.received_at)
    still_diffusion = file.stands_as is not None and file.channel is Channel.DIFFUSION
    gateway = gate.looked_at_anew(stood) if still_diffusion else gate.changed(stood, file.communication)
    return replace(file, communication=communication, amendments=(*file.amendments, former), gateway=gateway,
                   restrictions=(*file.restrictions, *fresh))
