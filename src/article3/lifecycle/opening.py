"""Who may open what bureaus write to each other: nobody, unless its owner consents or a compliance case is open: it is
held at the gateway, or a bureau that it reached disputes it.

The Secretariat carries a free message as a processor (RPD 22(6)). Every opening is an act with a reason of its own;
consent once given holds until the owner takes it back by answering anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.consent import Consent, Opening, OpeningBasis
from article3.lifecycle.events import Event
from article3.lifecycle.gateway import held
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.possible import made, worded
from article3.lifecycle.states import State
from article3.terms.clocks import day_of
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

RULE = "RPD 22(6)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked(Event):
    """The owner of a message was asked whether it may be opened."""

    consent: Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswered(Event):
    """The owner said whether its message may be opened."""

    given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageOpened(Event):
    """An officer of the Secretariat opened a message."""

    opening: Opening


def ask_consent(file: CaseFile, because: str, *, at: datetime, sitting: Sitting) -> ConsentAsked:
    """The owner is asked, with a reason it reads; one question at a time."""
    _require_message(file)
    require_impartial(file, sitting)
    if any(consent.given is None for consent in file.consents):
        raise Refused("Its owner was asked already and has not answered.", RULE)
    asked = Consent(because=worded(because, "The reason for asking"), asked_on=day_of(at), asked_by=sitting.officer)
    return ConsentAsked(**made(file, at, sitting), consent=asked)


def answer_consent(file: CaseFile, given: bool, *, at: datetime, sitting: Sitting) -> ConsentAnswered:
    """The owner answers, or answers anew: a consent taken back opens nothing any more."""
    _require_message(file)
    if not file.consents:
        raise Refused("Nobody asked to open this message.", RULE)
    return ConsentAnswered(**made(file, at, sitting), given=given)


def open_message(file: CaseFile, because: str, *, at: datetime, sitting: Sitting, disputed: bool = False
                 ) -> MessageOpened:  # fmt: skip
    """Opened on the owner's consent, or by the reviewer of the open case: held, or `disputed` and not answered."""
    _require_message(file)
    require_impartial(file, sitting)
    opening = Opening(at=at, by=sitting.officer, basis=_basis(file, sitting, disputed),
                      because=worded(because, "The reason for opening"))
    return MessageOpened(**made(file, at, sitting), opening=opening)


def _basis(file: CaseFile, sitting: Sitting, disputed: bool) -> OpeningBasis:
    if (held(file) or disputed) and file.review is not None and file.review.reviewer == sitting.officer:
        return OpeningBasis.CASE
    if file.consents and file.consents[-1].given:
        return OpeningBasis.CONSENT
    raise Refused("A message between bureaus is opened only when its owner consents, or by the reviewer of an open "
                  "compliance case it is held or disputed in.", RULE)


def _require_message(file: CaseFile) -> None:
    if file.state is not State.SENT:
        raise Refused("This is no message between bureaus.", RULE)


def asked(file: CaseFile, event: ConsentAsked) -> CaseFile:
    """The file after its owner was asked."""
    return replace(file, consents=(*file.consents, event.consent))


def answered(file: CaseFile, event: ConsentAnswered) -> CaseFile:
    """The file after its owner answered."""
    *former, last = file.consents
    told = replace(last, given=event.given, answered_on=day_of(event.at), answered_by=event.by)
    return replace(file, consents=(*former, told))


def opened(file: CaseFile, event: MessageOpened) -> CaseFile:
    """The file after it was opened: the opening stays on record."""
    return replace(file, openings=(*file.openings, event.opening))
