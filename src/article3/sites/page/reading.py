"""A communication set out for reading: titled sections of labelled lines, the same on every seat's pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from article3.sites.page import words
from article3.sites.page.name_compare import latin
from article3.terms.communication import (
    Charge,
    Communication,
    IdentityDocument,
    JudicialPaper,
    Name,
    Person,
    PersonalAct,
)
from article3.terms.entity import Entity

Line = tuple[str | Promise, SafeString]


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under one title; `key` names the part of the form they come from."""

    key: str
    title: str
    lines: tuple[Line, ...]


def sections(sent: Communication) -> tuple[Section, ...]:
    """Every part of a communication that says something, in the order of the form."""
    parts = [Section("instrument", _("Instrument"), tuple(_instrument(sent)))]
    if sent.person is not None:
        parts.append(Section("person", _("Person"), tuple(_person(sent.person))))
    if sent.entity is not None:
        parts.append(Section("entity", _("Organization or ship"), tuple(_entity(sent.entity))))
    parts += [Section("charges", _("Charge %(n)s") % {"n": place}, tuple(_charge(charge)))
              for place, charge in enumerate(sent.charges, 1)]
    parts += [Section("papers", _("Judicial paper %(n)s") % {"n": place}, tuple(_paper(paper)))
              for place, paper in enumerate(sent.papers, 1)]
    parts.append(Section("basis", _("Purpose and handling"), tuple(_basis(sent))))
    parts.append(Section("declarations", _("Declarations"), tuple(_declarations(sent))))
    return tuple(part for part in parts if part.lines)


def _instrument(sent: Communication) -> Iterator[Line]:
    yield from _words((_("Channel"), sent.channel, "channel"), (_("Colour"), sent.colour, "colour"),
                      (_("Aim"), sent.aim, "aim"), (_("Purpose"), sent.purpose, "purpose"),
                      (_("Wanted"), sent.wanted_for, "wanted_for"))
    yield from _texts((_("From"), _("Bureau %(code)s") % {"code": sent.source}), (_("Subject"), sent.subject),
                      (_("Text"), sent.text))
    yield from _listed(_("To"), sent.recipients)


def _person(person: Person) -> Iterator[Line]:
    for name in person.names:
        yield _name_label(name), _name(name)
    yield from _listed(_("Born"), tuple(str(day) for day in person.birth_dates))
    yield from _texts((_("Place of birth"), person.birth_place), (_("Country of birth"), person.birth_country))
    yield from _listed(_("Nationality"), person.nationalities)
    yield from _words((_("Sex"), person.sex, "sex"), (_("Status in the case"), person.status, "person_status"))
    for document in person.documents:
        yield words.word(document.kind, "document"), _document(document)
    for role in person.roles:
        yield words.word(role.kind, "person_role"), _joined(role.description, _span(role.since, role.until))
    yield from _texts((_("Description"), person.description), (_("Marks"), person.distinguishing_marks))
    yield from _listed(_("Parents"), person.parents)
    yield from _listed(_("Languages"), person.languages)
    yield from _texts((_("Height"), person.height_cm and f"{person.height_cm} cm"))


def _entity(entity: Entity) -> Iterator[Line]:
    yield from _texts((_("Name in its own script"), entity.original_name))
    for label, texts in ((_("Also known as"), entity.aliases), (_("Formerly known as"), entity.former_names),
                         (_("Address"), entity.addresses), (_("Administrator"), entity.administrators)):
        yield from _texts(*((label, text) for text in texts))
    yield from _texts((_("Legal form"), entity.legal_form), (_("Number in a register"), entity.registration_number),
                      (_("Chamber of commerce"), entity.chamber_of_commerce))


def _charge(charge: Charge) -> Iterator[Line]:
    yield from _texts((_("Charge"), charge.text), (_("Translation"), charge.translation))
    for act in charge.acts:
        yield _("What this person did"), _act(act)
    yield from _texts((_("Law"), charge.law_reference), (_("Wording of the law"), charge.law_wording),
                      (_("Highest penalty"), _months(charge.penalty_max_months)),
                      (_("Sentence"), _months(charge.sentence_months)),
                      (_("Left to serve"), _months(charge.remaining_months)), (_("Time bar"), charge.time_bar))
    yield from _words((_("Penalty may be"), charge.penalty_worse, "penalty_worse"))


def _paper(paper: JudicialPaper) -> Iterator[Line]:
    yield from _words((_("Kind"), paper.kind, "paper"), (_("Issued by"), paper.issuer_type, "issuer"))
    yield from _texts((_("Court or authority"), paper.court), (_("Number"), paper.number), (_("Date"), paper.date),
                      (_("Valid until"), paper.valid_until), (_("Copy"), paper.copy))
    if paper.in_absentia is not None:
        yield _("In the person's absence"), _escaped(_("yes") if paper.in_absentia else _("no"))


def _basis(sent: Communication) -> Iterator[Line]:
    extradition = {True: _("yes"), False: _("no"), None: ""}[sent.seeks_extradition]
    yield from _texts((_("Facts"), sent.facts_summary), (_("Legal basis"), sent.legal_basis),
                      (_("Authority that collected the data"), sent.collecting_authority),
                      (_("Interest for police co-operation"), sent.interest),
                      (_("Link to other countries"), sent.cross_border_link),
                      (_("Extradition is sought"), extradition),
                      (_("Authority for extradition"), sent.extradition_authority),
                      (_("Why a diffusion"), sent.reason_for_diffusion), (_("UN reference"), sent.un_reference),
                      (_("Agreement"), sent.agreement), (_("Date of the event"), sent.event_date),
                      (_("Place of the event"), sent.event_place))
    yield from _listed(_("Handling"), sent.handling)
    yield from _words((_("Confidentiality"), sent.level, "level"))
    yield from _texts((_("Keep for"), _months(sent.retention_months)), (_("Language"), sent.language))
    for paper in sent.attachments:
        yield _("Attachment"), _joined(paper.name, f"{max(1, paper.size_bytes // 1024)} kB", paper.media_type)


def _declarations(sent: Communication) -> Iterator[Line]:
    for said in sent.declarations:
        yield words.word(said.what, "declaration"), _joined(said.officer, date_format(said.on), said.detail)


def _words(*rows: tuple[str, object, str]) -> Iterator[Line]:
    return ((label, _escaped(words.word(code, table))) for label, code, table in rows if code)


def _texts(*rows: tuple[str, object]) -> Iterator[Line]:
    return ((label, format_html("<bdi>{}</bdi>", _plain(value))) for label, value in rows if value)


def _listed(label: str, values: tuple[str, ...]) -> Iterator[Line]:
    if values:
        yield label, format_html_join(", ", "<bdi>{}</bdi>", ((value,) for value in values))


def _plain(value: object) -> str:
    return date_format(value) if isinstance(value, date) else str(value)


def _escaped(value: object) -> SafeString:
    return conditional_escape(value)


def _joined(*parts: object) -> SafeString:
    return format_html_join(" · ", "<bdi>{}</bdi>", ((_plain(part),) for part in parts if part))


def _name_label(name: Name) -> str:
    return str(words.word(name.kind, "name"))


def _name(name: Name) -> SafeString:
    own = f"{name.family} {name.given}".strip()
    if latin(name).casefold() == own.casefold():
        return format_html("<strong><bdi>{}</bdi></strong>", own)
    return format_html('<strong><bdi>{}</bdi></strong> <span class="soft">{}: <bdi dir="ltr">{}</bdi></span>', own,
                       _("Latin form"), latin(name))


def _document(document: IdentityDocument) -> SafeString:
    until = _("valid until %(day)s") % {"day": document.valid_until} if document.valid_until else ""
    return _joined(document.number, document.country, until)


def _act(act: PersonalAct) -> SafeString:
    return _joined(act.who, act.what, act.when, act.where, act.how, act.link)


def _span(since: object, until: object) -> str:
    return f"{since or '…'} – {until or '…'}" if since or until else ""


def _months(count: int | None) -> str:
    return "" if count is None else ngettext("%(n)s month", "%(n)s months", count) % {"n": count}
