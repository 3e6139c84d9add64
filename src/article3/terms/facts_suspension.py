"""What is known about the end of a notice or diffusion: suspension, withdrawal, cancellation (RPD 81, 100-101)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.communication import Channel
from article3.terms.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionFacts:
    """One notice or diffusion and the reasons it may or must end."""

    channel: Channel | None = None
    suspended_on: Happening | None = None
    suspension_reasons: str | None = None
    suspension_ended_on: Happening | None = None
    purpose_met: bool | None = None
    depends_on_request: bool | None = None
    request_finished: bool | None = None
    """Whether the request this one depends on is finished."""
    legal_basis_stands: bool | None = None
    still_wanted: bool | None = None
    """Whether the source still wants the notice."""
    conditions_hold: bool | None = None
    """Whether the minimum conditions were found still met at the last examination."""
    withdrawn_on: Happening | None = None
    cancelled_on: Happening | None = None
    source_informed_on: Happening | None = None
    """When the source was told where the person is and could act."""
    steps_taken: bool | None = None
    consulted_on: Happening | None = None
    answer_due_on: date | None = None
    answered_on: Happening | None = None
    reason_adequate: bool | None = None
    """A person's judgement of the reason the source gave for doing nothing."""
    recipients_told_on: Happening | None = None
