"""`article3 rules`: the accounting, one rule in full, a subject's rules applied to facts, and the written page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from article3.commands.rules import page
from article3.law.provision import Subject
from article3.project.cli import main

ROOT = Path(__file__).resolve().parents[2]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was said aside."""
    code = main(["rules", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What was printed, read."""
    return json.loads(told(capsys, *words, "--format", "json")[1])


class TestAccounting:
    """Every row, its status and its reason."""

    def test_all_rows_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """255 rows with the field names scripts rely on, and the totals."""
        printed = as_json(capsys)
        assert len(printed["rules"]) == printed["totals"]["rows"] == 255
        assert set(printed["rules"][0]) >= {"id", "citation", "edition", "since", "until", "status", "reason"}
        assert {row["status"] for row in printed["rules"]} <= {"computed", "asked", "advisory", "not_for_software"}
        assert printed["totals"]["computed"] + printed["totals"]["asked"] >= 180

    def test_the_last_line_is_the_sum(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A person sees at once that nothing is missing."""
        code, text, _ = told(capsys)
        assert code == 0
        assert text.splitlines()[-1].startswith("255 of 255 rows accounted for: ")
        assert "RPD-50-3" in text

    def test_chosen_by_status_and_by_what_they_apply_to(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Only the rows wanted, and how many there are."""
        advisory = as_json(capsys, "--status", "advisory")["rules"]
        assert advisory and {row["status"] for row in advisory} == {"advisory"}
        hits = as_json(capsys, "--applies-to", "hit")["rules"]
        assert {row["id"] for row in hits} == {"RPD-63", "RPD-104", "RPD-105-1", "RPD-105-2", "RPD-106", "HIT-CAVEAT"}
        assert "Shown here: 6." in told(capsys, "--applies-to", "hit")[1]

    def test_one_rule_in_full(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Its sentence, what it reads, what it asks and the dated figures it measures by."""
        text = told(capsys, "CCF-33-3")[1]
        assert "reads       secretariat_assessed_on, examination_began_on" in text
        assert "On what day did the Chamber's examination begin?" in text
        assert "commission.secretariat_first = True since 2025-11-27" in text
        row = as_json(capsys, "LST-A-3")["rules"][0]
        assert row["exceptions"] and row["provisions"][0]["questions"]

    def test_an_unknown_rule_is_not_found(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With the nearest ids that exist."""
        code, printed, aside = told(capsys, "rpd-50-9")
        assert (code, printed) == (1, "")
        assert "rpd-50-9 is not a row" in aside and "RPD-50-1" in aside


class TestApplied:
    """A subject's rules applied to a JSON record of facts."""

    def test_findings_for_people(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What is not met first, each line with its rule; exit code 1."""
        facts = tmp_path / "facts.json"
        facts.write_text(json.dumps({"recorded_on": "2020-01-31", "nominal": True, "expires_on": "2025-02-01",
                                     "extended_until": "not yet"}))
        code, text, _ = told(capsys, "--apply", "retention", str(facts), "--as-of", "2024-01-01")
        assert code == 1
        assert "as of 2024-01-01" in text
        assert "RPD-49         Kept until 1 February 2025, too long" in text
        assert text.index("NOT MET") < text.index("TO BE ASKED") < text.index("\nMET (")

    def test_findings_for_programs(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """With the field names of the check; exit code 0 when nothing is refused."""
        facts = tmp_path / "facts.json"
        facts.write_text(json.dumps({"found_at": "2026-11-24T09:00:00+00:00", "verified_at": "not yet",
                                     "coercive_use_at": "not yet", "warnings_on_file": ["state", "caveat"],
                                     "warnings_shown": ["state", "caveat"]}))
        printed = as_json(capsys, "--apply", "hit", str(facts))
        shown = next(each for each in printed["findings"] if each["rule"] == "HIT-CAVEAT")
        assert shown["outcome"] == "met" and shown["rests_on"] == ["warnings_on_file", "warnings_shown"]
        assert main(["rules", "--apply", "hit", str(facts)]) == 0

    def test_everything_wrong_is_said_at_once(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Unknown facts with what may be meant, and values with what is expected."""
        facts = tmp_path / "facts.json"
        facts.write_text(json.dumps({"recorded": "2020-01-31", "nominal": "yes", "kept_as": "souvenir",
                                     "expires_on": "31.1.2025"}))
        code, printed, aside = told(capsys, "--apply", "retention", str(facts))
        assert (code, printed) == (2, "")
        assert "recorded: no such fact; did you mean recorded_on?" in aside
        assert 'nominal: true or false is expected, "yes" was found' in aside
        assert 'kept_as: one of "none", "criminal_record", "pointer_only" is expected, "souvenir" was found' in aside
        assert 'expires_on: a day like "2026-05-17" is expected' in aside

    @pytest.mark.parametrize("text", ["", "[]", "{", "null"])
    def test_what_is_no_record_is_wrong_use(self, capsys: pytest.CaptureFixture[str], tmp_path: Path,
                                            text: str) -> None:
        """Never a traceback."""
        facts = tmp_path / "facts.json"
        facts.write_text(text)
        assert told(capsys, "--apply", "retention", str(facts))[0] == 2

    def test_an_unknown_subject_or_file_is_wrong_use(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """With the subjects there are."""
        assert "compliance_entry" in told(capsys, "--apply", "retentions", "x.json")[2]
        assert told(capsys, "--apply", "retention", str(tmp_path / "none.json"))[0] == 2

    @pytest.mark.parametrize("subject", list(Subject))
    def test_an_empty_record_of_every_subject_can_be_filled_in(self, capsys: pytest.CaptureFixture[str],
                                                               subject: Subject, tmp_path: Path) -> None:
        """The record the command offers is the record it reads; with nothing filled in nothing is refused."""
        code, text, _ = told(capsys, "--facts", subject)
        assert code == 0 and "Leave out what is not known" in text
        facts = tmp_path / "facts.json"
        facts.write_text(told(capsys, "--facts", subject, "--format", "json")[1])
        assert told(capsys, "--apply", subject, str(facts))[0] == 0


def test_the_page_in_the_docs_is_the_one_the_code_writes() -> None:
    """To write it anew: article3 rules --format markdown > docs/rulebook.md"""
    assert (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8") == page.written()
