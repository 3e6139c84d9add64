"""A diffusion once it is sent: where it went and its recall; confirmed and withdrawn as in `notice`."""

from __future__ import annotations

from datetime import datetime

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import DiffusionRecalled
from article3.lifecycle.examination import Resolution
from article3.lifecycle.notice import decided
from article3.lifecycle.possible import made, require
from article3.lifecycle.publication import Ending
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode
from article3.terms.sitting import Sitting


def reached(file: CaseFile) -> tuple[BureauCode, ...]:
    """The recipients the diffusion went to, in order of code: all but the source and those barred as it was sent.

    A bureau barred afterwards still holds its copy and is counted. Nobody, while it has never left the gateway.
    """
    if file.gateway is not None and file.gateway.passed_at is None:
        return ()
    return addressed(file)


def addressed(file: CaseFile) -> tuple[BureauCode, ...]:
    """Those it was sent to, whether or not it went on to them."""
    first = file.amendments[0].former if file.amendments else file.communication
    sent = file.former_lives[-1].became if file.former_lives else first
    return tuple(sorted(set(sent.recipients) - set(sent.denied) - {file.source}))


def recall(file: CaseFile, *, at: datetime, sitting: Sitting) -> DiffusionRecalled:
    """The Secretariat recalls a diffusion, or a message that a recipient disputed, that two reviewers found
    non-compliant; every recipient owes its removal."""
    require(file, DiffusionRecalled, "recalled", "RPD 99")
    decision = decided(file, Resolution.RECALL)
    ending = Ending(code="not_compliant", on=day_of(at), by=sitting.officer, texts=decision.reasons.to_requester,
                    public=decision.reasons.public)
    return DiffusionRecalled(**made(file, at, sitting), recipients=reached(file), ending=ending)
