"""`article3 check`: what the rulebook says about a paper, in text for a lawyer and in JSON for a program."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from article3.commands import progress
from article3.commands.check.answer import published_schema
from article3.commands.check.text import printable
from article3.project.cli import main

ROBBERY: dict[str, Any] = {
    "channel": "notice_request", "colour": "red", "source": "XA", "purpose": "wanted", "language": "en",
    "wanted_for": "prosecution", "charges": [{"text": "Armed robbery", "penalty_max_months": 96}],
    "person": {"names": [{"family": "Doe", "given": "Ana"}], "birth_dates": ["1980"]},
}
CHEQUE = ROBBERY | {"charges": [{"text": "Issuing an unfunded cheque", "penalty_max_months": 12}]}
WIDE = ROBBERY | {"charges": [{"text": "殺人 وقتل " + "とても長い言葉 " * 20, "penalty_max_months": 96}]}
BROKEN = {"channel": "telegram", "surprise": 1}
PUBLIC_PAGE = {"total": 2, "_embedded": {"notices": [
    {"entity_id": "2024/1", "name": "DOE", "forename": "ANA", "nationalities": ["XA"],
     "_links": {"self": {"href": "https://example.org/notices/v1/red/2024-1"}}}]}}


@pytest.fixture
def paper(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Writes documents as a file: one as JSON, several as JSON Lines."""

    def write(*documents: object, name: str = "papers") -> Path:
        path = tmp_path / (f"{name}.json" if len(documents) == 1 else f"{name}.jsonl")
        path.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in documents), encoding="utf-8")
        return path

    return write


def _json(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, Any]]:
    code = main(["check", *map(str, words), "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


class TestJson:
    """The published schema, and the field names scripts rely on."""

    def test_the_schema_is_one_and_every_answer_keeps_it(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        schema = json.loads(published_schema())
        Draft202012Validator.check_schema(schema)
        path = paper(ROBBERY, CHEQUE, WIDE, BROKEN, {"channel": "message", "source": "XB", "text": "Hello."},
                     {"channel": "diffusion", "source": "XA", "aim": "arrest", "recipients": ["XB"]},
                     ROBBERY | {"colour": "yellow", "purpose": "missing", "charges": []}, PUBLIC_PAGE)
        code, told = _json(capsys, path)
        Draft202012Validator(schema).validate(told)
        assert code == 2
        assert told["summary"] == {"checked": 7, "not_compliant": told["summary"]["not_compliant"], "unreadable": 1}

    def test_the_schema_can_fail(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        _, told = _json(capsys, paper(ROBBERY))
        del told["communications"][0]["findings"][0]["citation"]
        assert not Draft202012Validator(json.loads(published_schema())).is_valid(told)

    def test_a_lawyers_three_lists_are_there(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        code, told = _json(capsys, paper(CHEQUE), "--as-of", "2024-05-02")
        (one,) = told["communications"]
        by_rule = {finding["rule"]: finding for finding in one["findings"]}
        assert code == 1
        assert one["standing"] == "not_compliant"
        assert one["as_of"] == "2024-05-02"
        assert by_rule["RPD-83-1-a-ii-P"]["outcome"] == "not_met"
        assert "penalty_max_months" in by_rule["RPD-83-1-a-ii-P"]["rests_on"]
        assert by_rule["CON-3"]["asked"] == "reviewer"
        assert by_rule["RPD-76-1"]["outcome"] == "met"
        assert one["offence_kinds"] == ["private_dispute_cheque"]
        assert any("cheque" in each["words"] for each in one["offence_words"])
        assert [each["rule"] for each in one["would_change"]["by_rule"]] == ["RPD-83-1-a-ii-P", "LST-C-1"]
        assert all(len(levers) == 2 for levers in one["would_change"]["lifts"])
        assert one["review_order"]["band"] == "serious"

    def test_the_law_is_that_of_the_day(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        """Unfunded cheques before 28 January 2022: the amount is asked; since then: not publishable."""
        cheque = CHEQUE | {"charges": [{"text": "Issuing an unfunded cheque", "penalty_max_months": 36}]}
        path = paper(cheque)
        before, told = _json(capsys, path, "--as-of", "2022-01-27")
        rules = {finding["rule"]: finding["outcome"] for finding in told["communications"][0]["findings"]}
        assert before == 0
        assert rules["LST-C-1-OLD"] == "question"
        after, told = _json(capsys, path, "--as-of", "2022-01-28")
        rules = {finding["rule"]: finding["outcome"] for finding in told["communications"][0]["findings"]}
        assert after == 1
        assert rules["LST-C-1"] == "not_met"
        assert "LST-C-1-OLD" not in rules

    def test_the_same_paper_gets_the_same_answer(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        path = paper(ROBBERY)
        assert _json(capsys, path, "--as-of", "2024-05-02") == _json(capsys, path, "--as-of", "2024-05-02")

    def test_one_answer_a_line(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(paper(ROBBERY, BROKEN)), "--format", "jsonl"]) == 2
        first, second = capsys.readouterr().out.splitlines()
        assert json.loads(first)["channel"] == "notice_request"
        assert json.loads(second)["problems"]

    def test_a_folder_and_a_list_page_of_the_public_service(self, paper: Any, tmp_path: Path,
                                                            capsys: pytest.CaptureFixture[str]) -> None:
        paper(ROBBERY, name="one")
        paper(PUBLIC_PAGE, name="two")
        code, told = _json(capsys, tmp_path)
        assert code == 0
        assert [Path(each["where"]).name for each in told["communications"]] == ["one.json", "0"]
        assert told["communications"][1]["source_reference"] == "2024/1"
        assert told["remarks"][0]["code"] == "page_incomplete"

    @pytest.mark.parametrize("which", ["input", "output"])
    def test_both_schemas_are_printed(self, which: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--schema", which]) == 0
        schema = json.loads(capsys.readouterr().out)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)


class TestText:
    """Read in a minute; every line cited."""

    def _lines(self, capsys: pytest.CaptureFixture[str], *words: object) -> list[str]:
        main(["check", *map(str, words), "--as-of", "2024-05-02"])
        return capsys.readouterr().out.splitlines()

    def test_not_met_comes_first_then_who_is_asked_then_the_rest(self, paper: Any, monkeypatch: pytest.MonkeyPatch,
                                                                 capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setenv("COLUMNS", "110")
        lines = self._lines(capsys, paper(CHEQUE))
        heads = [line.split(" (")[0] for line in lines if line and not line.startswith(" ")]
        wanted = ["Not met", "To ask the requester", "For the reviewer to answer",
                  "Advisory: asked, and never a ground to refuse", "Offence kinds: private dispute cheque",
                  "What would change the outcome", "Met"]
        assert [head for head in heads if head in wanted] == wanted
        assert any(line.startswith("NOT COMPLIANT as it stands: 2 not met") for line in lines)

    def test_every_finding_is_cited(self, paper: Any, capsys: pytest.CaptureFixture[str]) -> None:
        text = "\n".join(self._lines(capsys, paper(CHEQUE))).replace("\n      ", " ")
        said = [line for line in text.splitlines()
                if line.startswith(("  - Max", "  - Charge", "  ? ", "  ~ ", "  + "))]
        assert len(said) > 50
        assert all(line.endswith("]") and "[" in line for line in said)

    def test_a_question_within_another_is_named_and_not_put_again(self, paper: Any,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
        text = " ".join(" ".join(self._lines(capsys, paper(ROBBERY))).split())
        assert "settles also RPD-5, RPD-11-2, RPD-34-1]" in text
        assert "Does a named officer declare that the data were lawfully collected" not in text

    @pytest.mark.parametrize("columns", [40, 80, 200])
    def test_wide_letters_stay_inside_the_page(self, columns: int, paper: Any, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = self._lines(capsys, paper(WIDE, ROBBERY))
        longest_word = max(cell_len(word) for line in lines for word in line.split())
        assert max(map(cell_len, lines)) <= max(min(columns, 110), longest_word + 8)

    def test_nothing_hidden_reaches_the_terminal(self) -> None:
        """A charge cannot move the cursor, turn the direction or hide; joiners that spell names stay."""
        assert printable("a\x1b[31m\u202eb\nc") == "a<U+001B>[31m<U+202E>b c"
        assert printable("می\u200cخواهم") == "می\u200cخواهم"


class TestTrouble:
    """Bad input: every error at once, and the good papers are still checked."""

    def test_every_problem_with_field_found_expected_and_how_to_mend(self, paper: Any,
                                                                     capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(paper(BROKEN, ROBBERY))]) == 2
        told = capsys.readouterr()
        assert "/channel" in told.err and "found 'telegram'; expected one of notice_request" in told.err
        assert "/surprise" in told.err
        assert "/source" in told.err
        assert "1 checked, 0 not compliant, 1 could not be read." in told.out

    def test_no_path_is_wrong_use(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check"]) == 2
        assert "PATH" in capsys.readouterr().err

    def test_a_path_that_is_not_there(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", str(tmp_path / "gone.json")]) == 2
        assert "No such file" in capsys.readouterr().err

    def test_a_terminal_without_unicode_still_gets_valid_json(self, paper: Any,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
        ascii_out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr("sys.stdout", ascii_out)
        main(["check", str(paper(WIDE)), "--format", "json"])
        ascii_out.flush()
        told = json.loads(ascii_out.buffer.getvalue().decode("ascii"))  # type: ignore[attr-defined]
        assert "殺人" in told["communications"][0]["charges"][0]


def test_the_count_shows_only_on_a_terminal_and_only_after_a_while(paper: Any, monkeypatch: pytest.MonkeyPatch,
                                                                   capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on the error stream of a script; a spinner for a person who waits."""
    path = paper(ROBBERY, ROBBERY, ROBBERY)
    main(["check", str(path), "--format", "jsonl"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(progress, "PATIENCE_S", 0.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    main(["check", str(path), "--format", "jsonl"])
    assert "checked" in capsys.readouterr().err
