"""What is known about how one communication was handled: examined, decided, published, sent. None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.communication import Aim, Channel, Colour
from article3.terms.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFacts:
    """The steps taken on one notice request, notice or diffusion."""

    channel: Channel | None = None
    colour: Colour | None = None
    aim: Aim | None = None
    # Examination.
    doubt_raised: bool | None = None
    """Whether the first screening or an officer raised a doubt."""
    detailed_review_opened: bool | None = None
    questions_unanswered: int | None = None
    """Questions to the source whose deadline has passed without an answer."""
    questions_open: int | None = None
    findings_not_met: tuple[str, ...] | None = None
    """Rules that are not met, in the assessment the decision rests on; () when none."""
    findings_open: tuple[str, ...] | None = None
    article_2_determined: bool | None = None
    article_3_determined: bool | None = None
    reviewed_on: Happening | None = None
    repository_edition: str = ""
    screening_shown_to_bureaus: bool | None = None
    # Decision.
    decided_by: tuple[str, ...] = ()
    decision_code: str = ""
    grounds_cited: tuple[str, ...] = ()
    article_83_ground_decided_by_person: bool | None = None
    own_motion: bool | None = None
    own_motion_recorded: bool | None = None
    # Publication of a notice.
    published_on: Happening | None = None
    published_by_secretariat: bool | None = None
    published_to_all_members: bool | None = None
    seen_by_bureaus_before_decision: bool | None = None
    public_extract_made: bool | None = None
    public_extract_consented: bool | None = None
    public_extract_separate: bool | None = None
    next_check_due_on: date | None = None
    checked_on: date | None = None
    # Sending of a diffusion.
    sent_on: Happening | None = None
    recipients: int | None = None
    recorded_with_sending: bool | None = None
    review_due_on: date | None = None
    pending_warning_shown: bool | None = None
    found_not_compliant: bool | None = None
    recipients_told: int | None = None
    # The source afterwards.
    error_reported_on: Happening | None = None
    error_corrected_on: Happening | None = None
    updated_on: Happening | None = None
    checked_after_update: bool | None = None
