"""Answers of the screening service: entities of public extracts, scored with their reasons in sentences."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from article3 import wiring
from article3.intake.follow_the_money import write_entities
from article3.sites.page.spoken import spoken
from article3.sites.screening.asked import DATASETS, THRESHOLD, Terms

TITLE = "Public extracts of international police notices"
ALGORITHM = {
    "name": "article3",
    "description": "Names in every script by how they sound, dates by the calendar, countries as evidence of their own;"
                   " each score with its reasons. No score decides: a person judges.",
    "features": {"likeness": {"description": "How alike the papers are, in sentences.", "coefficient": 1.0,
                              "url": "/public/"}},
    "docs": {"likeness": {"description": "How alike the papers are, in sentences.", "coefficient": 1.0,
                          "url": "/public/"}},
}  # fmt: skip


def entity(extract: wiring.PublicExtract, *, nested: bool) -> dict[str, Any]:
    """Whom an extract is about; `nested` lays the sanctions inside."""
    person, *sanctions = write_entities(extract.public)
    whole = _dressed(person, extract)
    if nested and sanctions:
        whole["properties"] = whole["properties"] | {"sanctions": [_dressed(each, extract) for each in sanctions]}
    return whole


def sanctions(extract: wiring.PublicExtract) -> list[dict[str, Any]]:
    """The sanctions of whom an extract is about."""
    return [_dressed(each, extract) for each in write_entities(extract.public)[1:]]


def scored(candidate: wiring.Candidate, terms: Terms) -> dict[str, Any]:
    """A candidate with its score, whether it reaches the threshold, and why."""
    score = round(candidate.score, 4)
    said = {"score": score, "detail": "; ".join(map(spoken, candidate.because)), "query": None, "candidate": None}
    return entity(candidate.extract, nested=False) | {
        "score": score, "match": score >= terms.threshold, "explanations": {"likeness": said},
        "reasons": [spoken(each) for each in candidate.because]}  # fmt: skip


def catalogue() -> dict[str, Any]:
    """The one dataset there is, of today's edition."""
    today = timezone.now().strftime("%Y%m%d")
    about = {"title": TITLE, "load": True, "children": [], "version": today, "index_version": today,
             "index_current": True}  # fmt: skip
    return {"datasets": [{"name": DATASETS[0], **about}], "current": [DATASETS[0]], "outdated": [],
            "index_stale": False}  # fmt: skip


def algorithms() -> dict[str, Any]:
    """The one algorithm there is."""
    return {"algorithms": [ALGORITHM], "default": "article3", "best": "article3", "threshold": THRESHOLD}


def _dressed(line: dict[str, Any], extract: wiring.PublicExtract) -> dict[str, Any]:
    seen = f"{timezone.now():%Y-%m-%d}T00:00:00"
    caption = (extract.latin_names or extract.names or ("",))[0] if line["schema"] != "Sanction" else "Sanction"
    return {"id": line["id"], "caption": caption, "schema": line["schema"], "properties": line["properties"],
            "datasets": [DATASETS[0]], "referents": [], "target": line["schema"] != "Sanction", "first_seen": seen,
            "last_seen": seen, "last_change": seen}  # fmt: skip
