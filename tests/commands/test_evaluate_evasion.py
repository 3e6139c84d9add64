"""`article3 evaluate evasion`: a small round, its disguises, and figures that can fail."""

from __future__ import annotations

import json
import random

import pytest

from article3.commands.evaluate import evasion
from article3.commands.evaluate.evading import people
from article3.commands.evaluate.evading.disguises import DISGUISES, plain, reissue, sent
from article3.commands.evaluate.evading.innocents import LIKE, innocent
from article3.commands.evaluate.evading.names import SCRIPTS
from article3.commands.evaluate.evading.round import _trimmed, _welch
from article3.project.cli import main
from article3.terms.communication import Channel


def test_a_small_round_in_an_installation_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Everything is counted, and the fields scripts rely on are there."""
    main(["evaluate", "evasion", "--seed", "5", "--refused", "40", "--innocents", "80", "--timed", "20",
          "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["linked"] >= 0.85 and report["held_innocent"] <= 0.1
    assert set(report) >= {"linked", "held_innocent", "receipt_time_t", "seed"}
    assert sum(every for _, every in report["by_likeness"].values()) == 80
    assert "wanted" in evasion.as_text(report)


@pytest.mark.parametrize(("changes", "wanted"), [
    ({}, True), ({"linked": 0.9499}, False), ({"held_innocent": 0.0201}, False), ({"receipt_time_t": 4.5}, False),
    ({"receipt_time_t": -4.5}, False)])
def test_each_figure_can_fail(changes: dict[str, float], wanted: bool) -> None:
    """At the edge and beyond it."""
    assert evasion.as_wanted({"linked": 0.95, "held_innocent": 0.02, "receipt_time_t": 4.49} | changes) is wanted


def test_every_disguise_changes_something_and_every_script_is_there() -> None:
    """Over a few hundred people."""
    chance = random.Random(1)
    changed, scripts, worn_by = set(), set(), []
    for _ in range(200):
        who = people.somebody(chance)
        scripts.add(who.script)
        before = plain(who)
        for name, disguise in DISGUISES.items():
            if disguise(before, chance) != before:
                changed.add(name)
        worn_by.append(len(reissue(who, chance)[1]))
    assert changed == set(DISGUISES)
    assert scripts == set(SCRIPTS)
    assert set(worn_by) == {1, 2, 3}


def test_innocents_are_other_people_of_every_likeness_on_every_channel() -> None:
    """Never the refused person by another road: somebody of the same two names was born years apart."""
    chance = random.Random(2)
    refused = [people.somebody(chance) for _ in range(30)]
    likes, channels = set(), set()
    for _ in range(600):
        written, like = innocent(refused, chance)
        likes.add(like)
        channels.add(sent(written, "a" * 32, chance).channel)
        if like == "whole name":
            same = [who for who in refused if (who.family, who.given) == (written.who.family, written.who.given)]
            assert all(abs((who.born - written.who.born).days) > 2 for who in same)
    assert likes == set(LIKE)
    assert channels == {Channel.NOTICE_REQUEST, Channel.DIFFUSION, Channel.MESSAGE}


def test_the_statistic_sees_a_difference_and_no_difference() -> None:
    """A tenth of a millisecond among equals is seen; equals are not told apart."""
    chance = random.Random(3)
    one, same = ([chance.gauss(10.0, 0.3) for _ in range(300)] for _ in range(2))
    slower = [time + 0.2 for time in same]
    assert abs(_welch(_trimmed(one), _trimmed(same))) < 4.5 < abs(_welch(_trimmed(one), _trimmed(slower)))
