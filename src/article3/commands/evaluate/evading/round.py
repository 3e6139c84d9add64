"""One round in an installation of its own: refuse, re-issue, compare, time. Prints its figures as JSON."""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from article3.terms.communication import Communication, Reference

AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
TRIMMED = 20
"""One in so many of the slowest, and of the fastest, is left out: other programs ran meanwhile."""


def main(seed: int, refused: int, innocents: int, timed: int) -> dict[str, Any]:
    """Build the installation and play the round."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    return _Round(seed).played(refused, innocents, timed)


class _Round:
    """People, traces and counts of one seed."""

    def __init__(self, seed: int) -> None:
        self.seed, self.chance = seed, random.Random(seed)
        self.compared = 0

    def reference(self) -> Reference:
        """A random reference."""
        from article3.terms.communication import Reference

        return Reference(f"{self.chance.getrandbits(128):032x}")

    def played(self, refused: int, innocents: int, timed: int) -> dict[str, Any]:
        """All figures."""
        from article3.commands.evaluate.evading.people import somebody
        from article3.reentry.weighing import ENOUGH

        everybody = [somebody(self.chance) for _ in range(refused)]
        known = self._refuse(everybody)
        began = time.process_time()
        linked, by_disguise, found = self._reissue(everybody, known)
        held, by_likeness = self._innocents(everybody, innocents)
        took_s = time.process_time() - began
        t, times = self._timed(found, timed)
        return {"seed": self.seed, "refused": refused, "innocents": innocents, "linked": round(linked / refused, 4),
                "held_innocent": round(held / innocents, 4), "receipt_time_t": round(t, 3), "receipt_times": times,
                "by_disguise": by_disguise, "by_likeness": by_likeness, "enough": ENOUGH,
                "compared_per_s": round((refused + innocents) / took_s, 1)}

    def _refuse(self, everybody: Iterable[Any]) -> list[Reference]:
        """Each person's request leaves its trace, as a refusal leaves it; the requests themselves are not kept."""
        from django.conf import settings

        from article3.commands.evaluate.evading.people import request
        from article3.reentry.marks import trace
        from article3.register import traces
        from article3.terms.circumstances import RefusedOn
        from article3.terms.communication import BureauCode

        kept = []
        for who in everybody:
            sent = request(who, self.reference(), BureauCode("XP"))
            kept.append(trace((traces.features_of(sent),), reference=sent.reference, since=AT,
                              grounds=(RefusedOn.ARTICLE_3,), key=settings.TRACE_KEY))
        traces.keep(*kept)
        return [each.reference for each in kept]

    def _links(self, sent: Communication) -> set[Reference]:
        from django.conf import settings

        from article3.register import traces

        self.compared += 1
        return {like.reference for like in traces.likenesses(traces.features_of(sent), settings.TRACE_KEY)}

    def _reissue(self, everybody: list[Any], known: list[Reference]) -> tuple[int, dict[str, Any], list[Any]]:
        """Every refused file comes back once; which were linked, and the persons of those."""
        from article3.commands.evaluate.evading.disguises import DISGUISES, reissue, sent

        missed, every, found = Counter[str](), Counter[str](), []
        for who, reference in zip(everybody, known, strict=True):
            written, worn = reissue(who, self.chance)
            good = reference in self._links(sent(written, self.reference(), self.chance))
            every.update(worn)
            missed.update(() if good else worn)
            found += [who] if good else []
        return len(found), {worn: (missed[worn], every[worn]) for worn in DISGUISES}, found

    def _innocents(self, everybody: list[Any], count: int) -> tuple[int, dict[str, Any]]:
        """Persons never refused; how many were linked to somebody."""
        from article3.commands.evaluate.evading.disguises import sent
        from article3.commands.evaluate.evading.innocents import LIKE, innocent

        held, every = Counter[str](), Counter[str]()
        for _ in range(count):
            written, like = innocent(everybody, self.chance)
            every[like] += 1
            held[like] += bool(self._links(sent(written, self.reference(), self.chance)))
        return sum(held.values()), {like: (held[like], every[like]) for like in LIKE}

    # --- the time of a receipt

    def _timed(self, found: list[Any], count: int) -> tuple[float, dict[str, Any]]:
        """Messages on refused and on other persons sent in turn; the gateway looks at them in between, untimed."""
        from article3 import wiring
        from article3.commands.evaluate.evading.people import somebody

        self._seats()
        times: dict[bool, list[float]] = {True: [], False: []}
        for number in range(-10, count):
            for linked in (True, False) if self.chance.random() < 0.5 else (False, True):
                who = self.chance.choice(found) if linked else somebody(self.chance)
                took_s = self._receipt_s(self._message(who))
                times[linked] += [took_s] if number >= 0 else []  # the first few warm the office up
            wiring.open_gateway(AT)
        one, other = _trimmed(times[True]), _trimmed(times[False])
        return _welch(one, other), {
            "linked": len(one), "linked_ms": round(statistics.fmean(one) * 1000, 3),
            "innocent": len(other), "innocent_ms": round(statistics.fmean(other) * 1000, 3)}

    def _message(self, who: Any) -> Communication:
        from article3.commands.evaluate.evading.people import message
        from article3.terms.communication import BureauCode

        called = f"{who.given.own} {who.family.own}"
        to = (BureauCode("XA"), BureauCode("XB"))
        return message(who, called, self.reference(), BureauCode("XP"), to, self.chance)

    def _receipt_s(self, sent: Communication) -> float:
        from article3 import wiring
        from article3.acts.send_message import SendMessage

        began = time.perf_counter()
        wiring.perform(SendMessage(communication=sent), sitting=_sender(), at=AT)
        return time.perf_counter() - began

    def _seats(self) -> None:
        from article3.officers import roll

        for code in ("XA", "XB", "XP", "XQ"):
            roll.open_seat(f"bureau:{code}", f"Bureau {code}")


def _sender() -> Any:
    from article3.terms.communication import CountryCode, Level
    from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting

    return Sitting(officer=OfficerId("a" * 32), officer_name="", nationality=CountryCode("XP"),
                   seat=SeatCode("bureau:XP"), role=MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL)


def _trimmed(times: list[float]) -> list[float]:
    cut = len(times) // TRIMMED
    return sorted(times)[cut:len(times) - cut]


def _welch(one: list[float], other: list[float]) -> float:
    """Welch's t of two samples."""
    mean: Callable[[list[float]], float] = statistics.fmean
    spread = statistics.variance(one) / len(one) + statistics.variance(other) / len(other)
    return (mean(one) - mean(other)) / spread**0.5


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
