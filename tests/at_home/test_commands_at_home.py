"""`article3 screen` in an installation: under a mandate, against the register or the bureau's own list; coverage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from article3.project.cli import main
from article3.register.arrivals.models import Arrival
from tests.at_home.conftest import Home
from tests.at_home.test_front_line import published
from tests.at_home.test_protective_desk import HIDDEN, PLAIN, incoming

XB = ["--officer", "xb", "--seat", "bureau:XB"]
DESK = ["--officer", "duty", "--seat", "desk:XB"]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict]:
    """Exit code and answer."""
    code = main(["screen", *words, "--format", "json"])
    return code, json.loads(capsys.readouterr().out or "{}")


def test_a_name_by_its_sound_against_what_an_officer_may_read(home: Home, tmp_path: Path,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    """Another spelling that the exact search does not know; the same when everybody is compared with a new list;
    nothing for a bureau the desk keeps it from."""
    reference = published(home)
    code, answer = told(capsys, "Iko Wortan", "--birth-date", "1984-06-12", "--against", "register", *XB)
    assert (code, [each["reference"] for each in answer["candidates"]]) == (1, [reference])
    listed = tmp_path / "list.txt"
    listed.write_text("Iko Wortan\n", encoding="utf-8")
    everybody = ["rescreen", "--items", "register", "--against", str(listed), *XB]
    code, answer = told(capsys, *everybody)
    assert (code, [each["item"] for each in answer["candidates"]]) == (1, [reference])
    home.protect("Vortan", "Iko")
    code, answer = told(capsys, "Iko Wortan", "--against", "register", *XB)
    assert (code, answer["people"], answer["candidates"]) == (0, 0, [])
    assert told(capsys, *everybody) == (0, {"items": 0, "entries": 1, "threshold": 0.7, "candidates": []})


def test_a_text_against_the_own_list_names_entries_by_number_only(home: Home, tmp_path: Path,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
    """For a duty officer; for a bureau officer there is no such list."""
    entry = home.protect("Vardanova", "Anahit")
    text = tmp_path / "text.txt"
    text.write_text(HIDDEN, encoding="utf-8")
    code, answer = told(capsys, "--text", str(text), "--against", "own-list", *DESK)
    assert (code, answer["candidates"][0]["reference"]) == (1, entry.id)
    assert "Anahit" not in json.dumps(answer)
    assert main(["screen", "Vardanova", "--against", "own-list", *XB]) == 2


@pytest.mark.parametrize("words", [["coverage"], ["Iko", "--against", "register"], ["rescreen"], ["letter"],
                                   ["Iko", "--against", "register", "--officer", "xb", "--seat", "bureau:XC"], ["Iko"]])
def test_what_is_missing_is_said(home: Home, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and a sentence that says what to give."""
    assert main(["screen", *words]) == 2
    assert "article3 screen: " in capsys.readouterr().err


def test_coverage_and_rescreening_at_the_terminal(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Whole: 0; one item taken out of the book: 1, and named."""
    reference = home.message(PLAIN)
    incoming(home)
    code, answer = told(capsys, "coverage", "--bureau", "xb", "--days", "1")
    assert (code, answer["days"][0]["received"], answer["days"][0]["screened"]) == (0, 1, 1)
    Arrival.objects.filter(item=reference).delete()
    code, answer = told(capsys, "coverage", "--bureau", "XB", "--days", "1")
    assert (code, answer["days"][0]["missing"]) == (1, [reference])
    assert main(["screen", "rescreen", *DESK]) == 0
    assert "0 restricted files" in capsys.readouterr().out
