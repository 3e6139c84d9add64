"""FollowTheMoney entities: valid by the model's own package, and back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from article3.intake.documents import read_path
from article3.intake.follow_the_money import OURS, grouped, read_entities, write_entities
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication, write_communication
from article3.terms.communication import UNITED_NATIONS, Colour, Communication
from tests.intake.made import GOOD, REFERENCE, communications

PLAIN = {
    "channel": "notice_request", "source": "FR", "colour": "red", "source_reference": "2099/4411",
    "person": {"names": [{"family": "Tilke", "given": "Rovan"}], "sex": "M", "birth_dates": ["1980-01"],
               "nationalities": ["FR", "LB"], "height_cm": 175, "weight_kg": 80, "eye_colours": ["brown"]},
    "charges": [{"text": "Fraude", "translation": "Fraud"}],
}  # fmt: skip


@given(communications())
@settings(max_examples=100, deadline=None)
def test_the_import_of_the_export_is_the_identity(document: dict[str, Any]) -> None:
    """Whatever a communication about a person holds, through the text of the lines."""
    sent = read_communication(document, reference=REFERENCE)
    lines = json.loads(json.dumps(write_entities(sent)))
    if lines:
        assert read_entities(lines, reference=REFERENCE) == sent
    else:
        assert not write_communication(sent).get("person")
        assert sent.colour is not Colour.UN_SPECIAL or not sent.subject


def test_what_the_model_can_say_needs_nothing_beside() -> None:
    """Person and sanction as its readers know them; read back from the properties alone."""
    sent = read_communication(PLAIN, reference=REFERENCE)
    person, sanction = write_entities(sent)
    assert person == {"id": "art3-2099-4411", "schema": "Person", "properties": {
        "name": ["Rovan Tilke"], "firstName": ["Rovan"], "lastName": ["Tilke"], "birthDate": ["1980-01"],
        "nationality": ["fr", "lb"], "gender": ["male"], "eyeColor": ["brown"], "height": ["1.75"], "weight": ["80"],
        "topics": ["wanted"]}}  # fmt: skip
    assert sanction["properties"]["entity"] == [person["id"]] and sanction["properties"]["country"] == ["fr"]
    assert sanction["properties"]["reason"] == ["Fraude", "Fraud"]
    assert read_entities([person, sanction], reference=REFERENCE) == sent


LISTED = {
    "channel": "notice_request", "source": "ZZ", "colour": "un_special", "source_reference": "2099/12",
    "subject": "VELM TRADING", "un_reference": "EXe.003", "entity": {
        "original_name": "Велм", "aliases": ["VT"], "former_names": ["Orlin Freight"], "addresses": ["Quay 4, Velm"],
        "legal_form": "Ltd", "registration_number": "77", "administrators": ["Ada Orlin"]},
}  # fmt: skip


def test_an_organization_on_the_list_is_an_organization() -> None:
    """With its names and addresses, under sanctions and not wanted; valid, and read back without loss."""
    sent = replace(read_communication(LISTED, reference=REFERENCE), source=UNITED_NATIONS)
    organization, sanction = write_entities(sent)
    assert organization["schema"] == "Organization" and organization["properties"] == {
        "name": ["VELM TRADING"], "alias": ["VT"], "previousName": ["Orlin Freight"], "address": ["Quay 4, Velm"],
        "legalForm": ["Ltd"], "registrationNumber": ["77"], "topics": ["sanction"]}  # fmt: skip
    assert sanction["properties"]["program"] == ["UN special notice"] and sanction["properties"]["country"] == ["un"]
    assert list(grouped([sanction, organization])) == [[organization, sanction]]
    assert read_entities([organization, sanction], reference=REFERENCE) == sent


def test_about_is_said_beside_and_the_year_to_readers() -> None:
    """The model has no sign for it; nothing is lost."""
    about = PLAIN | {"person": PLAIN["person"] | {"birth_dates": ["1980~", "1981"]}}  # type: ignore[operator]
    sent = read_communication(about, reference=REFERENCE)
    person, *rest = write_entities(sent)
    assert person["properties"]["birthDate"] == ["1980", "1981"]
    assert read_entities([person, *rest], reference=REFERENCE) == sent


def test_nobody_is_called_a_criminal() -> None:
    """Wanted is what a notice says; that somebody committed a crime is for a court."""
    person, *_ = write_entities(read_communication(PLAIN, reference=REFERENCE))
    assert "crime" not in person["properties"]["topics"]
    missing = read_communication({"channel": "notice_request", "source": "FR", "colour": "yellow",
                                  "person": {"names": [{"family": "Tilke"}]}}, reference=REFERENCE)  # fmt: skip
    assert "topics" not in write_entities(missing)[0]["properties"]


def test_an_invented_country_stands_beside_and_comes_back() -> None:
    """The model knows ISO's codes only."""
    sent = read_communication(GOOD, reference=REFERENCE)
    person, *_ = lines = write_entities(sent)
    assert "nationality" not in person["properties"] and person[OURS]["person.nationalities"] == ["XB"]
    assert read_entities(lines, reference=REFERENCE) == sent


@given(communications())
@settings(max_examples=50, deadline=None)
def test_every_entity_is_valid_by_the_models_own_package(document: dict[str, Any]) -> None:
    """All of them; where the package is not installed this is not tried."""
    model = pytest.importorskip("followthemoney").model
    for line in write_entities(read_communication(document, reference=REFERENCE)):
        model.get_proxy(line)
        model.get(line["schema"]).validate(line)


def test_a_file_of_lines_is_read_wherever_the_sanctions_stand(tmp_path: Path) -> None:
    """Entities of other publishers come in any order, with others among them."""
    person, sanction = write_entities(read_communication(PLAIN, reference=REFERENCE))
    other = {"id": "c", "schema": "Company", "properties": {"name": ["Velm Ltd"]}, "datasets": ["x"]}
    path = tmp_path / "entities.ftm.json"
    path.write_text("\n".join(json.dumps(line) for line in (person, other, sanction)), encoding="utf-8")
    jsonl = path.rename(tmp_path / "entities.jsonl")
    ((where, read),) = read_path(jsonl, reference=lambda _: REFERENCE)
    assert where.endswith(":1") and isinstance(read, Communication)
    assert (read.colour, read.source, read.source_reference) == (Colour.RED, "FR", "2099/4411")


@pytest.mark.parametrize("spoilt", [
    {"id": "a", "schema": "Person", "properties": {"name": "Rovan"}},
    {"id": "a", "schema": "Person", "properties": {"name": [1]}},
    {"id": "a", "schema": "Person", "properties": {"name": ["Rovan"]}, "article3": {"source": "no such"}},
])  # fmt: skip
def test_a_spoilt_entity_is_refused_in_words(spoilt: dict[str, Any]) -> None:
    """What is wrong and how to mend it; never an exception of ours."""
    with pytest.raises(Unreadable) as refused:
        read_entities([spoilt], reference=REFERENCE)
    assert all(problem.mend for problem in refused.value.problems)


@pytest.mark.parametrize("beside", [[], "x", {"person": 1}, {"person.names": None}, {}])
def test_what_stands_beside_is_trusted_no_more_than_the_rest(beside: Any) -> None:
    """It is read by the same form, and nonsense is no crash."""
    person, sanction = write_entities(read_communication(PLAIN, reference=REFERENCE))
    read = read_entities([person | {OURS: beside}, sanction], reference=REFERENCE)
    assert read.source == "FR"


def test_persons_and_their_sanctions_are_grouped() -> None:
    """A sanction may name several persons; one that names none is nobody's."""
    persons = [{"id": each, "schema": "Person", "properties": {}} for each in "ab"]
    sanction = {"id": "s", "schema": "Sanction", "properties": {"entity": ["a", "b", "z"]}}
    assert [len(group) for group in grouped([sanction, *persons])] == [2, 2]
