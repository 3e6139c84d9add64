"""Requests made from our own description by schemathesis, sent by every role, each answer judged by the description."""

from __future__ import annotations

import json
import random
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import openapi
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from werkzeug.test import Client, TestResponse

from tests.interfaces.tally import Tally

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
GOOD, BROKEN = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
TAKE_DOCUMENTS = ("/api/v1/items", "/api/v1/items/{reference}/text")
LEARNT = 40
"""How many new references and marks of pages are remembered."""


@schemathesis.serializer("application/article3")
def _signed_bytes(context: Any, value: Any) -> bytes:
    """The doors between installations take bytes."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


@dataclass
class Known:
    """Things that are there, so that requests reach them: references, a good document; and what answers told."""

    references: list[str]
    document: dict[str, Any]
    entities: list[str] = field(default_factory=lambda: ["2099-1"])
    new: deque[str] = field(default_factory=lambda: deque(maxlen=LEARNT))
    pages: deque[str] = field(default_factory=lambda: deque(maxlen=LEARNT))
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    """The mark of what a role read last at an address: without it nothing can be changed."""

    def learn(self, who: str, path: str, answer: TestResponse) -> None:
        """Keep what later requests may use."""
        if mark := answer.headers.get("ETag"):
            self.marks[who, path] = mark
        if answer.status_code == 201 and (at := answer.headers.get("Location")):
            self.new.append(at.rstrip("/").rpartition("/")[2])
        if answer.status_code == 200 and answer.mimetype == "application/json" and b'"next"' in answer.data:
            page = json.loads(answer.data)
            if isinstance(page, dict) and isinstance(page.get("next"), str):
                self.pages.append(page["next"])


def interface(app: Any) -> Any:
    """The description as the application serves it."""
    return openapi.from_wsgi("/api/v1/openapi.json", app, config=SchemathesisConfig.discover())


def ask_everything(schema: Any, keys: dict[str, str], known: Known, each: int, first_seed: int = 1, *, part: int = 1
                   ) -> Tally:  # fmt: skip
    """`each` good and as many broken cases of every operation, each sent by every role (by key; empty: nobody).

    `part`: a role asks one in so many operations only, each role others.
    """
    tally = Tally(roles=len(keys))
    askers = [Asker(who, key, known, tally, Client(schema.app, use_cookies=False), random.Random(f"{first_seed} {who}"))
              for who, key in keys.items()]  # fmt: skip
    for place, found in enumerate(schema.get_all_operations()):
        operation = found.ok()
        fits = [asker for number, asker in enumerate(askers) if (place + number) % part == 0]
        for mode in (GOOD, BROKEN):
            if mode is BROKEN and not (operation.body or operation.query or operation.path_parameters):
                continue  # nothing that could be broken
            for case in _cases(operation.as_strategy(generation_mode=mode), each, f"{first_seed} {place} {mode}"):
                tally.cases += 1
                plain = dict(case.path_parameters or {}), dict(case.headers or {}), case.body
                for asker in fits:
                    asker.send(case, *plain)
    return tally


def _cases(strategy: Any, most: int, chance: str) -> list[Any]:
    found: list[Any] = []

    @seed(chance)
    @settings(max_examples=most, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=strategy)
    def made(case: Any) -> None:
        found.append(case)

    made()
    return found


_judged: set[tuple[str, int, str, bytes]] = set()
"""Answers found right: the same answer to the same operation need not be judged again."""


@dataclass
class Asker:
    """One role: sends cases dressed with its key, more than half of them about something that is there."""

    who: str
    key: str
    known: Known
    tally: Tally
    client: Client
    chance: random.Random

    def send(self, case: Any, path: dict[str, Any], headers: dict[str, Any], body: Any) -> None:
        """One request, counted, timed and judged by the description."""
        case.path_parameters, case.body = self._there(path), body
        if case.method == "POST" and case.operation.path in TAKE_DOCUMENTS and self.chance.random() < 0.5:
            case.body = self._broken(dict(self.known.document))
        query = case.query
        if query and isinstance(query.get("after"), str) and self.known.pages and self.chance.random() < 0.5:
            case.query = {**query, "after": self.chance.choice(self.known.pages)}
        case.headers = self._dressed(case, headers)
        data = case.as_transport_kwargs()
        case.query = query
        began, worked = time.perf_counter(), time.process_time()
        answer = self.client.open(**data)
        took_s, work_s = time.perf_counter() - began, time.process_time() - worked
        label = f"{case.method} {case.operation.path} as {self.who or 'nobody'}"
        self.tally.note(answer.status_code, label, took_s, work_s)
        self.known.learn(self.who, case.formatted_path, answer)
        self._judge(case, answer, label)

    def _there(self, path: dict[str, Any]) -> dict[str, Any]:
        """Path parameters, more often than not of something that is there."""
        if self.chance.random() < 0.6:
            references = self.known.new if self.known.new and self.chance.random() < 0.4 else self.known.references
            for name, there in (("reference", references), ("entity", self.known.entities)):
                if name in path:
                    path = {**path, name: self.chance.choice(there)}
        return path

    def _dressed(self, case: Any, headers: dict[str, Any]) -> dict[str, Any]:
        signed = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        headers = {"Accept-Encoding": "identity", **headers, **signed}
        if "If-Match" in headers and self.chance.random() < 0.7:
            item = "/".join(case.formatted_path.split("/")[:5])  # what hangs on it wants the mark of the item itself
            headers["If-Match"] = self.known.marks.get((self.who, item), "*")
        return headers

    def _broken(self, document: dict[str, Any]) -> dict[str, Any]:
        """A good document, or one with a field taken away or changed."""
        if self.chance.random() < 0.8:
            name = self.chance.choice(sorted(document))
            document[name] = self.chance.choice([None, "", 0, -1, 10**30, [], {}, "\u202e", "\x00", "x" * 5000, True])
        return document

    def _judge(self, case: Any, answer: TestResponse, label: str) -> None:
        seen = (case.operation.label, answer.status_code, answer.headers.get("Content-Type", ""), answer.data)
        if seen in _judged:
            return
        try:
            case.validate_response(answer, checks=CHECKS)
        except BaseExceptionGroup as group:
            self.tally.wrong += [f"{label}: {one}" for one in group.exceptions]
            return
        if len(_judged) < 200_000:
            _judged.add(seen)
