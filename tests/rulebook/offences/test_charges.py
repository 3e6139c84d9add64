"""Invented charges in seven languages: every kind is found in each, and nothing is taken for what it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from article3.law.offences import classify
from article3.law.offences.lexicon import LANGUAGES
from article3.terms.offences import Classification, Matter, OffenceKind

FOLDER = Path(__file__).parent


def _rows(name: str) -> list[Any]:
    written = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{language}: {row['text']}") for language, rows in written.items() for row in rows]


def _found(classification: Classification) -> set[str]:
    return {str(name) for name in (*classification.kinds, *classification.matters)}


@pytest.mark.parametrize("row", _rows("charges.yaml"))
def test_a_charge_is_of_its_kinds_and_no_others(row: dict[str, Any]) -> None:
    """The kinds are exactly those a prosecutor would name; the matters at least those."""
    found = classify(row["text"])
    assert {str(kind) for kind in found.kinds} == set(row["kinds"])
    assert set(row.get("matters", ())) <= {str(matter) for matter in found.matters}


@pytest.mark.parametrize("row", _rows("distinctions.yaml"))
def test_a_charge_is_not_taken_for_what_it_resembles(row: dict[str, Any]) -> None:
    """Both sides of each distinction: what the text is and what it is not."""
    found = _found(classify(row["text"]))
    assert set(row.get("is", ())) <= found
    assert not set(row.get("is_not", ())) & found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_an_invented_charge_in_every_language(language: str) -> None:
    """No kind is left to be learnt from published notices: those of Article 3 are seldom published."""
    written = yaml.safe_load((FOLDER / "charges.yaml").read_text(encoding="utf-8"))[language]
    assert {kind for row in written for kind in row["kinds"]} == {str(kind) for kind in OffenceKind}


@pytest.mark.parametrize("row", _rows("charges.yaml"))
def test_upper_case_and_lost_accents_change_nothing(row: dict[str, Any]) -> None:
    """Telegrams come in capitals and without accents, and say the same."""
    text = row["text"]
    assert classify(text.upper()).kinds == classify(text).kinds
    plain = text.translate(str.maketrans("áàâãéêèíîóôõúüçñşğıöÁÉÍÓÚ", "aaaaeeeiiooouucnsgioAEIOU"))
    assert classify(plain).kinds == classify(text).kinds


def test_every_matter_can_be_found() -> None:
    """Each mark an exclusion rule asks about is reached by some invented charge."""
    asked = {str(matter) for name in ("charges.yaml", "distinctions.yaml")
             for rows in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")).values()
             for row in rows for matter in classify(row["text"]).matters}
    rare = ["Late customs declaration", "Dispute about the inheritance of his father", "Absconding from the employer",
            "Charged because of his ethnic origin"]
    asked |= {str(matter) for text in rare for matter in classify(text).matters}
    assert asked == {str(matter) for matter in Matter}
