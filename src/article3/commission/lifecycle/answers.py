"""The answers of the portal's pages, as typed, and the request they make. What cannot be read is kept and said."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from article3.commission.lifecycle.application import (
    Application,
    IdentityStatement,
    NewFact,
    Paper,
    Part,
    PersonConcerned,
    SpokenFor,
    Urgency,
    Wish,
)
from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.mends import Defect, Fault
from article3.commission.lifecycle.submission import defects
from article3.terms.facts_commission import SentBy, UrgencyGround, WorkingLanguage
from article3.terms.reasons import Ground

Answers = Mapping[str, str | Sequence[str]]
"""By field name: what was typed, or the boxes that were ticked."""
Code = TypeVar("Code", bound=StrEnum)
DAYS = {"born_on": Part.PERSON, "valid_until": Part.IDENTITY, "expected_on": Part.PURPOSE,
        "discovered_on": Part.PURPOSE}
"""The fields that hold a day."""
YES = "yes"


def application_from(answers: Answers, papers: Sequence[Paper] = ()) -> Application:
    """The request as it stands; an answer that cannot be read counts as not given."""
    person = PersonConcerned(family_name=_text(answers, "family_name"), given_names=_text(answers, "given_names"),
                             born_on=_day(answers, "born_on"), nationality=_text(answers, "nationality"),
                             document_number=_text(answers, "document_number"))
    identity = IdentityStatement(unredacted=_yes(answers, "unredacted"), valid_until=_day(answers, "valid_until"),
                                 shows_name_birth_photo=_yes(answers, "shows_name_birth_photo"))
    said = Application(wish=_code(answers, "wish", Wish), language=_code(answers, "language", WorkingLanguage),
                       sent_by=_code(answers, "sent_by", SentBy), person=person, identity=identity,
                       papers=tuple(papers), withheld=frozenset(_several(answers, "withheld")),
                       source_may_know=_yes(answers, "source_may_know"),
                       contact=_text(answers, "contact"), signed_as=_text(answers, "signed_as"))
    return replace(said, **_matter(answers))


def _matter(answers: Answers) -> dict[str, Any]:
    grounds = tuple(ground for ground in Ground if ground.value in _several(answers, "grounds"))
    return {
        "spoken_for": SpokenFor(name=_text(answers, "speaker"), mandate_signed=_yes(answers, "mandate_signed")),
        "purpose": _text(answers, "purpose"), "country": _text(answers, "country"),
        "urgency": Urgency(ground=_code(answers, "urgency", UrgencyGround), expected_on=_day(answers, "expected_on"),
                           where=_text(answers, "where")),
        "new_fact": NewFact(decision=_text(answers, "decision"), what=_text(answers, "new_fact"),
                            discovered_on=_day(answers, "discovered_on")),
        "summary": _text(answers, "summary"), "grounds": grounds}  # fmt: skip


def to_revise(said: Application, decision: str, learned: Sequence[Learned] = ()) -> dict[str, str]:
    """The answers a request for revision begins with: who is concerned, which decision, and the fact last told."""
    person, last = said.person, learned[-1] if learned else None
    found = {"wish": Wish.REVISION.value, "decision": decision, "family_name": person.family_name,
             "given_names": person.given_names, "nationality": person.nationality,
             "born_on": person.born_on.isoformat() if person.born_on else "",
             "document_number": person.document_number, "sent_by": said.sent_by.value if said.sent_by else "",
             "language": said.language.value if said.language else "", "new_fact": last.words if last else "",
             "discovered_on": last.told_on.isoformat() if last and last.told_on else ""}
    return {field: answer for field, answer in found.items() if answer}


def to_mend(answers: Answers, papers: Sequence[Paper], on: date) -> tuple[Defect, ...]:
    """Every defect of the request as it stands, with the days that cannot be read."""
    unread = [Defect(fault=Fault.DAY_UNREAD, part=part, found=_text(answers, field)[:30])
              for field, part in DAYS.items() if _text(answers, field).strip() and _day(answers, field) is None]
    pages = {defect.part for defect in unread}
    missing = {Fault.BIRTH_MISSING, Fault.DISCOVERY_MISSING}
    rest = [each for each in defects(application_from(answers, papers), on)
            if not (each.part in pages and each.fault in missing)]
    return tuple(sorted((*unread, *rest), key=lambda each: list(Part).index(each.part)))


def pages_for(answers: Answers) -> tuple[Part, ...]:
    """The pages this request needs, in order: nobody is asked for a mandate who speaks for themselves."""
    alone = _code(answers, "sent_by", SentBy) in (None, SentBy.PERSON, SentBy.SOMEBODY_ELSE)
    return tuple(part for part in Part if not (part is Part.MANDATE and alone))


def _text(answers: Answers, name: str) -> str:
    found = answers.get(name, "")
    return found.strip() if isinstance(found, str) else ""


def _several(answers: Answers, name: str) -> list[str]:
    found = answers.get(name, ())
    return [found] if isinstance(found, str) else list(found)


def _yes(answers: Answers, name: str) -> bool:
    return _text(answers, name) == YES


def _code(answers: Answers, name: str, codes: type[Code]) -> Code | None:
    found = _text(answers, name)
    return next((code for code in codes if code.value == found), None)


def _day(answers: Answers, name: str) -> date | None:
    """A day written 2026-01-31, in any script's digits; None when it is none."""
    typed = "".join(str(unicodedata.decimal(sign)) if unicodedata.decimal(sign, None) is not None else sign
                    for sign in _text(answers, name)[:20])
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
