"""The benchmarks of screening on a handful of invented people: what they tell, and what they say without a peer."""

from __future__ import annotations

import json
import sys

import pytest

from article3.commands import rescreening
from article3.commands.bench import freetext
from article3.commands.bench.invented_people import people, questions
from article3.commands.evaluate.name_retrieval import _at
from article3.project.cli import main
from article3.screening.index import Index


def test_a_size_is_measured_in_a_process_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Sizes that are not smaller than the one asked for are left out; every figure of the table has its name."""
    assert main(["bench", "screening", "--records", "300", "--queries", "40", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["records"] for each in told["growth"]] == [300]
    wanted = {"queries_per_s", "queries_per_cpu_s", "p50_ms", "p99_ms", "bytes_per_record", "build_s", "add_ms",
              "remove_ms", "right_candidate", "right_above", "load", "at_once_queries_per_s",
              "at_once_queries_per_cpu_s", "compared_per_query"}
    assert wanted <= set(told) and "peer" not in told
    assert told["right_candidate"] > 0.9


@pytest.mark.parametrize("words", [["bench", "screening"], ["bench", "rescreen"]])
def test_a_peer_that_is_missing_is_said_before_anything_is_measured(
        words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file to install it from; exit code 3. One that nobody knows is refused too."""
    monkeypatch.setitem(sys.modules, "nomenklatura", None)
    monkeypatch.setitem(sys.modules, "nomenklatura.matching", None)
    assert main([*words, "--peer", "nomenklatura"]) == 3
    assert "requirements/peers.txt" in capsys.readouterr().err
    assert main([*words, "--peer", "somebody"]) == 3
    assert "no peer somebody" in capsys.readouterr().err


def test_everybody_on_every_core_is_everybody_asked_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """More people than one process takes at a time; the same pairs, in the order of the people."""
    monkeypatch.setattr(rescreening, "AT_ONCE", 150)
    listed = list(people(80, 1))
    items = [*questions(listed, 1), *people(500, 2)]
    index = Index.built(enumerate(listed))
    lane = index.lane()
    one_by_one = [(place, each.key) for place, person in enumerate(items)
                  for each in index.ask(person, lane, most=rescreening.MOST)]
    assert [(each.item, each.entry) for each in rescreening.pairs(index, items, reasons=False)] == one_by_one
    assert len(one_by_one) > 70


def test_every_seed_of_the_free_text_has_figures_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Recall, and alarms on pages without anybody watched for."""
    monkeypatch.setattr(freetext, "CLEAN_PAGES", 4)
    one, other = (freetext.of_seed(seed, 400, 8) for seed in (1, 2))
    assert (one["seed"], other["seed"]) == (1, 2)
    assert one["recall"] >= 0.75 and one["pages"] == 4 and "ten_pages_ms" not in one


@pytest.mark.parametrize(("share", "found"), [(0.0, 0.5), (0.25, 0.75), (0.5, 1.0)])
def test_found_at_a_share_of_false_hits(share: float, found: float) -> None:
    """Four questions, two false hits at 0.5 and 0.7: the threshold lies just above those that are too many."""
    assert _at([0.9, 0.8, 0.6, 0.4], [0.5, 0.7], share)["found"] == found
