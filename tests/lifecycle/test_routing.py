"""Routing measures: dated, reasoned, signed by two of different nationalities, over by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from article3.lifecycle.routing import RoutingMeasure, Signed, after_routing, propose, propose_end, sign, way_today
from article3.terms.communication import Channel
from article3.terms.facts_measure import Organ, Routing
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole
from tests.desk import DAY, FIRST, LEAD, SECOND, sitting

START, LAST = date(2026, 3, 2), date(2026, 6, 2)


def measure(**changes: Any) -> RoutingMeasure:
    """Diffusions of XA are looked at first for three months, as the lead proposes."""
    by = Signed(officer=LEAD.officer, nationality=LEAD.nationality, at=DAY)
    return replace(RoutingMeasure(reference="m" * 32, bureau="XA", kind=Channel.DIFFUSION, mode=Routing.PRE_SCREENED,
                                  basis="RPD 131, decision 7", decided_by=Organ.SECRETARIAT, owner=LEAD.officer,
                                  starts_on=START, review_on=date(2026, 4, 15), ends_on=LAST, proposed=by), **changes)


def proposed(**changes: Any) -> RoutingMeasure:
    """One that may be proposed."""
    made = measure(**changes)
    propose(made, most_months=3, at=DAY, sitting=LEAD)
    return made


def signed(**changes: Any) -> RoutingMeasure:
    """One in force from its first day."""
    made = proposed(**changes)
    return after_routing(made, sign(made, at=DAY, sitting=FIRST), FIRST.nationality)


def test_three_months_are_the_secretariats_and_a_day_more_is_not() -> None:
    """RPD 131; beyond it only the Executive Committee decides."""
    proposed(ends_on=LAST)
    with pytest.raises(Refused, match="3 months at most"):
        proposed(ends_on=LAST + timedelta(days=1))
    proposed(ends_on=LAST + timedelta(days=1), decided_by=Organ.EXECUTIVE_COMMITTEE)


@pytest.mark.parametrize("changes", [
    {"basis": "  "}, {"kind": Channel.NOTICE_REQUEST}, {"mode": Routing.DIRECT}, {"starts_on": date(2026, 3, 1)},
    {"review_on": date(2026, 3, 1)}, {"review_on": date(2026, 6, 3)}, {"bureau": "XD"}],
    ids=["no basis", "requests", "direct", "in the past", "reviewed before", "reviewed after", "the lead's own bureau"])
def test_what_is_no_measure_is_not_proposed(changes: dict[str, Any]) -> None:
    """Each for its own reason."""
    with pytest.raises(Refused):
        proposed(**changes)


@pytest.mark.parametrize("who", [
    LEAD, sitting("other", "XD", MandateRole.REVIEWER), sitting("other", "XA", MandateRole.REVIEWER)],
    ids=["the proposer", "the proposer's nationality", "the bureau's nationality"])
def test_the_second_signature_is_anothers(who: Any) -> None:
    """Nobody measures a bureau alone, nor its own."""
    with pytest.raises(Refused, match="second signature"):
        sign(proposed(), at=DAY, sitting=who)


def test_it_holds_from_its_first_day_to_its_last_and_not_a_day_longer() -> None:
    """Both included; unsigned it never holds."""
    made = signed(starts_on=date(2026, 3, 10))
    assert [made.in_force(day) for day in (date(2026, 3, 9), date(2026, 3, 10), LAST, LAST + timedelta(days=1))] == [
        False, True, True, False]
    assert not proposed().in_force(START)


def test_it_ends_early_with_a_reason_and_a_second_signature_only() -> None:
    """Walk-through 12: nobody lifts a hold at night alone."""
    made = signed()
    with pytest.raises(Refused, match="reason"):
        propose_end(made, " ", at=DAY, sitting=LEAD)
    ending = after_routing(made, propose_end(made, "They trained.", at=DAY, sitting=LEAD), LEAD.nationality)
    assert ending.in_force(START)
    with pytest.raises(Refused):
        sign(ending, at=DAY, sitting=LEAD)
    ended = after_routing(ending, sign(ending, at=DAY, sitting=SECOND), SECOND.nationality)
    assert not ended.in_force(START)
    with pytest.raises(Refused, match="No such measure"):
        propose_end(ended, "Again.", at=DAY, sitting=LEAD)


def test_the_strictest_of_several_measures_holds_and_others_are_not_touched() -> None:
    """By bureau and by kind."""
    held, barred = signed(), signed(reference="n" * 32, mode=Routing.BARRED)
    assert way_today((held, barred), "XA", Channel.DIFFUSION, START) == barred
    assert way_today((held,), "XA", Channel.MESSAGE, START) is None
    assert way_today((held,), "XB", Channel.DIFFUSION, START) is None
