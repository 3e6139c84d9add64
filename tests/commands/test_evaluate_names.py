"""`article3 evaluate names` on a handful of invented pairs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from article3.commands.evaluate.name_figures import auc, figures, threshold_for
from article3.project.cli import main

PAIRS = [
    ("BRANDOV, Ilja", "Илья Брандов", 1, "cross_cyrillic", "1980-05-17", "1980"),
    ("Mirela Costinescu", "Mirella Kostinescu", 1, "spelling", "", ""),
    ("Selma Ostrand", "Torben Ostrand", 0, "neg_similar", "1950", "1980"),
    ("Karim Darwani", "Karim Sorani", 0, "neg_similar", "", ""),
]


@pytest.fixture()
def pairs(tmp_path: Path) -> Path:
    """A file of pairs in the form of the labelled ones."""
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps({
        "left": left, "right": right, "match": match, "kind": kind, "left_dob": born, "right_dob": other,
        "left_cc": "", "right_cc": "", "left_script": "LATIN", "right_script": "LATIN",
    }) for left, right, match, kind, born, other in PAIRS))
    return path


def test_the_figures_scripts_rely_on(pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both modes, by kind, and the speed; all four pairs told apart."""
    assert main(["evaluate", "names", str(pairs), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    for mode in ("name", "entity"):
        assert told[mode]["f1"] == told[mode]["best_f1"] == told[mode]["auc"] == 1.0
        assert set(told[mode]["by_kind"]) == {"cross_cyrillic", "spelling", "neg_similar"}
    assert told["pairs_per_s"] > 0


def test_a_row_that_cannot_be_read_is_named(pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line and the reason on the error stream; exit code 2."""
    pairs.write_text(pairs.read_text() + '\n{"left": "A", "right": 3, "match": 1}\nnothing\n')
    assert main(["evaluate", "names", str(pairs)]) == 2
    told = capsys.readouterr().err
    assert "line 5" in told and "line 6" in told
    assert main(["evaluate", "names", str(pairs.parent / "none.jsonl")]) == 2


def test_an_unknown_peer_is_refused(pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a sentence, and exit code 3."""
    assert main(["evaluate", "names", str(pairs), "--peer", "somebody"]) == 3
    assert "no peer somebody" in capsys.readouterr().err


def test_figures_are_counted_as_they_are_defined() -> None:
    """Two right, one wrong, one missed at 0.7; ties count half in the AUC."""
    scores, labels = np.array([0.9, 0.8, 0.75, 0.4, 0.1]), np.array([True, True, False, True, False])
    told = figures(scores, labels, 0.7)
    assert (told["precision"], told["recall"], told["f1"]) == (0.6667, 0.6667, 0.6667)
    assert told["auc"] == pytest.approx(5 / 6, abs=1e-4)
    assert told["best_f1"] == pytest.approx(6 / 7, abs=1e-4)
    assert threshold_for(scores, labels, 1.0) == 0.8
    assert auc(np.array([0.5, 0.5]), np.array([True, False])) == 0.5
    assert auc(np.array([0.5]), np.array([True])) is None
