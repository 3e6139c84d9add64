"""The guided tour: fourteen stories whose pages, officers, rules and tests exist; it is there in a demo only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from article3.law.index import rows
from article3.officers import demo_entry
from article3.wiring.tour_steps import WALKS, filled
from tests.sites.conftest import Office

ROOT = Path(__file__).resolve().parents[2]
STEPS = [(number, step) for number, walk in enumerate(WALKS, 1) for step in walk.steps]
BUILDERS = "\n".join(path.read_text(encoding="utf-8") for path in (
    *(ROOT / "src/article3/commands/demo").glob("*.py"), ROOT / "src/article3/commission/office.py"))


class _Everywhere(dict):  # type: ignore[type-arg]
    """A place for every name."""

    def __missing__(self, name: str) -> str:
        return "0" * 32


def test_there_are_fourteen_stories_each_with_a_rule_and_a_test_that_exist() -> None:
    """The acceptance walk-throughs, in their order."""
    assert len(WALKS) == 14
    assert [walk.rule for walk in WALKS if walk.rule not in rows()] == []
    assert [walk.test for walk in WALKS if not (ROOT / walk.test).is_file()] == []


@pytest.mark.parametrize(("number", "step"), STEPS)
def test_each_step_leads_to_a_page_of_the_program_and_seats_somebody_the_demo_enrols(number: int, step: Any) -> None:
    """What stands there is looked at by `article3 evaluate pages`, in the demo itself."""
    assert resolve(step.page.format_map(_Everywhere()).partition("?")[0])
    assert step.who.startswith(("bureau.", "{")) or f'"{step.who}"' in BUILDERS or step.who == ""
    for place in re.findall(r"{(\w+)}", step.page + step.who):
        assert f'"{place}"' in BUILDERS, f"no builder of the demo says where {place} lies"


def test_a_place_this_world_does_not_hold_leads_nowhere_rather_than_astray() -> None:
    """The tour says so instead of linking."""
    assert filled("/x/{held}/", {"held": "a1"}) == "/x/a1/"
    assert filled("/x/{held}/", {}) == ""


@pytest.mark.django_db
def test_outside_a_demo_there_is_no_tour(settings: Any) -> None:
    """The same page as for anything absent; and the front door leads to signing in."""
    settings.DEMO = False
    assert Client().get("/tour/").status_code == Client().get("/tour/1/").status_code == 404
    assert Client().get("/")["Location"] == "/account/login/"


def test_in_a_demo_the_front_door_leads_to_the_stories(office: Office) -> None:
    """Every story is on the list, and every story has its page."""
    nobody = Client()
    assert nobody.get("/")["Location"] == "/tour/"
    text = nobody.get("/tour/").content.decode()
    assert all(f'href="/tour/{number}/"' in text for number in range(1, 15))
    assert [number for number in range(1, 15) if nobody.get(f"/tour/{number}/").status_code != 200] == []
    assert nobody.get("/tour/15/").status_code == nobody.get("/tour/0/").status_code == 404


@pytest.mark.parametrize(("wanted", "to"), [("/bureau/incoming/", "/bureau/incoming/"), ("//elsewhere.invalid/", "/"),
                                            ("https://elsewhere.invalid/", "/"), ("", "/")])
def test_a_link_that_seats_somebody_leads_to_a_page_of_this_site_and_nowhere_else(office: Office, wanted: str, to: str
                                                                                  ) -> None:
    """The page to open is named in the link."""
    token = demo_entry.token(office.sittings["xa"].officer)
    assert Client().get(f"/demo/enter/{token}/", {"next": wanted})["Location"] == to
