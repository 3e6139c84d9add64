"""Corrective measures: two hands, the competent organ, and never an end in silence (RPD 131, A17)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from article3.acts.change_measure import ChangeMeasure
from article3.acts.decide_measure import DecideMeasure
from article3.acts.lapse_measure import LapseMeasure
from article3.acts.propose_measure import ProposeMeasure
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.sign_measure import SignMeasure
from article3.lifecycle.counted import counted
from article3.lifecycle.gate import HeldFor
from article3.lifecycle.measure import ROUTES, ChangeKind, CorrectiveMeasure, MeasureKind
from article3.terms.communication import Channel
from article3.terms.facts_measure import Organ
from article3.terms.finding import Refused
from tests.acts.situations import wanted_diffusion
from tests.desk import CLOCK, DAY, FIRST, LEAD, SAME_AS_FIRST, Desk, bureau, sitting

MEASURE = "m" * 32
TODAY = DAY.date()
OWN = sitting("own", "XA", LEAD.role)


def proposed(desk: Desk, **changes: Any) -> None:
    """A hold on XA for two months."""
    order = {"measure": MEASURE, "bureau": "XA", "kind": MeasureKind.HOLD, "basis": "RPD 131, decision 7",
             "because": "Four diffusions recalled in a year.", "decided_by": Organ.SECRETARIAT, "starts_on": TODAY,
             "review_on": TODAY + timedelta(days=30), "ends_on": TODAY + timedelta(days=60), **changes}
    desk.perform(ProposeMeasure(**order), LEAD)


def held(desk: Desk, **changes: Any) -> Desk:
    """The same, signed."""
    proposed(desk, **changes)
    desk.perform(DecideMeasure(measure=MEASURE, version=1), FIRST)
    return desk


def measure(desk: Desk) -> CorrectiveMeasure:
    """As it stands."""
    return desk.register.ledger_page(CorrectiveMeasure, MEASURE)


def change(desk: Desk, kind: ChangeKind, because: str = "Training was completed.", **to: Any) -> None:
    """A lead proposes a change."""
    desk.perform(ChangeMeasure(measure=MEASURE, version=measure(desk).version, kind=kind, because=because, **to), LEAD)


def signed(desk: Desk, who: Any = FIRST) -> Any:
    """A second signs it."""
    return desk.perform(SignMeasure(measure=MEASURE, version=measure(desk).version), who)


def sent(desk: Desk) -> HeldFor | None:
    """A diffusion of XA: what the gateway holds it for."""
    desk.perform(SendDiffusion(communication=wanted_diffusion()), bureau("XA"))
    gateway = desk.file().gateway
    assert gateway is not None
    return gateway.held_for


class TestTwoHands:
    """Nothing holds on one signature, and nobody decides on their own country."""

    def test_a_measure_proposed_does_nothing(self) -> None:
        """Until it is signed everything goes direct."""
        desk = Desk()
        proposed(desk)
        assert not measure(desk).binds(TODAY) and sent(desk) is None

    def test_a_hold_that_was_signed_holds_what_the_bureau_sends(self) -> None:
        """At the gateway, from the same day."""
        desk = held(Desk())
        assert measure(desk).binds(TODAY) and sent(desk) is HeldFor.PRE_SCREENED

    @pytest.mark.parametrize("who", [LEAD, OWN, sitting("same country", "XD", FIRST.role)])
    def test_the_second_is_another_of_another_country(self, who: Any) -> None:
        """Not the first, not of the first's nationality, not of the bureau's."""
        desk = Desk()
        proposed(desk)
        with pytest.raises(Refused):
            desk.perform(DecideMeasure(measure=MEASURE, version=1), who)

    def test_a_lead_proposes_nothing_about_their_own_country(self) -> None:
        """Constitution 30."""
        with pytest.raises(Refused):
            Desk().perform(ProposeMeasure(
                measure=MEASURE, bureau="XD", kind=MeasureKind.REMINDER, basis="RPD 131", because="Late answers.",
                decided_by=Organ.SECRETARIAT, starts_on=TODAY, review_on=TODAY, ends_on=TODAY), LEAD)


class TestTheCompetentOrgan:
    """RPD 131: three months for the Secretariat, the rest for the Committee."""

    def test_three_months_are_the_secretariats_and_not_a_day_more(self) -> None:
        """Both sides of the edge."""
        proposed(Desk(), kind=MeasureKind.SUPERVISION, ends_on=date(2026, 6, 2))
        with pytest.raises(Refused, match="limit"):
            proposed(Desk(), kind=MeasureKind.SUPERVISION, ends_on=date(2026, 6, 3))
        proposed(Desk(), kind=MeasureKind.SUPERVISION, ends_on=date(2026, 6, 3), decided_by=Organ.EXECUTIVE_COMMITTEE)

    def test_suspension_of_rights_is_the_committees(self) -> None:
        """However short."""
        with pytest.raises(Refused, match="Executive Committee"):
            proposed(Desk(), kind=MeasureKind.SUSPENSION)
        desk = held(Desk(), kind=MeasureKind.SUSPENSION, decided_by=Organ.EXECUTIVE_COMMITTEE)
        assert sent(desk) is HeldFor.BARRED

    def test_no_measure_touches_what_it_is_not_about(self) -> None:
        """Requests for notices go on under the strictest."""
        assert all(Channel.NOTICE_REQUEST not in kinds for _, kinds in ROUTES.values())
        desk = held(Desk(), kind=MeasureKind.SUSPENSION, decided_by=Organ.EXECUTIVE_COMMITTEE)
        desk.requested()
        assert desk.file().gateway.held_for is None

    def test_a_renewal_is_looked_at_like_a_new_one(self) -> None:
        """Three months more at once is too long for the Secretariat."""
        desk = held(Desk())
        change(desk, ChangeKind.RENEW, review_on=TODAY + timedelta(days=60), ends_on=TODAY + timedelta(days=120))
        with pytest.raises(Refused, match="limit"):
            signed(desk)


class TestNothingFades:
    """A17, walk-through 12: softening and ending need a signed reason; the last day is no end."""

    @pytest.mark.parametrize("because", ["", "   "])
    def test_a_measure_is_not_ended_without_a_reason(self, because: str) -> None:
        """At night or by day."""
        desk = held(Desk())
        with pytest.raises(Refused, match="reason"):
            change(desk, ChangeKind.END, because)
        assert measure(desk).binds(TODAY)

    def test_an_end_that_one_proposed_ends_nothing(self) -> None:
        """Two signatures, as for the beginning."""
        desk = held(Desk())
        change(desk, ChangeKind.END)
        assert measure(desk).binds(TODAY) and sent(desk) is HeldFor.PRE_SCREENED
        for who in (LEAD, SAME_AS_FIRST):
            if who is LEAD:
                with pytest.raises(Refused):
                    signed(desk, who)
        event = signed(desk, SAME_AS_FIRST)
        assert measure(desk).closed and event.because == "Training was completed."

    def test_what_ended_holds_nothing_any_more(self) -> None:
        """From that day on things go direct again."""
        desk = held(Desk())
        change(desk, ChangeKind.END)
        signed(desk)
        desk.at += timedelta(days=1)
        assert sent(desk) is None

    def test_softer_is_softer(self) -> None:
        """Down the ladder only, and what it did at the gateway ends."""
        desk = held(Desk())
        days = {"review_on": TODAY + timedelta(days=10), "ends_on": TODAY + timedelta(days=20)}
        with pytest.raises(Refused, match="Softer"):
            change(desk, ChangeKind.SOFTEN, to=MeasureKind.SUSPENSION, **days)
        change(desk, ChangeKind.SOFTEN, to=MeasureKind.TRAINING, **days)
        signed(desk)
        assert measure(desk).kind is MeasureKind.TRAINING and measure(desk).routings == ()
        desk.at += timedelta(days=1)
        assert sent(desk) is None

    def test_the_last_day_leaves_the_measure_open_until_somebody_signs(self) -> None:
        """It binds no more, the journal says it lapsed, and it waits on the desk."""
        desk = held(Desk())
        desk.at += timedelta(days=60)
        with pytest.raises(Refused):
            desk.perform(LapseMeasure(measure=MEASURE), CLOCK)
        desk.at += timedelta(days=1)
        lapsed = desk.perform(LapseMeasure(measure=MEASURE), CLOCK)
        assert counted(lapsed) == {"measure": "hold", "bureau": "XA"}
        assert measure(desk).is_open and not measure(desk).binds(desk.at.date())
        with pytest.raises(Refused):
            desk.perform(LapseMeasure(measure=MEASURE), CLOCK)
        change(desk, ChangeKind.END)
        signed(desk)
        assert not measure(desk).is_open

    def test_every_step_is_in_the_journal_with_its_rung(self) -> None:
        """What oversight counts."""
        desk = held(Desk())
        change(desk, ChangeKind.RENEW, review_on=TODAY + timedelta(days=40), ends_on=TODAY + timedelta(days=80))
        signed(desk)
        steps = [(type(event).__name__, counted(event)["measure"]) for event in desk.journal.entries
                 if type(event).__name__.startswith("Measure")]
        assert steps == [("MeasureProposed", "hold"), ("MeasureDecided", "hold"), ("MeasureChangeProposed", "hold"),
                         ("MeasureRenewed", "hold")]

    def test_a_measure_somebody_changed_meanwhile_is_read_again(self) -> None:
        """The version that was read."""
        from article3.acts.ports import Changed

        desk = held(Desk())
        with pytest.raises(Changed):
            desk.perform(DecideMeasure(measure=MEASURE, version=1), FIRST)
