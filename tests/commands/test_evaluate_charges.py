"""`article3 evaluate charges`: the figures and the faults. All rows here are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from article3.commands.evaluate.charge_rows import read_rows
from article3.commands.evaluate.charges import DEFINITIONS, Tally, measured
from article3.project.cli import main
from article3.terms.offences import OffenceKind

K = OffenceKind


def _written(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows))
    return path


def _row(charge: str, *kinds: str, **more: Any) -> dict[str, Any]:
    return {"charge": charge, "offence_kind": list(kinds)} | more


def test_micro_f1_counts_base_rows_by_their_notices(tmp_path: Path) -> None:
    """Two notices right and one pair missed and one extra for one notice: F1 is 2*2 / (2*2 + 1 + 1)."""
    path = _written(tmp_path, _row("murder", "homicide", notices=2, label_set="base"),
                    _row("theft", "fraud", notices=1, label_set="base"),
                    _row("theft", "fraud", notices=9, label_set="rare"), {"charge": "unlabelled arson"})
    rows, faults = read_rows(path)
    report = measured(rows)
    assert not faults
    assert (report["rows"], report["labelled_rows"], report["base_rows"]) == (4, 3, 2)
    assert report["micro_f1"] == round(4 / 6, 4)
    assert report["micro_f1_unweighted"] == round(2 / 6, 4)


def test_macro_f1_leaves_out_kinds_with_few_rows(tmp_path: Path) -> None:
    """Five labelled rows count, four do not."""
    rows, _ = read_rows(_written(tmp_path, *[_row("murder", "homicide")] * 5, *[_row("theft", "fraud")] * 4))
    assert measured(rows)["macro_f1"] == 1.0
    rows, _ = read_rows(_written(tmp_path, *[_row("murder", "homicide")] * 5, *[_row("theft", "fraud")] * 5))
    assert measured(rows)["macro_f1"] == 0.5


def test_article3_recall_is_null_when_there_is_nothing_to_find(tmp_path: Path) -> None:
    """And the share found otherwise."""
    rows, _ = read_rows(_written(tmp_path, _row("murder", "homicide")))
    assert measured(rows)["article3_recall"] is None
    rows, _ = read_rows(_written(tmp_path, _row("sedition", "political_pure"), _row("bird watching", "religious")))
    assert measured(rows)["article3_recall"] == 0.5


def test_every_figure_is_defined(tmp_path: Path) -> None:
    """The document says what each of its figures means."""
    rows, _ = read_rows(_written(tmp_path, _row("murder", "homicide")))
    report = measured(rows)
    assert set(DEFINITIONS) <= set(report)
    assert {"rows", "micro_f1", "macro_f1", "article3_recall", "texts_per_s", "by_kind"} <= set(DEFINITIONS)
    assert report["texts_per_s"] > 0


def test_a_tally_knows_precision_and_recall() -> None:
    """Of a kind, of several, and of nothing."""
    tally = Tally()
    tally.add(frozenset({K.DRUGS}), frozenset({K.DRUGS, K.FRAUD}), 3)
    assert (tally.precision([K.DRUGS]), tally.recall([K.DRUGS]), tally.f1([K.DRUGS])) == (1.0, 1.0, 1.0)
    assert tally.precision([K.DRUGS, K.FRAUD]) == 0.5
    assert (tally.precision([K.ASSAULT]), tally.recall([K.ASSAULT]), tally.f1([K.ASSAULT])) == (None, None, None)


@pytest.mark.parametrize(("line", "words"), [
    (b"{bad", "not JSON"), (b"[1]", "expected an object"), (b"\xff", "not UTF-8"), (b"{}", "charge: expected a text"),
    (b'{"charge": 3}', "charge: expected a text"), (b'{"charge": "a", "notices": 0}', "notices: expected a whole"),
    (b'{"charge": "a", "notices": true}', "notices"), (b'{"charge": "a", "offence_kind": []}', "offence_kind"),
    (b'{"charge": "a", "offence_kind": "drugs"}', "offence_kind"),
    (b'{"charge": "a", "offence_kind": ["nonsense"]}', "no such kind: 'nonsense'"),
    (b'{"charge": "a", "offence_kind": [["drugs"]]}', "no such kind"), (b"[" * 100_000, "line 2"),
])
def test_a_row_that_cannot_be_read_is_named_by_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                       line: bytes, words: str) -> None:
    """Every fault at once, the line number first; exit code 2 and no figures."""
    path = _written(tmp_path, _row("murder", "homicide"), line, b"", b"{worse")
    assert main(["evaluate", "charges", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "line 2: " in printed.err
    assert words in printed.err
    assert "line 4: not JSON" in printed.err


def test_no_file_and_no_label_are_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and a sentence."""
    assert main(["evaluate", "charges", str(tmp_path / "none.jsonl")]) == 2
    assert main(["evaluate", "charges", str(_written(tmp_path, {"charge": "murder"}))]) == 2
    assert "no labelled row" in capsys.readouterr().err


def test_the_exit_code_says_whether_the_figures_are_those_wanted(tmp_path: Path,
                                                                 capsys: pytest.CaptureFixture[str]) -> None:
    """0 when they are, 1 when one falls short; text and JSON say the same."""
    good = _written(tmp_path, *[_row("murder", "homicide")] * 5)
    assert main(["evaluate", "charges", str(good), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["micro_f1"] == 1.0
    assert main(["evaluate", "charges", str(_written(tmp_path, _row("theft", "homicide")))]) == 1
    assert "homicide" in capsys.readouterr().out
