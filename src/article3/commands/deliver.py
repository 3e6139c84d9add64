"""`article3 deliver`: one round on the line for each bureau seated here: send what is owed, pull what waits."""

from __future__ import annotations

import argparse
import logging
import os
import time
from collections.abc import Callable

from article3.terms.finding import Refused

PATIENCE_S = 60
log = logging.getLogger("article3.line")
"""What goes wrong between two rounds stands in the log of the installation, as its requests' troubles do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Once, or again and again."""
    parser.add_argument("--every", type=float, metavar="SECONDS", help="go on, with this pause between rounds")
    parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)  # stop when this process is gone


def run(chosen: argparse.Namespace) -> int:
    """0 every round done; 1 the Secretariat could not be reached: nothing is lost, run it again."""
    from article3.commands.serve import prepare

    prepare()
    pause_s = chosen.every or 0
    while True:
        told = tried()
        if chosen.every is None:
            print("\n".join(told.values()))
            return int(any(line.startswith("No line") for line in told.values()))
        trouble = any(line.startswith("No line") for line in told.values())
        pause_s = min(PATIENCE_S, pause_s * 2) if trouble else chosen.every
        if chosen.parent and os.getppid() != chosen.parent:
            return 0
        time.sleep(pause_s)


def tried() -> dict[str, str]:
    """One round for everybody; what a database refused is told, and tried again by the next round."""
    from django.db import DatabaseError, connections

    try:
        return rounds()
    except DatabaseError as refused:
        connections.close_all()  # what is broken is opened anew
        kind = type(refused).__name__  # its words may hold a row
        told = f"No line: the database refused ({kind}). Nothing was lost; the next round begins where this one did."
        log.warning(told)
        return {"database": told}


def rounds() -> dict[str, str]:
    """One round for every bureau seated here, and a line of what it did."""
    from django.conf import settings
    from django.utils import timezone
    from django.utils.module_loading import import_string

    from article3 import wiring
    from article3.line import bureau, enrolment, transport
    from article3.line.problems import NoLine
    from article3.wiring.chasing import chase_removals
    from article3.wiring.protection import carry_out_protection

    carrier = transport.Http(settings.SECRETARIAT_URL) if settings.SEAT else transport.by_hand
    seat = settings.SEAT.removeprefix("bureau:")
    told = {}
    try:
        carry_out_protection()
    except Refused as shut:  # the sealed files do not answer: the next round asks again
        log.warning(shut.because)
    if settings.COMMISSION_ROUND:  # the Commission's wing sits here too, or it alone
        told |= import_string(settings.COMMISSION_ROUND)()
    _heads(seat, carrier)
    if settings.SEAT == "commission":
        return told
    if not seat:
        _at_the_desk()
    wiring.give_out()
    wiring.open_gateway(most=200)  # what arrived goes on although nobody comes to read
    chase_removals()
    for code in (seat,) if seat else enrolment.seated_here(timezone.now()):
        try:
            done = bureau.deliver(code, carrier)
        except NoLine as broken:
            told[code] = f"No line for {code}: {broken}"
            log.warning(told[code])
        else:
            told[code] = f"{code}: {done.sent} sent, {done.taken_in} taken in, {done.removed} removed"
    wiring.make_calls()
    return told


def _at_the_desk() -> None:
    """What officers of the task force ordered and need not wait for: searches, an adopted list's next entries."""
    from article3.commands import research
    from article3.wiring import listing_room

    research.start_owed()
    listing_room.carry_out_lists(1)


def _heads(seat: str, carrier: Callable[[str, bytes], bytes]) -> None:
    """At the Secretariat, this hour's head if it is not made yet; in another's installation, a look at the newest."""
    from article3 import wiring
    from article3.line import witnessing
    from article3.line.problems import NoLine

    try:
        if not seat:
            wiring.beat()
            return
        status = witnessing.look(seat if seat == "commission" else f"bureau-{seat.lower()}", carrier)
        if status not in (None, 200):
            log.error("The Secretariat's journal was not witnessed (%s): it does not continue what we saw. "
                      "Keep `article3 journal memory` and tell oversight.", status)  # fmt: skip
    except (NoLine, Refused) as trouble:
        log.warning("%s", trouble)
