"""The published JSON Schema (2020-12) of a communication, made from the form.

`python -m article3.intake.schema` prints it.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from article3.intake.countries import CODES
from article3.intake.form import COMMUNICATION, RECORDS
from article3.intake.records import Record

SCHEMA_FILE = "communication.schema.json"
ID = "urn:article3:communication:1"
_BEYOND = (
    "A notice request, diffusion, message or entry of a document. A field left out is not known; null and unknown "
    "fields are refused. "
    "Beyond this schema, intake checks that days exist, that check digits agree, that joiners in names are spelling, "
    "and that fields fit together."
)


def communication_schema() -> dict[str, Any]:
    """The schema as the form says it now."""
    parts = {record.title.replace(" ", "_"): _object(record) for record in RECORDS if record is not COMMUNICATION}
    country = {"enum": sorted(CODES), "description": "ISO 3166-1 alpha-2; AA, QM to QZ, XA to XZ, ZZ are invented"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Communication",
        "description": _BEYOND,
        **_object(COMMUNICATION),
        "allOf": [_only_in("notice_request", "colour"), _only_in("diffusion", "aim"), _MESSAGE, _DOCUMENT],
        "$defs": parts | {"country": country},
    }


def published_schema() -> str:
    """The schema's text as it is shipped with the program."""
    return (files("article3.intake") / SCHEMA_FILE).read_text(encoding="utf-8")


def _object(record: Record) -> dict[str, Any]:
    properties = {each.name: {"title": each.says} | each.kind.schema() for each in record.fields}
    required = [each.name for each in record.fields if each.required]
    stated = {"type": "object", "additionalProperties": False, "properties": properties}
    return stated | ({"required": required} if required else {})


def _only_in(channel: str, field: str) -> dict[str, Any]:
    return {
        "if": {"properties": {"channel": {"const": channel}}, "required": ["channel"]},
        "then": {"required": [field]},
        "else": {"not": {"required": [field]}},
    }


_MESSAGE: dict[str, Any] = {
    "if": {"properties": {"channel": {"const": "message"}}, "required": ["channel"]},
    "then": {"required": ["text"], "properties": {"text": {"minLength": 1}}},
}
_DOCUMENT: dict[str, Any] = {
    "if": {"properties": {"channel": {"const": "document_entry"}}, "required": ["channel"]},
    "then": {"required": ["person"], "properties": {"person": {
        "required": ["documents"], "properties": {"documents": {"minItems": 1}}}}},
}


def text_of(schema: dict[str, Any]) -> str:
    """A schema as the text that is shipped."""
    return json.dumps(schema, indent=2, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    print(text_of(communication_schema()), end="")
