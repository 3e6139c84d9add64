"""No seat of the Secretariat or of a bureau can see that a request exists, who applied, drafts or votes (P6, D12)."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client
from django.utils import timezone

from article3.commission import wiring
from article3.commission.acts.take_up_request import TakeUpRequest
from article3.commission.site.desk.urls import urlpatterns
from article3.officers import roll
from article3.officers.models import Officer
from article3.officers.roll import chairs
from article3.terms.finding import Refused
from tests.commission import wing

pytestmark = pytest.mark.django_db(databases=["default", "commission"])


def browser(sitting) -> Client:
    """A browser in which this sitting's officer is signed in and seated."""
    client, officer = Client(), Officer.objects.get(opaque_id=sitting.officer)
    client.force_login(officer, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["mandate"] = chairs(sitting.officer, timezone.now())[0].mandate
    session["demo_entry"] = True
    session.save()
    return client


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("article3.officers.middleware._second_factor", lambda request: True)
    found = wing.furnished()
    found.code, found.request = wing.sent(found)
    return found


def pages(reference: str) -> list[str]:
    """Every address of the Commission's desk, with the request's reference in it."""
    words = {"reference": reference, "digest": "0" * 64, "file": "0" * 32, "act": "vote", "letter": "0" * 32}
    return ["/commission/" + re.sub(r"<str:(\w+)>", lambda m: words[m.group(1)], str(route.pattern))
            for route in urlpatterns]


def test_every_page_of_the_desk_is_absent_for_every_other_seat(world) -> None:
    """404 and the same bytes, whether the request exists or not, whatever the method."""
    for sitting in (world.reviewer, *world.bureaus.values()):
        client = browser(sitting)
        for there, nowhere in zip(pages(world.request), pages("f" * 32), strict=True):
            for method in (client.get, client.post):
                seen, other = method(there), method(nowhere)
                assert seen.status_code == other.status_code == 404, there
                assert seen.content == other.content


def test_the_commissions_own_people_read_it_in_four_languages(world) -> None:
    """The same pages open for its secretariat, and no page is broken in any language."""
    client = browser(world.desk)
    for tongue in ("en", "ar", "fr", "es"):
        client.cookies["django_language"] = tongue
        for page in ("", "session/", "mine/", "letters/", f"requests/{world.request}/",
                     f"requests/{world.request}/clocks/", f"requests/{world.request}/log/",
                     f"requests/{world.request}/search/", f"requests/{world.request}/do/admissibility/"):
            assert client.get(f"/commission/{page}").status_code == 200, page


def test_a_request_is_worked_on_from_the_screen(world) -> None:
    """Taken up and ruled admissible by forms; a form that says no to the rules is told so."""
    client, address = browser(world.desk), f"/commission/requests/{world.request}/do/"
    assert client.post(f"{address}take-up/").status_code == 302
    refused = client.post(f"{address}admissibility/", {"admissible": "yes"})
    assert refused.status_code == 422
    papers = ("identity_document", "document_unredacted", "document_shows_name_birth_photo", "signed", "purpose_stated")
    seen = dict.fromkeys(papers, "yes")
    assert client.post(f"{address}admissibility/", {**seen, "admissible": "yes"}).status_code == 302
    assert client.post(f"{address}identify/", {"files": ""}).status_code == 302
    found = wiring.request(world.desk, world.request)
    assert found.days.existence_checked_on and found.stage.value == "admissible"


def test_no_other_mandate_acts_or_reads_in_the_wing(world) -> None:
    """Not by the screen and not by the functions behind it."""
    for sitting in (world.reviewer, world.bureaus["XC"]):
        with pytest.raises(Refused):
            wiring.perform(TakeUpRequest(reference=world.request), sitting=sitting)
        for reading in (lambda s=sitting: wiring.request(s, world.request), lambda s=sitting: wiring.desk(s),
                        lambda s=sitting: wiring.search(s, name="Selen"),
                        lambda s=sitting: wiring.looks(s, world.request)):
            with pytest.raises(wiring.NotFound):
                reading()


def test_a_member_of_an_involved_country_does_not_even_see_the_request(world) -> None:
    """A tie of nationality closes the file, not only the vote (Statute 14)."""
    _, reference = wing.sent(world, wing.application(country="XE"))
    tied = next(member for member in world.members if member.nationality == "XE")
    with pytest.raises(wiring.NotFound):
        wiring.request(tied, reference)
    assert all(seated.nationality != "XE" for seated, _ in
               wiring.free_members(wiring.request(world.desk, reference)))


def test_the_wings_tables_are_in_a_database_of_their_own(world) -> None:
    """And none of them is in the Organization's."""
    tables = {model._meta.db_table for config in apps.get_app_configs()
              if config.name.startswith("article3.commission.") for model in config.get_models()}
    assert tables
    assert not tables & set(connections["default"].introspection.table_names())
    assert tables <= set(connections["commission"].introspection.table_names())


def test_the_organizations_database_holds_nothing_of_a_request(world) -> None:
    """No journal entry, no letter, no log of what the Commission looked at."""
    wing.diffusion(world)
    from article3.journal.models import Entry

    before = Entry.objects.count()
    wiring.search(world.desk, name="Selen")
    wiring.request(world.desk, world.request)
    assert Entry.objects.count() == before
    assert {row.what for row in wiring.looks(world.desk, world.request)} >= {"submit_request", "read"}
    assert roll
