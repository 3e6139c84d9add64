"""The form of every communication: each record's fields, what they may hold, and their plain names.

One table for reading, writing, the published JSON Schema and the documentation. A field added to
`terms.communication` gets its line here, or is named as computed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from article3.intake import attachments
from article3.intake.kinds import Country, Day, NameText, Spelt, Text, WhenKnown, Whole, Word, YesNo, word_of
from article3.intake.mrz import protection_of
from article3.intake.mrz_kind import Zone
from article3.intake.problems import Problem
from article3.intake.records import Field, Kept, Many, Record
from article3.intake.transliteration import latin_form
from article3.terms import communication as terms
from article3.terms.entity import Entity
from article3.terms.scripts import main_script

LINE = Text(500, lines=False)
NAMED = Text(500, lines=False, least=1)
TEXT = Text()
MONTHS = Whole(0, 120_000, "months")
LANGUAGE = Spelt("[a-z]{2,3}", "an ISO 639 language code, such as fr or fra", "Write two or three small letters.")

NAME_KINDS = ("primary", "alias", "birth", "former", "transliterated")
DOCUMENT_KINDS = (
    "passport", "identity_card", "residence_permit", "driving_licence", "visa", "laissez_passer",
    "refugee_travel_document", "stateless_travel_document", "seafarer_book", "birth_certificate", "other",
)  # fmt: skip
ROLE_KINDS = (
    "head_of_state", "former_head_of_state", "politician", "official", "former_official", "candidate", "party_member",
    "political_opponent", "judge", "prosecutor", "lawyer", "police_officer", "soldier", "diplomat",
    "journalist", "writer", "blogger", "academic", "artist", "activist", "human_rights_defender", "trade_unionist",
    "cleric", "religious_minority", "ethnic_minority", "refugee", "asylum_seeker", "businessperson",
    "former_employee_of_opponent", "family_member_of_opponent", "member_of_armed_group", "private_person", "other",
)  # fmt: skip
PAPER_KINDS = ("arrest_warrant", "judgment", "indictment", "court_order", "summons", "other")
DECLARATIONS = ("quality", "conditions", "interest", "conformity", "authority", "extradition", "recourse")
EYES = ("black", "blue", "light_blue", "brown", "dark_brown", "hazel", "light_brown", "green", "grey",
        "other", "other_dark", "other_light")  # fmt: skip
HAIR = ("black", "brown", "fair_brown", "blonde", "red", "auburn", "grey", "greying", "white", "bald", "dyed", "other")


def _finish_name(found: dict[str, Any]) -> None:
    family, given = found.get("family", ""), found.get("given", "")
    found["script"] = main_script(family + given)
    found["latin_family"], found["latin_given"] = latin_form(family), latin_form(given)


def _finish_document(found: dict[str, Any]) -> None:
    if zone := found.get("mrz"):
        found["protection"] = protection_of(zone)


NAME = Record("name", terms.Name, (
    Field("family", NameText(), "family name; as the papers write it, in its own script"),
    Field("given", NameText(), "given names; as the papers write them"),
    Field("kind", Word(NAME_KINDS), "kind of name"),
), _finish_name, ("script", "latin_family", "latin_given"))  # fmt: skip

IDENTITY_DOCUMENT = Record("identity document", terms.IdentityDocument, (
    Field("kind", Word(DOCUMENT_KINDS), "kind of document", required=True),
    Field("number", Text(60, lines=False, least=1), "number of the document", required=True),
    Field("country", Country(), "country that issued it"),
    Field("valid_until", WhenKnown(), "last day it is valid"),
    Field("mrz", Zone(), "machine readable zone; line by line"),
), _finish_document, ("protection",))  # fmt: skip

ROLE = Record("role", terms.Role, (
    Field("kind", Word(ROLE_KINDS), "kind of role", required=True),
    Field("description", LINE, "the role in words"),
    Field("since", WhenKnown(), "when the role began"),
    Field("until", WhenKnown(), "when the role ended"),
))  # fmt: skip

PERSON = Record("person", terms.Person, (
    Field("names", Many(NAME, 50), "names; the main one first"),
    Field("sex", word_of(terms.Sex), "sex; as the papers state it"),
    Field("birth_dates", Many(WhenKnown(), 20, unique=True), "dates of birth; all that are claimed"),
    Field("birth_place", LINE, "place of birth"),
    Field("birth_country", Country(), "country of birth"),
    Field("nationalities", Many(Country(), 20, unique=True), "nationalities"),
    Field("documents", Many(IDENTITY_DOCUMENT, 50), "passports and other identity documents"),
    Field("description", TEXT, "description of the person"),
    Field("distinguishing_marks", TEXT, "distinguishing marks"),
    Field("parents", Many(NameText(least=1), 10), "names of the parents"),
    Field("roles", Many(ROLE, 50), "public or private roles"),
    Field("languages", Many(LANGUAGE, 30, unique=True), "languages spoken"),
    Field("height_cm", Whole(20, 280, "centimetres"), "height"),
    Field("weight_kg", Whole(1, 650, "kilograms"), "weight"),
    Field("eye_colours", Many(Word(EYES), 5, unique=True), "colour of the eyes"),
    Field("hair_colours", Many(Word(HAIR), 5, unique=True), "colour of the hair"),
    Field("photograph", Word(("good", "poor", "")), "photograph; its quality, empty: none"),
    Field("fingerprints", YesNo(), "whether fingerprints are held"),
    Field("dna_profile", YesNo(), "whether a DNA profile is held"),
    Field("status", word_of(terms.PersonStatus), "status of the person in the case"),
    Field("minor", YesNo(), "whether the person is a minor"),
))  # fmt: skip

ENTITY = Record("entity", Entity, (
    Field("original_name", LINE, "the name in its own script"),
    Field("aliases", Many(NAMED, 100), "aliases"),
    Field("former_names", Many(NAMED, 100), "former names"),
    Field("addresses", Many(NAMED, 100), "addresses"),
    Field("legal_form", LINE, "legal form"),
    Field("registration_number", LINE, "number in a register"),
    Field("chamber_of_commerce", LINE, "chamber of commerce that keeps the register"),
    Field("administrators", Many(NAMED, 50), "administrators"),
))  # fmt: skip

PERSONAL_ACT = Record("personal act", terms.PersonalAct, (
    Field("who", LINE, "who acted"),
    Field("what", TEXT, "what this person did"),
    Field("when", WhenKnown(), "when it was done"),
    Field("where", LINE, "where it was done"),
    Field("how", TEXT, "how it was done"),
    Field("link", TEXT, "what links this act to the charge"),
))  # fmt: skip

CHARGE = Record("charge", terms.Charge, (
    Field("text", Text(least=1), "text of the charge; as the warrant words it", required=True),
    Field("translation", TEXT, "the charge in a working language"),
    Field("country", Country(), "country of the warrant; when it is not the source"),
    Field("acts", Many(PERSONAL_ACT, 100), "the person's own acts"),
    Field("law_reference", LINE, "law and article that make it an offence"),
    Field("law_wording", TEXT, "wording of that law"),
    Field("penalty_max_months", MONTHS, "longest penalty the law allows"),
    Field("penalty_worse", Word(("life", "death", "")), "life imprisonment or death penalty"),
    Field("sentence_months", MONTHS, "sentence imposed"),
    Field("remaining_months", MONTHS, "part of the sentence left to serve"),
    Field("time_bar", Day(), "day after which it can no longer be prosecuted or enforced"),
))  # fmt: skip

JUDICIAL_PAPER = Record("judicial paper", terms.JudicialPaper, (
    Field("kind", Word(PAPER_KINDS), "kind of judicial paper", required=True),
    Field("court", LINE, "court or authority that issued it"),
    Field("issuer_type", word_of(terms.IssuerType), "what kind of authority issued it"),
    Field("date", WhenKnown(), "date of the paper"),
    Field("number", Text(120, lines=False), "number of the paper"),
    Field("valid_until", WhenKnown(), "last day it is valid"),
    Field("in_absentia", YesNo(), "whether it was given in the person's absence"),
    Field("copy", Text(attachments.NAME_CHARACTERS, lines=False), "name of the attachment that holds the copy"),
))  # fmt: skip

DECLARATION = Record("declaration", terms.Declaration, (
    Field("what", Word(DECLARATIONS), "what is declared", required=True),
    Field("officer", NameText(least=1), "officer who signs", required=True),
    Field("on", Day(), "day of signature", required=True),
    Field("detail", TEXT, "further words"),
))  # fmt: skip

ATTACHMENT = Record("attachment", terms.Attachment, (
    Field("name", attachments.FileName(), "file name", required=True),
    Field("media_type", Spelt("[a-z]+/[a-z0-9][a-z0-9.+-]{0,80}", "a media type, such as application/pdf",
                              "Write type/subtype in small letters."), "kind of file; a hint only", required=True),
    Field("size_bytes", Whole(1, attachments.LARGEST_BYTES, "bytes"), "size of the file", required=True),
    Field("sha256", Spelt("[0-9a-f]{64}", "the SHA-256 of the file in 64 small hexadecimal digits",
                          "Compute it from the file's bytes."), "fingerprint of the file", required=True),
    Field("level", word_of(terms.Level), "confidentiality; left out: confidential"),
))  # fmt: skip

COMMUNICATION = Record("communication", terms.Communication, (
    Field("channel", word_of(terms.Channel), "channel", required=True),
    Field("source", Country(), "bureau that sends it", required=True),
    Field("source_reference", Text(120, lines=False), "the source's own number for it"),
    Field("colour", word_of(terms.Colour), "colour; only and always for a notice request"),
    Field("aim", word_of(terms.Aim), "aim; what a diffusion asks for, only and always there"),
    Field("purpose", word_of(terms.Purpose), "purpose; RPD 10(2)"),
    Field("person", PERSON, "person concerned"),
    Field("entity", ENTITY, "organization or ship that is listed; its name is the subject line"),
    Field("wanted_for", word_of(terms.WantedFor), "sought for prosecution or to serve a sentence"),
    Field("seeks_extradition", YesNo(), "whether extradition will be asked for"),
    Field("extradition_authority", LINE, "authority that will ask for extradition"),
    Field("charges", Many(CHARGE, 100), "charges"),
    Field("facts_summary", TEXT, "summary of the facts"),
    Field("papers", Many(JUDICIAL_PAPER, 50), "judicial papers; warrants, judgments and equal decisions"),
    Field("legal_basis", TEXT, "national law that allows the sending"),
    Field("collecting_authority", LINE, "authority that collected the data"),
    Field("interest", TEXT, "interest; why it matters to international police cooperation"),
    Field("cross_border_link", TEXT, "what crosses a border"),
    Field("reason_for_diffusion", TEXT, "why a diffusion and not a notice"),
    Field("declarations", Many(DECLARATION, 30), "signed declarations of the source"),
    Field("recipients", Many(Country(), 250, unique=True), "recipients; none named is nobody"),
    Field("denied", Many(Country(), 250, unique=True), "bureaus kept out"),
    Field("handling", Many(Text(100, lines=False, least=1), 20, unique=True), "handling codes"),
    Field("level", word_of(terms.Level), "confidentiality; left out: confidential, the strictest"),
    Field("language", LANGUAGE, "language it is written in"),
    Field("retention_months", Whole(1, 120, "months"), "how long the source asks to keep it"),
    Field("public_extract_consent", YesNo(), "whether an extract may be shown to the public"),
    Field("subject", LINE, "subject line"),
    Field("text", TEXT, "text of a message"),
    Field("un_reference", Text(60, lines=False), "reference of the United Nations list"),
    Field("agreement", LINE, "agreement a special notice rests on"),
    Field("event_date", WhenKnown(), "date of the event"),
    Field("event_place", LINE, "place of the event"),
    Field("made_on", Day(), "day the source made it"),
    Field("attachments", Many(ATTACHMENT, attachments.MOST), "files that go with it"),
    Field("extra", Kept(), "fields of a foreign format, kept and never trusted"),
), computed=("reference",))  # fmt: skip

RECORDS = (NAME, IDENTITY_DOCUMENT, ROLE, PERSON, ENTITY, PERSONAL_ACT, CHARGE, JUDICIAL_PAPER, DECLARATION,
           ATTACHMENT, COMMUNICATION)  # fmt: skip
"""Every record of the form, the parts before the whole."""


def named(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems with the plain name of the field each is about."""
    return tuple(replace(problem, field=plain_name(problem.pointer)) for problem in problems)


def plain_name(pointer: str) -> str:
    """`/person/names/0/family` in words: "person, name 1, family name"."""
    kind: Any = COMMUNICATION
    words: list[str] = []
    for each in pointer.split("/")[1:]:
        if isinstance(kind, Many) and each.isdigit():
            kind = kind.kind
            counted = kind.title if isinstance(kind, Record) else f"{words[-1]}, entry"
            words[-1] = f"{counted} {int(each) + 1}"
            continue
        entry = next((one for one in getattr(kind, "fields", ()) if one.name == each), None)
        if entry is None:
            return ", ".join([*words, "unknown field"])
        kind = entry.kind
        words.append(entry.says.partition(";")[0])
    return ", ".join(words) or "the document"
