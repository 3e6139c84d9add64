"""The wing's joint: transactions on its own database, its door to the Organization's files, its letter-box."""

from __future__ import annotations

from article3.commission.register.shelf import Changed, Line, NotFound
from article3.commission.wiring.front_desk import code_known, new_code, own_outlook, own_request, submit
from article3.commission.wiring.letters import NoLine, carry, give_leave, leave_asked
from article3.commission.wiring.performing import (
    desk,
    free_members,
    ids_for,
    like,
    looks,
    names,
    new_id,
    paper,
    perform,
    planned,
    request,
    revised,
    session_list,
)
from article3.commission.wiring.reading import FileSeen, identified, keep_watch, search, seen
from article3.commission.wiring.round import go_round

__all__ = [
    "Changed",
    "FileSeen",
    "Line",
    "NoLine",
    "NotFound",
    "carry",
    "code_known",
    "desk",
    "free_members",
    "give_leave",
    "go_round",
    "identified",
    "ids_for",
    "keep_watch",
    "leave_asked",
    "like",
    "looks",
    "names",
    "new_code",
    "new_id",
    "own_outlook",
    "own_request",
    "paper",
    "perform",
    "planned",
    "request",
    "revised",
    "search",
    "seen",
    "session_list",
    "submit",
]
