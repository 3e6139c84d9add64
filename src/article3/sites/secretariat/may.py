"""What a reviewer may do with a file now, and in plain words why not; the acts decide, this only says it beforehand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.decision import resolutions
from article3.lifecycle.examination import Occasion, Resolution, Review
from article3.lifecycle.hindrances import hindrances
from article3.lifecycle.interim import standing_block
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.ordered import barred
from article3.lifecycle.states import DELIVERED, ENDED, IN_FORCE, State
from article3.terms.sitting import MandateRole, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """Yes, or a sentence why not."""

    examines: bool  # the file is with this reviewer
    take_why_not: str | Promise
    second_why_not: str | Promise
    hindrances: tuple[tuple[str, str], ...]
    resolutions: tuple[Resolution, ...]
    decided: Resolution | None
    proposed: bool
    disagreed: bool
    settles: bool
    over: bool
    block: StandingOrder | None  # of the Secretariat's own, that stands
    blocks: bool  # it is out, and nobody blocked it
    barred: bool  # it repeats data the Commission ordered deleted, and no leave was given

    @property
    def nothing(self) -> May:
        """The same file seen from where nothing can be done."""
        return replace(self, examines=False, second_why_not=_("This is the past."), resolutions=(), decided=None,
                       proposed=False, disagreed=False, settles=False, over=True,
                       blocks=False, barred=False)

    @property
    def second(self) -> bool:
        """This reviewer may give the second word."""
        return self.proposed and not self.disagreed and not self.decided and not self.second_why_not


def may(file: CaseFile, sitting: Sitting, today: date) -> May:
    """What this reviewer may do with this file today."""
    review = file.review
    return May(examines=review is not None and review.reviewer == sitting.officer,
               take_why_not=_take_why_not(file, sitting), second_why_not=_second_why_not(file, sitting),
               hindrances=hindrances(file, None, today), resolutions=resolutions(file),
               decided=review.decision.resolution if review and review.decision else None,
               proposed=bool(review and review.proposal), disagreed=bool(review and review.dissent),
               settles=bool(review and review.dissent) and sitting.role is MandateRole.LEAD,
               block=standing_block(file), blocks=file.state in IN_FORCE | DELIVERED,
               over=file.state in ENDED or (file.state is State.SENT and not _disputed(review)),
               barred=bool(barred(file)))  # fmt: skip


def _disputed(review: Review | None) -> bool:
    return review is not None and review.occasion is Occasion.DISPUTED


def _take_why_not(file: CaseFile, sitting: Sitting) -> str | Promise:
    if file.review and file.review.reviewer != sitting.officer and sitting.role is not MandateRole.LEAD:
        return _("A colleague is reviewing this file; only the lead may take it over.")
    return _tie(file, sitting)


def _second_why_not(file: CaseFile, sitting: Sitting) -> str | Promise:
    if file.review is None or file.review.proposal is None:
        return _("Nothing is proposed yet.")
    return _own_proposal(file.review, sitting) or _tie(file, sitting)


def _own_proposal(review: Review, sitting: Sitting) -> str | Promise:
    assert review.proposal is not None
    if review.proposal.by == sitting.officer:
        return _("You proposed this. Somebody else gives the second word.")
    if review.proposal.nationality == sitting.nationality:
        return _("You have the nationality of the first reviewer. A reviewer of another nationality decides.")
    return ""


def _tie(file: CaseFile, sitting: Sitting) -> str | Promise:
    if sitting.nationality == file.source:
        return _("You have the nationality of the requesting country.")
    person = file.communication.person
    if person and sitting.nationality in person.nationalities:
        return _("You have a nationality of the person.")
    if any(recusal.officer == sitting.officer for recusal in file.recusals):
        return _("You stood aside from this file.")
    return ""
