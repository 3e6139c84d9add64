"""`article3 evaluate decisions`: the figures, and that no label reaches the facts. All rows here are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.commands.evaluate import decisions
from article3.commands.evaluate.decision_rows import facts_of, read_rows
from article3.commands.evaluate.ranking import exact_interval, share_first
from article3.law.index import rows as rulebook_rows
from article3.law.review_order import review_order
from article3.law.rulebook import assess

NO_FACTS: dict[str, Any] = dict.fromkeys((
    "refugee_status", "extradition_refused_by_others", "in_absentia", "individual_role_described", "ncb_answered",
    "proceedings_valid", "private_dispute", "penalty_threshold_met", "transfer_of_proceedings"))


def _ccf(number: int, outcome: str, *, issues: tuple[str, ...] = (), confidence: str = "seen",
         **facts: Any) -> dict[str, Any]:
    return {"set": "ccf", "id": f"ccf-{number}", "year": 2024, "data_type": "Red Notice", "outcome": outcome,
            "outcome_words": outcome, "tags": list(issues), "issues": list(issues), "basis": "Because.",
            "facts_confidence": confidence,
            "facts": NO_FACTS | {"offence_kinds": [], "subject_roles": ["unknown"], "other": []} | facts}


def _case(kind: str, number: int, charges: list[str], roles: list[str], **more: Any) -> dict[str, Any]:
    return {"set": kind, "id": f"{kind}-{number}", "requesting_country": "Atlantis", "year": 2023,
            "communication": "red_notice", "charges_as_stated": charges, "subject_roles": roles,
            "refugee_status_granted_by": None, "arrested_in": "Lemuria", "extradition_outcome": "unknown",
            "interpol_outcome": "unknown", "in_absentia": None, "note": None, "confidence": "high"} | more


ROWS = [
    _ccf(1, "not_compliant", issues=("refugee_policy", "description_of_acts"), refugee_status=True,
         offence_kinds=["large_fraud"], subject_roles=["refugee"], individual_role_described=False),
    _ccf(2, "compliant", offence_kinds=["armed_robbery"], subject_roles=["none_stated"], ncb_answered=True),
    _ccf(3, "partly", confidence="tags_only"),
    _ccf(4, "not_compliant", confidence="tags_only"),
    _case("documented", 1, [], ["journalist", "refugee"]),
    _case("documented", 2, ["insulting the head of state"], ["writer"]),
    _case("contrast", 1, ["murder"], ["none_stated"], individual_role_described=True, conviction="convicted_before"),
    _case("contrast", 2, ["drug trafficking"], ["none_stated"], individual_role_described=False),
]


@pytest.fixture
def labelled(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Writes rows as a JSON Lines file."""

    def write(rows: list[Any]) -> Path:
        path = tmp_path / "rows.jsonl"
        path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
        return path

    return write


def _read(labelled: Any, rows: list[Any]):  # type: ignore[no-untyped-def]
    found, faults = read_rows(labelled(rows))
    assert not faults
    return found


class TestFigures:
    """The stable field names, and what they count."""

    def test_the_figures_scripts_rely_on(self, labelled: Any) -> None:
        report = decisions.measured(_read(labelled, ROWS))
        assert report["rows"] == 8
        assert report["ordinary_not_met"] == 0
        assert report["ground_recall"] == 1.0
        assert report["review_order_auc"] == report["neutral_auc"] == 1.0
        assert {name: figures["rows"] for name, figures in report["by_set"].items()} == \
            {"ccf": 4, "documented": 2, "contrast": 2}
        assert len(report["caveats"]) >= 5

    def test_the_order_is_told_apart_for_each_kind_of_row(self, labelled: Any) -> None:
        order = decisions.measured(_read(labelled, ROWS))["review_order"]
        counts = {name: (share["misuse_rows"], share["ordinary_rows"]) for name, share in order.items()}
        assert counts == {"all": (4, 3), "ccf": (2, 1), "documented_against_contrast": (2, 2), "facts_read": (3, 3)}
        assert all(share["low_95"] <= share["auc"] <= share["high_95"] for share in order.values())

    def test_an_ordinary_case_that_is_not_met_is_named(self, labelled: Any) -> None:
        """A cheque is excluded since 2022: as a contrast row it would be our mistake, and is told as one."""
        cheque = _case("contrast", 3, ["unfunded cheque"], ["none_stated"])
        report = decisions.measured(_read(labelled, [*ROWS, cheque]))
        assert report["ordinary_not_met"] == len(report["ordinary_not_met_rows"]) >= 1
        assert {each["id"] for each in report["ordinary_not_met_rows"]} == {"contrast-3"}

    def test_a_ground_without_a_rule_counts_as_not_covered(self, labelled: Any) -> None:
        report = decisions.measured(_read(labelled, [_ccf(9, "not_compliant", issues=("a_new_ground",))]))
        assert report["ground_recall"] == 0.0
        assert report["grounds"]["by_row"][0]["uncovered"] == ["a_new_ground"]

    def test_a_ground_asked_of_everybody_is_told_apart_from_one_this_case_raises(self, labelled: Any) -> None:
        bare = _ccf(1, "not_compliant", issues=("refugee_policy",))
        known = _ccf(2, "not_compliant", issues=("refugee_policy", "access_to_file"), refugee_status=True)
        grounds = decisions.measured(_read(labelled, [bare, known]))["grounds"]
        assert [each["because_of_this_case"] for each in grounds["by_row"]] == [[], ["refugee_policy"]]
        assert grounds["share"] == 1.0, "the Commission's own procedure is no ground"

    def test_the_mapping_of_grounds_points_at_rules_of_the_index(self, labelled: Any) -> None:
        mapping = decisions.measured(_read(labelled, ROWS))["grounds"]["mapping"]
        assert {rule for rules in mapping.values() for rule in rules} <= rulebook_rows().keys()

    def test_json_and_text_are_printed(self, labelled: Any, capsys: pytest.CaptureFixture[str]) -> None:
        assert _run(labelled(ROWS), "json") == 0
        assert json.loads(capsys.readouterr().out)["rows"] == 8
        assert _run(labelled(ROWS), "text") == 0
        assert "share of pairs" in capsys.readouterr().out

    def test_a_row_that_cannot_be_read_is_named_and_the_rest_is_measured(self, labelled: Any,
                                                                         capsys: pytest.CaptureFixture[str]) -> None:
        assert _run(labelled([*ROWS, "{", {"set": "other", "id": "x"}]), "json") == 2
        told = capsys.readouterr()
        assert json.loads(told.out)["rows"] == 8
        assert "line 9" in told.err and "line 10" in told.err

    def test_without_rows_there_is_nothing_to_measure(self, tmp_path: Path) -> None:
        assert _run(tmp_path / "gone.jsonl", "json") == 2


def _run(path: Path, form: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    decisions.add_arguments(parser)
    return decisions.run(parser.parse_args([str(path), "--format", form]))


LABELS = {
    "outcome": "compliant", "outcome_words": "Compliant", "tags": ["x"], "issues": ["article_3_political"],
    "basis": "All arguments failed.", "indicators": ["critic_of_government"], "note": "opposition leader; murder",
    "refugee_status_granted_by": "Mu", "extradition_outcome": "refused", "interpol_outcome": "deleted",
    "individual_role_described": True, "conviction": "convicted_before", "reported_by": "press", "confidence": "low",
    "info_basis": "source", "arrested_in": "Mu",
}


class TestNoLabelIsAnInput:
    """README, limit 1: a score that reads its own label measures nothing."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
    @pytest.mark.parametrize("label", LABELS)
    def test_changing_a_label_changes_no_fact(self, row: dict[str, Any], label: str, labelled: Any) -> None:
        (before,), (after,) = _read(labelled, [row]), _read(labelled, [row | {label: LABELS[label]}])
        assert facts_of(before) == facts_of(after)

    @pytest.mark.parametrize("finding", ["individual_role_described", "ncb_answered", "private_dispute"])
    def test_coded_findings_are_read_only_when_asked_for(self, finding: str, labelled: Any) -> None:
        plain = _ccf(1, "compliant", offence_kinds=["armed_robbery"])
        coded = _ccf(1, "compliant", offence_kinds=["armed_robbery"], **{finding: False})
        (before,), (after,) = _read(labelled, [plain]), _read(labelled, [coded])
        assert facts_of(before) == facts_of(after)
        assert facts_of(before, coded_findings=True) != facts_of(after, coded_findings=True)

    def test_the_words_of_facts_other_are_not_read(self, labelled: Any) -> None:
        told = ROWS[0] | {"facts": ROWS[0]["facts"] | {"other": ["deleted because political"]}}
        (before,), (after,) = _read(labelled, ROWS[:1]), _read(labelled, [told])
        assert facts_of(before) == facts_of(after)

    def test_what_is_not_said_stays_unknown(self, labelled: Any) -> None:
        (row,) = _read(labelled, [_ccf(1, "compliant", confidence="tags_only")])
        facts = facts_of(row)
        assert facts.refugee_status_confirmed is None and facts.individual_role_described is None
        assert facts.roles == frozenset() and facts.charges == ()


class TestNeutral:
    """With every country name replaced the order stays: who asks does not count."""

    def test_country_names_leave_source_charges_and_roles(self, labelled: Any) -> None:
        (row,) = _read(labelled, [_case("documented", 1, ["fraud against Atlantis and Germany"], ["Lemuria lawyer"])])
        facts = facts_of(row, neutral=True)
        assert (facts.source, facts.charges, facts.roles) == ("AA", ("fraud against AA and AA",), {"AA lawyer"})
        assert facts_of(row).source == "Atlantis"

    def test_the_findings_do_not_depend_on_the_name_either(self, labelled: Any) -> None:
        for row in _read(labelled, ROWS):
            plain, neutral = (assess(facts_of(row, neutral=how), row.on) for how in (False, True))
            assert [each.outcome for each in plain.findings] == [each.outcome for each in neutral.findings]
            assert review_order(facts_of(row), row.on).key == review_order(facts_of(row, neutral=True), row.on).key


class TestShares:
    """The share of pairs and the intervals."""

    def test_all_some_and_no_pairs_in_order(self) -> None:
        assert share_first([1, 1], [2, 3]).auc == 1.0
        assert share_first([2], [2]).auc == 0.5
        assert share_first([3], [1, 2]).auc == 0.0
        assert share_first([], [1]).auc is None

    @given(st.lists(st.integers(0, 4), min_size=1, max_size=8), st.lists(st.integers(0, 4), min_size=1, max_size=8))
    def test_the_share_is_what_counting_pairs_gives(self, first: list[int], second: list[int]) -> None:
        wins = sum((a < b) + (a == b) / 2 for a in first for b in second)
        share = share_first(first, second, resamples=20)
        assert share.auc == pytest.approx(wins / (len(first) * len(second)), abs=1e-4)
        assert share == share_first(first, second, resamples=20), "the same rows get the same interval"

    def test_the_exact_interval_of_a_share(self) -> None:
        """Clopper and Pearson's own figures for 4 of 4 and 0 of 10."""
        assert exact_interval(4, 4) == (0.3976, 1.0)
        assert exact_interval(0, 10) == (0.0, 0.3085)
        assert exact_interval(0, 0) == (None, None)
