"""What stands in the way of a request, each defect with its mend (Statute 29, 30, 42). Said before it is sent.

None of these stops a sender: they say what the Commission will find. Only files that cannot be kept are refused, and
that is `file_checks.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from article3.commission.lifecycle.application import Application, PaperRole, Part, Wish
from article3.commission.lifecycle.languages import looks_like_a_working_language
from article3.commission.lifecycle.learned import revision_until
from article3.commission.lifecycle.mends import Defect, Fault
from article3.intake.texts import NAME_CHARACTERS, TEXT_CHARACTERS, control_in, control_in_name
from article3.law.parameters import parameter
from article3.terms.facts_commission import SentBy, UrgencyGround, WorkingLanguage

PURPOSE_CHARACTERS = 2_000
OLDEST_YEARS = 130
FEWEST_LETTERS, FEWEST_WORDS = 12, 3
"""A sentence with less does not say what shall be done."""
NEEDS_REASONS = frozenset({Wish.DELETION, Wish.CORRECTION, Wish.URGENT_BLOCK})
_NO_NAME = re.compile(r"[<>{}\[\]\\|;=@#$%^*_~\"/:?!0-9]")


def defects(application: Application, on: date) -> tuple[Defect, ...]:
    """Everything to mend, in the order of the pages; empty when nothing stands in the way."""
    checks = (_wish, _sender, _person, _identity, _speaker, _purpose, _urgency, _revision, _reasons, _annexes,
              _withheld, _signature)
    return tuple(found for check in checks for found in check(application, on))


def obstacles(application: Application, on: date) -> tuple[Defect, ...]:
    """The defects that would make the request inadmissible; hints left out."""
    return tuple(found for found in defects(application, on) if not found.is_hint)


def _wish(said: Application, on: date) -> Iterator[Defect]:
    if said.wish is None:
        yield Defect(fault=Fault.WISH_MISSING, part=Part.WISH, rule="CCF-30-3")
    if said.language is None:
        yield Defect(fault=Fault.LANGUAGE_MISSING, part=Part.WISH, rule="CCF-30-3")
    elif said.language is WorkingLanguage.OTHER:
        yield Defect(fault=Fault.LANGUAGE_WRONG, part=Part.WISH, rule="CCF-30-3")


def _sender(said: Application, on: date) -> Iterator[Defect]:
    if said.sent_by is None:
        yield Defect(fault=Fault.SENDER_MISSING, part=Part.SENDER, rule="CCF-29")
    elif said.sent_by is SentBy.SOMEBODY_ELSE:
        yield Defect(fault=Fault.SENDER_NOT_ENTITLED, part=Part.SENDER, rule="CCF-29")


def _person(said: Application, on: date) -> Iterator[Defect]:
    person, rule = said.person, "CCF-30-1"
    if not person.family_name.strip():
        yield Defect(fault=Fault.NAME_MISSING, part=Part.PERSON, rule=rule)
    for name in (person.family_name, person.given_names):
        yield from _of_name(name, Part.PERSON, entity=said.sent_by is SentBy.ENTITY)
    for line in (person.nationality, person.document_number):
        yield from _of_text(line, Part.PERSON, NAME_CHARACTERS)
    if said.sent_by is SentBy.ENTITY:
        return
    if person.born_on is None:
        yield Defect(fault=Fault.BIRTH_MISSING, part=Part.PERSON, rule=rule)
    elif not on.year - OLDEST_YEARS <= person.born_on.year or person.born_on >= on:
        yield Defect(fault=Fault.BIRTH_IMPOSSIBLE, part=Part.PERSON, rule=rule, found=person.born_on.isoformat())


def _identity(said: Application, on: date) -> Iterator[Defect]:
    seen, rule = said.identity, "CCF-30-1"
    if not said.papers_of(PaperRole.IDENTITY):
        yield Defect(fault=Fault.IDENTITY_MISSING, part=Part.IDENTITY, rule=rule)
        return
    if not seen.unredacted:
        yield Defect(fault=Fault.IDENTITY_REDACTED, part=Part.IDENTITY, rule=rule)
    if not seen.shows_name_birth_photo:
        yield Defect(fault=Fault.IDENTITY_INCOMPLETE, part=Part.IDENTITY, rule=rule)
    if seen.valid_until is not None and seen.valid_until < on:
        yield Defect(fault=Fault.IDENTITY_EXPIRED, part=Part.IDENTITY, rule=rule, found=seen.valid_until.isoformat())


def _speaker(said: Application, on: date) -> Iterator[Defect]:
    if said.sent_by in (None, SentBy.PERSON, SentBy.SOMEBODY_ELSE):
        return
    if not said.spoken_for.name.strip():
        yield Defect(fault=Fault.SPEAKER_MISSING, part=Part.MANDATE, rule="CCF-30-2")
    yield from _of_name(said.spoken_for.name, Part.MANDATE, entity=True)
    if said.sent_by is SentBy.REPRESENTATIVE:
        if not said.papers_of(PaperRole.MANDATE):
            yield Defect(fault=Fault.MANDATE_MISSING, part=Part.MANDATE, rule="CCF-30-2")
        elif not said.spoken_for.mandate_signed:
            yield Defect(fault=Fault.MANDATE_UNSIGNED, part=Part.MANDATE, rule="CCF-30-2")
    elif not said.papers_of(PaperRole.STANDING):
        yield Defect(fault=Fault.STANDING_MISSING, part=Part.MANDATE, rule="CCF-30-4")


def _purpose(said: Application, on: date) -> Iterator[Defect]:
    text = said.purpose.strip()
    if not text:
        yield Defect(fault=Fault.PURPOSE_MISSING, part=Part.PURPOSE, rule="CCF-30-3")
    elif sum(map(str.isalpha, text)) < FEWEST_LETTERS or len(text.split()) < FEWEST_WORDS:
        yield Defect(fault=Fault.PURPOSE_UNCLEAR, part=Part.PURPOSE, rule="CCF-30-3")
    yield from _of_text(text, Part.PURPOSE, PURPOSE_CHARACTERS)
    yield from _of_text(said.country, Part.PURPOSE, NAME_CHARACTERS)
    if text and not looks_like_a_working_language(text):
        yield Defect(fault=Fault.LANGUAGE_WRONG, part=Part.PURPOSE, rule="CCF-30-3")


def _urgency(said: Application, on: date) -> Iterator[Defect]:
    if said.wish is Wish.URGENT_BLOCK and said.urgency.ground in (None, UrgencyGround.NONE):
        yield Defect(fault=Fault.URGENCY_MISSING, part=Part.PURPOSE, rule="CCF-37")
    yield from _of_text(said.urgency.where, Part.PURPOSE, NAME_CHARACTERS)


def _revision(said: Application, on: date) -> Iterator[Defect]:
    if said.wish is not Wish.REVISION:
        return
    fact = said.new_fact
    if not fact.decision.strip():
        yield Defect(fault=Fault.DECISION_MISSING, part=Part.PURPOSE, rule="CCF-42-1")
    if not fact.what.strip():
        yield Defect(fault=Fault.NEW_FACT_MISSING, part=Part.PURPOSE, rule="CCF-42-1")
    yield from _of_text(fact.what, Part.PURPOSE, TEXT_CHARACTERS)
    if fact.discovered_on is None:
        yield Defect(fault=Fault.DISCOVERY_MISSING, part=Part.PURPOSE, rule="CCF-42-2")
    elif fact.discovered_on > on:
        yield Defect(fault=Fault.DISCOVERY_IMPOSSIBLE, part=Part.PURPOSE, rule="CCF-42-2",
                     found=fact.discovered_on.isoformat())
    elif on > (last := revision_until(fact.discovered_on)):
        yield Defect(fault=Fault.REVISION_TOO_LATE, part=Part.PURPOSE, rule="CCF-42-2", found=last.isoformat())




def _reasons(said: Application, on: date) -> Iterator[Defect]:
    text, most = said.summary.strip(), parameter("commission.summary_characters", on)
    if not text and said.wish in NEEDS_REASONS:
        yield Defect(fault=Fault.SUMMARY_MISSING, part=Part.REASONS, rule="CCF-30-3")
    if len(text) > most:
        yield Defect(fault=Fault.SUMMARY_TOO_LONG, part=Part.REASONS, rule="CCF-30-3", count=str(len(text)),
                     most=str(most))
    yield from _of_text(text, Part.REASONS, None)
    if text and not looks_like_a_working_language(text):
        yield Defect(fault=Fault.LANGUAGE_WRONG, part=Part.REASONS, rule="CCF-30-3")


def _annexes(said: Application, on: date) -> Iterator[Defect]:
    count, most = len(said.papers_of(PaperRole.ANNEX)), parameter("commission.appendices_count", on)
    if count > most:
        yield Defect(fault=Fault.TOO_MANY_ANNEXES, part=Part.ANNEXES, rule="CCF-30-3", count=str(count),
                     most=str(most))


def _withheld(said: Application, on: date) -> Iterator[Defect]:
    could = markable(said)
    if could and set(could) <= said.withheld:
        yield Defect(fault=Fault.ALL_WITHHELD, part=Part.WITHHELD, rule="CCF-35-5")


def markable(said: Application) -> tuple[str, ...]:
    """The parts and digests an applicant can mark as not to be passed on, as far as they hold anything."""
    parts = {Part.PURPOSE.value: said.purpose, Part.REASONS.value: said.summary, Part.CONTACT.value: said.contact}
    return (*(part for part, text in parts.items() if text.strip()), *(paper.digest for paper in said.papers))


def _signature(said: Application, on: date) -> Iterator[Defect]:
    yield from _of_text(said.contact, Part.CONTACT, PURPOSE_CHARACTERS)
    if not said.signed_as.strip():
        yield Defect(fault=Fault.SIGNATURE_MISSING, part=Part.SIGNATURE, rule="CCF-30-3")
    yield from _of_name(said.signed_as, Part.SIGNATURE, entity=True)


def _of_name(name: str, part: Part, *, entity: bool) -> Iterator[Defect]:
    """An entity's name and a signature may hold digits and signs, never what hides or marks up."""
    hidden = control_in_name(name)
    sign = re.search(r"[<>{}\\|]", name) if entity else _NO_NAME.search(name)
    if hidden or sign:
        yield Defect(fault=Fault.NAME_NOT_PLAIN, part=part, found=hidden or (sign[0] if sign else ""))
    if len(name) > NAME_CHARACTERS:
        yield Defect(fault=Fault.NAME_TOO_LONG, part=part, count=str(len(name)), most=str(NAME_CHARACTERS))


def _of_text(text: str, part: Part, most: int | None) -> Iterator[Defect]:
    hidden = control_in(text)
    if hidden:
        yield Defect(fault=Fault.CONTROL_CHARACTER, part=part, found=hidden)
    if most is not None and len(text) > most:
        yield Defect(fault=Fault.TEXT_TOO_LONG, part=part, count=str(len(text)), most=str(most))
