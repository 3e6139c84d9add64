"""Both sides of every limit of the form, found in the form itself: the last value taken, the first one refused."""

from __future__ import annotations

from typing import Any

import pytest

from article3.intake.attachments import LARGEST_BYTES, LARGEST_SUM_BYTES, MOST
from article3.intake.form import RECORDS
from article3.intake.kinds import NameText, Text, Whole
from article3.intake.problems import Problem
from article3.intake.reading import read_communication
from article3.intake.records import EXTRA_CHARACTERS, EXTRA_FIELDS, Kept, Many, Record
from tests.intake.made import REFERENCE, good
from tests.intake.test_bad_documents import problems_of

FIELDS = [(record, field) for record in RECORDS for field in record.fields]
LENGTHS = [
    pytest.param(field.kind, id=f"{record.title} {field.name}")
    for record, field in FIELDS
    if isinstance(field.kind, Text | NameText)
]
NUMBERS = [
    pytest.param(field.kind, id=f"{record.title} {field.name}")
    for record, field in FIELDS
    if isinstance(field.kind, Whole)
]
LISTS = [
    pytest.param(field.kind, id=f"{record.title} {field.name}")
    for record, field in FIELDS
    if isinstance(field.kind, Many)
]


def codes(kind: Any, value: object) -> list[str]:
    """What a kind says of a value."""
    problems: list[Problem] = []
    kind.read(value, "/x", problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize("kind", LENGTHS)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(kind: Text | NameText) -> None:
    """Counted in characters, in any script."""
    assert codes(kind, "я" * kind.most) == []
    assert codes(kind, "я" * (kind.most + 1)) == ["too_long"]
    assert codes(kind, "") == (["too_short"] if kind.least else [])


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_number_may_be_at_its_bounds_and_not_beyond(kind: Whole) -> None:
    """Both ends are included."""
    assert codes(kind, kind.least) == codes(kind, kind.most) == []
    assert codes(kind, kind.least - 1) == codes(kind, kind.most + 1) == ["out_of_bounds"]


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_may_be_as_long_as_its_limit_and_no_longer(kind: Many) -> None:
    """The entries themselves are not even looked at when there are too many."""
    assert "too_many" not in codes(kind, [5] * kind.most)
    assert codes(kind, [5] * (kind.most + 1)) == ["too_many"]


def test_files_may_be_so_large_and_so_many_together() -> None:
    """One file, their number, their sum."""

    def files(*sizes: int) -> dict[str, Any]:
        return good(
            papers=[],
            attachments=[
                {"name": f"{place}.pdf", "media_type": "application/pdf", "size_bytes": size, "sha256": "a" * 64}
                for place, size in enumerate(sizes)
            ],
        )

    fourth = LARGEST_SUM_BYTES - 3 * LARGEST_BYTES
    assert read_communication(files(*[LARGEST_BYTES] * 3, fourth), reference=REFERENCE)
    assert [each.code for each in problems_of(files(*[LARGEST_BYTES] * 3, fourth, 1))] == ["too_large_together"]
    assert read_communication(files(*[1] * MOST), reference=REFERENCE)
    assert [each.code for each in problems_of(files(*[1] * (MOST + 1)))] == ["too_many"]


def test_two_files_have_two_names() -> None:
    """Also when only capitals differ: some file systems see one."""
    one = {"name": "w.pdf", "media_type": "application/pdf", "size_bytes": 1, "sha256": "a" * 64}
    assert [each.pointer for each in problems_of(good(attachments=[one, one | {"name": "W.pdf"}]))] == [
        "/attachments/1/name"
    ]


def test_kept_fields_have_a_number_and_a_length() -> None:
    """Foreign fields are kept, not hoarded."""
    assert codes(Kept(), {str(n): "" for n in range(EXTRA_FIELDS)}) == []
    assert codes(Kept(), {str(n): "" for n in range(EXTRA_FIELDS + 1)}) == ["not_kept_fields"]
    assert codes(Kept(), {"a": "x" * EXTRA_CHARACTERS}) == []
    assert codes(Kept(), {"a": "x" * (EXTRA_CHARACTERS + 1)}) == ["not_kept_fields"]
    assert codes(Kept(), {"a": 5, "b": "\x00", "c\n": ""}) == ["not_kept_fields"] * 3


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title)
def test_every_required_field_is_missed_and_no_other(record: Record) -> None:
    """An empty object misses exactly what the form calls required: a missing fact is a question, not a refusal."""
    problems: list[Problem] = []
    record.read({}, "", problems)
    assert [problem.pointer for problem in problems] == [f"/{each.name}" for each in record.fields if each.required]
