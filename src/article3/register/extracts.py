"""What the public reads: the extracts of one day, drawn up once a day, each under an id of that day only.

A new day brings fresh ids in a fresh order. What was removed says so once, to who holds the edition before, and says
nothing of why (abuse case A23). A notice that may no longer be shown is gone from the edition in the same moment.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import msgspec
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from article3.access.words import Standing
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import IN_FORCE
from article3.register.columns import read_by_members
from article3.register.files import open_document
from article3.register.models import Edition, Extract, File
from article3.terms.communication import (
    BureauCode,
    Channel,
    Charge,
    Colour,
    Communication,
    CountryCode,
    Level,
    Name,
    Person,
    Reference,
)
from article3.terms.entity import Entity
from article3.terms.reasons import CaveatKind

KEPT_DAYS = 14
"""How long an edition's step from the one before can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicExtract:
    """The part of a notice its source agreed to show everybody; `id` is `YYYY/N`, random, of one edition only."""

    id: str
    public: Communication

    @property
    def colour(self) -> Colour:
        """The kind of notice."""
        assert self.public.colour is not None
        return self.public.colour

    @property
    def source(self) -> BureauCode:
        """Whose notice it is."""
        return self.public.source

    @property
    def person(self) -> Person:
        """Whom it is about; nothing stated of an organization or ship."""
        return self.public.person or Person()

    @property
    def entity(self) -> Entity | None:
        """The organization or ship it is about, where it is about no person."""
        return None if self.public.person else self.public.entity or Entity()

    @property
    def names(self) -> tuple[str, ...]:
        """Names as the papers write them."""
        if self.entity is not None:
            return (self.public.subject, *self.entity.names)
        return tuple(f"{name.family} {name.given}".strip() for name in self.person.names)

    @property
    def latin_names(self) -> tuple[str, ...]:
        """The same in Latin letters; of an organization or ship those the list gives."""
        if self.entity is not None:
            return (self.public.subject, *self.entity.aliases, *self.entity.former_names)
        return tuple(f"{name.latin_family} {name.latin_given}".strip() for name in self.person.names)

    @property
    def birth_dates(self) -> tuple[str, ...]:
        """Days, months or years of birth."""
        return tuple(str(day) for day in self.person.birth_dates)

    @property
    def nationalities(self) -> tuple[CountryCode, ...]:
        """All that are stated."""
        return self.person.nationalities

    @property
    def charges(self) -> tuple[str, ...]:
        """What the person is sought for, in the source's words."""
        return tuple(charge.text for charge in self.public.charges)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """From one edition to the next: what left, what stayed under which new id, what came. Ids of extracts."""

    since: str
    removed: tuple[str, ...]
    continued: dict[str, str]
    added: tuple[str, ...]


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Communication).decode
_step = msgspec.json.Decoder(Step).decode


def edition(on: date) -> tuple[PublicExtract, ...]:
    """The extracts of that day that may still be shown, in the order of their ids; drawn up when first asked for."""
    return tuple(extract_of(row) for row in shown(on).order_by("id").iterator(chunk_size=500))


def edition_mark(on: date) -> str:
    """Random, of this drawing of the day's edition: who holds something made of it knows by it whether it still is."""
    drawn_up(on)
    return Edition.objects.values_list("mark", flat=True).get(day=on)


def shown(on: date) -> QuerySet[Extract]:
    """The rows of the day's edition whose notice is still in force, agreed to and not examined anew."""
    drawn_up(on)
    return Extract.objects.filter(day=on, file__standing=Standing.IN_FORCE.value, file__extract_agreed=True,
                                  file__level=Level.OFFICIAL_USE.value)  # fmt: skip


def extract_of(row: Extract) -> PublicExtract:
    """The record of a row."""
    return PublicExtract(id=row.id, public=_decode(bytes(row.body)))


def step_after(since: date, on: date) -> tuple[date, Step] | None:
    """How the edition of `since` became the next one; None when there is none later or it is no longer kept."""
    drawn_up(on)
    found = Edition.objects.filter(day__gt=since).order_by("day").first()
    if found is None or (step := _step(bytes(found.body))).since != since.isoformat():
        return None
    return found.day, step


def successor(entity_id: str, on: date) -> str | None:
    """The id in today's edition of an extract once known by another; None when it was removed or never was."""
    drawn_up(on)
    now = entity_id
    for row in Edition.objects.filter(day__lte=on).order_by("day").iterator():
        now = _step(bytes(row.body)).continued.get(now, now)
    return now if now != entity_id and shown(on).filter(id=now).exists() else None


def came_since(since: date, on: date) -> frozenset[str] | None:
    """Today's ids of what came into an edition after that day; None where the editions since are no longer kept."""
    drawn_up(on)
    new: set[str] = set()
    for place, row in enumerate(Edition.objects.filter(day__gt=since, day__lte=on).order_by("day")):
        step = _step(bytes(row.body))
        if not place and step.since > since.isoformat():
            return None
        new = {step.continued[known] for known in new if known in step.continued} | set(step.added)
    return frozenset(new)


def drawn_up(on: date) -> None:
    """Draw the day's edition up if nobody has. An edition of a later day is never replaced by an earlier one."""
    if Edition.objects.filter(day__gte=on).exists():
        return
    try:
        with transaction.atomic():
            last = Edition.objects.order_by("-day").first()
            edition = Edition.objects.create(day=on, mark=secrets.token_hex(8), body=b"")
            edition.body = _encode(_draw(on, last.day if last else None))
            edition.save(update_fields=["body"])
            Edition.objects.filter(day__lt=on - timedelta(days=KEPT_DAYS)).delete()
    except IntegrityError:  # somebody else asked in the same moment: theirs is the edition
        return


def _draw(on: date, last: date | None) -> Step:
    before = dict(Extract.objects.filter(day=last).values_list("file_id", "id"))
    Extract.objects.all().delete()
    drawn = sorted(filter(None, (_row(file, on) for file in _agreed(on))), key=lambda row: row.id)
    rows = iter(drawn)
    while batch := list(islice(rows, 500)):
        Extract.objects.bulk_create(batch)
    now = {row.file_id: row.id for row in drawn}
    return Step(
        since=last.isoformat() if last else "",
        removed=tuple(sorted(old for file, old in before.items() if file not in now)),
        continued={old: now[file] for file, old in sorted(before.items(), key=lambda pair: pair[1]) if file in now},
        added=tuple(sorted(new for file, new in now.items() if file not in before)),
    )


def _agreed(on: date) -> list[CaseFile]:
    """Notices in force before the day began, of the lowest level, with their source's consent."""
    midnight = datetime.combine(on, time(), UTC)
    rows = File.objects.filter(
        standing=Standing.IN_FORCE.value, channel=Channel.NOTICE_REQUEST.value, level=Level.OFFICIAL_USE.value,
        extract_agreed=True, reached_at__lt=midnight,
    )  # fmt: skip
    return [open_document(row.body) for row in rows.only("body").iterator(chunk_size=500)]


def _row(file: CaseFile, on: date) -> Extract | None:
    """None for a notice about nobody and for one that is being examined anew."""
    text = read_by_members(file)
    if text is None or not _about_somebody(text) or text.colour is None or file.state not in IN_FORCE:
        return None
    if any(caveat.kind is CaveatKind.UNDER_EXAMINATION for caveat in file.caveats_on(on)):
        return None
    public = public_part(text, f"{on.year}/{secrets.randbelow(9 * 10**14) + 10**14}")
    return Extract(id=public.source_reference, day=on, file_id=file.reference, body=_encode(public),
                   **columns_of(public, on))  # fmt: skip


def _about_somebody(text: Communication) -> bool:
    """A person; or an organization or ship, which only the Security Council's list names (RPD 95)."""
    return text.person is not None or (text.colour is Colour.UN_SPECIAL and bool(text.subject))


def public_part(text: Communication, entity_id: str) -> Communication:
    """What of a notice the public may read: whom it is about and the charges; no reference, paper or attachment."""
    plain = text.person and replace(text.person, documents=(), description="", parents=(), roles=(), photograph="",
                                    fingerprints=False, dna_profile=False, status=None, minor=None)  # fmt: skip
    about_event, listed = text.colour is Colour.YELLOW, text.colour is Colour.UN_SPECIAL
    return Communication(
        reference=Reference(""), channel=text.channel, source=text.source, source_reference=entity_id,
        colour=text.colour, purpose=text.purpose, person=plain, un_reference=text.un_reference,
        charges=tuple(Charge(text=c.text, translation=c.translation, country=c.country) for c in text.charges),
        facts_summary=text.facts_summary if listed else "", made_on=text.made_on if listed else None,
        subject="" if plain else text.subject, entity=None if plain else text.entity,
        event_date=text.event_date if about_event else None, event_place=text.event_place if about_event else "",
    )  # fmt: skip


def columns_of(public: Communication, on: date) -> dict[str, object]:
    """What an extract is searched by. Ages are whole years on the day of the edition."""
    person, name = public.person or Person(), latin_name(public)
    countries = {charge.country or public.source for charge in public.charges}
    words = [part for each in person.names for part in (each.family, each.given, each.latin_family, each.latin_given)]
    words += [person.birth_place, *(charge.text for charge in public.charges), public.subject]
    words += public.entity.names if public.entity else ()
    youngest = max((day.latest for day in person.birth_dates), default=None)
    oldest = min((day.earliest for day in person.birth_dates), default=None)
    return {
        "colour": (public.colour or Colour.RED).value, "family": name[0].lower(), "given": name[1].lower(),
        "text": " ".join(filter(None, words)).lower(), "sex": (person.sex or "U"),
        "nationalities": _spaced(person.nationalities), "warrants": _spaced(sorted(countries)),
        "un_reference": public.un_reference.lower(), "person": public.person is not None,
        "age_low": youngest and _years(youngest, on), "age_high": oldest and _years(oldest, on),
    }  # fmt: skip


def latin_name(public: Communication) -> tuple[str, str]:
    """Family and given name in Latin letters, as readers of public notices expect them; of no person the name."""
    if public.person is None:
        return public.subject, ""
    name = public.person.names[0] if public.person.names else Name()
    return name.latin_family or name.family, name.latin_given or name.given


def _spaced(codes: tuple[str, ...] | list[str]) -> str:
    return f" {' '.join(codes)} " if codes else ""


def _years(born: date, on: date) -> int:
    """Whole years; an open date may lie at the end of the calendar."""
    return max(0, on.year - born.year - ((on.month, on.day) < (born.month, born.day)))
