"""Changes of the text by its source: what may change and what never does."""

from __future__ import annotations

from datetime import datetime

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import NoticeUpdated
from article3.lifecycle.possible import made, require
from article3.terms.communication import Communication, Level
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

_STRICTNESS = (Level.OFFICIAL_USE, Level.RESTRICTED, Level.CONFIDENTIAL)


def require_lawful_change(file: CaseFile, communication: Communication) -> None:
    """Raise Refused when the new text is another file's, changes channel or recipients sent to, or lowers a level."""
    former = file.communication
    if (communication.reference, communication.source) != (former.reference, former.source):
        raise Refused("A correction belongs to the file it corrects.", "RPD 46")
    if communication.channel is not former.channel:
        raise Refused("A correction does not change the channel; send it anew.", "RPD 46")
    if communication.recipients != former.recipients:
        raise Refused("A correction does not change the recipients; send it anew.", "RPD 46")
    require_lawful_level(former, communication)


def require_lawful_level(former: Communication, communication: Communication) -> None:
    """Raise Refused when the new text lowers the level of the former one."""
    if _STRICTNESS.index(communication.level) < _STRICTNESS.index(former.level):
        raise Refused("A correction never lowers the level of confidentiality.", "RPD 112-113")


def update(file: CaseFile, communication: Communication, *, at: datetime, sitting: Sitting) -> NoticeUpdated:
    """The source keeps its text true (RPD 46). What is published stands unchanged until the new text is examined."""
    require(file, NoticeUpdated, "updated", "RPD 46")
    require_lawful_change(file, communication)
    if communication == file.communication:
        raise Refused("Nothing changed.", "RPD 46")
    return NoticeUpdated(**made(file, at, sitting), communication=communication)
