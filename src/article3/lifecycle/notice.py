"""The life of a notice: published, refused, confirmed, given caveats, suspended, resumed, withdrawn, cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from article3.lifecycle import conversion
from article3.lifecycle import events as e
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Decision, Resolution
from article3.lifecycle.hindrances import hindrances
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.publication import Caveat, Ending, PublishedNotice, Suspension
from article3.lifecycle.states import DELIVERED, State
from article3.terms.clocks import day_of, months_after
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, WithdrawalCode
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True)
class AcceptedRequest:
    """A file that two reviewers decided to publish and that nothing hinders on that day. Nothing else is published."""

    file: CaseFile
    on: date

    def __post_init__(self) -> None:
        decision = decided(self.file, Resolution.PUBLISH)
        assert not hindrances(self.file, decision.override, self.on), "something stands in the way of publication"


def decided(file: CaseFile, resolution: Resolution) -> Decision:
    """The decision of the open review; raises Refused when there is none or it says something else."""
    decision = file.review.decision if file.review else None
    if decision is None:
        raise Refused("No second reviewer has decided on this file.", "RPD 86")
    if decision.resolution is not resolution:
        raise Refused(f"The decision is to {decision.resolution.value}, not to {resolution.value}.", "RPD 86")
    return decision


def accept(file: CaseFile, on: date) -> AcceptedRequest:
    """The file as an accepted request; raises Refused with the first hindrance."""
    require(file, e.NoticePublished, "published", "RPD 74")
    if file.state in DELIVERED and file.stands_as is None:
        raise Refused("A diffusion is published only where its source asked for a notice.", "RPD 74")
    decision = decided(file, Resolution.PUBLISH)
    for because, citation in hindrances(file, decision.override, on):
        raise Refused(f"The notice cannot be published. {because}", citation)
    return AcceptedRequest(file, on)


def publish(accepted: AcceptedRequest, *, at: datetime, sitting: Sitting) -> e.NoticePublished:
    """The Secretariat publishes what was accepted, the first time or as an update (RPD 74, 79)."""
    file = accepted.file
    assert file.assessed is not None and day_of(at) == accepted.on, "accepted on another day"
    edition = file.published.edition + 1 if file.published else 1
    notice = PublishedNotice(communication=file.communication, decision=decided(file, Resolution.PUBLISH),
                             assessed_on=file.assessed.on, outcomes=file.assessed.outcomes, published_at=at,
                             edition=edition)
    return e.NoticePublished(**made(file, at, sitting), notice=notice)


def refuse(file: CaseFile, *, at: datetime, sitting: Sitting
           ) -> e.RequestRefused | e.UpdateRefused | e.ConversionRefused:
    """The Secretariat refuses a request, an update or a conversion; what stands then stands as it stood (RPD 77)."""
    decision = decided(file, Resolution.REFUSE)
    if file.stands_as is not None:
        return conversion.refuse(file, at=at, sitting=sitting)
    if file.published is not None:
        require(file, e.UpdateRefused, "refused an update", "RPD 77")
        return e.UpdateRefused(**made(file, at, sitting))
    require(file, e.RequestRefused, "refused", "RPD 77")
    return e.RequestRefused(**made(file, at, sitting), ending=_by_decision(decision, "refused", at, sitting))


def confirm(file: CaseFile, *, at: datetime, sitting: Sitting) -> e.ComplianceConfirmed:
    """What stands was found compliant: a diffusion loses its warning, a notice stays."""
    require(file, e.ComplianceConfirmed, "confirmed", "RPD 74")
    decided(file, Resolution.CONFIRM)
    for because, citation in hindrances(file, None, day_of(at)):
        raise Refused(because, citation)
    return e.ComplianceConfirmed(**made(file, at, sitting))


def add_caveat(file: CaseFile, caveat: Caveat, *, at: datetime, sitting: Sitting) -> e.CaveatAdded:
    """A caveat or addendum: from now on part of every reading."""
    require(file, e.CaveatAdded, "given a caveat", "RPD 129")
    worded(caveat.text, "The text of the caveat", "RPD 129")
    if any(known.id == caveat.id for known in file.caveats):
        raise Refused("This caveat is already in the file.")
    return e.CaveatAdded(**made(file, at, sitting), caveat=caveat)


def lift_caveat(file: CaseFile, caveat: str, *, at: datetime, sitting: Sitting) -> e.CaveatLifted:
    """A caveat no longer holds."""
    require(file, e.CaveatLifted, "relieved of a caveat", "RPD 129")
    if all(known.id != caveat or known.lifted_on is not None for known in file.caveats):
        raise Refused("The file carries no such caveat.")
    return e.CaveatLifted(**made(file, at, sitting), caveat=caveat, on=day_of(at))


def latest_suspension_day(file: CaseFile, on: date, longest_months: int) -> date:
    """The last day a suspension begun on that day may reach: all suspensions of a notice together have the limit."""
    used = sum((((past.ended_on or past.until) - past.since) for past in file.suspensions), timedelta())
    return months_after(on, longest_months) - used


def suspend(file: CaseFile, until: date, because: str, *, longest_months: int, at: datetime, sitting: Sitting
            ) -> e.NoticeSuspended:
    """The source suspends its notice with a reason, at most `longest_months` in all (RPD 81(1))."""
    require(file, e.NoticeSuspended, "suspended", "RPD 81(1)")
    because = worded(because, "The reason for the suspension", "RPD 81(1)")
    on, latest = day_of(at), latest_suspension_day(file, day_of(at), longest_months)
    if until > latest:
        raise Refused(f"A notice is suspended for at most {longest_months} months in all: until {latest}.", "RPD 81(1)")
    if until <= on:
        raise Refused("The suspension ends before it begins.", "RPD 81(1)")
    return e.NoticeSuspended(**made(file, at, sitting),
                             suspension=Suspension(because=because, since=on, until=until))


def resume(file: CaseFile, *, at: datetime, sitting: Sitting) -> e.NoticeResumed:
    """The source ends its suspension before it runs out."""
    require(file, e.NoticeResumed, "resumed", "RPD 81(1)")
    if day_of(at) > file.suspensions[-1].until:
        raise Refused("The suspension ran out without a word from the source; the notice has ended.", "RPD 81(1)")
    return e.NoticeResumed(**made(file, at, sitting), on=day_of(at))


def withdraw(file: CaseFile, code: WithdrawalCode, because: str, *, at: datetime, sitting: Sitting
             ) -> e.NoticeWithdrawn:
    """The source withdraws its request, notice or diffusion; files of other sources on the person are theirs."""
    require(file, e.NoticeWithdrawn, "withdrawn", "RPD 81(2)")
    ending = Ending(code=code.value, on=day_of(at), by=sitting.officer, because=because.strip())
    return e.NoticeWithdrawn(**made(file, at, sitting), ending=ending)


def cancel(file: CaseFile, code: CancellationCode, asked: str, *, at: datetime, sitting: Sitting) -> e.NoticeCancelled:
    """The Secretariat cancels what two reviewers decided to cancel (RPD 81(3)).

    For inaction `asked` is the id of the question by which the source was consulted, and the file must prove when the
    source was told where the person is.
    """
    require(file, e.NoticeCancelled, "cancelled", "RPD 81(3)")
    decision = decided(file, Resolution.CANCEL)
    if code is CancellationCode.INACTION_OF_SOURCE:
        _require_inaction(file, asked, day_of(at))
    return e.NoticeCancelled(**made(file, at, sitting), ending=_by_decision(decision, code.value, at, sitting))


def _require_inaction(file: CaseFile, asked: str, on: date) -> None:
    known = {fact.fact for fact in file.established if fact.withdrawn_on is None}
    if "source_informed_on" not in known:
        raise Refused("The file does not prove when the source was informed.", "RPD 81(3)(d)")
    for question in file.questions:
        if question.id == asked and (not question.open or on > question.deadline):
            return
    raise Refused("The source was not consulted on its inaction, or may still answer.", "RPD 81(3)(d)")


def _by_decision(decision: Decision, code: str, at: datetime, sitting: Sitting) -> Ending:
    return Ending(code=code, on=day_of(at), by=sitting.officer, texts=decision.reasons.to_requester,
                  public=decision.reasons.public)


def stands_on(file: CaseFile, on: date) -> bool:
    """Whether members may read the notice on that day: published, not suspended, its time not over.

    True only on what the file itself says, so a clock that runs late shows nobody a notice that has lapsed.
    """
    return file.state is State.PUBLISHED and on <= file.retention.until
