"""What the processes of journey 4 can be told to do, one JSON line each: the Secretariat's and the Commission's."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

STATE: dict[str, Any] = {}


def main(seat: str) -> None:
    """Prints the seat's public key, then does what it is told."""
    from article3.commands.serve import prepare

    prepare()
    from article3.exchange import keys

    print(json.dumps(keys.own_public(seat)), flush=True)
    for line in sys.stdin:
        deed, *details = json.loads(line)
        print(json.dumps(globals()[deed](*details)), flush=True)


# --- the Secretariat


def open_office(commission: str) -> str:
    """Seats, keys, and one diffusion at two bureaus; its reference."""
    from datetime import UTC, datetime

    from article3 import wiring
    from article3.commission import office
    from article3.exchange import keys
    from tests.commission import wing

    world = wing.furnished()
    keys.end(keys.own_public("commission"), at=datetime.now(UTC))  # the Commission sits elsewhere
    office.connect(commission=commission)
    STATE["world"] = world
    reference = wing.diffusion(world)
    _round()
    assert wiring.reader(world.bureaus["XB"], "incoming").published(reference)
    return reference


def mark(bureau: str, reference: str) -> str:
    """What stands over the record at a bureau after its round."""
    from article3 import wiring

    _round()
    return str(wiring.reader(STATE["world"].bureaus[bureau], "incoming").published(reference).mark)


def answer() -> int:
    """The task force answers every question of the Commission; how many there were."""
    from article3.wiring import letter_box

    world = STATE["world"]
    questions, _ = letter_box.tray(world.reviewer)
    for question in questions:
        letter_box.answer_letter(world.reviewer, question.id, "We find it not compliant.")
    return len(questions)


def own_commission_rows() -> int:
    """How many requests the Secretariat's installation holds: none."""
    from article3.commission.register.models import RequestRow

    return RequestRow.objects.count()


def _round() -> None:
    from article3.commands.deliver import rounds

    rounds()


# --- the Commission


def open_wing(secretariat: str) -> str:
    """Its officers, the Secretariat's key, and a request that was sent; the receipt code."""
    from types import SimpleNamespace

    from article3.commission import office, wiring
    from tests.commission import wing

    people = office.furnish()
    office.connect(secretariat=secretariat)
    STATE["world"] = SimpleNamespace(desk=people.desk, members=people.members)
    STATE["code"], STATE["request"] = wing.sent(STATE["world"])
    wing.admitted(STATE["world"], STATE["request"])
    return str(wiring.own_request(STATE["code"]).stage)


def examine(reference: str) -> list[str]:
    """Found through the reading door, members seated, blocked; the sources found."""
    from article3.commission import wiring
    from article3.commission.acts.order_block import OrderBlock
    from article3.terms.facts_commission import UrgencyGround
    from tests.commission import wing

    world, request = STATE["world"], STATE["request"]
    rows = wiring.search(world.desk, name="Selen")
    wing.identified(world, request, *(row.reference for row in rows))
    STATE["sits"] = wing.seated(world, request)
    wiring.perform(OrderBlock(reference=request, file=reference, id=wiring.new_id(), because="Held.",
                              urgency=UrgencyGround.DETENTION), sitting=STATE["sits"][0])
    return [str(row.source) for row in rows]


def ask(reference: str) -> str:
    """The task force is asked."""
    from datetime import date

    from article3.commission import wiring
    from article3.commission.acts.ask_party import AskParty
    from article3.commission.lifecycle.request import Asked

    wiring.perform(AskParty(reference=STATE["request"], id=wiring.new_id(), of=Asked.TASK_FORCE, about=reference,
                            text="Your assessment?", due_on=date(2031, 1, 1)), sitting=STATE["world"].desk)
    return "asked"


def decide() -> str:
    """Proposed, voted, decided; where the request stands."""
    from article3.commission import wiring
    from article3.commission.acts.cast_vote import CastVote
    from article3.commission.acts.decide_request import DecideRequest
    from article3.commission.acts.propose_ruling import ProposeRuling
    from article3.commission.lifecycle.ruling import Ballot
    from tests.commission import wing

    wiring.go_round()
    request, sits = STATE["request"], STATE["sits"]
    wiring.perform(ProposeRuling(reference=request, draft=wing.draft(sits[0])), sitting=sits[0])
    for member in sits[:3]:
        wiring.perform(CastVote(reference=request, ballot=Ballot.FOR, reasons=""), sitting=member)
    found = wiring.request(sits[0], request)
    wiring.perform(DecideRequest(reference=request, ids=wiring.ids_for(found)), sitting=sits[0])
    return str(wiring.request(sits[0], request).stage)


def standing() -> list[Any]:
    """After a round: where the request stands, and of each order its state and its countries."""
    from article3.commission import wiring

    told = wiring.go_round()
    found = wiring.request(STATE["sits"][0], STATE["request"])
    return [str(found.stage), [[str(each.measure), str(each.carried.state) if each.carried else "",
                                sorted(country.bureau for country in each.carried.countries) if each.carried else []]
                               for each in found.measures], told["commission"]]


def write_into_the_files() -> str:
    """What happens to an attempt to change the Organization's files from here."""
    from django.db import connections

    try:
        with connections["files"].cursor() as cursor:
            cursor.execute("UPDATE register_file SET source = 'QQ'")
    except Exception as refused:
        return type(refused).__name__
    return "changed"


if __name__ == "__main__":
    assert os.environ["ARTICLE3_HOME"]
    main(sys.argv[1])
