"""The whole edition in one answer: FollowTheMoney lines, JSON Lines, and the simple table; each field explained."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from article3 import wiring
from article3.intake.follow_the_money import PROGRAMS, entity_id, write_entities
from article3.sites.notices import written
from article3.sites.notices.views import for_programs
from article3.sites.page.table_file import joined, row
from article3.terms.communication import Colour

DICTIONARY = {
    "id": "stable within an edition: the entity id as FollowTheMoney has it",
    "schema": "Person; or Organization for an organization or ship of the Security Council's list",
    "name": "the first name shown", "aliases": "further names, in their script",
    "birth_date": "EDTF, as far as it is known", "countries": "nationalities, ISO 3166-1 alpha-2",
    "addresses": "of an organization on the Security Council's list; of a person none leaves with an extract",
    "identifiers": "the entity id of the public service",
    "sanctions": "programme and charge of each warrant; of whom the Security Council lists the programme",
    "phones": "always empty", "emails": "always empty", "program_ids": "always empty",
    "dataset": "article3", "first_seen": "always empty: ids are fresh every day",
    "last_seen": "always empty", "last_change": "always empty",
}  # fmt: skip
"""Each column of the table and what it means. Several values in a cell have a semicolon between them."""
COLUMNS = tuple(DICTIONARY)
OF_LINES = {
    "colour": "red, yellow or un_special", "notice": "the notice as `/notices/v1/{colour}/{id}` gives it",
    "about": "what the safeguards say of it, as `.../about` gives it",
}  # fmt: skip
"""Each field of a line of extracts.jsonl."""
DATASET = "article3"


@for_programs
def entities(request: HttpRequest) -> HttpResponse:
    """One entity a line: everybody of the edition with the sanctions that name them."""
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for each in wiring.public_extracts()
             for line in write_entities(each.public))  # fmt: skip
    return _streamed(lines, "application/json+ftm", "entities.ftm.json")


@for_programs
def targets(request: HttpRequest) -> HttpResponse:
    """One person or organization a row; several values are joined with a semicolon."""
    return _streamed(_rows(), "text/csv; charset=utf-8", "targets.simple.csv")


@for_programs
def extracts(request: HttpRequest) -> HttpResponse:
    """The edition as JSON Lines: each notice as the service gives it, with what the safeguards say."""
    lines = (json.dumps({"colour": each.colour.value, "notice": written.detail(each), "about": written.about(each)},
                        ensure_ascii=False) + "\n" for each in wiring.public_extracts())  # fmt: skip
    return _streamed(lines, "application/jsonl", "extracts.jsonl")


@for_programs
def dictionary(request: HttpRequest) -> HttpResponse:
    """What each column and field of the two files means."""
    files = {"targets.simple.csv": DICTIONARY, "extracts.jsonl": OF_LINES}
    rows = [("file", "field", "means"), *((name, field, says) for name, of in files.items()
                                          for field, says in of.items())]  # fmt: skip
    return _streamed(map(row, rows), "text/csv; charset=utf-8", "dictionary.csv")


def _rows() -> Iterator[str]:
    yield row(COLUMNS)
    for each in wiring.public_extracts():
        program = PROGRAMS.get(each.colour.value, "")
        names = list(dict.fromkeys([*each.latin_names, *each.names]))
        cells = {
            "id": entity_id(each.public), "schema": "Organization" if each.entity else "Person",
            "name": names[0] if names else "", "aliases": joined(names[1:]),
            "birth_date": joined(list(each.birth_dates)), "dataset": DATASET, "identifiers": each.id,
            "addresses": joined(list(each.entity.addresses if each.entity else ())),
            "countries": joined([code.lower() for code in each.nationalities]),
            "sanctions": joined([f"{program} - {charge}" for charge in each.charges] or _listing(each, program)),
        }  # fmt: skip
        yield row([str(cells.get(column, "")) for column in COLUMNS])


def _listing(extract: wiring.PublicExtract, program: str) -> list[str]:
    """A listing of the Security Council is no warrant: the programme says it."""
    return [program] if extract.colour is Colour.UN_SPECIAL else []


def _streamed(lines: Iterator[str], media_type: str, name: str) -> HttpResponse:
    answer = StreamingHttpResponse(lines, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer  # type: ignore[return-value]
