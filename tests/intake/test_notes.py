"""Notes: what a person should look at, and nothing where all agrees."""

from __future__ import annotations

from typing import Any

import pytest

from article3.intake.mrz_writing import write_mrz
from article3.intake.notes import notes
from article3.intake.reading import read_communication
from tests.intake.made import REFERENCE, at, good

PASSPORT: dict[str, Any] = {
    "document_code": "P",
    "issuer": "XBZ",
    "family": "Tilke",
    "given": "Rovan",
    "number": "X1",
    "nationality": "XBZ",
    "birth": "800102",
    "sex": "M",
    "expiry": "300101",
}


def codes(document: dict[str, Any]) -> list[str]:
    """The codes of all notes on a document."""
    return [note.code for note in notes(read_communication(document, reference=REFERENCE))]


def with_passport(document: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """The good document with a passport's zone, some of its parts changed."""
    document = document or good()
    paper = document["person"]["documents"][0]
    paper |= {"mrz": write_mrz("TD3", **(PASSPORT | changes)), "valid_until": "2030-01-01"}
    return document


def test_a_passport_that_agrees_gives_no_note() -> None:
    """Nothing to look at."""
    assert codes(with_passport()) == []
    assert codes(good()) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"number": "X2"}, ["mrz_number"]),
        ({"issuer": "XCZ"}, ["mrz_issuing_country"]),
        ({"expiry": "310101"}, ["mrz_last_day"]),
        ({"nationality": "XCZ"}, ["mrz_nationality"]),
        ({"birth": "810102"}, ["mrz_birth_date"]),
        ({"birth": "80<<<<"}, []),
        ({"sex": "F"}, ["mrz_sex"]),
        ({"sex": "<"}, []),
        ({"family": "Tilka"}, ["mrz_name"]),
        ({"given": "Rowan"}, ["mrz_name"]),
        ({"given": ""}, ["mrz_name"]),
        ({"nationality": "XXB"}, ["protection_sign"]),
        ({"nationality": "XXA"}, ["protection_sign"]),
        ({"issuer": "UNO"}, []),
    ],
)
def test_each_difference_is_one_note(changes: dict[str, Any], expected: list[str]) -> None:
    """A difference is a question to a person, not a fault; the sign of a refugee is always shown."""
    assert codes(with_passport(**changes)) == expected


@pytest.mark.parametrize(
    ("family", "passport"),
    [("Müller", "MUELLER"), ("Müller", "MULLER"), ("Щербинин", "SHCHERBININ"), ("O'Neill", "ONEILL")],
)
def test_every_spelling_the_standard_allows_agrees(family: str, passport: str) -> None:
    """Original script against the passport's letters."""
    document = at("person.names.0", {"family": family, "given": "Rovan"})
    assert codes(with_passport(document, family=passport)) == []


def test_a_name_the_passport_cut_agrees_as_far_as_it_goes() -> None:
    """And only when the passport shows that it was cut."""
    long = {"family": "Nilavadhanananda", "given": "Chayapa Dejthamrong Krasuang"}
    document = at("person.names.0", dict(long))
    assert codes(with_passport(document, **long)) == []
    assert codes(with_passport(at("person.names.0", dict(long)), family="Nilavadhanananda", given="Chayapa")) == [
        "mrz_name"
    ]


def test_any_of_the_names_may_agree() -> None:
    """An Arabic name beside the spelling of the passport."""
    document = good()
    document["person"]["names"] = [
        {"family": "القاسمي"},
        {"family": "Tilke", "given": "Rovan", "kind": "transliterated"},
    ]
    assert codes(with_passport(document)) == []


def test_a_name_without_any_latin_form_asks_for_the_passports_spelling() -> None:
    """Chinese names are not guessed."""
    assert codes(at("person.names", [{"family": "王", "given": "小明"}])) == ["no_latin_form"]
    assert codes(at("person.names", [{"family": "王"}, {"family": "Wang", "kind": "transliterated"}])) == []


def test_a_birth_after_the_day_of_making_is_shown() -> None:
    """The day itself is not."""
    assert codes(at("person.birth_dates", ["2026-01-10"])) == []
    assert codes(at("person.birth_dates", ["2026-01-11"])) == ["born_later"]


def test_warrants_of_several_countries_are_shown() -> None:
    """The source's own needs no note."""
    assert codes(at("charges.0.country", "XA")) == []
    assert codes(at("charges.0.country", "XB")) == ["several_issuers"]


@pytest.mark.parametrize(("nationality", "sign"), [("XXB", "refugee"), ("XXA", "stateless"), ("XBZ", None)])
def test_a_passports_sign_of_protection_stands_in_the_document_read(nationality: str, sign: str | None) -> None:
    """The rules read it there; nobody types it."""
    read = read_communication(with_passport(nationality=nationality), reference=REFERENCE)
    assert read.person and read.person.documents[0].protection == sign
