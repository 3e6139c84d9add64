"""Propose, then a second reviewer decides; disagreement goes up to the lead. Two people, two nationalities."""

from __future__ import annotations

from datetime import datetime

from article3.lifecycle import review_events as r
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.conversion import require_more_than_refusal
from article3.lifecycle.examination import Decision, Occasion, Override, Reasons, Resolution, Review, Signature, View
from article3.lifecycle.hindrances import hindrances, require_lawful_override
from article3.lifecycle.impartiality import CITATION as IMPARTIALITY
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.review import own_review
from article3.lifecycle.states import DELIVERED, IN_FORCE, State
from article3.terms.clocks import day_of
from article3.terms.finding import Refused
from article3.terms.reasons import Ground, PublicCode
from article3.terms.sitting import MandateRole, Sitting

CITATION = "NDTF practice, stage 4"
FAVOURABLE = frozenset({Resolution.PUBLISH, Resolution.CONFIRM})


def resolutions(file: CaseFile) -> tuple[Resolution, ...]:
    """What a review of this file may come to as it now stands."""
    state = file.beneath
    if state in DELIVERED and file.stands_as is not None:
        return (Resolution.PUBLISH, Resolution.REFUSE, Resolution.RECALL)
    if state in DELIVERED:
        return (Resolution.CONFIRM, Resolution.RECALL)
    if state in IN_FORCE and file.stands_as is not None:
        return (Resolution.CONFIRM, Resolution.REFUSE, Resolution.CANCEL)
    if state in IN_FORCE and file.update_pending:
        return (Resolution.PUBLISH, Resolution.REFUSE, Resolution.CANCEL)
    if state in IN_FORCE:
        return (Resolution.CONFIRM, Resolution.CANCEL)
    if state is State.SENT:
        return (Resolution.RECALL,)
    return (Resolution.PUBLISH, Resolution.REFUSE)


def view_of(resolution: Resolution, reasons: Reasons, grounds: tuple[Ground, ...], rules: tuple[str, ...],
            override: Override | None, *, at: datetime, sitting: Sitting) -> View:
    """A reviewer's view, with their nationality on this day."""
    return View(resolution=resolution, by=sitting.officer, nationality=sitting.nationality, at=at, reasons=reasons,
                grounds=grounds, rules=rules, override=override)


def propose(file: CaseFile, view: View, *, at: datetime, sitting: Sitting) -> r.DecisionProposed:
    """The first reviewer proposes. Publication is not even proposed while anything stands in its way."""
    require(file, r.DecisionProposed, "decided on", CITATION)
    _require_disputed(own_review(file, sitting), file)
    _require_lawful(file, view, at)
    return r.DecisionProposed(**made(file, at, sitting), view=view)


def _require_disputed(review: Review, file: CaseFile) -> None:
    """A message that is held goes out or stays; one that went out is recalled when a recipient disputed it."""
    if file.state is State.SENT and review.occasion is not Occasion.DISPUTED:
        raise Refused("A held message is let pass or kept back; nothing is decided on it by two.", CITATION)


def agree(file: CaseFile, *, at: datetime, sitting: Sitting) -> r.DecisionTaken:
    """The second reviewer stands behind the proposal: it becomes the decision."""
    review = _proposed(file, r.DecisionTaken)
    assert review.proposal is not None
    if review.dissent is not None:
        raise Refused("A second reviewer disagreed; the lead decides.", CITATION)
    _require_second(file, review.proposal, sitting)
    return _taken(file, review.proposal, at, sitting)


def dissent(file: CaseFile, view: View, *, at: datetime, sitting: Sitting) -> r.ReviewerDissented:
    """The second reviewer would resolve otherwise, with grounds and reasons of their own; the file goes up."""
    review = _proposed(file, r.ReviewerDissented)
    assert review.proposal is not None
    if review.dissent is not None:
        raise Refused("A second reviewer disagreed; the lead decides.", CITATION)
    _require_second(file, review.proposal, sitting)
    _require_lawful(file, view, at)
    return r.ReviewerDissented(**made(file, at, sitting), view=view)


def settle(file: CaseFile, with_dissent: bool, *, at: datetime, sitting: Sitting) -> r.DecisionTaken:
    """The lead stands behind the proposal or behind the dissent; the two who agree have different nationalities."""
    review = _proposed(file, r.DecisionTaken)
    if review.dissent is None or review.proposal is None:
        raise Refused("The reviewers do not disagree.", CITATION)
    if sitting.role is not MandateRole.LEAD:
        raise Refused("Only the lead settles a disagreement.", CITATION)
    if sitting.officer in (review.proposal.by, review.dissent.by):
        raise Refused("The lead is one of the two who disagree; another lead decides.", CITATION)
    chosen = review.dissent if with_dissent else review.proposal
    _require_second(file, chosen, sitting)
    return _taken(file, chosen, at, sitting)


def _proposed(file: CaseFile, event: type[r.DecisionTaken] | type[r.ReviewerDissented]) -> Review:
    require(file, event, "decided on", CITATION)
    if file.review is None or file.review.proposal is None:
        raise Refused("Nothing is proposed on this file, or what was proposed rested on facts that have changed.",
                      CITATION)
    if file.review.decision is not None:
        raise Refused("The file is decided.", CITATION)
    return file.review


def _require_second(file: CaseFile, first: View, sitting: Sitting) -> None:
    if sitting.officer == first.by:
        raise Refused("Nobody decides on their own proposal.", CITATION)
    require_impartial(file, sitting)
    if sitting.nationality == first.nationality:
        raise Refused("The second reviewer has the nationality of the first; another one decides.", IMPARTIALITY)


def _taken(file: CaseFile, view: View, at: datetime, sitting: Sitting) -> r.DecisionTaken:
    _require_lawful(file, view, at)
    signatures = (Signature(officer=view.by, nationality=view.nationality, at=view.at),
                  Signature(officer=sitting.officer, nationality=sitting.nationality, at=at))
    decision = Decision(resolution=view.resolution, at=at, signatures=signatures, reasons=view.reasons,
                        grounds=view.grounds, rules=view.rules, override=view.override)
    return r.DecisionTaken(**made(file, at, sitting), decision=decision)


def _require_lawful(file: CaseFile, view: View, at: datetime) -> None:
    if view.resolution not in resolutions(file):
        names = " or ".join(each.value for each in resolutions(file))
        raise Refused(f"Here a review comes to: {names}.", CITATION)
    worded(view.reasons.internal, "The internal reasoning", "RPD 34(3)")
    if view.resolution in FAVOURABLE:
        _require_favourable(file, view, at)
    else:
        _require_grounded(view)
        if view.resolution is Resolution.REFUSE:
            require_more_than_refusal(file, view)


def _require_favourable(file: CaseFile, view: View, at: datetime) -> None:
    if view.override is not None:
        require_lawful_override(file, view.override, view.resolution)
    for because, citation in hindrances(file, view.override, day_of(at)):
        raise Refused(because, citation)
    if view.grounds or view.reasons.to_requester or view.reasons.public is not PublicCode.COMPLIANT:
        raise Refused("What is found compliant carries no ground and no reason of refusal.", CITATION)


def _require_grounded(view: View) -> None:
    if view.override is not None:
        raise Refused("Only a publication can rest on particular importance.", "RPD 83(1)(b)")
    if not view.grounds:
        raise Refused("A ground is missing.", CITATION)
    if not view.reasons.to_requester:
        raise Refused("What the requester is told is missing.", CITATION)
    if view.reasons.public is PublicCode.COMPLIANT:
        raise Refused("The public code says compliant.", CITATION)
