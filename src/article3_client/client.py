"""The client: one method for each operation, lists as iterators, changes that are safe to repeat."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from types import TracebackType
from typing import Any, TypeVar

import httpx

from article3_client.problems import problem
from article3_client.records import (
    Case,
    Consultation,
    Deliveries,
    Dispute,
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

    def item(self, reference: str, *, known_at: datetime | None = None) -> Item:
        """One own item, now or as this bureau could read it at an instant. Raises Absent, Erased."""
        answer = self._get(f"/items/{reference}", **_instant(known_at))
        return made(Item, answer.json(), mark=answer.headers["ETag"])

    def bring_paper(self, name: str, content: bytes) -> Document:
        """Bring the bytes of a paper; what comes back goes into `attachments` of an item within a week. Raises
        Forbidden, Problem."""
        headers = {"Content-Type": "application/octet-stream"}
        answer = self._asked(lambda: self._http.post("/papers", params={"name": name}, content=content,
                                                     headers=headers))  # fmt: skip
        found: Document = answer.json()
        return found

    def paper(self, reference: str, sha256: str) -> bytes:
        """The bytes of a paper of an own item or of what reached the bureau. Raises Absent."""
        return self._get(f"/records/{reference}/papers/{sha256}").content

    def send(self, document: Document, *, once: str = "") -> Sent:
        """Send a request, diffusion, message or entry of a document. Raises BadForm, Refused, Forbidden.

        `once`: an idempotency key of your own, for a repeat after a restart; without it a fresh one.
        """
        return self._change("/items", document, once)

    def update(self, item: Item, document: Document, *, once: str = "") -> Sent:
        """Correct an own item: the whole text as it should now read. Raises Changed, BadForm, Refused."""
        return self._of(item, "text", document, once)

    def suspend(self, item: Item, until: date, because: str, *, once: str = "") -> Sent:
        """Suspend an own notice until a day at the latest. Raises Changed, Refused."""
        return self._of(item, "suspension", {"until": until.isoformat(), "because": because}, once)

    def resume(self, item: Item, *, once: str = "") -> Sent:
        """End the suspension. Raises Changed, Refused."""
        return self._of(item, "resumption", {}, once)

    def extend(self, item: Item, months: int, because: str, *, extradition: bool = False, once: str = "") -> Sent:
        """Keep the data one more period; `extradition`: it is still sought. Raises Changed, Refused."""
        return self._of(item, "extension", {"months": months, "because": because, "extradition": extradition}, once)

    def to_notice(self, item: Item, document: Document, *, once: str = "") -> Sent:
        """Ask that an own diffusion become this notice. Raises Changed, BadForm, Refused."""
        return self._of(item, "notice", document, once)

    def to_diffusion(self, item: Item, recipients: list[str], aim: str, reason: str, *, once: str = "") -> Sent:
        """Make an own notice a diffusion to these bureaus. Raises Changed, Refused."""
        body = {"recipients": recipients, "aim": aim, "reason_for_diffusion": reason}
        return self._of(item, "diffusion", body, once)

    def more_time(self, item: Item, questions: list[str], until: date, because: str, *, once: str = "") -> Sent:
        """Ask for more time to answer. Raises Changed, Refused."""
        body = {"questions": questions, "until": until.isoformat(), "because": because}
        return self._of(item, "more-time", body, once)

    def refused_extradition(self, item: Item, text: str, *, once: str = "") -> Sent:
        """Add a refusal of extradition to an own record. Raises Changed, Refused."""
        return self._of(item, "refused-extradition", {"text": text}, once)

    def consent(self, item: Item, given: bool, *, once: str = "") -> Sent:
        """Say whether the Secretariat may open an own message. Raises Changed, Refused."""
        return self._of(item, "consent", {"given": given}, once)

    def withdraw(self, item: Item, code: str, because: str = "", *, once: str = "") -> Sent:
        """Withdraw an own item as it was read. Raises Changed when it no longer is so, Refused."""
        return self._of(item, "withdrawal", {"code": code, "because": because}, once)

    def answer(self, item: Item, answers: Mapping[str, str], *, once: str = "") -> Sent:
        """Answer open questions of an own item, by their ids. Raises Changed, Refused."""
        body = {"answers": [{"question": question, "text": text} for question, text in answers.items()]}
        return self._of(item, "answers", body, once)

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

    def dispute(self, reference: str, reason: str, text: str, *, once: str = "") -> str:
        """Dispute a record of another bureau; the dispute's reference. Raises Absent, Refused."""
        return self._posted(f"/records/{reference}/disputes", {"reason": reason, "text": text}, once)

    def disputes(self) -> tuple[Dispute, ...]:
        """What this bureau disputes, and the answers, the latest first."""
        return tuple(made(Dispute, each) for each in self._get("/disputes").json()["disputes"])

    def consultations(self) -> Iterator[Consultation]:
        """What this bureau was asked about files it does not see, the newest first."""
        return self._pages("/consultations", "consultations", Consultation)

    def reply(self, asked: Consultation, reply: str, *, once: str = "") -> None:
        """Reply to a consultation. Raises Absent, Refused."""
        self._posted(f"/consultations/{asked.reference}/{asked.id}/reply", {"reply": reply}, once)

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

    def case(self, reference: str, *, known_at: datetime | None = None, as_of: date | None = None) -> Case:
        """One file as far as this seat may read it, as it was known at an instant; facts as they hold on a day. Raises
        Absent, Erased."""
        query = _instant(known_at) | ({"as_of": as_of.isoformat()} if as_of else {})
        return made(Case, self._get(f"/cases/{reference}", **query).json())

    def provenance(self, reference: str, *, known_at: datetime | None = None) -> dict[str, Any]:
        """The decisions on a file as W3C PROV-JSON. Raises Absent, Erased."""
        found: dict[str, Any] = self._get(f"/cases/{reference}/provenance", **_instant(known_at)).json()
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

    def _of(self, item: Item, path: str, body: Any, once: str) -> Sent:
        return self._change(f"/items/{item.reference}/{path}", body, once, item.mark)

    def _posted(self, path: str, body: Any, once: str) -> str:
        headers = {"Idempotency-Key": once or secrets.token_hex(16)}
        answer = self._asked(lambda: self._http.post(path, json=body, headers=headers))
        return str(answer.json()["reference"])

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


def _instant(known_at: datetime | None) -> dict[str, str]:
    return {"known_at": known_at.isoformat()} if known_at else {}


def _told_to_wait(answer: httpx.Response, otherwise: float) -> float:
    told = answer.headers.get("Retry-After", "")
    return min(float(told), LONGEST_WAIT_S) if told.isascii() and told.isdigit() else otherwise


def _body(answer: httpx.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return {"title": answer.reason_phrase}
