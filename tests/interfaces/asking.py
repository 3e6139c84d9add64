"""Thousands of requests by every role: good ones, broken ones, and ones about things that are there.

`python -m tests.interfaces.asking --requests 20000` builds an invented installation in a folder of its own, asks, and
prints how many requests were made, how many were answered with a fault of ours, and how long the slowest took.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable
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

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
A_ROUND = 2
"""Requests of each kind by each role in one round."""
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


@schemathesis.serializer("application/article3")
def _signed_bytes(context: Any, value: Any) -> bytes:
    """The doors between installations take bytes."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


@dataclass
class Tally:
    """What came of it."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    slowest_s: float = 0.0
    slowest: str = ""
    most_work_s: float = 0.0  # of the processor: what a busy machine does not blur
    wrong: list[str] = field(default_factory=list)


@dataclass
class Known:
    """Things that are there, so that requests reach them: references, a good document."""

    references: list[str]
    document: dict[str, Any]
    entities: list[str] = field(default_factory=lambda: ["2099-1"])


def interface(app: Any) -> Any:
    """The description as the application serves it."""
    return openapi.from_wsgi("/api/v1/openapi.json", app, config=SchemathesisConfig.discover())


def ask_everything(schema: Any, keys: dict[str, str], known: Known, each: int, first_seed: int = 1, *, part: int = 1
                   ) -> Tally:  # fmt: skip
    """Every operation, by every role (by key; empty: nobody), in `each` good and broken requests a piece.

    `part`: a role asks one in so many operations only, each role others.
    """
    tally = Tally()
    for place, found in enumerate(schema.get_all_operations()):
        operation = found.ok()
        for mode in MODES:
            if mode is MODES[1] and not (operation.body or operation.query or operation.path_parameters):
                continue  # nothing that could be broken
            cases = operation.as_strategy(generation_mode=mode)
            for number, (who, key) in enumerate(keys.items()):
                if (place + number) % part == 0:
                    _ask(cases, Asker(who, key, known, tally, first_seed + number), each)
    return tally


@dataclass
class Asker:
    """One role's requests: dressed with its key, every other one about something that is there."""

    who: str
    key: str
    known: Known
    tally: Tally
    chance_seed: int

    def __post_init__(self) -> None:
        self.chance = random.Random(self.chance_seed)

    def dress(self, case: Any) -> None:
        """Make a request of this role's."""
        signed = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        case.headers = {"Accept-Encoding": "identity", **(case.headers or {}), **signed}
        if self.chance.random() < 0.6:
            for name, there in (("reference", self.known.references), ("entity", self.known.entities)):
                if case.path_parameters and name in case.path_parameters:
                    case.path_parameters[name] = self.chance.choice(there)
        if case.operation.path == "/api/v1/items" and case.method == "POST" and self.chance.random() < 0.5:
            case.body = self.broken(dict(self.known.document))
        if "If-Match" in case.headers and self.chance.random() < 0.3:
            case.headers["If-Match"] = "*"

    def broken(self, document: dict[str, Any]) -> dict[str, Any]:
        """A good document, or one with a field taken away or changed."""
        if self.chance.random() < 0.8:
            name = self.chance.choice(sorted(document))
            document[name] = self.chance.choice([None, "", 0, -1, 10**30, [], {}, "\u202e", "\x00", "x" * 5000, True])
        return document

    def send(self, case: Any) -> None:
        """One request, counted, timed and judged by the description."""
        self.dress(case)
        began, worked = time.perf_counter(), time.process_time()
        response = case.call()
        took, work = time.perf_counter() - began, time.process_time() - worked
        tally, label = self.tally, f"{case.method} {case.operation.path}"
        tally.requests += 1
        tally.most_work_s = max(tally.most_work_s, work)
        tally.statuses[response.status_code] += 1
        if took > tally.slowest_s:
            tally.slowest_s, tally.slowest = took, f"{label} as {self.who or 'nobody'}"
        try:
            case.validate_response(response, checks=CHECKS)
        except BaseExceptionGroup as group:
            tally.wrong += [f"{label} as {self.who or 'nobody'}: {one}" for one in group.exceptions]


def _ask(cases: Any, asker: Asker, most: int) -> None:
    @seed(asker.chance_seed)
    @settings(max_examples=most, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=cases)
    def asked(case: Any) -> None:
        asker.send(case)

    asked()


def main(words: Iterable[str] | None = None) -> int:
    """Build, ask, tell. 0 when no answer was a fault of ours, none beside the description, none above two seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(list(words) if words is not None else None)
    from tests.interfaces.installation import stand_up

    app, keys, known = stand_up()
    schema = interface(app)
    began, tally, round_ = time.monotonic(), Tally(), 0
    while tally.requests < chosen.requests:
        found = ask_everything(schema, keys, known, A_ROUND, chosen.seed + 100 * round_)
        tally = _together(tally, found)
        round_ += 1
        print(f"{tally.requests} requests, {time.monotonic() - began:.0f} s, slowest {tally.slowest_s:.2f} s, "
              f"{len(tally.wrong)} wrong", flush=True)  # fmt: skip
    faults = sum(count for status, count in tally.statuses.items() if status >= 500 and status != 503)
    told = {"requests": tally.requests, "roles": len(keys), "faults_of_ours": faults,
            "beside_the_description": len(tally.wrong), "slowest_s": round(tally.slowest_s, 3),
            "slowest": tally.slowest, "most_work_s": round(tally.most_work_s, 3),
            "statuses": dict(sorted(tally.statuses.items())), "took_s": round(time.monotonic() - began)}  # fmt: skip
    print(json.dumps(told, indent=1))
    for line in dict.fromkeys(tally.wrong):
        print(line[:600])
    return 1 if faults or tally.wrong or tally.slowest_s > 2 else 0


def _together(one: Tally, other: Tally) -> Tally:
    slower = max((one, other), key=lambda tally: tally.slowest_s)
    return Tally(requests=one.requests + other.requests, statuses=one.statuses + other.statuses,
                 slowest_s=slower.slowest_s, slowest=slower.slowest,
                 most_work_s=max(one.most_work_s, other.most_work_s), wrong=[*one.wrong, *other.wrong])  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
