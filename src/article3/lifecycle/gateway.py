"""The gateway between what arrives and its recipients: everything is looked at once before anybody gets it.

What repeats a refused file, or comes from a bureau under a routing measure, waits there for a reviewer. Its source is
told nothing of it: the state it reads is the state it would read otherwise (security design A02).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.lifecycle import events as e
from article3.lifecycle.case_file import CaseFile, Link
from article3.lifecycle.gate import HeldFor
from article3.lifecycle.ordered import require_free
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.review import own_review
from article3.terms.communication import Channel
from article3.terms.facts_measure import Routing
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the source's items of that kind are routed today, and under which measure."""

    mode: Routing = Routing.DIRECT
    measure: str = ""


def examine(file: CaseFile, *, links: tuple[Link, ...], way: Way, at: datetime, sitting: Sitting, hold: bool = False
            ) -> e.ArrivalExamined:
    """Links and the way decide: on to the recipients, or held. A notice request goes nowhere and is only linked."""
    if file.gateway is None or file.gateway.examined_at is not None:
        raise Refused("The file was looked at already.")
    require(file, e.ArrivalExamined, "looked at")
    known = {link.reference for link in file.links}
    fresh = tuple(link for link in links if link.reference not in known)
    goes_on = file.gateway.waits and kind_going_on(file) is not Channel.NOTICE_REQUEST
    held = _held_for(links, way, hold) if goes_on else None
    return e.ArrivalExamined(**made(file, at, sitting), links=fresh, held_for=held,
                             measure=way.measure if held in (HeldFor.PRE_SCREENED, HeldFor.BARRED) else "")


def kind_going_on(file: CaseFile) -> Channel:
    """What waits here as: a notice goes to nobody from the gateway, a diffusion does, what is to become one too."""
    return file.channel if file.channel is not Channel.NOTICE_REQUEST else file.communication.channel


def _held_for(links: tuple[Link, ...], way: Way, hold: bool) -> HeldFor | None:
    if way.mode is Routing.BARRED:
        return HeldFor.BARRED
    if links or hold:
        return HeldFor.LINKED
    return HeldFor.PRE_SCREENED if way.mode is Routing.PRE_SCREENED else None


def let_pass(file: CaseFile, because: str, *, way: Way, at: datetime, sitting: Sitting) -> e.HeldPassed:
    """A reviewer found that a held message may go out; a diffusion goes out by being confirmed as compliant."""
    _require_held(file, sitting)
    require_free(file)
    if kind_going_on(file) is Channel.DIFFUSION:
        raise Refused("A held diffusion goes out when two reviewers confirm it as compliant.", "RPD 99")
    if way.mode is Routing.BARRED:
        raise Refused("Its source is barred from sending this kind today; end the measure first.", "RPD 131")
    return e.HeldPassed(**made(file, at, sitting), because=worded(because, "The reason for letting it pass"))


def keep_back(file: CaseFile, because: str, *, at: datetime, sitting: Sitting) -> e.HeldKeptBack:
    """A reviewer found that a held message stays here for good."""
    _require_held(file, sitting)
    if kind_going_on(file) is Channel.DIFFUSION:
        raise Refused("A held diffusion ends by its recall.", "RPD 99")
    return e.HeldKeptBack(**made(file, at, sitting), because=worded(because, "The reason for keeping it back"))


def confirmed(file: CaseFile, *, way: Way) -> None:
    """Raise Refused when a held diffusion must not go out although it is compliant: its source is barred today."""
    if waits(file) and way.mode is Routing.BARRED:
        raise Refused("Its source is barred from sending diffusions today; end the measure first.", "RPD 131")


def held(file: CaseFile) -> bool:
    """The file waits at the gateway for a reviewer."""
    return file.gateway is not None and file.gateway.held


def waits(file: CaseFile) -> bool:
    """The file, or the latest text of it, has not gone on to its recipients."""
    return file.gateway is not None and file.gateway.waits


def _require_held(file: CaseFile, sitting: Sitting) -> None:
    """Messages are opened with an open case only (RPD 22(6)): the reviewer took the held file up first."""
    if not held(file):
        raise Refused("Nothing is held of this file.")
    own_review(file, sitting)
