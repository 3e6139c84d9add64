"""`article3 bench rulebook`: invented requests that all can be read, the same for a seed, and the figures told."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from article3.commands.bench import BENCHES
from article3.commands.bench.invented_requests import request_lines
from article3.commands.bench.rulebook import DAY
from article3.intake.countries import INVENTED
from article3.intake.reading import read_communication
from article3.law.brief import brief
from article3.law.rulebook import Standing, assess
from article3.project.cli import main
from article3.terms.communication import Channel, Reference
from article3.terms.finding import Outcome

REFERENCE = Reference("0" * 32)


def test_the_same_seed_gives_the_same_requests() -> None:
    assert list(request_lines(20, 5)) == list(request_lines(20, 5))
    assert list(request_lines(20, 5)) != list(request_lines(20, 6))


def test_requests_are_varied_and_every_one_can_be_read() -> None:
    """Channels, colours, scripts, one to three charges, complete and not; hardly two charges alike."""
    read = [read_communication(line, reference=REFERENCE) for line in request_lines(300, 1)]
    assert {each.channel for each in read} == {Channel.NOTICE_REQUEST, Channel.DIFFUSION}
    assert len({each.colour for each in read}) == 4
    assert {each.person.names[0].script for each in read if each.person} >= {"Latn", "Cyrl", "Arab"}
    assert {len(each.charges) for each in read} == {1, 2, 3}
    texts = [charge.text for each in read for charge in each.charges]
    assert len(set(texts)) > 0.95 * len(texts)
    assert {each.source for each in read} <= set(INVENTED)


def test_the_rules_find_something_of_everything() -> None:
    """A benchmark whose every case ends the same measures one path only."""
    outcomes: Counter[Outcome] = Counter()
    standings: Counter[Standing] = Counter()
    for line in request_lines(200, 2):
        assessment = assess(brief(read_communication(line, reference=REFERENCE), None, DAY), DAY)
        standings[assessment.standing] += 1
        outcomes.update(finding.outcome for finding in assessment.findings)
    assert set(outcomes) == set(Outcome)
    assert standings[Standing.NOT_COMPLIANT] > 10 and standings[Standing.OPEN] > 10


def test_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """On one core and on two, with the seed and the memory of every process; each request counted once."""
    assert main(["bench", "rulebook", "--requests", "60", "--seed", "9", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["seed"] == 9
    assert told["requests"] == sum(told["several_cores"]["standing"].values()) == 60
    assert told["one_core"]["requests"] == 6
    assert told["several_cores"]["per_s"] > 0
    assert len(told["several_cores"]["memory"]) == told["workers"] == 2
    for process in told["several_cores"]["memory"]:
        start, middle, end = process["peak_mb"]
        assert 0 < start <= middle <= end < start + 50
    assert set(told["stages_us"]) == {"read", "brief", "assess", "order"}


def test_text_and_unknown_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "rulebook", "--requests", "20", "--workers", "1"]) == 0
    assert "a second" in capsys.readouterr().out
    assert main(["bench", "no_such_bench"]) == 1
    assert ", ".join(BENCHES) in capsys.readouterr().out
