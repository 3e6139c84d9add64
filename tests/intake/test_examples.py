"""The example files of the documentation: read, valid, invented, and showing what they promise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from article3.intake.countries import CODES, INVENTED
from article3.intake.documents import read_path
from article3.intake.notes import notes
from article3.intake.problems import Note
from article3.intake.public_service import is_list_page, is_public_notice
from article3.intake.schema import published_schema
from article3.terms.communication import Channel, Colour, Communication
from tests.intake.made import REFERENCE

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "docs" / "examples").glob("*.json"))
JUDGE = Draft202012Validator(json.loads(published_schema()))


def _read(file: Path) -> list[Communication]:
    read = [each for _, each in read_path(file, reference=lambda _: REFERENCE)]
    assert all(isinstance(each, Communication | Note) for each in read), read
    return [each for each in read if isinstance(each, Communication)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_is_read(file: Path) -> None:
    """And our own are valid by the published schema."""
    assert _read(file)
    value = json.loads(file.read_text(encoding="utf-8"))
    if not is_list_page(value) and not is_public_notice(value):
        JUDGE.validate(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_is_invented(file: Path) -> None:
    """Only codes ISO leaves to users stand where a country may stand."""
    real = CODES - set(INVENTED)
    text = file.read_text(encoding="utf-8")
    assert not [code for code in real if f'"{code}"' in text]


def test_the_examples_show_every_kind() -> None:
    """Fourteen files: colours, channels, scripts, partial dates, several charges, the public service."""
    read = {file.stem: _read(file) for file in FILES}
    assert len(FILES) >= 12
    every = [each for some in read.values() for each in some]
    assert {each.channel for each in every} == set(Channel)
    assert {each.colour for each in every} >= {
        Colour.RED,
        Colour.BLUE,
        Colour.YELLOW,
        Colour.SILVER,
        Colour.WORKS_OF_ART,
    }
    assert {name.script for each in every if each.person for name in each.person.names} == {"Latn", "Arab", "Cyrl"}
    assert any(born.uncertain for each in every if each.person for born in each.person.birth_dates)
    assert max(len(each.charges) for each in every) >= 3
    assert len(read["public-list-page"]) == 3


def test_passports_of_the_examples_say_what_the_forms_say() -> None:
    """No note but those on the public service's own gaps."""
    codes = {
        note.code
        for file in FILES
        if not file.stem.startswith("public")
        for each in _read(file)
        for note in notes(each)
    }
    assert codes == set()


def test_the_page_on_formats_names_every_example_and_every_field() -> None:
    """`docs/formats.md` keeps up with the form."""
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    schema = json.loads(published_schema())
    parts = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    missing = [name for part in parts for name in part["properties"] if f"`{name}`" not in page]
    assert not missing
    assert not [file.name for file in FILES if file.name not in page]
