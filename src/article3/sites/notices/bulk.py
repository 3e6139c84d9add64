"""The whole edition in one answer: FollowTheMoney lines, and the simple table of the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from article3 import wiring
from article3.intake.follow_the_money import PROGRAMS, entity_id, write_entities
from article3.sites.notices.views import for_programs

COLUMNS = ("id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions",
           "phones", "emails", "program_ids", "dataset", "first_seen", "last_seen", "last_change")  # fmt: skip
DATASET = "article3"
_FORMULA = "=+-@\t\r＝＋－＠"


@for_programs
def entities(request: HttpRequest) -> HttpResponse:
    """One entity a line: every person of the edition with the sanctions that name them."""
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for each in wiring.public_extracts()
             for line in write_entities(each.public))  # fmt: skip
    return _streamed(lines, "application/json+ftm", "entities.ftm.json")


@for_programs
def targets(request: HttpRequest) -> HttpResponse:
    """One person a row; several values are joined with a semicolon."""
    return _streamed(_rows(), "text/csv; charset=utf-8", "targets.simple.csv")


def _rows() -> Iterator[str]:
    yield _row(list(COLUMNS))
    for each in wiring.public_extracts():
        program = PROGRAMS.get(each.colour.value, "")
        names = list(dict.fromkeys([*each.latin_names, *each.names]))
        cells = {
            "id": entity_id(each.public), "schema": "Person",
            "name": names[0] if names else "", "aliases": _joined(names[1:]),
            "birth_date": _joined(list(each.birth_dates)), "dataset": DATASET, "identifiers": each.id,
            "countries": _joined([code.lower() for code in each.nationalities]),
            "sanctions": _joined([f"{program} - {charge}" for charge in each.charges]),
        }  # fmt: skip
        yield _row([str(cells.get(column, "")) for column in COLUMNS])


def _joined(values: list[str]) -> str:
    """Values that hold the sign between them are quoted."""
    quoted = [f'"{value.replace(chr(34), chr(34) * 2)}"' if ";" in value else value for value in values]
    return ";".join(quoted)


def _row(cells: list[str]) -> str:
    """Every cell is text: what a table program would take for a formula begins with an apostrophe (A20)."""
    written = io.StringIO()
    plain = ["".join(sign for sign in cell if sign.isprintable() or sign in "\r\n") for cell in cells]
    csv.writer(written).writerow([f"'{cell}" if cell[:1] and cell[0] in _FORMULA else cell for cell in plain])
    return written.getvalue()


def _streamed(lines: Iterator[str], media_type: str, name: str) -> HttpResponse:
    answer = StreamingHttpResponse(lines, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer  # type: ignore[return-value]
