"""An invented installation in a folder of its own, with something in it: for requests by the thousand."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from tests.interfaces.requests import Known

OTHER_SEATS = {"duty": ("desk:XB", "duty_officer"), "border": ("front:XB", "front_line"),
               "commission": ("commission", "commission_member")}  # fmt: skip


def stand_up() -> tuple[Any, dict[str, str], Known]:
    """The application, a key for every role, and what is there."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    os.environ.setdefault("ARTICLE3_API_PER_MINUTE", "10000000")
    import django

    django.setup()
    from django.core.management import call_command

    for database in ("default", "commission"):
        call_command("migrate", database=database, verbosity=0)
    call_command("createcachetable", verbosity=0)
    keys, known = furnish()
    from article3.project.wsgi import application

    return application, keys, known


def furnish() -> tuple[dict[str, str], Known]:
    """Seat everybody, give each a key, let one request through every stage, keep public notices."""
    from datetime import date

    from django.utils import timezone

    from article3 import wiring
    from article3.intake.reading import write_communication
    from article3.officers import roll
    from article3.terms.communication import Level
    from article3.terms.sitting import MandateRole
    from tests.sites.conftest import Office, request, seat_everybody
    from tests.sites.test_public_notices_service import keep, notice

    office = Office(sittings=seat_everybody())
    for name, (seat, role) in OTHER_SEATS.items():
        roll.open_seat_if_new(seat)
        officer = roll.enrol(name, nationality="XB", full_name=f"Officer {name}")
        roll.give_mandate(officer, seat, MandateRole(role), clearance=Level.CONFIDENTIAL, since=date(2020, 1, 1))
        office.sittings[name] = roll.sitting_of(officer, seat)
    published = office.published(office.proposed(office.examined(office.requested())))
    waiting, asked = office.requested(), office.examined(office.requested())
    keep(notice("Averolle", "Nia"), notice("Torvask", "Ilen"))
    until = timezone.localdate() + timedelta(days=300)
    keys = {name: wiring.make_key(sitting, "asking", until) for name, sitting in office.sittings.items()}
    entities = [each.id.replace("/", "-") for each in wiring.public_extracts()] or ["2099-1"]
    entities += [f"art3-{each}" for each in entities[:2]]
    document = dict(write_communication(request()))
    del document["source"]  # so that every bureau may send it as its own
    return {"": "", **keys}, Known(references=[published, waiting, asked, "0" * 32], document=document,
                                   entities=entities)  # fmt: skip
