"""The published schema says what intake does, and one form makes both."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from article3.intake.form import COMMUNICATION, RECORDS
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication
from article3.intake.records import Record
from article3.intake.schema import communication_schema, published_schema, text_of
from tests.intake.made import GOOD, REFERENCE, communications, spoilt

SCHEMA = json.loads(published_schema())
JUDGE = Draft202012Validator(SCHEMA)
BEYOND_A_SCHEMA = {
    "no_such_day", "contradiction", "no_such_attachment", "ends_before_it_begins", "more_than_imposed", "no_name",
    "mrz_fault", "too_large_together", "repeated", "control_character",
}  # fmt: skip
"""Problems a schema cannot or does not wholly state: the calendar, check digits, joiners, fields that fit together."""


def _problems(document: dict[str, Any]) -> set[str]:
    try:
        read_communication(document, reference=REFERENCE)
    except Unreadable as unreadable:
        return {problem.code for problem in unreadable.problems}
    return set()


def test_the_published_file_is_what_the_form_says_now() -> None:
    """Mend a difference with `python -m article3.intake.schema`, into the file beside it."""
    assert published_schema() == text_of(communication_schema())


def test_the_schema_is_itself_a_good_schema() -> None:
    """A draft 2020-12 validator takes it, and it takes the good document."""
    Draft202012Validator.check_schema(SCHEMA)
    assert JUDGE.is_valid(GOOD)


def test_every_object_refuses_unknown_fields() -> None:
    """Abuse case A24: nothing rides along."""
    objects = [SCHEMA, *(part for part in SCHEMA["$defs"].values() if part.get("type") == "object")]
    assert len(objects) == len(RECORDS)
    assert all(each["additionalProperties"] is False for each in objects)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title)
def test_every_field_of_our_terms_has_its_line_in_the_form_or_is_computed(record: Record) -> None:
    """A field added to `terms.communication` without a line here could neither be sent nor kept."""
    assert {each.name for each in fields(record.make)} == {each.name for each in record.fields} | set(record.computed)  # type: ignore[arg-type]


@given(communications())
@settings(max_examples=150, deadline=None)
def test_what_intake_accepts_the_schema_accepts(document: dict[str, Any]) -> None:
    """Good documents are good to both."""
    assert _problems(document) == set()
    assert JUDGE.is_valid(document)


@given(spoilt())
@settings(max_examples=400, deadline=None)
def test_intake_and_the_schema_agree_on_spoilt_documents(document: dict[str, Any]) -> None:
    """The schema refuses nothing intake takes; intake refuses beyond it only for what a schema cannot say."""
    problems = _problems(document)
    assert bool(problems) >= (not JUDGE.is_valid(document))
    if problems - BEYOND_A_SCHEMA:
        assert not JUDGE.is_valid(document), problems


def test_a_float_is_refused_where_a_whole_number_stands_although_a_schema_takes_one() -> None:
    """JSON Schema calls 240.0 an integer; intake wants digits."""
    document = GOOD | {"retention_months": 24.0}
    assert JUDGE.is_valid(document)
    assert _problems(document) == {"not_whole"}


def test_the_fields_computed_or_given_by_us_are_not_in_the_form() -> None:
    """Nobody types a reference, a Latin form, a script or a sign of protection."""
    computed = {name for record in RECORDS for name in record.computed}
    assert computed == {"reference", "script", "latin_family", "latin_given", "protection"}
    assert "reference" not in SCHEMA["properties"]
    assert COMMUNICATION.computed == ("reference",)
