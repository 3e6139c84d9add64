"""Documents made at random from the form itself, good ones and spoilt ones; and one good document to start from."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from hypothesis import strategies as st

from article3.intake import kinds
from article3.intake.attachments import FileName
from article3.intake.countries import CODES, INVENTED
from article3.intake.form import COMMUNICATION
from article3.intake.mrz_kind import Zone
from article3.intake.records import Kept, Many, Record
from article3.terms.communication import Reference

REFERENCE = Reference("0" * 32)

GOOD: dict[str, Any] = {
    "channel": "notice_request",
    "source": "XA",
    "colour": "red",
    "purpose": "wanted",
    "person": {
        "names": [{"family": "Tilke", "given": "Rovan"}],
        "sex": "M",
        "birth_dates": ["1980-01-02"],
        "nationalities": ["XB"],
        "documents": [{"kind": "passport", "number": "X1", "country": "XB"}],
        "roles": [{"kind": "politician", "since": "2001", "until": "2009"}],
    },
    "charges": [
        {
            "text": "Murder",
            "penalty_max_months": 240,
            "sentence_months": 120,
            "remaining_months": 60,
            "acts": [{"who": "Rovan Tilke", "what": "shot a man", "when": "2024-03-04", "where": "Velm"}],
        }
    ],
    "papers": [{"kind": "arrest_warrant", "court": "Velm", "date": "2024-03-06", "number": "K-1", "copy": "w.pdf"}],
    "declarations": [{"what": "quality", "officer": "Ina Brandt", "on": "2026-01-10"}],
    "recipients": ["XB"],
    "denied": ["XC"],
    "level": "restricted",
    "made_on": "2026-01-10",
    "attachments": [{"name": "w.pdf", "media_type": "application/pdf", "size_bytes": 9, "sha256": "a" * 64}],
}
ZONE = "P<UTOTILKE<<ROVAN<<<<<<<<<<<<<<<<<<<<<<<<<<<\nX123456785UTO8001025M3001019<<<<<<<<<<<<<<02"


def good(**changes: Any) -> dict[str, Any]:
    """The good document, its top fields changed; `...` takes a field away."""
    document = copy.deepcopy(GOOD) | changes
    return {name: value for name, value in document.items() if value is not ...}


def at(path: str, value: Any) -> dict[str, Any]:
    """The good document with one value put at a path such as `person.names.0.family`; `...` takes it away."""
    document = copy.deepcopy(GOOD)
    inner: Any = document
    *steps, last = path.split(".")
    for step in steps:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    if value is ...:
        del inner[last]
    elif isinstance(inner, list):
        inner[int(last)] = value
    else:
        inner[last] = value
    return document


LETTERS = st.text(st.sampled_from("abcXYZ 'éßñøŁ-.<=@{}&ЖцЇ王محمدΩ\u200e0189"), max_size=12)
DATES = st.sampled_from(
    [
        "1980-05-17",
        "1980-05",
        "1980",
        "198X",
        "19XX",
        "1980?",
        "1980-05~",
        "1980-05-XX",
        "2001-21",
        "1980/1982",
        "../1980",
        "1980/..",
        "/1980",
        "1980-XX-XX",
    ]
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)


def values(kind: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values a kind accepts."""
    match kind:
        case kinds.Text(least=least):
            return LETTERS.filter(lambda text: len(text) >= least)
        case kinds.NameText(least=least):
            return LETTERS.filter(lambda text: "\u200e" not in text and len(" ".join(text.split())) >= max(least, 1))
        case kinds.Word(words=words):
            return st.sampled_from(words)
        case kinds.Whole(least=least, most=most):
            return st.integers(least, most)
        case kinds.YesNo():
            return st.booleans()
        case kinds.Country():
            return st.sampled_from(sorted(INVENTED) + sorted(CODES)[:20])
        case kinds.Day():
            return DAYS
        case kinds.WhenKnown():
            return DATES
        case kinds.Spelt(pattern=pattern):
            return st.from_regex(rf"\A(?:{pattern})\Z", alphabet=st.characters(max_codepoint=127))
        case Zone():
            return st.sampled_from(["", ZONE])
        case FileName():
            return st.from_regex(r"\A[a-z][a-z0-9 -]{0,20}\.(?:pdf|jpg)\Z", alphabet=st.characters(max_codepoint=127))
        case Kept():
            return st.dictionaries(LETTERS, LETTERS, max_size=3)
        case Many(kind=inner, unique=unique):
            return st.lists(values(inner, depth + 1), max_size=3, unique=unique)
        case Record():
            return record(kind, depth + 1)
    raise AssertionError(f"no strategy for {kind!r}")


def record(kind: Record, depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Objects of a record of the form, any optional fields left out."""
    needed = {each.name: values(each.kind, depth) for each in kind.fields if each.required}
    other = {each.name: values(each.kind, depth) for each in kind.fields if not each.required}
    return st.fixed_dictionaries(needed, optional=other)


@st.composite
def communications(draw: st.DrawFn) -> dict[str, Any]:
    """Documents that intake accepts: made from the form, then brought to fit together."""
    document = draw(record(COMMUNICATION))
    channel = document["channel"]
    for owner, name, word in (("notice_request", "colour", "red"), ("diffusion", "aim", "arrest")):
        if channel == owner:
            document.setdefault(name, word)
        else:
            document.pop(name, None)
    if channel == "message":
        document["text"] = document.get("text") or "text"
    if channel == "document_entry":
        document.setdefault("person", {}).setdefault("documents", [])
        document["person"]["documents"] = document["person"]["documents"] or [{"kind": "passport", "number": "XA12345"}]
    document["denied"] = [each for each in document.get("denied", []) if each not in document.get("recipients", [])]
    document["attachments"] = _apart(document.get("attachments", []))
    _make_sense(document)
    return document


def _apart(files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each | {"name": f"{place} {each['name']}"} for place, each in enumerate(files)]


def _make_sense(document: dict[str, Any]) -> None:
    for paper in document.get("papers", []):
        paper.pop("copy", None)
        paper.pop("valid_until", None)
    for charge in document.get("charges", []):
        charge.pop("remaining_months", None)
    for name in document.get("person", {}).get("names", []):
        name["family"] = "A" + name.get("family", "")
    for role in document.get("person", {}).get("roles", []):
        role.pop("until", None)


STRANGE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**6),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda n: n % 1 != 0),
    st.text(max_size=8),
    st.builds(list),
    st.builds(dict),
    st.builds(lambda: {"x": 1}),
    st.builds(lambda: ["XA", "XA"]),
    st.just("x" * 501),
    st.just("XA\n"),
    st.just("1980-02-30"),
    st.just("a\u202eb"),
    st.just("a\x00b"),
)


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """A good document with one to three values replaced, added or taken away anywhere."""
    document = draw(communications())
    for _ in range(draw(st.integers(1, 3))):
        _spoil(draw, document)
    return document


def _spoil(draw: st.DrawFn, inner: Any) -> None:
    while True:
        keys: list[Any] = list(inner) if isinstance(inner, dict) else list(range(len(inner)))
        if not keys or draw(st.integers(0, 9)) == 0:
            if isinstance(inner, dict):
                inner[draw(st.sampled_from(["id", "owner", "colour", "text", "aim", "level"]))] = draw(STRANGE)
            else:
                inner.append(draw(STRANGE))
            return
        key = draw(st.sampled_from(keys))
        if not isinstance(inner[key], dict | list) or draw(st.integers(0, 3)) == 0:
            if isinstance(inner, dict) and draw(st.booleans()):
                del inner[key]
            else:
                inner[key] = draw(STRANGE)
            return
        inner = inner[key]
