"""`article3 screen` against invented lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from article3.project.cli import main
from tests.intake.test_un_list import INDIVIDUAL, LIST

ROWS = [
    {"reference": "A-1", "names": ["BRANDOV, Ilja Petrovich", "Илья Брандов"], "birth_date": "1980-05-17",
     "nationality": "XA"},
    {"reference": "A-2", "names": "Mirela Costinescu", "birth_date": "1975", "document": "P-123"},
]


@pytest.fixture()
def listed(tmp_path: Path) -> Path:
    """The list as JSON Lines."""
    path = tmp_path / "list.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)))
    return path


def test_a_candidate_comes_with_its_reasons(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1: somebody has to judge."""
    arguments = ["screen", "Ilya Brandov", "--birth-date", "1980", "--nationality", "xa", "--against", str(listed)]
    assert main([*arguments, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)["candidates"]
    assert [each["reference"] for each in told] == ["A-1"]
    assert "same birth year" in told[0]["because"] and "a country in common" in told[0]["because"]
    assert main(arguments) == 1
    assert "No score decides" in capsys.readouterr().out


def test_nobody_is_no_candidate(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0."""
    assert main(["screen", "Torben Ostrand", "--against", str(listed)]) == 0
    assert capsys.readouterr().out.startswith("0 candidates among 2 people")


def test_a_document_is_enough_to_ask_a_person(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The number however it is punctuated, under a name that is alike."""
    assert main(["screen", "M. Costinescu", "--document", "p123", "--against", str(listed), "--format", "json"]) == 1
    assert "the same document number" in json.loads(capsys.readouterr().out)["candidates"][0]["because"]


def test_names_in_a_text_are_told_with_their_place(listed: Path, tmp_path: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    """The stretch and why."""
    text = tmp_path / "message.txt"
    text.write_text("We ask about Mirela Costinescu and her driver.")
    assert main(["screen", "--text", str(text), "--against", str(listed), "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["candidates"]
    assert (told["reference"], told["start"], told["stop"], told["text"]) == ("A-2", 13, 30, "Mirela Costinescu")


def test_lists_of_three_forms_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV and plain text find the same person as JSON."""
    table, plain = tmp_path / "list.csv", tmp_path / "list.txt"
    table.write_text("reference,names,birth_date\nA-2,Mirela Costinescu|Mirela Kost,1975\n")
    plain.write_text("Mirela Costinescu\nTorben Ostrand\n")
    for path in (table, plain):
        assert main(["screen", "COSTINESCU Mirella", "--against", str(path)]) == 1
    assert "Mirela Costinescu" in capsys.readouterr().out


@pytest.mark.parametrize(("line", "told"), [
    ("{", "line 1: not JSON"), ("[]", "expected an object"), ('{"reference": "x"}', "names is missing"),
    ('{"names": "A B", "birth_date": "17.5.1980"}', "is not YYYY"),
])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, told: str,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and no answer over half a list."""
    path = tmp_path / "list.jsonl"
    path.write_text(line)
    assert main(["screen", "Anybody", "--against", str(path)]) == 2
    assert told in capsys.readouterr().err


def test_wrong_use_is_told(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name and a text at once, neither, a date that is none."""
    assert main(["screen", "--against", str(listed)]) == 2
    assert main(["screen", "A", "--text", str(listed), "--against", str(listed)]) == 2
    assert main(["screen", "A", "--birth-date", "yesterday", "--against", str(listed)]) == 2
    assert "give a name" in capsys.readouterr().err


def test_against_the_security_councils_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its people by their references; its entities are nobody; a list that is none is said."""
    path = tmp_path / "list.xml"
    path.write_text(LIST.format(INDIVIDUAL), encoding="utf-8")
    assert main(["screen", "Tilke Rovan", "--birth-date", "1980", "--against", str(path), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["people"], [each["reference"] for each in told["candidates"]]) == (1, ["EXi.001"])
    path.write_text("<html/>")
    assert main(["screen", "Tilke Rovan", "--against", str(path)]) == 2


def test_everybody_stored_is_compared_with_a_new_list(listed: Path, tmp_path: Path,
                                                      capsys: pytest.CaptureFixture[str]) -> None:
    """Each pair with its reasons, in the order of the items; nobody else is told; exit code 1."""
    items = tmp_path / "items.csv"
    items.write_text("reference,names,birth_date\nB-1,Torben Ostrand,1950\nB-2,Mirella Kostinescu,1975\n"
                     "B-3,Ilya Brandov,1980\n")
    command = ["screen", "rescreen", "--items", str(items), "--against", str(listed)]
    assert main([*command, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["items"], told["entries"]) == (3, 2)
    assert [(each["item"], each["reference"]) for each in told["candidates"]] == [("B-2", "A-2"), ("B-3", "A-1")]
    assert all(each["because"] for each in told["candidates"])
    assert main([*command, "--threshold", "1"]) == 0
    assert "3 people against 2 entries" in capsys.readouterr().out


@pytest.mark.parametrize("words", [
    ["Ilja Brandov", "--items", "items.csv", "--against", "list.csv"], ["rescreen", "--items", "items.csv"],
    ["rescreen", "--items", "none.csv", "--against", "none.csv"],
])
def test_items_without_a_list_are_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Or files that are not there: exit code 2, with what is wanted."""
    assert main(["screen", *words]) == 2
    assert capsys.readouterr().err.startswith("article3 screen: ")
