"""Corrective measures towards a bureau (RPD 131): proposed, decided, renewed, softened or ended, each by two and signed
with a reason. None ends in silence: after its last day it no longer binds, and stays open until somebody signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.events import Event
from article3.lifecycle.possible import Made, worded
from article3.lifecycle.routing import Signed
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel, CountryCode, Reference
from article3.terms.facts_measure import Measure, Organ, Routing
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

CITATION = "RPD 131"


class MeasureKind(StrEnum):
    """The ladder, mildest first."""

    REMINDER = "reminder"
    TRAINING = "training"
    SUPERVISION = "supervision"
    HOLD = "hold"
    SUSPENSION = "suspension"


LADDER = tuple(MeasureKind)
IN_LAW = {MeasureKind.REMINDER: Measure.CORRECT_ERRORS, MeasureKind.TRAINING: Measure.TRAINING,
          MeasureKind.SUPERVISION: Measure.SUPERVISE_PROCESSING, MeasureKind.HOLD: Measure.SUPERVISE_PROCESSING,
          MeasureKind.SUSPENSION: Measure.SUSPEND_RIGHT_TO_RECORD}  # fmt: skip
"""What each rung is in the rules; holding at the gateway is supervision of what the bureau sends."""
ROUTES = {MeasureKind.SUPERVISION: (Routing.PRE_SCREENED, (Channel.DIFFUSION, Channel.MESSAGE)),
          MeasureKind.HOLD: (Routing.PRE_SCREENED, (Channel.DIFFUSION,)),
          MeasureKind.SUSPENSION: (Routing.BARRED, (Channel.DIFFUSION,))}  # fmt: skip
"""What a rung does at the gateway; membership and every other channel stay untouched."""


class ChangeKind(StrEnum):
    """What may be done with a measure that was decided."""

    RENEW = "renew"
    SOFTEN = "soften"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A proposed change: why, by whom, and what the measure would then be."""

    kind: ChangeKind
    because: str
    proposed: Signed
    to: MeasureKind | None = None
    review_on: date | None = None
    ends_on: date | None = None
    signed: Signed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectiveMeasure:
    """One measure on one bureau, with everything that was ever signed about it."""

    reference: Reference
    bureau: BureauCode
    kind: MeasureKind
    basis: str  # the legal basis, with the decision it rests on
    because: str
    decided_by: Organ
    starts_on: date
    review_on: date
    ends_on: date
    proposed: Signed
    decided: Signed | None = None
    change: Change | None = None  # waits for its second signature
    past: tuple[Change, ...] = ()
    lapsed_at: datetime | None = None
    closed: bool = False
    routings: tuple[Reference, ...] = ()
    version: int = 1

    @property
    def about(self) -> str:
        """The bureau."""
        return self.bureau

    @property
    def due_on(self) -> date:
        """By when somebody must sign: renew it, soften it or end it."""
        return self.review_on

    @property
    def is_open(self) -> bool:
        """Until its end was signed."""
        return not self.closed

    def binds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.decided is not None and not self.closed and self.starts_on <= on <= self.ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEvent(Event):
    """Something happened to a measure; `reference` is its own, `measure` the rung it then stands on."""

    measure: MeasureKind
    bureau: BureauCode
    because: str = ""


class MeasureProposed(MeasureEvent):
    """A lead proposed a measure."""


class MeasureDecided(MeasureEvent):
    """It has its second signature."""


class MeasureChangeProposed(MeasureEvent):
    """A lead proposed to renew, soften or end it."""


class MeasureRenewed(MeasureEvent):
    """It goes on until a later day."""


class MeasureSoftened(MeasureEvent):
    """It goes on as a milder one."""


class MeasureEnded(MeasureEvent):
    """It was ended by a signed reason."""


class MeasureLapsed(MeasureEvent):
    """Its last day passed and nobody had signed what follows: it binds no more, and waits for a signature."""


DONE: dict[ChangeKind, type[MeasureEvent]] = {
    ChangeKind.RENEW: MeasureRenewed, ChangeKind.SOFTEN: MeasureSoftened, ChangeKind.END: MeasureEnded}


def propose_measure(measure: CorrectiveMeasure, *, at: datetime, sitting: Sitting) -> MeasureProposed:
    """A lead proposes; raises Refused where it is undated, unreasoned, or about their own country's bureau."""
    worded(measure.basis, "The legal basis", CITATION)
    worded(measure.because, "The reason", CITATION)
    if measure.starts_on < day_of(at):
        raise Refused("A measure does not begin in the past.", CITATION)
    _in_order(measure.starts_on, measure.review_on, measure.ends_on)
    _foreign(measure, sitting)
    return MeasureProposed(**_made(measure, at, sitting), measure=measure.kind, bureau=measure.bureau,
                           because=measure.because)


def decide_measure(measure: CorrectiveMeasure, *, at: datetime, sitting: Sitting) -> MeasureDecided:
    """A second officer of another nationality signs it into force."""
    if measure.decided is not None:
        raise Refused("The measure is decided.", CITATION)
    if measure.ends_on < day_of(at):
        raise Refused("Its last day has passed; propose it anew.", CITATION)
    _second(measure, measure.proposed, sitting)
    return MeasureDecided(**_made(measure, at, sitting), measure=measure.kind, bureau=measure.bureau)


def propose_change(measure: CorrectiveMeasure, change: Change, *, at: datetime, sitting: Sitting
                   ) -> MeasureChangeProposed:  # fmt: skip
    """A lead proposes to renew, soften or end it; nothing changes until a second signs."""
    if measure.decided is None or measure.closed:
        raise Refused("Only a measure that was decided and not ended can be changed.", CITATION)
    if measure.change is not None:
        raise Refused("A change waits for its second signature already.", CITATION)
    worded(change.because, "The reason", CITATION)
    _foreign(measure, sitting)
    if change.kind is not ChangeKind.END:
        if change.review_on is None or change.ends_on is None:
            raise Refused("A measure that goes on needs a day of review and a last day.", CITATION)
        _in_order(day_of(at), change.review_on, change.ends_on)
    softer = LADDER[: LADDER.index(measure.kind)]
    if change.kind is ChangeKind.SOFTEN and change.to not in softer:
        raise Refused(f"Softer than a {measure.kind} is: {', '.join(softer) or 'nothing; end it'}.", CITATION)
    return MeasureChangeProposed(**_made(measure, at, sitting), measure=measure.kind, bureau=measure.bureau,
                                 because=change.because)


def sign_change(measure: CorrectiveMeasure, *, at: datetime, sitting: Sitting) -> MeasureEvent:
    """A second officer of another nationality signs the change, and it holds."""
    if measure.change is None:
        raise Refused("Nothing waits for a second signature.", CITATION)
    _second(measure, measure.change.proposed, sitting)
    return DONE[measure.change.kind](**_made(measure, at, sitting), measure=measure.change.to or measure.kind,
                                     bureau=measure.bureau, because=measure.change.because)


def lapse_measure(measure: CorrectiveMeasure, *, at: datetime, sitting: Sitting) -> MeasureLapsed:
    """The day after its last one; raises Refused before, and when that was written down already."""
    if measure.decided is None or measure.closed or measure.lapsed_at or measure.ends_on >= day_of(at):
        raise Refused("The measure does not lapse today.", CITATION)
    return MeasureLapsed(**_made(measure, at, sitting), measure=measure.kind, bureau=measure.bureau)


def after_measure(measure: CorrectiveMeasure, event: MeasureEvent, nationality: CountryCode,
                  change: Change | None = None) -> CorrectiveMeasure:  # fmt: skip
    """The measure after one event, one version on."""
    by = Signed(officer=event.by, nationality=nationality, at=event.at)
    measure = replace(measure, version=measure.version + 1)
    if isinstance(event, MeasureDecided):
        return replace(measure, decided=by)
    if isinstance(event, MeasureChangeProposed):
        return replace(measure, change=change)
    if isinstance(event, MeasureLapsed):
        return replace(measure, lapsed_at=event.at)
    assert measure.change is not None, "no change was proposed"
    done = replace(measure.change, signed=by)
    measure = replace(measure, change=None, past=(*measure.past, done))
    if done.kind is ChangeKind.END:
        return replace(measure, closed=True)
    assert done.ends_on is not None and done.review_on is not None, "a measure without an end"
    return replace(measure, kind=event.measure, starts_on=day_of(event.at), review_on=done.review_on,
                   ends_on=done.ends_on, lapsed_at=None)


def _in_order(*days: date) -> None:
    if list(days) != sorted(days):
        raise Refused("The review lies between the first day and the last, and the last day in the future.", CITATION)


def _foreign(measure: CorrectiveMeasure, sitting: Sitting) -> None:
    if str(sitting.nationality) == measure.bureau:
        raise Refused("An officer decides nothing about the bureau of their own country.", "Constitution 30")


def _second(measure: CorrectiveMeasure, first: Signed, sitting: Sitting) -> None:
    if sitting.officer == first.officer or str(sitting.nationality) in (first.nationality, measure.bureau):
        raise Refused("The second signature is another officer's, of another nationality, and not of the bureau's own "
                      "country.", "Constitution 30")


def _made(measure: CorrectiveMeasure, at: datetime, sitting: Sitting) -> Made:
    return Made(reference=measure.reference, at=at, by=sitting.officer, seat=sitting.seat)
