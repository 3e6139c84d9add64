"""Which public sources may be asked: the operator's file, read strictly. Without the file nothing is asked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from article3.terms.finding import Refused

KINDS = ("feed", "hudoc", "reliefweb", "gdelt", "gkg", "page")
"""RSS or Atom; the Court's database; ReliefWeb v2; GDELT DOC 2.0; a GDELT GKG file; one web page."""
ASKED_WITH_WORDS = frozenset({"hudoc", "reliefweb", "gdelt"})
"""These are sent words; the others are read whole, and nobody learns what was looked for."""
LEAST_INTERVAL_S = {"gdelt": 5.0}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FIELDS = {"name", "kind", "address", "languages", "interval_s", "hosts", "internal", "appname", "documents"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source. `internal`: it may stand at an address that is not public, its own host and port only."""

    name: str
    kind: str
    address: str
    languages: tuple[str, ...] = ("en",)
    interval_s: float = 1.0
    hosts: tuple[str, ...] = ()  # further hosts its documents may be fetched from; ".example" for all under it
    internal: bool = False
    appname: str = ""  # ReliefWeb asks for an approved one
    documents: int = 20  # pages fetched for one question at most

    @property
    def host(self) -> str:
        """The host of its address."""
        return urlsplit(self.address).hostname or ""

    def allows(self, host: str) -> bool:
        """Whether a page of that host may be fetched for this source."""
        return host == self.host or any(
            host == each or (each.startswith(".") and host.endswith(each)) for each in self.hosts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The operator's file: the sources, how countries are called beside their usual names, and who says it asks."""

    sources: tuple[Source, ...] = ()
    country_names: dict[str, tuple[str, ...]]
    agent: str = "article3"


def read_sources(path: Path) -> Listed:
    """The sources of a file; none where there is no file. Raises Refused with what to mend."""
    if not path.exists():
        return Listed(country_names={})
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise Refused(f"{path.name} cannot be read: {wrong}") from wrong
    names = {str(code): tuple(map(str, listed)) for code, listed in told.get("country_names", {}).items()}
    sources = tuple(_source(entry) for entry in told.get("source", []))
    if len({source.name for source in sources}) != len(sources):
        raise Refused("Two sources have the same name: the log could not tell them apart.")
    return Listed(sources=sources, country_names=names, agent=str(told.get("agent", "article3")))


def _source(entry: dict[str, Any]) -> Source:
    name = str(entry.get("name", "")).strip()
    if not name:
        raise Refused("A source needs a name: it stands in the research log.")
    if unknown := set(entry) - _FIELDS:
        raise Refused(f"The source {name} has fields that mean nothing: {', '.join(sorted(unknown))}.")
    if entry.get("kind") not in KINDS:
        raise Refused(f"The kind of the source {name} is one of {', '.join(KINDS)}.")
    parts = urlsplit(str(entry.get("address", "")))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Refused(f"The source {name} needs an address that begins with https://.")
    languages = tuple(entry.get("languages", ("en",)))
    if not languages or not all(isinstance(code, str) and _LANGUAGE.fullmatch(code) for code in languages):
        raise Refused(f"The languages of the source {name} are codes such as en, fr, ar.")
    if entry["kind"] == "reliefweb" and not entry.get("appname"):
        raise Refused(f"The source {name} needs an appname that ReliefWeb has approved.")
    interval = max(float(entry.get("interval_s", 1.0)), LEAST_INTERVAL_S.get(entry["kind"], 0.0))
    interval = float(entry.get("interval_s", 1.0)) if entry.get("internal") else interval
    return Source(
        name=name,
        kind=entry["kind"],
        address=str(entry["address"]),
        languages=languages,
        interval_s=interval,
        hosts=tuple(map(str, entry.get("hosts", ()))),
        internal=bool(entry.get("internal", False)),
        appname=str(entry.get("appname", "")),
        documents=int(entry.get("documents", 20)),
    )
