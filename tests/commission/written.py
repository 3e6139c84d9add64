"""A submission without a defect, to be changed by the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from article3.commission.lifecycle.application import (
    Application,
    IdentityStatement,
    Paper,
    PaperRole,
    PersonConcerned,
    SpokenFor,
    Wish,
)
from article3.commission.lifecycle.file_checks import paper
from article3.terms.facts_commission import SentBy, WorkingLanguage

ON = date(2026, 11, 24)
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(1, 251)) * 160 + b"\xff\xd9"
PASSPORT = paper("passport.jpg", JPEG, PaperRole.IDENTITY)


def said(**changes: Any) -> Application:
    """A request for deletion that the person sends."""
    whole = Application(
        wish=Wish.DELETION, language=WorkingLanguage.ENGLISH, sent_by=SentBy.PERSON,
        person=PersonConcerned(family_name="Karimova", given_names="Leyla", born_on=date(1984, 6, 12),
                               nationality="QM", document_number="QM448210"),
        identity=IdentityStatement(unredacted=True, shows_name_birth_photo=True, valid_until=date(2030, 1, 1)),
        spoken_for=SpokenFor(), purpose="Delete the notice that country XA asked for.", country="XA",
        summary="I wrote about the government, and the charge came a month after that.", papers=(PASSPORT,),
        signed_as="Leyla Karimova")
    return replace(whole, **changes)


def with_paper(role: PaperRole) -> tuple[Paper, ...]:
    """The passport and one paper more."""
    return (PASSPORT, paper("paper.jpg", JPEG + role.value.encode() + b"\xff\xd9", role))
