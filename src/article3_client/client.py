"""The client: one method for each operation, lists as iterators, changes that are safe to repeat."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, TypeVar

import httpx

from article3_client.problems import problem
from article3_client.records import (
    Case,
    Deliveries,
    Document,
    Item,
    ItemRow,
    Message,
    QueueRow,
    Record,
    RecordRow,
    Seat,
    Sent,
    made,
)

Row = TypeVar("Row")
PAGE = 100
AGAIN = frozenset({429, 502, 503, 504})
"""Statuses after which the same request is made again."""
LONGEST_WAIT_S = 60.0


class Article3:
    """A seat's programs at one installation.

    `key` is made by an officer on the page Programs. `language`: of sentences (en, fr, es, ar). A request that got no
    answer, or was told to wait, is made again up to `tries` times; a change under the same idempotency key, so it is
    made once. Raises a subclass of `Problem` for every other answer, httpx.TransportError when nobody answers.
    """

    def __init__(self, url: str, key: str, *, language: str = "en", tries: int = 4,
                 transport: httpx.BaseTransport | None = None, wait: Callable[[float], None] = time.sleep
                 ) -> None:  # fmt: skip
        self._tries, self._wait = tries, wait
        self._http = httpx.Client(base_url=f"{url.rstrip('/')}/api/v1", transport=transport, timeout=30.0, headers={
            "Authorization": f"Bearer {key}", "Accept-Language": language})  # fmt: skip

    def __enter__(self) -> Article3:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
                 ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def seat(self) -> Seat:
        """Who the key sits for."""
        return made(Seat, self._get("/seat").json())

    # --- own items

    def items(self) -> Iterator[ItemRow]:
        """What this bureau sent, the newest first; further pages are fetched as they are needed."""
        return self._pages("/items", "items", ItemRow)

    def item(self, reference: str) -> Item:
        """One own item. Raises Absent."""
        answer = self._get(f"/items/{reference}")
        return made(Item, answer.json(), mark=answer.headers["ETag"])

    def send(self, document: Document, *, once: str = "") -> Sent:
        """Send a request, diffusion, message or entry of a document. Raises BadForm, Refused, Forbidden.

        `once`: an idempotency key of your own, for a repeat after a restart; without it a fresh one.
        """
        return self._change("/items", document, once)

    def withdraw(self, item: Item, code: str, because: str = "", *, once: str = "") -> Sent:
        """Withdraw an own item as it was read. Raises Changed when it no longer is so, Refused."""
        body = {"code": code, "because": because}
        return self._change(f"/items/{item.reference}/withdrawal", body, once, item.mark)

    def answer(self, item: Item, answers: Mapping[str, str], *, once: str = "") -> Sent:
        """Answer open questions of an own item, by their ids. Raises Changed, Refused."""
        body = {"answers": [{"question": question, "text": text} for question, text in answers.items()]}
        return self._change(f"/items/{item.reference}/answers", body, once, item.mark)

    def deliveries(self, reference: str) -> Deliveries:
        """Whom a record went to, as far as this seat may read it."""
        return made(Deliveries, self._get(f"/items/{reference}/deliveries").json())

    # --- what reached the bureau

    def records(self) -> Iterator[RecordRow]:
        """What reached this bureau, the newest first."""
        return self._pages("/records", "records", RecordRow)

    def record(self, reference: str) -> Record:
        """One record as it reached this bureau. Raises Absent."""
        return made(Record, self._get(f"/records/{reference}").json())

    def messages(self, after: int = 0) -> Iterator[Message]:
        """Messages after a number, in order, until there are no more; keep the number of the last one you handled."""
        while True:
            page = self._get("/messages", after=after).json()
            yield from (made(Message, one) for one in page["messages"])
            if page["last"] == after:
                return
            after = page["last"]

    # --- the task force's desk

    def queue(self) -> Iterator[QueueRow]:
        """What waits at the desk, the most harmful and most urgent first."""
        return self._pages("/queue", "files", QueueRow)

    def case(self, reference: str) -> Case:
        """One file as far as this seat may read it. Raises Absent."""
        return made(Case, self._get(f"/cases/{reference}").json())

    def provenance(self, reference: str) -> dict[str, Any]:
        """The decisions on a file as W3C PROV-JSON. Raises Absent."""
        found: dict[str, Any] = self._get(f"/cases/{reference}/provenance").json()
        return found

    # --- inside

    def _pages(self, path: str, name: str, kind: type[Row]) -> Iterator[Row]:
        after: str | None = ""
        while after is not None:
            page = self._get(path, size=PAGE, **({"after": after} if after else {})).json()
            yield from (made(kind, row) for row in page[name])
            after = page["next"]

    def _get(self, path: str, **query: str | int) -> httpx.Response:
        return self._asked(lambda: self._http.get(path, params=query))

    def _change(self, path: str, body: Any, once: str, mark: str = "") -> Sent:
        headers = {"Idempotency-Key": once or secrets.token_hex(16)} | ({"If-Match": mark} if mark else {})
        answer = self._asked(lambda: self._http.post(path, json=body, headers=headers))
        return made(Sent, answer.json(), again=answer.headers.get("Idempotent-Replayed") == "true")

    def _asked(self, ask: Callable[[], httpx.Response]) -> httpx.Response:
        """The answer; tried again where nothing was answered, or where we were told to wait."""
        for left in reversed(range(self._tries)):
            try:
                answer = ask()
            except httpx.TransportError:
                if not left:
                    raise
                self._wait(2.0 ** (self._tries - left - 1))
                continue
            if answer.status_code not in AGAIN or not left:
                break
            self._wait(_told_to_wait(answer, 2.0 ** (self._tries - left - 1)))
        if answer.is_success:
            return answer
        raise problem(answer.status_code, _body(answer))


def _told_to_wait(answer: httpx.Response, otherwise: float) -> float:
    told = answer.headers.get("Retry-After", "")
    return min(float(told), LONGEST_WAIT_S) if told.isascii() and told.isdigit() else otherwise


def _body(answer: httpx.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return {"title": answer.reason_phrase}
