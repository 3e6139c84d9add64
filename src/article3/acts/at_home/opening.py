"""What acts on restricted files share: opened only for the officers the file names, and kept with what happened."""

from __future__ import annotations

from article3.acts.at_home.ports import Cabinet, NotFound
from article3.lifecycle.events import Event
from article3.lifecycle.protective import RestrictedFile, after
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


def opened(cabinet: Cabinet, reference: Reference, sitting: Sitting) -> RestrictedFile:
    """The file, for an officer it names; for anybody else it does not exist (NotFound)."""
    file = cabinet.one(RestrictedFile, reference)
    if sitting.officer not in file.officers:
        raise NotFound
    return file


def filed(cabinet: Cabinet, file: RestrictedFile, event: Event) -> None:
    """The event takes effect and is written down."""
    cabinet.keep(after(file, event))
    cabinet.write_down(event)
