"""The screening service in the published description."""

from __future__ import annotations

from typing import Any

from article3.sites.page.operation import Operation, Parameter, Said
from article3.sites.screening.asked import MOST_QUERIES

_TEXT = {"type": "string"}
_OBJECT: dict[str, Any] = {"type": "object"}
FAULT = {"type": "object", "properties": {"detail": _TEXT}, "required": ["detail"]}
ENTITY = {"type": "object", "required": ["id", "caption", "schema", "properties"], "properties": {
    "id": _TEXT, "caption": _TEXT, "schema": _TEXT, "properties": _OBJECT}}  # fmt: skip
STATUS = {"type": "object", "properties": {"status": _TEXT}, "required": ["status"]}
RESULTS = {"type": "object", "required": ["results", "total"], "properties": {
    "results": {"type": "array", "items": ENTITY}, "total": _OBJECT}}  # fmt: skip
MATCHES = {"type": "object", "properties": {"responses": _OBJECT, "limit": {"type": "integer"}},
           "required": ["responses", "limit"]}  # fmt: skip
QUERIES = {"type": "object", "required": ["queries"], "properties": {"queries": {
    "type": "object", "minProperties": 1, "maxProperties": MOST_QUERIES, "additionalProperties": {
        "type": "object", "required": ["properties"], "properties": {"schema": _TEXT, "properties": {
            "type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}}}}}}  # fmt: skip
DATASET = Parameter(name="dataset", where="path", required=True, says="There is one: default.",
                    schema={"type": "string", "enum": ["default"]})  # fmt: skip
ID = Parameter(name="entity", where="path", required=True, says="The id of an entity, such as art3-2099-4411.")
_PART = {"limit": "How many at most.", "threshold": "A match from this score on.", "cutoff": "None below this score.",
         "algorithm": "There is one: article3.", "changed_since": "Only what came into an edition after that day.",
         "exclude_entity_ids": "Entities the caller knows; may stand several times.",
         "exclude_schema": "Person: no person is given; Organization: no organization or ship.",
         "schema": "In a search: Person or Organization; a query of match says its own."}  # fmt: skip
_HOW = tuple(Parameter(name=name, says=says) for name, says in _PART.items())
_Q = Parameter(name="q", says="Words, in any script.")
_OFFSET = Parameter(name="offset", says="Where the page begins.")
_NESTED = Parameter(name="nested", says="false: without sanctions inside.")


def _asked(id: str, method: str, path: str, summary: str, schema: Any, *parameters: Parameter, body: Any = None,
           faults: tuple[int, ...] = ()) -> Operation:  # fmt: skip
    said = {200: Said(says="Of today's public extracts.", schema=schema)}
    said |= {status: Said(says="What to mend.", schema=FAULT) for status in (401, *faults)}
    if 308 in faults:
        said[308] = Said(says="The entity's id today.", headers=("Location",))
    return Operation(id=id, method=method, path=path, tag="screening", summary=summary, answers=said, body=body,
                     body_type="application/json" if body else "", parameters=parameters, security="key")  # fmt: skip


def _well(id: str, path: str) -> Operation:
    said = {200: Said(says="The service answers.", schema=STATUS)}
    return Operation(id=id, method="GET", path=path, tag="screening", summary="Is the service well?", answers=said)


_V1 = "/screening/v1"
DESCRIBED: tuple[Operation, ...] = (
    _well("screening_healthz", f"{_V1}/healthz"),
    _well("screening_readyz", f"{_V1}/readyz"),
    _asked("screening_catalogue", "GET", f"{_V1}/catalog", "Which lists can be asked", _OBJECT),
    _asked("screening_algorithms", "GET", f"{_V1}/algorithms", "How people are compared", _OBJECT),
    _asked("screening_match", "POST", f"{_V1}/match/{{dataset}}", "People who may be the same, with reasons", MATCHES,
           DATASET, *_HOW, body=QUERIES, faults=(400, 404, 422)),
    _asked("screening_search", "GET", f"{_V1}/search/{{dataset}}", "Extracts that hold every word", RESULTS, DATASET,
           _Q, _OFFSET, *_HOW, faults=(400, 404)),
    _asked("screening_entity", "GET", f"{_V1}/entities/{{entity}}", "One person of the list", ENTITY, ID, _NESTED,
           faults=(308, 404)),
    _asked("screening_adjacent", "GET", f"{_V1}/entities/{{entity}}/adjacent", "What hangs on a person", _OBJECT, ID,
           faults=(404,)),
    _asked("screening_adjacent_of", "GET", f"{_V1}/entities/{{entity}}/adjacent/{{name}}", "Its sanctions", RESULTS,
           ID, Parameter(name="name", where="path", required=True, says="Which: sanctions."), faults=(404,)),
)  # fmt: skip
