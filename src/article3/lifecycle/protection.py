"""The end of a record under the refugee policy: in every word the end it would have on another undisclosed ground."""

from __future__ import annotations

from datetime import datetime

from article3.lifecycle import events as e
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.possible import made, require
from article3.lifecycle.publication import Ending
from article3.lifecycle.states import IN_FORCE, State
from article3.terms.clocks import day_of
from article3.terms.communication import Channel
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, PublicCode, ToRequester
from article3.terms.sitting import Sitting


def remove(file: CaseFile, *, at: datetime, sitting: Sitting) -> e.NoticeCancelled | e.DiffusionRecalled:
    """A notice in force is cancelled, a diffusion at its recipients recalled; the file says no more than that.

    Raises Refused for a record that is not out. The ground is kept under seal and nowhere else (REF-12).
    """
    notice = file.channel is Channel.NOTICE_REQUEST
    if file.state in IN_FORCE or (file.state is State.BLOCKED and notice):
        return e.NoticeCancelled(**made(file, at, sitting),
                                 ending=_ending(CancellationCode.CONDITIONS_NOT_MET.value, at, sitting))
    if file.state is State.SENT:
        raise Refused("What bureaus write to each other is recalled only in a case that a recipient opened.",
                      "RPD 22(6)")  # fmt: skip
    require(file, e.DiffusionRecalled, "removed from its recipients", "RPD 99")
    return e.DiffusionRecalled(**made(file, at, sitting), recipients=reached(file),
                               ending=_ending("not_compliant", at, sitting))


def _ending(code: str, at: datetime, sitting: Sitting) -> Ending:
    return Ending(code=code, on=day_of(at), by=sitting.officer, texts=(ToRequester.NOT_COMPLIANT,),
                  public=PublicCode.OTHER)
