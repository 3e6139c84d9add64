"""What the applicant does with their own file after sending it; the receipt code is the only key."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _
from nacl.signing import SigningKey

from article3.commission.acts.hear_applicant import HearApplicant, hear_applicant
from article3.commission.letters.letter import Letter
from article3.commission.letters.of_request import language_of, letters_of
from article3.commission.letters.status import issue
from article3.commission.lifecycle.application import Application, Paper
from article3.commission.lifecycle.heard import Message, MessageKind
from article3.commission.lifecycle.own_file import OwnFile, may_have_status_letter, own_file
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.register import shelf
from article3.commission.register.papers import unsent
from article3.commission.register.router import COMMISSION
from article3.commission.wiring.front_desk import own_request, submit
from article3.intake.status_letter import SALT_BYTES
from article3.law.parameters import parameter
from article3.terms.clocks import day_of
from article3.terms.finding import Refused


@dataclass(frozen=True, slots=True)
class Own:
    """A request and what its applicant reads of it today."""

    request: CommissionRequest
    file: OwnFile
    may_have_status_letter: bool

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Everything the applicant sent, in the order it came."""
        return self.request.everything_sent


def send_unsent(code: str, said: Application) -> None:
    """An unsent request is sent and no longer unsent, or neither."""
    with transaction.atomic(using=COMMISSION):
        submit(said, unsent.contents(code), code=code)
        unsent.end(code)


def own(code: str, at: datetime | None = None) -> Own | None:
    """The applicant's own file; None for any text that is no code of a sent request."""
    found = own_request(code)
    if found is None:
        return None
    file = own_file(found, day_of(at or timezone.now()))
    return Own(found, file, may_have_status_letter(found, file))


def own_letters(mine: Own, grounds: dict[str, str], at: datetime | None = None) -> tuple[Letter, ...]:
    """Every letter of the request, the newest first."""
    return letters_of(mine.request, grounds, day_of(at or timezone.now()))


def own_paper(mine: Own, digest: str) -> tuple[str, bytes] | None:
    """A paper the applicant sent, to be downloaded again."""
    name = next((paper.name for paper in mine.papers if paper.digest == digest), None)
    return None if name is None else (name, shelf.Shelf().paper(digest))


def hear(mine: Own, kind: MessageKind, *, text: str = "", about: str = "", hidden: bool = False,
         papers: Sequence[Paper] = (), contents: Iterable[tuple[str, bytes]] = (), at: datetime | None = None
         ) -> None:  # fmt: skip
    """The applicant writes, answers, or reports. Raises Refused with a sentence for them."""
    at = at or timezone.now()
    message = Message(id=secrets.token_hex(8), at=at, kind=kind, text=text.strip(), about=about.strip(),
                      papers=tuple(papers), may_not_be_passed_on=hidden)
    order = HearApplicant(reference=mine.request.reference, message=message, papers=contents)
    with transaction.atomic(using=COMMISSION):
        try:
            hear_applicant(order, at=at, shelf=shelf.Shelf())
        except shelf.Changed:
            raise Refused(_("Something came in between. Send it once more.")) from None


def status_letter(mine: Own, at: datetime | None = None) -> Letter:
    """A fresh status letter. Raises Refused unless a deletion was ordered, told and carried out."""
    on = day_of(at or timezone.now())
    if not mine.may_have_status_letter:
        raise Refused(_("A status letter follows a deletion that was carried out."), "Statute 41")
    key = SigningKey(settings.KEY_FILE("status-letters"))
    return issue(mine.request.application.person.document_number, language=language_of(mine.request), on=on,
                 valid_days=int(parameter("commission.status_letter_days", on)), salt=secrets.token_bytes(SALT_BYTES),
                 sign=lambda said: bytes(key.sign(said).signature))
