"""The simulated exchange keeps its promises, replays, and notices when the core is broken on purpose."""

from __future__ import annotations

import pytest

from article3.commands.simulate import world as simulated
from article3.commands.simulate.delivery import play
from article3.commands.simulate.faults import Fate
from article3.lifecycle.delivery import bureau, secretariat
from article3.terms.delivery import Copy, CopyAnswer, Lane, PassedOn, Receipt, RemoveOrder, TakenByHand
from tests.simulation import planted

SMALL = {"bureaus": 12, "messages": 60}


@pytest.mark.parametrize("seed", range(1, 21))
def test_every_promise_is_kept_in_bad_weather(seed: int) -> None:
    """Loss, repetition, disorder, crashes, six weeks away, wrong clocks, full disks; then quiet."""
    played = play(seed, **SMALL)
    assert played.broken == ()
    assert played.deliveries > 500


def test_the_same_seed_ends_in_the_same_state() -> None:
    """A failing seed replays."""
    assert play(7, **SMALL).digest == play(7, **SMALL).digest
    assert play(7, **SMALL).digest != play(8, **SMALL).digest


@pytest.mark.parametrize("fault", planted.FAULTS, ids=lambda fault: fault.__name__)
def test_a_planted_fault_is_caught(fault: planted.Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the planted faults breaks a promise in at least one of a few seeds."""
    fault(monkeypatch)
    assert any(play(seed, **SMALL).broken for seed in range(1, 9))


def test_there_are_twenty_planted_faults() -> None:
    """Enough to trust the checks."""
    assert len(planted.FAULTS) >= 20


@pytest.mark.parametrize("fate", [Fate.CRASH_BEFORE, Fate.CRASH_AFTER])
def test_a_crash_at_any_single_write_breaks_nothing(fate: Fate, monkeypatch: pytest.MonkeyPatch) -> None:
    """One crash, at the first write, the second, the third ... of a small exchange, before or after its commit."""
    writes = _count_writes(monkeypatch)
    assert writes > 100
    for number in range(1, writes + 1, 3):
        _crash_at(number, fate, monkeypatch)
        assert play(3, bureaus=4, messages=4).broken == (), f"broken by a crash at write {number}"


def _count_writes(monkeypatch: pytest.MonkeyPatch) -> int:
    counted: list[str] = []
    monkeypatch.setattr(simulated.Weather, "fate", lambda self, keeper, at_s: counted.append(keeper) or Fate.DONE)
    play(3, bureaus=4, messages=4)
    return min(len(counted), 600)


def _crash_at(number: int, fate: Fate, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def once(self: simulated.Weather, keeper: str, at_s: int) -> Fate:
        seen.append(keeper)
        return fate if len(seen) == number else Fate.DONE

    monkeypatch.setattr(simulated.Weather, "fate", once)


class TestTheWordsOfDelivery:
    """Sizes of what passes: no message carries a person's data, only references, versions and digests."""

    @pytest.mark.parametrize("kind", [Copy, RemoveOrder, PassedOn, TakenByHand, Receipt])
    def test_messages_are_values(self, kind: type) -> None:
        """Equal fields, equal message: a repeat is recognised by its content."""
        assert kind.__dataclass_params__.frozen

    def test_every_lane_and_answer_has_its_word(self) -> None:
        """The closed lists the exchange knows."""
        assert {lane.value for lane in Lane} == {"recall", "ordinary"}
        assert {answer.value for answer in CopyAnswer} == {"purged", "suspended", "never_had", "acted_before"}
        assert secretariat.take_in is not bureau.take_in
