"""The published description is made from the code, says every address there is, and is sound."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from jsonschema import Draft202012Validator

from article3.project.cli import main
from article3.project.openapi import EVERYTHING, description

PREFIXES = ("api/v1/", "notices/v1/", "screening/v1/", "exchange/v1/", "health", "en/notices/data/countries")


def routes(patterns: Any = None, before: str = "") -> list[str]:
    """Every address of a programming interface, its variables as {}; the last answers of a prefix left out."""
    found = []
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        part = re.sub(r"\(\?P<\w+>(?:[^()]|\([^)]*\))*\)|<(?:\w+:)?\w+>", "{}", str(each.pattern))
        part = part.removeprefix("^").removesuffix("$").removesuffix("/?").replace("\\", "").replace("[.]", ".")
        if isinstance(each, URLPattern):
            found.append(before + part)
        else:
            found += routes(each.url_patterns, before + part)
    return [address for address in found if address.startswith(PREFIXES) and not address.endswith("/")]


def test_every_address_is_described_and_no_other() -> None:
    """Both ways."""
    described = {re.sub(r"\{\w+\}", "{}", each.path).removeprefix("/") for each in EVERYTHING}
    served = {re.sub(r"^(notices/v1)/\{\}/(persons|entities)", r"\1/un/\2", address) for address in routes()}
    assert described == served


def test_every_schema_is_sound_and_every_reference_leads_somewhere() -> None:
    """JSON Schema 2020-12, as OpenAPI 3.1 has it."""
    whole = description()
    for schema in whole["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    text = json.dumps(whole)
    for kind, name in set(re.findall(r'"#/components/(\w+)/(\w[\w-]*)"', text)):
        assert name in whole["components"][kind]
    assert "#/$defs" not in text


def test_every_operation_says_who_may_ask_and_what_can_go_wrong() -> None:
    """A key, a signature, or nobody; each of ours with its problems in the one form."""
    for path, methods in description()["paths"].items():
        for each in methods.values():
            assert each["security"] or path.startswith(("/notices", "/health", "/en/", "/screening/v1/")) or (
                each["operationId"] in ("openapi", "calendar"))  # fmt: skip
            if each["operationId"] in {one.id for one in EVERYTHING if one.view}:
                assert {"401", "404", "405", "429", "500"} <= set(each["responses"])
                said = each["responses"]["404"]["content"]["application/problem+json"]["schema"]
                assert said == {"$ref": "#/components/schemas/Problem"}
    assert len({each.id for each in EVERYTHING}) == len(EVERYTHING)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_people_read_it_on_a_page(language: str) -> None:
    """Open to all, nothing loaded from elsewhere, every operation and problem on it."""
    answer = Client().get("/api/", headers={"Accept-Language": language})
    shown = answer.content.decode()
    assert answer.status_code == 200 and all(f'id="{each.id}"' in shown for each in EVERYTHING)
    assert 'id="problem-changed"' in shown and not re.search(r'(?:src|href)="https?://', shown)
    assert ("For programs" in shown) == (language == "en")


@pytest.mark.django_db
def test_it_is_served_to_anybody_at_one_address() -> None:
    """The same description, as JSON."""
    assert Client().get("/api/v1/openapi.json").json() == json.loads(json.dumps(description()))


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON."""
    assert main(["openapi"]) == 0
    assert json.loads(capsys.readouterr().out)["openapi"] == "3.1.0"
