"""Notices of a public web service: read without guessing, written again without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.intake.notes import notes
from article3.intake.problems import Unreadable
from article3.intake.public_fields import EYES, HAIR
from article3.intake.public_service import (
    is_list_page,
    is_public_notice,
    page_shortfall,
    read_public_notice,
    write_public_notice,
)
from article3.intake.reading import read_communication, write_communication
from article3.terms.communication import UNKNOWN_BUREAU, Colour, Level
from tests.intake.made import GOOD, REFERENCE

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
RED = json.loads((EXAMPLES / "public-red-notice.json").read_text(encoding="utf-8"))
YELLOW = {key: value for key, value in RED.items() if key != "arrest_warrants"} | {
    "birth_name": "ORLE",
    "place": "Lund Mare",
    "country": "XE",
    "date_of_event": "2026/03/01",
    "father_name": "SORREL",
    "father_forename": "DAG",
    "mother_name": "SORREL",
    "mother_forename": None,
    "_links": {"self": {"href": "https://notices.example/notices/v1/yellow/2099-77"}},
}
UN_PERSON = {key: value for key, value in RED.items() if key != "arrest_warrants"} | {
    "un_reference": "EXi.001",
    "un_reference_date": "2024/05/01",
    "un_resolution": 1267,
    "summary": "Listed for supplying arms.",
    "name_in_original_script": "تيلكه",
    "forename_in_original_script": None,
    "name_at_birth": "BRANDAU",
    "aliases": ["R. T."],
    "purposes": [],
    "_links": {"self": {"href": "https://notices.example/notices/v1/un/persons/2099-5"}},
}
UN_ENTITY = {
    "entity_id": "2099/6",
    "name": "TILKE SHIPPING",
    "un_reference": "EXe.001",
    "legal_form": "company",
    "_links": {"self": {"href": "https://notices.example/notices/v1/un/entities/2099-6"}},
}


def read(notice: dict[str, Any]) -> Any:
    """One notice as a communication."""
    return read_public_notice(notice, reference=REFERENCE)


def test_a_red_detail_becomes_a_notice_request_of_the_warrants_country() -> None:
    """Every field of the service that ours can hold."""
    got = read(RED)
    assert (got.colour, got.source, got.source_reference, got.level) == (
        Colour.RED,
        "XA",
        "2099/4411",
        Level.CONFIDENTIAL,
    )
    assert [(charge.country, charge.text) for charge in got.charges] == [
        ("XA", "1) Aggravated fraud\r\n2) Money laundering"),
        ("XE", "Falsification of accounts"),
    ]
    person = got.person
    assert (person.names[0].family, person.names[0].given, str(person.birth_dates[0])) == (
        "TILKE",
        "ROVAN",
        "1980-01-02",
    )
    assert (person.height_cm, person.weight_kg, person.eye_colours, person.hair_colours) == (175, 114, ("brown",), ())
    assert (person.nationalities, person.languages, person.sex, person.birth_place) == (
        ("XA", "XB"),
        ("fre",),
        "M",
        "Testville",
    )


def test_what_the_notice_does_not_say_is_not_filled_in() -> None:
    """A purpose, a penalty, a paper, extradition: questions for the rules, not guesses of ours."""
    got = read(RED)
    assert (got.purpose, got.wanted_for, got.seeks_extradition, got.papers, got.recipients) == (
        None,
        None,
        None,
        (),
        (),
    )


def test_a_list_entry_is_a_communication_with_almost_everything_unknown() -> None:
    """It has no warrant: whose notice it is stays unknown."""
    entry = {
        "entity_id": "2099/1",
        "name": "MARELL",
        "forename": "-",
        "date_of_birth": "1971",
        "nationalities": ["XC", "914"],
        "_links": {"self": {"href": "https://notices.example/notices/v1/red/2099-1"}},
    }
    got = read(entry)
    assert (got.source, got.charges, got.person.names[0].given) == (UNKNOWN_BUREAU, (), "")
    assert got.person.nationalities == ("XC",)
    assert {note.code for note in notes(got)} == {"source_unknown", "kept_unread"}


@pytest.mark.parametrize(
    ("notice", "colour", "about"),
    [
        (YELLOW, Colour.YELLOW, ("Lund Mare", "2026-03-01", ("DAG SORREL", "SORREL"))),
        (UN_PERSON, Colour.UN_SPECIAL, ("", "None", ())),
    ],
)
def test_yellow_and_united_nations_details_are_read(
    notice: dict[str, Any], colour: Colour, about: tuple[Any, ...]
) -> None:
    """With what only they have."""
    got = read(notice)
    assert (got.colour, got.source) == (colour, UNKNOWN_BUREAU)
    assert (got.event_place, str(got.event_date), got.person.parents) == about


def test_a_united_nations_person_has_both_scripts_and_a_reference() -> None:
    """The original script is kept beside the Latin one."""
    got = read(UN_PERSON)
    assert [(name.family, name.kind, name.script) for name in got.person.names] == [
        ("TILKE", "primary", "Latn"),
        ("تيلكه", "primary", "Arab"),
        ("BRANDAU", "birth", "Latn"),
        ("R. T.", "alias", "Latn"),
    ]
    assert (got.un_reference, got.facts_summary) == ("EXi.001", "Listed for supplying arms.")


def test_a_united_nations_entity_is_no_person() -> None:
    """Its name is the subject."""
    got = read(UN_ENTITY)
    assert (got.person, got.subject, got.colour) == (None, "TILKE SHIPPING", Colour.UN_SPECIAL)


@pytest.mark.parametrize(
    ("entry", "colour"),
    [
        ({"entity_id": "1", "arrest_warrants": []}, Colour.RED),
        ({"entity_id": "1", "date_of_event": None}, Colour.YELLOW),
        ({"entity_id": "1", "un_resolution": 1267}, Colour.UN_SPECIAL),
        ({"entity_id": "1", "name": "A"}, None),
        ({"entity_id": "1", "_links": {"self": {"href": "/notices/v1/reddish/1"}}}, None),
        ({"entity_id": "1", "_links": {"self": {"href": 5}}}, None),
        ({"entity_id": "1", "_links": "x"}, None),
    ],
)
def test_the_colour_is_never_guessed(entry: dict[str, Any], colour: Colour | None) -> None:
    """From the link, from fields only one colour has, or unknown."""
    assert read(entry).colour == colour


@pytest.mark.parametrize(
    "notice",
    [RED, YELLOW, UN_PERSON, UN_ENTITY, RED | {"safeguard": {"status": ["x", 1.5, None]}}],
    ids=["red", "yellow", "un person", "un entity", "unknown keys"],
)
def test_nothing_is_lost_on_the_way_back(notice: dict[str, Any]) -> None:
    """Every field, in its order, also through our own document."""
    got = read(notice)
    assert json.dumps(write_public_notice(got)) == json.dumps(notice)
    kept = read_communication(json.dumps(write_communication(got)), reference=REFERENCE)
    assert json.dumps(write_public_notice(kept)) == json.dumps(notice)


TEXTS = (
    st.none()
    | st.sampled_from(["", "-", "TILKE", "د", "1) a\r\n2) b"])
    | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
)
NAMES = st.none() | st.sampled_from(["", "-", "TILKE", "O'NEILL", "د"])
CODES = st.sampled_from(["XA", "XB", "FR", "914", "922", "??"])
MAYBE_DATE = st.none() | st.sampled_from(["1980/01/02", "1980/01", "1980"])
DETAIL = st.fixed_dictionaries(
    {
        "arrest_warrants": st.lists(
            st.fixed_dictionaries(
                {"issuing_country_id": CODES | st.none(), "charge": TEXTS, "charge_translation": TEXTS}
            ),
            max_size=3,
        ),
        "weight": st.none() | st.integers(0, 300) | st.sampled_from([113.5, 0.0, 72.0]),
        "forename": NAMES,
        "date_of_birth": MAYBE_DATE,
        "entity_id": st.from_regex(r"\A20\d\d/\d{1,5}\Z", alphabet=st.characters(max_codepoint=127)),
        "languages_spoken_ids": st.none() | st.lists(st.sampled_from(["ENG", "FRE", "ara", "X"]), max_size=3),
        "nationalities": st.none() | st.lists(CODES, max_size=3),
        "height": st.none() | st.sampled_from([0, 1.75, 1.8, 2, 2.0, 1.755, 1]),
        "sex_id": st.sampled_from(["M", "F", "U", "", "X"]),
        "country_of_birth_id": st.none() | CODES,
        "name": NAMES,
        "distinguishing_marks": TEXTS,
        "eyes_colors_id": st.none() | st.lists(st.sampled_from([*EYES, "ZZZ"]), max_size=3),
        "hairs_id": st.none() | st.lists(st.sampled_from([*HAIR, "YELBD", "BROL"]), max_size=3),
        "place_of_birth": TEXTS,
        "_embedded": st.just({"links": []}),
        "_links": st.builds(lambda: RED["_links"]),
    }
)


@given(DETAIL)
@settings(max_examples=300, deadline=None)
def test_a_round_trip_loses_nothing_a_detail_can_hold(notice: dict[str, Any]) -> None:
    """Null, empty, zero, unknown codes, fractions, repetitions, order: word for word."""
    got = read(notice)
    assert json.dumps(write_public_notice(got)) == json.dumps(notice)


def test_a_correction_of_ours_is_not_undone_by_what_was_kept() -> None:
    """Kept fields give back a form, never a fact."""
    got = read(RED | {"forename": "-", "nationalities": ["XA", "914"]})
    corrected = replace(got, person=replace(got.person, weight_kg=90, nationalities=("XB",)))
    written = write_public_notice(corrected)
    assert (written["weight"], written["nationalities"], written["forename"]) == (90, ["XB"], "-")


def test_a_notice_of_our_own_is_written_with_every_field_of_the_service() -> None:
    """Strict readers fail on a missing key, never on a null; links begin with our public address."""
    written = write_public_notice(
        read_communication(GOOD | {"source_reference": "2099/9"}, reference=REFERENCE), address="https://a.example"
    )
    assert set(written) == set(RED)
    assert written["_links"]["self"]["href"] == "https://a.example/notices/v1/red/2099-9"
    assert written["arrest_warrants"] == [{"issuing_country_id": "XA", "charge": "Murder", "charge_translation": None}]


def test_faults_are_said_in_the_services_own_words() -> None:
    """All at once, with its field names; a charge keeps its place although one before it says nothing."""
    notice = {
        "entity_id": 5,
        "name": "A\u202eb",
        "height": "1",
        "date_of_birth": "1980/02/31",
        "nationalities": "XA",
        "arrest_warrants": [{"charge": None}, {"charge": 5}, {"charge": "x", "charge_translation": 5}],
    }
    with pytest.raises(Unreadable) as caught:
        read(notice)
    assert {(each.pointer, each.code) for each in caught.value.problems} == {
        ("/entity_id", "not_text"),
        ("/name", "control_character"),
        ("/height", "not_whole"),
        ("/nationalities", "not_a_list"),
        ("/date_of_birth", "no_such_day"),
        ("/arrest_warrants/1/charge", "not_text"),
        ("/arrest_warrants/2/charge_translation", "not_text"),
    }


@pytest.mark.parametrize("value", [{}, [], 5, None, {"entity": 1}, GOOD])
def test_what_is_no_notice_is_not_taken_for_one(value: Any) -> None:
    """Ours has a channel, theirs an entity_id."""
    assert not is_public_notice(value)
    with pytest.raises(Unreadable, match="entity_id"):
        read(value)


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ({"total": 203, "_embedded": {"notices": [1, 2]}}, 201),
        ({"total": 2, "_embedded": {"notices": [1, 2]}}, 0),
        ({"total": 1, "_embedded": {"notices": [1, 2]}}, 0),
        ({"_embedded": {"notices": []}}, 0),
        ({"total": "9", "_embedded": {"notices": []}}, 0),
        ({"total": True, "_embedded": {"notices": []}}, 0),
    ],
)
def test_a_page_says_how_many_it_lacks(page: dict[str, Any], missing: int) -> None:
    """By its own total; a total that is no number says nothing."""
    assert is_list_page(page)
    assert page_shortfall(page) == missing
