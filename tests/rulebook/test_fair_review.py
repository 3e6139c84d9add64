"""The order of review is fair by requester: whoever sends much delays itself, and neither side starves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from article3.law.parameters import parameter
from article3.law.review_order import Band, ReviewOrder, review_order
from article3.terms.communication import Aim, BureauCode, Channel
from article3.terms.facts import CommunicationFacts
from tests.rulebook.test_review_order import FRAUD, MURDER

DAY = date(2026, 3, 2)
GRAVE = replace(FRAUD, roles=frozenset({"journalist"}), refugee_status_confirmed=True)
SHARE = int(parameter("review_order.share_a_day", DAY))


class Office:
    """A desk that looks at so many a day, always at those that stand first."""

    def __init__(self, looks_a_day: int) -> None:
        self.looks_a_day, self.today = looks_a_day, DAY
        self.waits: list[tuple[tuple[int, ...], int, str, Band]] = []
        self.looked_at: dict[str, list[int]] = {}  # by source: days waited

    def sends(self, source: str, facts: CommunicationFacts, count: int, **around: bool) -> None:
        """So many arrive today."""
        for _ in range(count):
            band = review_order(facts, self.today).band
            before = sum(1 for _, _, other, of in self.waits if (other, of) == (source, band))
            place = review_order(facts, self.today, before=before, **around)
            self.waits.append((place.key, self.today.toordinal(), source, band))

    def a_day(self) -> None:
        """A day's work."""
        self.waits.sort()
        done, self.waits = self.waits[: self.looks_a_day], self.waits[self.looks_a_day:]
        for _, came, source, _ in done:
            self.looked_at.setdefault(source, []).append(self.today.toordinal() - came)
        self.today += timedelta(days=1)


def waits_at_most(flood: int, facts: CommunicationFacts) -> int:
    """How long the slowest of XB waits in a fortnight in which XA sends so many a day; XB sends three."""
    office = Office(looks_a_day=20)
    for _ in range(14):
        office.sends("XA", facts, flood)
        office.sends("XB", FRAUD, 3)
        office.a_day()
    still = max((office.today.toordinal() - came for _, came, source, _ in office.waits if source == "XB"), default=0)
    return max(*office.looked_at["XB"], still)


@pytest.mark.parametrize("facts", [FRAUD, GRAVE], ids=["as harmless as theirs", "graver than theirs"])
def test_a_flood_of_any_size_delays_nobody_else_by_more_than_a_bounded_time(facts: CommunicationFacts) -> None:
    """Three times the flood, and others wait no longer: what XA sends beyond its share takes its turn later."""
    quiet, flood, thrice = (waits_at_most(count, facts) for count in (0, 30, 90))
    promised = max(parameter("review_order.request_days", DAY))
    assert quiet <= flood <= promised + 4
    assert thrice <= flood + 1


def test_who_floods_is_not_starved_in_turn() -> None:
    """A day's flood and nothing after it, while others go on as ever: it is all looked at, its share every day."""
    office = Office(looks_a_day=30)
    office.sends("XA", FRAUD, 200)
    for _ in range(20):
        for other in ("XB", "XC", "XD", "QM"):
            office.sends(other, FRAUD, 4)
        office.a_day()
    assert len(office.looked_at["XA"]) == 200
    assert Counter(office.looked_at["XA"])[max(office.looked_at["XA"])] <= 30


def test_within_its_share_a_requester_stands_where_harm_and_time_put_it() -> None:
    """Nothing changes for whoever sends what it needs, and nothing is said of turns."""
    plain = review_order(MURDER, DAY)
    last = review_order(MURDER, DAY, before=SHARE - 1)
    assert (last.key, last.line, last.later_days) == (plain.key, plain.line, 0)
    beyond = review_order(MURDER, DAY, before=SHARE)
    assert (beyond.later_days, beyond.look_by) == (1, plain.look_by), "the day by which somebody should look stays"
    assert beyond.key > plain.key
    assert beyond.line.endswith(f"{SHARE} others of its requester wait before it: it takes its turn 1 day later.")


def test_harm_comes_before_turns_on_the_same_day() -> None:
    """A requester's first ordinary case does not pass the grave one of somebody who has used up half its share."""
    grave, ordinary = review_order(GRAVE, DAY, before=SHARE // 2), review_order(MURDER, DAY, arrived_on=DAY)
    assert grave.key < ordinary.key


def _diffusion(recipients: int) -> ReviewOrder:
    facts = replace(FRAUD, channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST,
                    recipients=tuple(BureauCode(f"Q{chr(77 + number)}") for number in range(recipients)))
    return review_order(facts, DAY, delivered_unreviewed=True)


def test_of_two_delivered_alike_the_smaller_audience_comes_first() -> None:
    """Where few read it, nobody else notices what is wrong with it; the line says so."""
    assert [_diffusion(n).key for n in (1, 2, 8)] == sorted(_diffusion(n).key for n in (8, 1, 2))
    assert "Sent to 1 bureau only" in _diffusion(1).reasons and "Sent to 3 bureaus only" in _diffusion(3).reasons
    assert not any(reason.startswith("Sent to") for reason in _diffusion(4).reasons)


def test_the_audience_of_a_request_is_everybody_and_says_nothing() -> None:
    """Only what stands at its recipients is ordered by them."""
    assert review_order(replace(FRAUD, recipients=(BureauCode("XB"),)), DAY) == review_order(FRAUD, DAY)
