"""How long data stay (RPD 49-50), and what ends by silence. Silence never renews anything."""

from __future__ import annotations

from datetime import date, datetime

from article3.lifecycle import events as e
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.publication import Ending
from article3.lifecycle.questions import unanswered
from article3.lifecycle.states import ENDED, IN_FORCE, State
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import Colour, Declaration
from article3.terms.finding import Refused
from article3.terms.reasons import PublicCode, ToRequester
from article3.terms.sitting import Sitting


def asked_from(file: CaseFile, ask_months: int) -> date:
    """The first day the source is asked whether the data are still needed."""
    return months_after(file.retention.until, -ask_months)


def ask_retention(file: CaseFile, *, ask_months: int, at: datetime, sitting: Sitting) -> e.RetentionAsked:
    """Some months before the end the source is asked, once, whether the data are still needed (RPD 50)."""
    require(file, e.RetentionAsked, "asked about", "RPD 50")
    on = day_of(at)
    if not asked_from(file, ask_months) <= on <= file.retention.until:
        raise Refused(f"The source is asked from {asked_from(file, ask_months)} to {file.retention.until}.", "RPD 50")
    if file.retention.asked_on is not None or file.retention.extended_on is not None:
        raise Refused("The source was asked already.", "RPD 50")
    return e.RetentionAsked(**made(file, at, sitting), on=on)


def extend(file: CaseFile, months: int, because: str, assurance: Declaration | None, *, longest_months: int,
           ask_months: int, at: datetime, sitting: Sitting) -> e.RetentionExtended:
    """The source keeps the data one more period, once, with a reason; for a red notice it assures again that
    extradition is sought (RPD 50, 84(b))."""
    require(file, e.RetentionExtended, "kept longer", "RPD 50")
    on, until = day_of(at), file.retention.until
    because = worded(because, "The reason for keeping the data", "RPD 50")
    if file.retention.extended_on is not None:
        raise Refused("The data were kept one more period already.", "RPD 50")
    if not asked_from(file, ask_months) <= on <= until:
        raise Refused(f"An extension is given from {asked_from(file, ask_months)} to {until}.", "RPD 50")
    if not 1 <= months <= longest_months:
        raise Refused(f"One more period is at most {longest_months} months.", "RPD 50")
    if file.communication.colour is Colour.RED and (assurance is None or assurance.what != "extradition"):
        raise Refused("The assurance that extradition is still sought is missing.", "RPD 84(b)")
    return e.RetentionExtended(**made(file, at, sitting), until=months_after(until, months), because=because, on=on,
                               assurance=assurance)


def expire(file: CaseFile, *, at: datetime, sitting: Sitting) -> e.FileExpired | e.DataDeleted:
    """The time is over: the data go, whatever state the file is in; how it ended before stays (RPD 50)."""
    on = day_of(at)
    if on <= file.retention.until:
        raise Refused(f"The data may stay until {file.retention.until}.", "RPD 49")
    if file.deleted_on is not None:
        raise Refused(f"The data were deleted on {file.deleted_on}.", "RPD 50")
    if file.state in ENDED:
        require(file, e.DataDeleted, "let go", "RPD 50")
        return e.DataDeleted(**made(file, at, sitting), on=on)
    require(file, e.FileExpired, "let go", "RPD 50")
    return e.FileExpired(**made(file, at, sitting), ending=Ending(code="retention_ended", on=on))


def erase(file: CaseFile, *, appeal_months: int, at: datetime, sitting: Sitting) -> e.DataDeleted:
    """The content of a file that ended goes, some months after its end (RPD 51). Raises Refused: block it first."""
    on = day_of(at)
    if file.deleted_on is not None:
        raise Refused(f"The data were deleted on {file.deleted_on}.", "RPD 51")
    if file.state not in ENDED or file.ending is None:
        raise Refused("The file is live. End it first: it is hidden from that moment, and erased later.", "RPD 51")
    require(file, e.DataDeleted, "erased", "RPD 51")
    first = months_after(file.ending.on, appeal_months)
    if on < first:
        raise Refused(f"Its ending can be questioned until {first}: it is erased from that day on.", "CCF Statute 42")
    return e.DataDeleted(**made(file, at, sitting), on=on)


Lapsed = e.RequestRefused | e.UpdateRefused | e.ConversionRefused | e.NoticeWithdrawn


def lapse(file: CaseFile, *, at: datetime, sitting: Sitting) -> Lapsed | None:
    """What the silence of the source ends on this day: an unanswered request is refused (RPD 78), an unanswered update
    too, and a suspension that ran out counts as the withdrawal of the notice (RPD 81(1)). None when nothing lapses."""
    on = day_of(at)
    if file.state is State.SUSPENDED and on > file.suspensions[-1].until:
        return e.NoticeWithdrawn(**made(file, at, sitting), ending=Ending(code="suspension_ended", on=on))
    if not unanswered(file, on):
        return None
    if file.state is State.RETURNED:
        ending = Ending(code="not_answered", on=on, texts=(ToRequester.NOT_ANSWERED,), public=PublicCode.OTHER)
        return e.RequestRefused(**made(file, at, sitting), ending=ending)
    if file.stands_as is not None and file.state is not State.BLOCKED:
        return e.ConversionRefused(**made(file, at, sitting))
    if file.state in IN_FORCE and file.update_pending:
        return e.UpdateRefused(**made(file, at, sitting))
    return None
