"""What the acts at the gateway share: the way a source's items take today, and telling recipients of what went on."""

from __future__ import annotations

from datetime import date

from article3.acts.filing import readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Outbox, Register
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.gateway import Way, kind_going_on
from article3.lifecycle.routing import ROUTED, way_today
from article3.lifecycle.states import State
from article3.terms.communication import Channel

_TELLS = {Channel.MESSAGE: MessageKind.MESSAGE, Channel.DOCUMENT_ENTRY: MessageKind.DOCUMENT_REPORTED}


def way_of(file: CaseFile, register: Register, on: date) -> Way:
    """How the source's items of that kind are routed on that day."""
    kind = kind_going_on(file)
    measure = way_today(register.routings(file.source), file.source, kind, on) if kind in ROUTED else None
    return Way() if measure is None else Way(mode=measure.mode, measure=measure.reference)


def tell_recipients(file: CaseFile, register: Register, outbox: Outbox, on: date) -> None:
    """Those it goes on to hear of it: of a diffusion with its warning."""
    if file.communication.channel in _TELLS:
        tell(outbox, reached(file), _TELLS[file.communication.channel], file)
    elif file.state is State.SENT_UNREVIEWED:
        tell(outbox, readers(file, register, on), MessageKind.DIFFUSION_UNREVIEWED, file)
