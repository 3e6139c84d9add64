"""The rulebook index: one row for every rule, loaded once; an id that is not here cannot be cited."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from article3.terms.finding import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of `rulebook-index.tsv`, as the lawyers keep it."""

    rule: str
    instrument: str
    article: str
    applies_to: str
    condition: str
    judgement: str
    data_needed: str
    confidence: str

    @property
    def unsure(self) -> bool:
        """Rows marked unsure ask and never refuse (product decision 10)."""
        return self.confidence == "unsure"


@cache
def rows() -> dict[str, Row]:
    """All rows by rule id, in the order of the file."""
    text = (resources.files(__package__) / "rulebook-index.tsv").read_text(encoding="utf-8")
    found: dict[str, Row] = {}
    for line in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        row = Row(rule=line["rule_id"], instrument=line["instrument"], article=line["article"],
                  applies_to=line["applies_to"], condition=line["condition"],
                  judgement=line["needs_human_judgement"], data_needed=line["data_needed"],
                  confidence=line["confidence"])
        assert row.rule not in found, f"the rulebook index holds {row.rule} twice"
        found[row.rule] = row
    return found


def citation(rule: str, edition: str) -> Citation:
    """The citation of a rule; an unknown id stops the program at start."""
    row = rows().get(rule)
    assert row is not None, f"{rule} is not a row of the rulebook index"
    return Citation(rule=rule, instrument=row.instrument, article=row.article, edition=edition)
