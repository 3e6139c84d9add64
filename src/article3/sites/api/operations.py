"""Every operation of the interface: what it takes, answers and can fail with. Addresses are made from this table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, re_path

from article3.sites.api import changes, files, letters, orders, papers, shapes, views
from article3.sites.api.door import door
from article3.sites.page.operation import Operation, Parameter, Said, Schema

REFERENCE = Parameter(name="reference", where="path", required=True, says="The record's reference.",
                      schema={"type": "string", "pattern": "^[0-9a-f]{32}$"})  # fmt: skip
AFTER = Parameter(name="after", says="The value of `next` of the page before.",
                  schema={"type": "string", "maxLength": 400})  # fmt: skip
SIZE = Parameter(name="size", says="How many at most.", schema={"type": "integer", "minimum": 1, "maximum": 100})
CONSULTATION = Parameter(name="consultation", where="path", required=True, says="The consultation's id.",
                         schema={"type": "string", "pattern": "^[0-9a-zA-Z_-]{1,40}$"})  # fmt: skip
SHA256 = Parameter(name="sha256", where="path", required=True, says="The paper's SHA-256.",
                   schema={"type": "string", "pattern": "^[0-9a-f]{64}$"})  # fmt: skip
NAME = Parameter(name="name", required=True, says="The paper's file name.",
                 schema={"type": "string", "minLength": 1, "maxLength": 150})  # fmt: skip
AS_OF = Parameter(name="as_of", says="Facts as they hold on that day.", schema={"type": "string", "format": "date"})
KNOWN_AT = Parameter(name="known_at", says="As it could be read at that instant, with what was known then.",
                     schema={"type": "string", "format": "date-time"})  # fmt: skip
NUMBER = Parameter(name="after", says="The number of the last message read; 0 from the beginning.",
                   schema={"type": "integer", "minimum": 0, "maximum": 10**12})  # fmt: skip
LANGUAGE = Parameter(name="Accept-Language", where="header", says="The language of sentences: en, fr, es, ar.",
                     schema={"type": "string", "maxLength": 100})  # fmt: skip
ONCE = Parameter(name="Idempotency-Key", where="header", required=True,
                 says="A fresh random value for each change, the same on each repeat. Kept for seven days.",
                 schema={"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"})  # fmt: skip
READ = Parameter(name="If-Match", where="header", required=True, says="The ETag of the item as it was read.",
                 schema={"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[!-~]+$"})  # fmt: skip
_TO_ALL = (401, 404, 405, 429, 500)


def _read(id: str, path: str, summary: str, view: Callable[..., Any], shape: Schema, *parameters: Parameter,
          tag: str) -> Operation:  # fmt: skip
    said = {200: Said(says="As this seat may read it.", schema=shape, headers=("ETag",)),
            304: Said(says="As in the ETag sent in If-None-Match.", headers=("ETag",))}  # fmt: skip
    of_query = any(each.where == "query" for each in parameters)
    gone = (410,) if KNOWN_AT in parameters else ()
    return Operation(id=id, method="GET", path=path, tag=tag, summary=summary, answers=said, view=view,
                     security="key", parameters=(*parameters, LANGUAGE),
                     problems=(400, *((409,) if of_query else ()), *gone, *_TO_ALL))  # fmt: skip


def _change(id: str, path: str, summary: str, view: Callable[..., Any], body: Schema, *parameters: Parameter,
            status: int = 200, tag: str = "items", said: Schema = shapes.Sent) -> Operation:  # fmt: skip
    headers = ("Idempotent-Replayed", *(("Location",) if status == 201 else ()))
    if_match = READ in parameters
    fails = (400, 403, 409, *((412, 428) if if_match else ()), 413, 415, 422, *_TO_ALL)
    return Operation(id=id, method="POST", path=path, tag=tag, summary=summary, view=view, security="key",
                     answers={status: Said(says="Done.", schema=said, headers=headers)}, body=body,
                     body_type="application/json", parameters=(*parameters, ONCE, LANGUAGE), once=True,
                     if_match=if_match, problems=fails)  # fmt: skip


def _file(id: str, path: str, summary: str, view: Callable[..., Any], media_type: str, *parameters: Parameter,
          tag: str = "files") -> Operation:  # fmt: skip
    said = {200: Said(says="As this seat may read it.", media_type=media_type, headers=("ETag",)),
            304: Said(says="As in the ETag sent in If-None-Match.", headers=("ETag",))}  # fmt: skip
    return Operation(id=id, method="GET", path=path, tag=tag, summary=summary, answers=said, view=view,
                     security="key", parameters=(*parameters, LANGUAGE), problems=(400, *_TO_ALL))  # fmt: skip


def _bring(id: str, path: str, summary: str, view: Callable[..., Any]) -> Operation:
    """Bytes, not JSON; the same bytes again are the same paper, so that no idempotency key is wanted."""
    said = {200: Said(says="Kept for this seat, for a week.", schema=letters.Paper)}
    body = {"type": "string", "contentMediaType": "application/octet-stream"}
    return Operation(id=id, method="POST", path=path, tag="items", summary=summary, view=view, security="key",
                     answers=said, body=body, body_type="application/octet-stream", parameters=(NAME, LANGUAGE),
                     problems=(400, 403, 409, 413, 415, 422, *_TO_ALL))  # fmt: skip


_DOCUMENT = {"$ref": "#/components/schemas/Communication"}
_LINES, _TABLE = "application/jsonl", "text/csv"
OPERATIONS: tuple[Operation, ...] = (
    _read("seat", "/api/v1/seat", "Who the key sits for", views.seat, shapes.Seat, tag="seat"),
    _read("items", "/api/v1/items", "What this bureau sent, the newest first", views.items, shapes.Items, AFTER, SIZE,
          tag="items"),
    _change("send", "/api/v1/items", "Send a notice request, a diffusion, a message or an entry of a document",
            changes.send, _DOCUMENT, status=201),
    _read("item", "/api/v1/items/{reference}", "One own item: status, questions, outcome", views.item, shapes.Item,
          REFERENCE, KNOWN_AT, tag="items"),
    _change("update", "/api/v1/items/{reference}/text", "Correct an own item: the whole text as it should now read",
            changes.update, _DOCUMENT, REFERENCE, READ),
    _change("withdraw", "/api/v1/items/{reference}/withdrawal", "Withdraw an own item", changes.withdraw,
            shapes.Withdrawal, REFERENCE, READ),
    _change("suspend", "/api/v1/items/{reference}/suspension", "Suspend an own notice", changes.suspend,
            orders.Suspension, REFERENCE, READ),
    _change("resume", "/api/v1/items/{reference}/resumption", "End the suspension", changes.resume, orders.Nothing,
            REFERENCE, READ),
    _change("extend", "/api/v1/items/{reference}/extension", "Keep the data one more period", changes.extend,
            orders.Extension, REFERENCE, READ),
    _change("to_notice", "/api/v1/items/{reference}/notice", "Ask that an own diffusion become this notice",
            changes.to_notice, _DOCUMENT, REFERENCE, READ),
    _change("to_diffusion", "/api/v1/items/{reference}/diffusion", "Make an own notice a diffusion",
            changes.to_diffusion, orders.ToDiffusion, REFERENCE, READ),
    _change("answer", "/api/v1/items/{reference}/answers", "Answer questions on an own item", changes.answer,
            shapes.Answers, REFERENCE, READ),
    _change("more_time", "/api/v1/items/{reference}/more-time", "Ask for more time to answer", changes.more_time,
            orders.MoreTime, REFERENCE, READ),
    _change("refused_extradition", "/api/v1/items/{reference}/refused-extradition",
            "Add a refusal of extradition to an own record", changes.refused_extradition, orders.RefusedExtradition,
            REFERENCE, READ),
    _change("consent", "/api/v1/items/{reference}/consent", "Say whether the Secretariat may open an own message",
            changes.consent, orders.Consent, REFERENCE, READ),
    _bring("bring_paper", "/api/v1/papers", "Bring the bytes of a paper, before the item that names it", papers.bring),
    _file("paper", "/api/v1/records/{reference}/papers/{sha256}",
          "The bytes of a paper of an own item or of what reached this bureau", papers.paper,
          "application/octet-stream", REFERENCE, SHA256, tag="records"),
    _read("deliveries", "/api/v1/items/{reference}/deliveries", "Whom a record went to, and who took it in",
          views.deliveries, shapes.Deliveries, REFERENCE, tag="items"),
    _read("records", "/api/v1/records", "What reached this bureau, the newest first", views.records, shapes.Records,
          AFTER, SIZE, tag="records"),
    _read("record", "/api/v1/records/{reference}", "One record as it reached this bureau", views.record, shapes.Record,
          REFERENCE, tag="records"),
    _change("dispute", "/api/v1/records/{reference}/disputes", "Dispute a record of another bureau", changes.dispute,
            orders.Dispute, REFERENCE, tag="records", said=letters.Given),
    _read("disputes", "/api/v1/disputes", "What this bureau disputes, and the answers", views.disputes,
          letters.Disputes, tag="records"),
    _read("consultations", "/api/v1/consultations", "What this bureau was asked about files it does not see",
          views.consultations, letters.Consultations, AFTER, SIZE, tag="consultations"),
    _change("reply", "/api/v1/consultations/{reference}/{consultation}/reply", "Reply to a consultation",
            changes.reply, orders.Reply, REFERENCE, CONSULTATION, tag="consultations", said=letters.Given),
    _read("messages", "/api/v1/messages", "Messages to this bureau, in order; reading takes them in", views.messages,
          shapes.Messages, NUMBER, tag="messages"),
    _file("items_lines", "/api/v1/files/items.jsonl", "What this bureau sent, as JSON Lines", files.items_lines,
          _LINES),
    _file("items_table", "/api/v1/files/items.csv", "What this bureau sent, as a table", files.items_table, _TABLE),
    _file("records_lines", "/api/v1/files/records.jsonl", "What reached this bureau, as JSON Lines",
          files.records_lines, _LINES),
    _file("records_table", "/api/v1/files/records.csv", "What reached this bureau, as a table", files.records_table,
          _TABLE),
    _file("files_dictionary", "/api/v1/files/dictionary.csv", "What each field of the files means", files.dictionary,
          _TABLE),
    _read("queue", "/api/v1/queue", "What waits at the task force's desk", views.queue, shapes.Queue, AFTER, SIZE,
          tag="desk"),
    _read("case", "/api/v1/cases/{reference}", "One file, for a reviewer assigned to it and for oversight", views.case,
          shapes.Case, REFERENCE, KNOWN_AT, AS_OF, tag="desk"),
    _read("provenance", "/api/v1/cases/{reference}/provenance", "The decisions on a file as W3C PROV-JSON",
          views.provenance, {"type": "object", "required": ["prefix", "entity"]}, REFERENCE, KNOWN_AT,
          tag="desk"),
)  # fmt: skip


def addresses() -> list[URLPattern]:
    """One address for all methods at a path."""
    by_path: dict[str, dict[str, Operation]] = defaultdict(dict)
    for each in OPERATIONS:
        by_path[each.path][each.method] = each
    return [re_path(_pattern(path), door(found), name=next(iter(found.values())).id)
            for path, found in by_path.items()]  # fmt: skip


def _pattern(path: str) -> str:
    plain = path.removeprefix("/").replace(".", "[.]")
    for each in (REFERENCE, CONSULTATION, SHA256):
        signs = str(each.schema["pattern"]).strip("^$")
        plain = plain.replace(f"{{{each.name}}}", f"(?P<{each.name}>{signs})")
    return f"^{plain}$"
