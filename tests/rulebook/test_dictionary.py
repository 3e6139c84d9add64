"""Every fact a person may be asked for has its plain words, and somebody who can say it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from article3.law.dictionary import dictionary, in_words
from tests.rulebook.edges import RECORDS, Subject

WHO = {"requester", "reviewer", "other_bureau", "files", "nobody"}


@pytest.mark.parametrize("subject", RECORDS)
def test_it_holds_every_fact_and_no_other(subject: Subject) -> None:
    """One entry for each field of the record."""
    assert dictionary(subject).keys() == {field.name for field in fields(RECORDS[subject])}


@pytest.mark.parametrize("subject", RECORDS)
def test_every_entry_has_words_and_somebody_to_ask(subject: Subject) -> None:
    """Plain words, never the bare field name, and one of the known people to ask."""
    for name, entry in dictionary(subject).items():
        assert len(entry.words) > 5 and "_" not in entry.words, name
        assert entry.ask in WHO, name


def test_a_fact_in_words() -> None:
    """A known fact by its words; an answer by the rule it was given under; what the dictionary lacks by its name."""
    assert in_words("penalty_max_months") == "the highest maximum penalty, in months"
    assert in_words("answer:CON-3") == "a person's answer under CON-3"
    assert in_words("not_a_fact") == "not a fact"
