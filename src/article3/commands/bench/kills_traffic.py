"""The processes `bench kills` kills: a bureau that sends, bureaus that receive, a clerk who withdraws; and a census.

What a process prints is acknowledged: it prints only after the act returned.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

SOURCE, RECEIVERS = "XA", ("XB", "XC")


def sitting(code: str) -> Any:
    """An invented officer of a bureau."""
    from article3.terms.communication import Level
    from article3.terms.sitting import MandateRole, Sitting

    return Sitting(officer="e" * 32, officer_name="", nationality=code, seat=f"bureau:{code}",
                   role=MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL)  # fmt: skip


def introduce(code: str, secretariat: str) -> None:
    """Open the seats here, enrol the Secretariat's key, print our own."""
    from article3.line import enrolment
    from article3.officers import roll

    for member in (SOURCE, *RECEIVERS):
        roll.open_seat(f"bureau:{member}", f"Bureau {member}")
    enrolment.enrol(enrolment.SECRETARIAT, secretariat, since=datetime.now(UTC) - timedelta(days=1))
    print(enrolment.own_public(f"bureau:{code}"), flush=True)


def send(code: str) -> None:
    """Send diffusions without end, a round on the line after each."""
    from article3 import wiring
    from article3.acts.send_diffusion import SendDiffusion
    from article3.terms.communication import Aim, Channel, Communication

    while True:
        reference = wiring.new_reference()
        sent = Communication(reference=reference, channel=Channel.DIFFUSION, source=code, aim=Aim.LOCATE,
                             recipients=RECEIVERS, facts_summary="Robbery of a jeweller in Port Selen.")
        wiring.perform(SendDiffusion(communication=sent), sitting=sitting(code))
        print(reference, flush=True)
        rounds(code, once=True)


def rounds(code: str, *, once: bool = False) -> None:
    """Rounds on the line without end."""
    from django.conf import settings

    from article3.line import bureau, transport
    from article3.line.problems import NoLine

    carrier = transport.Http(settings.SECRETARIAT_URL)
    while True:
        with suppress(NoLine):
            bureau.deliver(code, carrier)
        if once:
            return
        time.sleep(0.05)


def withdraw() -> None:
    """In the Secretariat's own installation: the source withdraws one of its diffusions, then another."""
    from article3 import wiring
    from article3.access.why import Why
    from article3.acts.withdraw_notice import WithdrawNotice
    from article3.terms.finding import Refused
    from article3.terms.reasons import WithdrawalCode

    chance = random.Random()
    while True:
        time.sleep(chance.random() * 0.8)
        rows = wiring.reader(sitting(SOURCE), Why.OWN_ITEM).own_items().rows
        standing = [row.reference for row in rows if row.status.value == "sent_unreviewed"]
        if not standing:
            continue
        reference = chance.choice(standing)
        try:
            wiring.perform(WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED),
                           sitting=sitting(SOURCE))  # fmt: skip
        except Refused:
            continue
        print(reference, flush=True)


def census(code: str) -> None:
    """What a bureau holds, what it removed, what was taken in more than once, and faults of its journal.

    The list of keys is left out: it comes again with every key that is made, and each time is a taking in.
    """
    from article3.exchange import home
    from article3.journal import pages
    from article3.line.enrolment import DIRECTORY

    found = home.copies(code)
    entries = Counter((line.what, line.reference) for line in pages.Pages().lines()
                      if line.what in ("CopyTakenIn", "CopyTakenOut") and line.reference != DIRECTORY)  # fmt: skip
    print(json.dumps({
        "held": sorted(copy.item for copy in found if not copy.order),
        "removed": sorted(copy.item for copy in found if copy.order),
        "doubled": [f"{code}: {what} of {item} {count} times" for (what, item), count in entries.items() if count > 1],
        "faults": pages.faults(),
    }), flush=True)  # fmt: skip


def main(role: str, words: list[str]) -> None:
    """Become one of them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    if role == "introduce":
        from article3.commands.serve import prepare

        prepare()
    {"introduce": introduce, "send": send, "rounds": rounds, "withdraw": withdraw, "census": census}[role](*words)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
