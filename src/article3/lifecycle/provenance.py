"""A decision as W3C PROV-JSON: who decided, what was used, what came of it, in a form other programs read.

References, opaque ids, rules, editions, digests and days only: no value of a fact, no text, nobody's name. What the
reader of the file may not read is not in the file handed in, and so not here.
Source: W3C PROV-DM (Recommendation of 30 April 2013) and the PROV-JSON member submission of 24 April 2013.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Decision, Review
from article3.terms.sitting import OfficerId

OURS, PREFIX = "urn:article3:", "article3"
Document = dict[str, dict[str, Any]]
"""By kind of record (entity, activity, agent, used ...) and then by id."""


def provenance(file: CaseFile) -> Document | None:
    """Every decision on the file that its reader may read, each a revision of the one before; None without one."""
    decided = [review for review in (*file.former_reviews, file.review) if review is not None and review.decision]
    if not decided:
        return None
    document: Document = {"prefix": {PREFIX: OURS}}
    subject = _id("communication", file.reference)
    _add(document, "entity", subject, {"prov:type": _type("Communication"), "article3:channel":
                                       file.communication.channel.value})  # fmt: skip
    _add(document, "agent", _id("bureau", file.source), {"prov:type": _name("prov:Organization")})
    _link(document, "wasAttributedTo", {"prov:entity": subject, "prov:agent": _id("bureau", file.source)})
    before: str | None = None
    for number, review in enumerate(decided, 1):
        before = _decision(document, file, review, number, before)
    return document


def _decision(document: Document, file: CaseFile, review: Review, number: int, before: str | None) -> str:
    decision = review.decision
    assert decision is not None
    made, act = _id("decision", file.reference, number), _id("examination", file.reference, number)
    _add(
        document,
        "activity",
        act,
        {
            "prov:startTime": _at(review.opened_at),
            "prov:endTime": _at(decision.at),
            "prov:type": _type("Examination"),
            "article3:occasion": review.occasion.value,
        },
    )
    _add(document, "entity", made, {
        "prov:type": _type("Decision"), "article3:resolution": decision.resolution.value,
        "article3:public_reason": decision.reasons.public.value,
        "article3:grounds": [each.value for each in decision.grounds]})  # fmt: skip
    _link(document, "wasGeneratedBy", {"prov:entity": made, "prov:activity": act, "prov:time": _at(decision.at)})
    subject = _id("communication", file.reference)
    _link(document, "used", {"prov:activity": act, "prov:entity": subject})
    _link(document, "wasDerivedFrom", {"prov:generatedEntity": made, "prov:usedEntity": subject})
    if before is not None:
        _link(document, "wasDerivedFrom", {"prov:generatedEntity": made, "prov:usedEntity": before,
                                           "prov:type": _name("prov:Revision")})  # fmt: skip
    _signatures(document, decision, made, act)
    for what, attributes in _rests_on(file, decision, number):
        _add(document, "entity", what, attributes)
        _link(document, "used", {"prov:activity": act, "prov:entity": what})
    return made


def _signatures(document: Document, decision: Decision, made: str, act: str) -> None:
    """Two people of different nationalities, each for the task force."""
    force = _id("seat", "secretariat")
    _add(document, "agent", force, {"prov:type": _name("prov:Organization")})
    for role, signature in zip(("first_reviewer", "second_reviewer"), decision.signatures, strict=True):
        who = _officer(signature.officer)
        _add(document, "agent", who, {"prov:type": _name("prov:Person"), "article3:nationality": signature.nationality})
        _link(document, "wasAssociatedWith", {"prov:activity": act, "prov:agent": who, "prov:role": _type(role)})
        _link(document, "actedOnBehalfOf", {"prov:delegate": who, "prov:responsible": force, "prov:activity": act})
        _link(document, "wasAttributedTo", {"prov:entity": made, "prov:agent": who})


def _rests_on(file: CaseFile, decision: Decision, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Findings, editions, facts and searches the decision was taken on, by name."""
    basis = decision.rests_on
    if basis is None:
        return
    for rule, outcome in basis.outcomes:
        yield (_id("finding", file.reference, number, rule),
               {"prov:type": _type("Finding"), "article3:rule": rule, "article3:outcome": outcome.value})  # fmt: skip
    for instrument, edition in basis.editions:
        yield (_id("edition", instrument, edition), {"prov:type": _type("Edition"), "article3:edition": edition})
    for kind, names in (("known", basis.facts), ("missing", basis.missing), ("established", basis.established)):
        for name in names:
            yield (_id("fact", file.reference, kind, name), {"prov:type": _type("Fact"), "article3:standing": kind})
    searched = {each.id: each for each in file.research}
    for search in basis.research:
        found = searched.get(search)
        more = {"article3:sha256": found.sha256, "article3:read_on": found.read_on.isoformat()} if found else {}
        yield (_id("search", search), {"prov:type": _type("Search"), **more})


def _add(document: Document, kind: str, record: str, attributes: dict[str, Any]) -> None:
    document.setdefault(kind, {})[record] = {name: value for name, value in attributes.items() if value != []}


def _link(document: Document, kind: str, parts: dict[str, Any]) -> None:
    links = document.setdefault(kind, {})
    links[f"_:{kind}{len(links) + 1}"] = parts


def _id(*parts: object) -> str:
    """A qualified name; signs that none may hold become underlines."""
    plain = ("".join(sign if sign.isalnum() or sign in "-._" else "_" for sign in str(part)) for part in parts)
    return f"{PREFIX}:{'/'.join(plain)}"


def _officer(officer: OfficerId) -> str:
    return _id("officer", officer)


def _type(word: str) -> dict[str, str]:
    return _name(f"{PREFIX}:{word}")


def _name(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _at(instant: datetime) -> str:
    return instant.isoformat()
