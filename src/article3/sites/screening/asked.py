"""What a program asks, read from body and query of a request. BadQuestion says what to mend, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from article3 import wiring
from article3.intake.json_text import parse
from article3.intake.problems import Unreadable
from article3.screening.birth import packed_text
from article3.screening.likeness import Particulars

DATASETS = ("default", "article3")
THRESHOLD, CUTOFF = 0.7, 0.5
MOST_QUERIES, MOST_RESULTS, MOST_NAMES, MOST_EXCLUDED = 100, 50, 10, 500
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction")
_NAMES = ("name", "alias", "weakAlias", "previousName")
PERSONS = frozenset({"Person", "LegalEntity", "Thing"})
"""Schemata whose questions a person can answer."""
ENTITIES = frozenset({"Organization", "Company", "PublicBody", "LegalEntity", "Vessel", "Vehicle", "Asset", "Thing"})
"""Schemata whose questions an organization or ship can answer: the Security Council's list does not tell them apart."""


class BadQuestion(Exception):
    """What is wrong with a request, with the status that says so."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How much is wanted: at most `limit` results of at least `cutoff`; a match from `threshold` on."""

    limit: int
    threshold: float
    cutoff: float
    only: frozenset[str] | None  # extracts that came since a day; None: all
    without: frozenset[str]  # extracts the caller knows
    persons: bool  # whether a person is wanted at all
    entities: bool  # whether an organization or ship is

    @property
    def all(self) -> bool:
        """Whether every extract may be told."""
        return not self.without and self.only is None

    def keeps(self, entity: str) -> bool:
        """Whether an extract is among those asked for."""
        return entity not in self.without and (self.only is None or entity in self.only)


def terms(query: QueryDict, least: int = 5) -> Terms:
    """The terms of a question; `least`: how many are given unless told otherwise. Raises BadQuestion for a number or
    day that is none, and for a day of which no edition is kept."""
    for name in ("as_of", "known_at"):
        if query.get(name) and query[name][:10] != timezone.now().date().isoformat():
            raise BadQuestion(400, f"{name}: only today's edition of public extracts is kept; leave it out.")
    algorithm = query.get("algorithm", "best")
    if algorithm not in ("best", "article3"):
        raise BadQuestion(400, f"Unknown algorithm {algorithm[:40]!r}; there is one: article3.")
    return Terms(limit=min(max(int(_number(query, "limit", least)), 1), MOST_RESULTS),
                 threshold=_number(query, "threshold", THRESHOLD), cutoff=_number(query, "cutoff", CUTOFF),
                 only=_came_since(query.get("changed_since", "")),
                 without=frozenset(extract_id(each) for each in query.getlist("exclude_entity_ids")[:MOST_EXCLUDED]),
                 persons="Person" not in query.getlist("exclude_schema"),
                 entities="Organization" not in query.getlist("exclude_schema"))  # fmt: skip


def whom(schema: str, terms: Terms) -> bool | None:
    """Whether persons are searched (True), or organizations and ships; None: both. Raises LookupError for neither."""
    persons, entities = (not schema or schema in PERSONS) and terms.persons, (
        not schema or schema in ENTITIES) and terms.entities  # fmt: skip
    if not persons and not entities:
        raise LookupError(schema)
    return None if persons and entities else persons


def extract_id(entity: str) -> str:
    """The extract behind an entity's id."""
    return entity.removeprefix("art3-").replace("-", "/", 1)[:40]


def _came_since(text: str) -> frozenset[str] | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise BadQuestion(400, f"changed_since is a day, such as 2026-05-17, not {text[:40]!r}.") from None
    found = wiring.extracts_since(day)
    if found is None:
        raise BadQuestion(400, "The editions since that day are no longer kept: leave changed_since out and ask anew.")
    return found


def require_dataset(dataset: str) -> None:
    """Raises BadQuestion for a dataset nobody serves."""
    if dataset not in DATASETS:
        raise BadQuestion(404, f"No such dataset: {dataset[:40]}. There is one: {DATASETS[0]}.")


def questions(body: bytes) -> dict[str, dict[str, Any]]:
    """The queries of a body, each with schema and properties. Raises BadQuestion for any other form."""
    try:
        read = parse(body)
    except Unreadable as unreadable:
        raise BadQuestion(422, f"The body is not readable: {unreadable.problems[0]}") from None
    queries = read.get("queries") if isinstance(read, dict) else None
    if not isinstance(queries, dict) or not queries:
        raise BadQuestion(422, 'The body is an object with "queries": {"key": {"schema": "Person", "properties": {}}}.')
    if len(queries) > MOST_QUERIES:
        raise BadQuestion(400, f"At most {MOST_QUERIES} queries in one request; these are {len(queries)}.")
    for key, query in queries.items():
        if not isinstance(query, dict) or not isinstance(query.get("properties"), dict):
            raise BadQuestion(422, f"Query {key[:40]!r} has no properties.")
    return queries


def particulars(query: dict[str, Any]) -> Particulars:
    """The person or organization a query describes; what is not stated or not readable counts for nothing."""
    texts = {name: _texts(value) for name, value in query["properties"].items()}
    whole = [name for field in _NAMES for name in texts.get(field, [])]
    if not texts.get("name"):
        whole += [" ".join((given, *texts.get("lastName", [])[:1])) for given in texts.get("firstName", [])]
        whole += texts.get("lastName", [])[:1] if not texts.get("firstName") else []
    countries = [code for field in _COUNTRIES for code in texts.get(field, [])]
    return Particulars(
        names=tuple(dict.fromkeys(name[:200] for name in whole))[:MOST_NAMES],
        born=tuple(packed for day in texts.get("birthDate", [])[:5] if (packed := packed_text(day[:10]))),
        countries=frozenset(code.lower() for code in countries if 2 <= len(code) <= 6),
    )  # fmt: skip


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str) and text.strip()]


def _number(query: Mapping[str, str], name: str, otherwise: float) -> float:
    text = query.get(name, "")
    if not text:
        return otherwise
    try:
        number = float(text[:20])
    except ValueError:
        raise BadQuestion(400, f"{name} is a number, not {text[:40]!r}.") from None
    if not 0 <= number <= 10_000:
        raise BadQuestion(400, f"{name} lies between 0 and 10000.")
    return number
