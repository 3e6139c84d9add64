"""The peer that is measured beside ours where it is installed: nomenklatura, the matching core of OpenSanctions."""

from __future__ import annotations

import importlib
from typing import Any

from article3.screening.likeness import Particulars
from article3.terms.finding import Refused

THRESHOLD = 0.7
"""The peer's own default."""


INSTALL = ("install it beside, `.venv/bin/uv pip install --python .venv/bin/python --target peers --require-hashes -r"
           " requirements/peers.txt` (a compiler and ICU's headers are needed, docs/screening.md), and ask again with"
           " PYTHONPATH=peers.")
"""What to do where the peer is missing."""


def comparer(algorithm: str) -> tuple[Any, str]:
    """The comparison of an algorithm as a function, and the version of the library. Refused when not installed."""
    try:
        matching = importlib.import_module("nomenklatura.matching")
    except ImportError as missing:
        raise Refused(f"The peer cannot be read here ({missing}). It is no part of article3: {INSTALL}") from missing
    method = matching.get_algorithm(algorithm)
    if method is None:
        raise Refused(f"nomenklatura has no algorithm {algorithm}.")
    config = matching.ScoringConfig.defaults()
    version = importlib.import_module("importlib.metadata").version("nomenklatura")
    return (lambda one, other: float(method.compare(one, other, config).score)), version


def entity(key: str, person: Particulars, mode: str) -> Any:
    """A person as the peer reads one; `mode` name leaves dates and countries out."""
    properties: dict[str, list[str]] = {"name": list(person.names)}
    if mode == "entity":
        properties["birthDate"] = [_day(born) for born in person.born]
        properties["country"] = sorted(person.countries)
    proxy = importlib.import_module("followthemoney").EntityProxy
    return proxy.from_dict({"id": key, "schema": "Person", "properties": properties})


def _day(born: int) -> str:
    text = f"{born // 10_000:04}-{born // 100 % 100:02}-{born % 100:02}"
    return text.split("-00")[0]
