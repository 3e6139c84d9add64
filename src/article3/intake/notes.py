"""What a person should look at in a communication that was read: mixed scripts, a passport that says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from article3.intake.countries import NAMES
from article3.intake.mrz import Mrz, read_mrz
from article3.intake.problems import Note
from article3.intake.texts import invisible_in, mixes_scripts
from article3.intake.transliteration import base_form, passport_form
from article3.terms.communication import UNKNOWN_BUREAU, Communication, IdentityDocument, Name, Person, Sex
from article3.terms.scripts import scripts_in


def notes(communication: Communication) -> tuple[Note, ...]:
    """All notes on one communication, computed from it alone, in the order of its fields."""
    return (*_on_the_source(communication), *_on_the_person(communication), *_on_the_texts(communication),
            *_on_what_was_kept(communication))


def _on_the_source(sent: Communication) -> Iterator[Note]:
    if sent.source == UNKNOWN_BUREAU and sent.extra:
        yield Note(pointer="/source", code="source_unknown", text="The paper does not say whose it is.")
    issuers = sorted({charge.country for charge in sent.charges if charge.country} - {sent.source})
    if issuers:
        yield Note(pointer="/charges", code="several_issuers",
                   text=f"Some charges stand on warrants of other countries than {sent.source}: {', '.join(issuers)}.")


def _on_the_person(sent: Communication) -> Iterator[Note]:
    person = sent.person
    if person is None:
        return
    yield from _on_the_names(person)
    for place, born in enumerate(person.birth_dates):
        if sent.made_on and born.earliest > sent.made_on:
            yield Note(pointer=f"/person/birth_dates/{place}", code="born_later",
                       text=f"The birth date {born.text} lies after the day the communication was made.")
    for place, document in enumerate(person.documents):
        if document.mrz:
            yield from _on_the_document(document, person, f"/person/documents/{place}")


def _on_the_names(person: Person) -> Iterator[Note]:
    for place, name in enumerate(person.names):
        if mixes_scripts(name.family) or mixes_scripts(name.given):
            scripts = ", ".join(sorted(scripts_in(f"{name.family} {name.given}")))
            yield Note(pointer=f"/person/names/{place}", code="mixed_scripts",
                       text=f"The name mixes letters of several scripts ({scripts}): some may only look alike.")
    if person.names and not any(name.latin_family or name.latin_given for name in person.names):
        yield Note(pointer="/person/names", code="no_latin_form", text=(
            "No Latin form can be computed from this script. State the spelling of the passport as a further name "
            "of kind 'transliterated'."))


def _on_the_document(document: IdentityDocument, person: Person, at: str) -> Iterator[Note]:
    zone = read_mrz(document.mrz)
    if zone.protection:
        yield Note(pointer=f"{at}/mrz", code="protection_sign", text=(
            f"The passport codes say that the holder is {zone.protection.replace('_', ' ')}: "
            "ask which state protects this person before anything is sent."))
    for what, code, zone_says, typed, agrees in _compared(zone, document, person):
        if not agrees:
            yield Note(pointer=at if code == "document" else f"/person/{code}", code=f"mrz_{what.replace(' ', '_')}",
                       text=f"The machine readable zone gives the {what} {zone_says}; the form says {typed}.")


def _compared(zone: Mrz, document: IdentityDocument, person: Person) -> Iterator[tuple[str, str, str, str, bool]]:
    """What both state: (what, where, the zone's value, the form's value, whether they agree)."""
    typed_number = "".join(mark for mark in document.number.upper() if mark.isalnum())
    yield "number", "document", zone.number, document.number, zone.number.replace("<", "") == typed_number
    if document.country and zone.issuing_country:
        yield ("issuing country", "document", NAMES[zone.issuing_country], NAMES[document.country],
               zone.issuing_country == document.country)
    if document.valid_until and zone.expiry:
        yield ("last day", "document", zone.expiry.text, document.valid_until.text,
               zone.expiry.may_equal(document.valid_until))
    if person.nationalities and zone.country:
        yield ("nationality", "nationalities", NAMES[zone.country],
               ", ".join(NAMES[code] for code in person.nationalities), zone.country in person.nationalities)
    if person.birth_dates and zone.birth_dates:
        yield ("birth date", "birth_dates", " or ".join(born.text for born in zone.birth_dates),
               ", ".join(born.text for born in person.birth_dates),
               any(one.may_equal(two) for one in zone.birth_dates for two in person.birth_dates))
    if person.sex not in (None, Sex.UNKNOWN) and zone.sex is not Sex.UNKNOWN:
        yield "sex", "sex", zone.sex, str(person.sex), zone.sex == person.sex
    if person.names:
        typed = "; ".join(f"{name.family}, {name.given}" for name in person.names)
        same = any(_same_name(zone, name) for name in person.names)
        yield "name", "names", f"{zone.family}, {zone.given}", typed, same


def _same_name(zone: Mrz, name: Name) -> bool:
    """True when a typed name may be written as the zone does: any allowed spelling, cut where the zone is cut."""
    return _same_part(zone.family, name.family, zone.cut) and _same_part(zone.given, name.given, zone.cut)


def _same_part(zone_says: str, typed: str, cut: bool) -> bool:
    forms = {form(typed).replace("<", " ") for form in (passport_form, base_form)}
    return zone_says in forms or (cut and any(form.startswith(zone_says) for form in forms))


def _on_the_texts(sent: Communication) -> Iterator[Note]:
    texts = {"/facts_summary": sent.facts_summary, "/text": sent.text}
    texts |= {f"/charges/{place}/text": charge.text for place, charge in enumerate(sent.charges)}
    for pointer, text in texts.items():
        if found := invisible_in(text):
            yield Note(pointer=pointer, code="invisible_character",
                       text=f"The text holds the invisible character {found}: a search may miss words that hold it.")


def _on_what_was_kept(sent: Communication) -> Iterator[Note]:
    unread = [name for name, _ in sent.extra if not name.startswith(("~", "_"))]
    if unread:
        yield Note(pointer="/extra", code="kept_unread",
                   text=f"Kept word for word, since our own fields do not hold it exactly: {', '.join(unread)}.")
