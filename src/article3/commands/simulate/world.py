"""The simulated exchange: one Secretariat, many bureaus, a post that loses, repeats and reorders, ten weeks of it."""

from __future__ import annotations

import hashlib
import heapq
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from article3.commands.simulate.books import BureauMemory, SecretariatMemory
from article3.commands.simulate.faults import DAY_S, HOUR_S, Fate, Weather
from article3.lifecycle.delivery import bureau as bureaus
from article3.lifecycle.delivery import secretariat
from article3.terms.communication import BureauCode
from article3.terms.delivery import Copy, Lane, Numbered, Sent
from article3.terms.finding import Refused

LEASE_S = 14 * DAY_S
BATCH = 50
SPAN_S = 70 * DAY_S
QUIET_S = 10 * DAY_S


@dataclass(slots=True)
class Truth:
    """What really happened, written down by the world and not by the code under test."""

    sent: dict[str, tuple[BureauCode, frozenset[BureauCode]]] = field(default_factory=dict)
    given: dict[str, set[BureauCode]] = field(default_factory=dict)
    acted: set[tuple[str, BureauCode]] = field(default_factory=set)
    taken_in: dict[tuple[BureauCode, Lane], list[int]] = field(default_factory=dict)
    handed_late: list[str] = field(default_factory=list)
    deliveries: int = 0


class World:
    """One seeded run. `run()` plays the bad weather, then the quiet; `checks.broken` says what was not kept."""

    def __init__(self, seed: int, *, bureaus_n: int = 196, messages_n: int = 300) -> None:
        self.chance = random.Random(seed)
        self.codes = [BureauCode(f"B{number:03}") for number in range(bureaus_n)]
        self.weather = Weather(random.Random(seed + 1_000_003), self.codes, SPAN_S)
        self.centre = SecretariatMemory()
        self.seats = {code: BureauMemory(code) for code in self.codes}
        self.truth = Truth()
        self.queue: list[tuple[int, int, Callable[..., None], tuple[Any, ...]]] = []
        self.count, self.now_s, self.orders = 0, 0, 0
        self._plan(bureaus_n * messages_n)

    def run(self) -> None:
        """Play every event in order of time until nothing is left to happen."""
        while self.queue:
            self.now_s, _, happening, details = heapq.heappop(self.queue)
            happening(*details)

    def at(self, when_s: int, happening: Callable[..., None], *details: Any) -> None:
        """Plan something for later."""
        self.count += 1
        heapq.heappush(self.queue, (when_s, self.count, happening, details))

    def soon(self, after_s: int, within_s: int, happening: Callable[..., None], *details: Any) -> None:
        """Plan something within a time, and before the quiet begins."""
        self.at(min(after_s + self.chance.randrange(HOUR_S, within_s), SPAN_S - 1), happening, *details)

    def digest(self) -> str:
        """One hash of the final state of everybody."""
        parts = [self.centre.digest(), *(self.seats[code].digest() for code in self.codes)]
        return hashlib.sha256(b"".join(parts)).hexdigest()

    # The plan: who sends what to whom, and what review makes of it.

    def _plan(self, messages: int) -> None:
        planned, number = 0, 0
        while planned < messages:
            number += 1
            planned += self._plan_item(f"item{number:05}")
        for code in self.codes:
            self.at(self.chance.randrange(0, HOUR_S), self.sync, code)
            self.at(self.chance.randrange(0, DAY_S), self.tick, code)

    def _plan_item(self, item: str) -> int:
        source = self.chance.choice(self.codes)
        size = min(len(self.codes) - 1, self.chance.choice((1, 1, 2, 4, 10, 40, 120)))
        recipients = self.chance.sample([code for code in self.codes if code != source], size)
        start = self.chance.randrange(0, SPAN_S * 3 // 4)
        self.at(start, self.send, source, Sent(item, f"{item}/1", tuple(recipients)))
        later = start + self.chance.randrange(HOUR_S, 20 * DAY_S)
        fate = self.chance.random()
        if fate < 0.45:
            self.at(later, self.review, secretariat.approve, item)
        if 0.35 < fate < 0.45:
            self.at(later + DAY_S, self.review, secretariat.correct, item, f"{item}/2")
        if fate < 0.05 or fate > 0.75:
            self.at(later + 2 * DAY_S, self.recall, item)
        for _ in range(self.chance.choice((0, 0, 0, 1, 2))):
            self.soon(start, 30 * DAY_S, self.pass_on, item)
            self.soon(start, 30 * DAY_S, self.act_on, item)
        return size * (2 if fate < 0.45 else 1)

    # What people do.

    def send(self, source: BureauCode, sent: Sent) -> None:
        """A bureau sends; when its machine crashes before the commit the officer sends again."""
        if not self._bureau_writes(source, lambda books: bureaus.send(books, sent)):
            self.at(self.now_s + HOUR_S, self.send, source, sent)
            return
        self.truth.sent[sent.item] = (source, frozenset(sent.recipients))

    def review(self, decide: Callable[..., Iterable[Any]], item: str, *details: str) -> None:
        """The task force decides once the item has reached it."""
        if self.centre.item(item) is None:
            if not self.weather.quiet(self.now_s):
                self.at(self.now_s + DAY_S, self.review, decide, item, *details)
            return
        if self._centre_writes(lambda books: decide(books, item, *details)) is False:
            self.at(self.now_s + HOUR_S, self.review, decide, item, *details)

    def recall(self, item: str) -> None:
        """A recall has an order of its own."""
        self.orders += 1
        self.review(secretariat.recall, item, f"order{self.orders:05}")

    def pass_on(self, item: str) -> None:
        """A holder gives the item to somebody by hand, outside the exchange; both write it down."""
        holders = [code for code in self.codes if (held := self.seats[code].copy(item)) and not held.lapsed]
        if not holders:
            return
        giver, taker = self.chance.choice(holders), self.chance.choice(self._likely_takers(item))
        held = self.seats[giver].copies[item]
        if taker in (giver, self.truth.sent[item][0]):
            return
        if self._bureau_writes(giver, lambda books: bureaus.pass_on(books, item, taker)):
            self.truth.given.setdefault(item, set()).add(taker)
            copy = Copy(item, held.version, held.digest, held.reviewed, held.lease_until_s)
            self.soon(self.now_s, 10 * DAY_S, self.take_by_hand, taker, copy, giver)

    def _likely_takers(self, item: str) -> list[BureauCode]:
        """Anybody; but half the time somebody who has the item already, perhaps in a newer version."""
        return self.codes if self.chance.random() < 0.5 else sorted(self.truth.sent[item][1])

    def take_by_hand(self, taker: BureauCode, copy: Copy, giver: BureauCode) -> None:
        """The letter arrives, perhaps days later; perhaps the taker's machine is down."""
        clock = self.weather.clock_s(taker, self.now_s)
        self._bureau_writes(taker, lambda books: bureaus.take_by_hand(books, copy, giver, at_s=clock))

    def act_on(self, item: str) -> None:
        """Some holder acts on the item, where the rules let it."""
        holders = [code for code in self.codes if self.seats[code].copy(item)]
        actor = self.chance.choice(holders) if holders else None
        if actor and self._bureau_writes(actor, lambda books: bureaus.act_on(books, item)):
            self.truth.acted.add((item, actor))

    # What machines do.

    def tick(self, code: BureauCode) -> None:
        """Twice a day each bureau lets ended leases lapse, by its own clock."""
        clock = self.weather.clock_s(code, self.now_s)
        self._bureau_writes(code, lambda books: bureaus.lapse(books, at_s=clock))
        if self.now_s < SPAN_S + QUIET_S:
            self.at(self.now_s + DAY_S // 2, self.tick, code)

    def sync(self, code: BureauCode) -> None:
        """Every few hours: push what is owed, pull what waits."""
        if not self.weather.cut_off(code, self.now_s):
            self._post(self.centre_takes, code, tuple(self.seats[code].unreached(BATCH)))
            self.pull(code)
        if self.now_s < SPAN_S + QUIET_S:
            self.at(self.now_s + self.chance.randrange(HOUR_S // 2, 12 * HOUR_S), self.sync, code)

    def pull(self, code: BureauCode) -> None:
        """Ask for what waits, saying what is durably here."""
        self._post(self.centre_hands_out, code, dict(bureaus.have(self.seats[code])))

    def centre_takes(self, code: BureauCode, reports: tuple[Numbered, ...]) -> None:
        """The Secretariat takes a bureau's reports in and says how far it got."""
        for report in reports:
            if (
                self._centre_writes(
                    lambda books, report=report: secretariat.take_in(
                        books, code, report, at_s=self.now_s, lease_s=LEASE_S
                    )
                )
                is not True
            ):
                return
        if reports:
            self._post(self.reports_reached, code, self.centre.last_heard(code))

    def reports_reached(self, code: BureauCode, number: int) -> None:
        """A bureau learns what the Secretariat has."""
        self._bureau_writes(code, lambda books: bureaus.reports_reached(books, number))

    def centre_hands_out(self, code: BureauCode, have: Mapping[Lane, int]) -> None:
        """The Secretariat answers a pull."""
        if self._centre_writes(lambda books: secretariat.acknowledge(books, code, have)) is not True:
            return
        messages = secretariat.hand_out(self.centre, code, have, BATCH)
        if (
            messages
            and messages[0].lane is Lane.ORDINARY
            and self.centre.waiting(code, Lane.RECALL, have[Lane.RECALL], 1)
        ):
            self.truth.handed_late.append(f"{code} got ordinary messages while a recall waited")
        if messages:
            self._post(self.bureau_takes, code, messages)

    def bureau_takes(self, code: BureauCode, messages: list[Numbered]) -> None:
        """A bureau takes a batch in, message by message, and asks for more."""
        before = self.seats[code].taken.copy()
        clock = self.weather.clock_s(code, self.now_s)
        for message in messages:
            if not self._bureau_writes(
                code, lambda books, message=message: bureaus.take_in(books, message, at_s=clock)
            ):
                return
        if self.seats[code].taken != before:
            self._post(self.centre_takes, code, tuple(self.seats[code].unreached(BATCH)))
            self.pull(code)

    # Writing and posting in bad weather.

    def _post(self, happening: Callable[..., None], code: BureauCode, *details: Any) -> None:
        if self.weather.cut_off(code, self.now_s):
            return
        for arrival in self.weather.arrivals_s(self.now_s):
            self.at(arrival, happening, code, *details)

    def _bureau_writes(self, code: BureauCode, decide: Callable[[BureauMemory], Iterable[Any]]) -> bool:
        """True when the write was made; what the officer or the caller is told depends on the crash."""
        fate = self.weather.fate(code, self.now_s)
        if fate is Fate.CRASH_BEFORE:
            return False
        books = self.seats[code]
        try:
            for event in decide(books):
                books.apply(event)
                if isinstance(event, bureaus.TakenIn):
                    self.truth.deliveries += 1
                    self.truth.taken_in.setdefault((code, event.lane), []).append(event.number)
        except Refused:
            return False
        return True

    def _centre_writes(self, decide: Callable[[SecretariatMemory], Iterable[Any]]) -> bool | None:
        """True done and told, None done and not told (or refused), False not done."""
        fate = self.weather.fate("secretariat", self.now_s)
        if fate is Fate.CRASH_BEFORE:
            return False
        try:
            for event in decide(self.centre):
                self.centre.apply(event)
        except Refused:
            return None
        return None if fate is Fate.CRASH_AFTER else True
