"""A diffusion becomes a notice, or a notice a diffusion, under its own number and with its whole history.

What stands goes on as what it is until the other is allowed: a notice by two reviewers, as any request (RPD 74, 86),
a diffusion by the gateway, since fewer read what all read before. Caveats, links and bars are the file's and stay.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from article3.lifecycle import events as e
from article3.lifecycle import gate
from article3.lifecycle.amendment import require_lawful_level
from article3.lifecycle.case_file import Amendment, CaseFile, Step
from article3.lifecycle.changes import amended, let_on, reconsidered, review_closed
from article3.lifecycle.examination import View
from article3.lifecycle.life import Life
from article3.lifecycle.possible import made, require
from article3.lifecycle.states import DELIVERED, State
from article3.terms.communication import Aim, Channel, Colour, Communication
from article3.terms.finding import Outcome, Refused
from article3.terms.reasons import Ground, PublicCode
from article3.terms.sitting import Sitting

CITATION = "RPD 97-101"
BECAME_DIFFUSION = "BecameDiffusion"
_BARS_BOTH = (PublicCode.ARTICLE_2, PublicCode.ARTICLE_3)


def to_notice(file: CaseFile, request: Communication, *, at: datetime, sitting: Sitting) -> e.ConversionAsked:
    """The source of a diffusion asks for a notice instead; it is reviewed as any request, the diffusion goes on."""
    _require_free(file)
    if file.state not in DELIVERED or request.channel is not Channel.NOTICE_REQUEST:
        raise Refused("Only a diffusion can be converted to a notice.", CITATION)
    if any(life.channel is Channel.NOTICE_REQUEST for life in file.former_lives):
        raise Refused("It was a notice before, and was removed by who read it then: request a new notice.", CITATION)
    if request.recipients:
        raise Refused("A notice goes to every member; it names no recipients. Bar bureaus instead.", "RPD 74")
    return _asked(file, request, at, sitting)


def to_diffusion(file: CaseFile, diffusion: Communication, *, at: datetime, sitting: Sitting) -> e.ConversionAsked:
    """The source of a notice keeps it to fewer bureaus: the others remove it once the gateway let the diffusion on."""
    _require_free(file)
    if file.state is not State.PUBLISHED or diffusion.channel is not Channel.DIFFUSION:
        raise Refused("Only a notice in force can be converted to a diffusion.", CITATION)
    if file.update_pending:
        raise Refused("A change of the notice waits for its reviewers. Convert it once they have decided.", CITATION)
    if not set(diffusion.recipients) - {file.source} - file.denied(at.date()) - set(diffusion.denied):
        raise Refused("It names no recipient, so it would reach nobody.", "RPD 97")
    return _asked(file, diffusion, at, sitting)


def _require_free(file: CaseFile) -> None:
    require(file, e.ConversionAsked, "converted", CITATION)
    if file.stands_as is not None:
        raise Refused("Its conversion was asked for already and is not decided on yet.", CITATION)


def _asked(file: CaseFile, text: Communication, at: datetime, sitting: Sitting) -> e.ConversionAsked:
    if (text.reference, text.source) != (file.reference, file.source):
        raise Refused("A conversion belongs to the file it converts.", CITATION)
    require_lawful_level(file.communication, text)
    return e.ConversionAsked(**made(file, at, sitting), communication=text)


def refuse(file: CaseFile, *, at: datetime, sitting: Sitting) -> e.ConversionRefused:
    """The conversion is refused: the file goes on as what it is."""
    require(file, e.ConversionRefused, "refused a conversion", CITATION)
    return e.ConversionRefused(**made(file, at, sitting))


def require_more_than_refusal(file: CaseFile, view: View) -> None:
    """Raise Refused when a diffusion would stand although its notice is refused on what bars every channel."""
    barred = view.reasons.public in _BARS_BOTH or Ground.REFUGEE_POLICY in view.grounds
    if file.stands_as is not None and file.state in DELIVERED and barred:
        raise Refused("What is refused on this ground must not go on as a diffusion either: recall it.", "RPD 99")


# --- what a file looks like afterwards


def asked(file: CaseFile, event: e.ConversionAsked) -> CaseFile:
    """The other text is examined; what stands is kept beside it."""
    return amended(reconsidered(replace(file, stands_as=file.communication)), event, event.communication)


def refused(file: CaseFile, event: e.ConversionRefused) -> CaseFile:
    """What stood all the time is the text again; of a notice nothing waits at the gateway any more."""
    assert file.stands_as is not None, "no conversion was asked for"
    back = replace(review_closed(file), stands_as=None, communication=file.stands_as)
    if file.channel is Channel.NOTICE_REQUEST and file.gateway is not None:
        back = replace(back, gateway=gate.passed(file.gateway, event.at))
    return replace(back, amendments=(*file.amendments, Amendment(former=file.communication, at=event.at, by=event.by)))


def became_notice(file: CaseFile, event: e.NoticePublished) -> CaseFile:
    """The diffusion is a notice from here on, for everybody; a published file that was none stays as it is."""
    return file if file.stands_as is None else let_on(_ended_life(file, event.at), event)


def taken_effect(file: CaseFile, event: e.Event) -> CaseFile:
    """A notice whose conversion the gateway let on is a diffusion: reviewed, if it asks for no more than the notice did
    and every rule for diffusions is met; otherwise it is reviewed anew, and marked so."""
    gone_on = file.gateway is not None and not file.gateway.waits
    if file.stands_as is None or file.state is not State.PUBLISHED or not gone_on:
        return file
    step = Step(event=BECAME_DIFFUSION, at=event.at, by=event.by, seat=event.seat)
    state = State.REVIEWED if _clear(file) and not _asks_for_more(file) else State.SENT_UNREVIEWED
    return replace(_ended_life(file, event.at), state=state, published=None, timeline=(*file.timeline, step))


def _clear(file: CaseFile) -> bool:
    found = file.assessed
    return found is not None and not found.binding(Outcome.NOT_MET) and not found.binding(Outcome.QUESTION)


def _asks_for_more(file: CaseFile) -> bool:
    """An arrest that nobody was asked for before."""
    stood = file.stands_as
    return file.communication.aim is Aim.ARREST and (stood is None or stood.colour is not Colour.RED)


def _ended_life(file: CaseFile, at: datetime) -> CaseFile:
    assert file.stands_as is not None, "no conversion was asked for"
    began = file.former_lives[-1].ended_at if file.former_lives else file.received_at
    life = Life(began_at=began, ended_at=at, text=file.stands_as, became=file.communication, published=file.published)
    return replace(file, stands_as=None, former_lives=(*file.former_lives, life))
