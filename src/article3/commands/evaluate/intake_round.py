"""One round in an installation of its own: some people are known, some are not, and a bureau sends. Figures as JSON."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

SOURCE, HOST = "XP", "XB"
REFUSED, PROTECTED, UNKNOWN = "refused", "protected", "unknown"
WARM_UP = 10
_OF_THE_SENDING = frozenset({"reference", "sent_at", "names", "communication"})  # of an answer: what was just sent
TRIMMED = 20
"""One in so many of the slowest, and of the fastest, is left out of the means: other programs ran meanwhile."""


def main(seed: int, samples: int) -> dict[str, Any]:
    """Build the installation, open the sealed files, then send at each door."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from article3.wiring.sealed_files import open_up

    worker = open_up()
    try:
        return _Round(seed, samples).played()
    finally:
        if worker is not None:
            worker.terminate()
            worker.wait(10)


class _Round:
    """The people of one seed and the bureau that sends."""

    def __init__(self, seed: int, samples: int) -> None:
        from django.test import Client

        self.chance, self.samples = random.Random(seed), samples
        self.sender, self.key = _seated()
        self.client = Client(SERVER_NAME="localhost")

    def played(self) -> dict[str, Any]:
        """Every door, every sort."""
        lots = {sort: self._people() for sort in (REFUSED, PROTECTED, UNKNOWN)}
        _refuse(lots[REFUSED], self._reference)
        _attest(lots[PROTECTED], self._reference)
        compared = []
        doors: dict[str, Callable[[Any], tuple[float, bytes]]] = {"request": self._request, "message": self._message}
        for door, send in doors.items():
            times, answers = self._in_turn(send, lots)
            compared += [{"door": door, "sort": sort, "same_bytes": answers[sort] == answers[UNKNOWN],
                          **_figures(times[sort], times[UNKNOWN])} for sort in (REFUSED, PROTECTED)]
        return {"samples": self.samples, "compared": compared}

    def _people(self) -> list[Any]:
        from article3.commands.evaluate.evading.people import somebody

        return [somebody(self.chance) for _ in range(self.samples + WARM_UP)]

    def _reference(self) -> Any:
        from article3.terms.communication import Reference

        return Reference(f"{self.chance.getrandbits(128):032x}")

    def _in_turn(self, send: Callable[[Any], tuple[float, bytes]], lots: dict[str, list[Any]]
                 ) -> tuple[dict[str, list[float]], dict[str, set[bytes]]]:  # fmt: skip
        """One of each sort after the other, in an order drawn anew; what is compared later is compared in between."""
        from article3 import wiring

        times: dict[str, list[float]] = {sort: [] for sort in lots}
        answers: dict[str, set[bytes]] = {sort: set() for sort in lots}
        for number in range(self.samples + WARM_UP):
            for sort in self.chance.sample(sorted(lots), len(lots)):
                took_s, answer = send(lots[sort][number])
                answers[sort].add(answer)
                times[sort] += [took_s] if number >= WARM_UP else []
            wiring.open_gateway()
        return times, answers

    def _request(self, who: Any) -> tuple[float, bytes]:
        """A notice request through the interface for programs; of the answer everything but what was just sent."""
        from article3.commands.evaluate.evading.people import request
        from article3.intake.reading import write_communication
        from article3.terms.communication import BureauCode

        document = dict(write_communication(request(who, self._reference(), BureauCode(SOURCE))))
        head = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": self._reference()}
        began = time.perf_counter()
        answer = self.client.post("/api/v1/items", json.dumps(document), content_type="application/json", headers=head)
        took_s = time.perf_counter() - began
        assert answer.status_code == 201, answer.content
        told = json.loads(answer.content)
        told = {name: value for name, value in told.items() if name not in _OF_THE_SENDING}
        return took_s, json.dumps([answer.status_code, sorted(answer.headers), told], sort_keys=True).encode()

    def _message(self, who: Any) -> tuple[float, bytes]:
        """A free message; its receipt is that nothing was refused."""
        from article3 import wiring
        from article3.acts.send_message import SendMessage
        from article3.commands.evaluate.evading.people import message
        from article3.terms.communication import BureauCode

        to = (BureauCode("XA"), BureauCode(HOST))
        sent = message(who, f"{who.given.own} {who.family.own}", self._reference(), BureauCode(SOURCE), to, self.chance)
        began = time.perf_counter()
        event = wiring.perform(SendMessage(communication=sent), sitting=self.sender)
        return time.perf_counter() - began, type(event).__name__.encode()


def _seated() -> tuple[Any, str]:
    """A lead of the bureau that sends, and the key of its program; a refugee authority beside them."""
    from django.utils import timezone

    from article3 import wiring
    from article3.officers import roll
    from article3.terms.communication import Level
    from article3.terms.sitting import MandateRole

    for code in ("XA", HOST, SOURCE):
        roll.open_seat(f"bureau:{code}", code)
    officer = roll.enrol("sender", nationality=SOURCE)
    roll.give_mandate(officer, f"bureau:{SOURCE}", MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL,
                      since=date(2020, 1, 1))
    until = timezone.localdate() + timedelta(days=2)
    key = wiring.make_program_key("sender", f"bureau:{SOURCE}", until=until)
    return roll.sitting_of(officer, f"bureau:{SOURCE}"), key


def _refuse(people: list[Any], reference: Callable[[], Any]) -> None:
    """Each person's request left its trace, as a refusal leaves it."""
    from django.conf import settings
    from django.utils import timezone

    from article3.commands.evaluate.evading.people import request
    from article3.reentry.marks import trace
    from article3.register import traces
    from article3.terms.circumstances import RefusedOn
    from article3.terms.communication import BureauCode

    kept = []
    for who in people:
        sent = request(who, reference(), BureauCode(SOURCE))
        kept.append(trace((traces.features_of(sent),), reference=sent.reference, since=timezone.now(),
                          grounds=(RefusedOn.ARTICLE_3,), key=settings.TRACE_KEY))
    traces.keep(*kept)


def _attest(people: list[Any], reference: Callable[[], Any]) -> None:
    """The host's authority attests each as a refugee from the country that sends; a second officer confirms."""
    from article3.commands.evaluate.evading.people import request
    from article3.terms.communication import BureauCode, CountryCode, Level
    from article3.terms.facts_protection import ProtectionStatus
    from article3.terms.sealed import ProtectionUse
    from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
    from article3.wiring import protection

    first, second = (
        Sitting(officer=OfficerId(id * 32), officer_name="", nationality=CountryCode(HOST), role=MandateRole.ATTESTING,
                seat=SeatCode(f"protection:{HOST}"), clearance=Level.CONFIDENTIAL) for id in "cd"
    )  # fmt: skip
    entries = []
    for who in people:
        person = request(who, reference(), BureauCode(SOURCE)).person
        assert person is not None, "a request is about somebody"
        entries.append(protection.Entry(
            person=person, status=ProtectionStatus.REFUGEE, against=(BureauCode(SOURCE),), directed=False,
            uses=frozenset(ProtectionUse), evidence="Decision 17/2025", since=date(2025, 6, 1)))
    for id in protection.attest(first, *entries):
        protection.confirm_attestation(second, id)


def _figures(known: list[float], unknown: list[float]) -> dict[str, float]:
    one, other = _trimmed(known), _trimmed(unknown)
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return {"t": round((statistics.fmean(one) - statistics.fmean(other)) / spread**0.5, 3),
            "z": round(_rank_z(known, unknown), 3), "known_ms": round(statistics.fmean(one) * 1000, 3),
            "unknown_ms": round(statistics.fmean(other) * 1000, 3)}


def _trimmed(times: list[float]) -> list[float]:
    cut = len(times) // TRIMMED
    return sorted(times)[cut:len(times) - cut]


def _rank_z(one: list[float], other: list[float]) -> float:
    """The z of the rank sum of the first sample among both (Mann and Whitney), over all that was measured."""
    ranked = sorted([(took, 0) for took in one] + [(took, 1) for took in other])
    ranks = sum(place for place, (_, whose) in enumerate(ranked, 1) if whose == 0)
    mine, all_ = len(one), len(ranked)
    middle, spread = mine * (all_ + 1) / 2, (mine * len(other) * (all_ + 1) / 12) ** 0.5
    return (ranks - middle) / spread


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
