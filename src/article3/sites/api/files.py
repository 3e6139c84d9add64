"""A bureau's own lists as files: JSON Lines and comma-separated tables, each field explained in a dictionary.

They are what the lists of the interface show, page after page, and nothing else: the Reader filters and writes down
every page that is handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from msgspec import json

from article3.sites.api import shapes, views
from article3.sites.api.asked import Call
from article3.sites.page.table_file import joined, row

PAGE = 100
_encode = json.Encoder(order="sorted").encode
ITEMS: Mapping[str, str] = {
    "reference": "of the item, 32 hexadecimal signs", "channel": "notice_request, diffusion, message, document_entry",
    "colour": "of a notice request; empty otherwise", "names": "names of the person as they were sent",
    "status": "where it stands, in outward words", "sent_at": "when it was sent (ISO 8601, UTC)",
    "due_on": "when an answer, retention review or the end of a suspension falls due",
    "questions_open": "questions that wait for an answer",
}  # fmt: skip
RECORDS: Mapping[str, str] = {
    "reference": "of the record, 32 hexadecimal signs", "channel": "notice_request, diffusion, message, document_entry",
    "colour": "of a notice; empty otherwise", "source": "the bureau it comes from and that answers for it",
    "mark": "reviewed, unreviewed, delivered, suspended, remove: goes wherever the record goes",
    "names": "names of the person", "birth_dates": "EDTF, as far as they are known",
    "nationalities": "ISO 3166-1 alpha-2", "caveats": "kind and text of each; they go wherever the record goes",
    "reached_at": "when it reached this bureau (ISO 8601, UTC)",
}  # fmt: skip
"""Each field and what it means; several values in a cell have a semicolon between them."""
assert set(ITEMS) == set(shapes.ItemRow.__struct_fields__), "an item's field without a meaning"
assert set(RECORDS) == set(shapes.RecordRow.__struct_fields__), "a record's field without a meaning"


def items_lines(call: Call) -> bytes:
    """Own items, one a line."""
    return b"".join(_encode(each) + b"\n" for each in _all(call, views.items, "items"))


def items_table(call: Call) -> bytes:
    """Own items as a table."""
    return _table(ITEMS, _all(call, views.items, "items"))


def records_lines(call: Call) -> bytes:
    """What reached this bureau, one a line."""
    return b"".join(_encode(each) + b"\n" for each in _all(call, views.records, "records"))


def records_table(call: Call) -> bytes:
    """What reached this bureau as a table."""
    return _table(RECORDS, _all(call, views.records, "records"))


def dictionary(call: Call) -> bytes:
    """What each field of the files means."""
    rows = [("file", "field", "means"), *((name, field, says) for name, of in (("items", ITEMS), ("records", RECORDS))
                                          for field, says in of.items())]  # fmt: skip
    return "".join(map(row, rows)).encode()


def _all(call: Call, view: Callable[[Call], Any], name: str) -> Iterator[Any]:
    after: str | None = ""
    while after is not None:
        page = view(replace(call, query={"after": after, "size": PAGE}))
        yield from getattr(page, name)
        after = page.next


def _table(dictionary: Mapping[str, str], found: Iterator[Any]) -> bytes:
    rows = (row(_cell(getattr(each, name)) for name in dictionary) for each in found)
    return (row(dictionary) + "".join(rows)).encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return joined(_cell(one) for one in value)
    if isinstance(value, shapes.Caveat):
        return f"{value.kind.value}: {value.text}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(getattr(value, "value", value))
