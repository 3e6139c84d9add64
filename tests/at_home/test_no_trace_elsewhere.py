"""What the desk holds leaves no trace at its bureau: on no page, in no program's answer, call, calendar or command."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.commands.evaluate.walking import Walk
from article3.programs import hooks
from article3.sites.api.operations import OPERATIONS
from article3.terms.reasons import IfSilent
from article3.wiring import asked_of, hook_room
from tests.at_home.conftest import Home
from tests.at_home.test_protective_desk import HIDDEN
from tests.sites.test_programming_interface import Program
from tests.sites.test_walk import InProcess

CHANCE = re.compile(rb'csrf[^>]*>|DTSTAMP[^\r]*|"trace": ?"[^"]*"|\d\d:\d\d(:\d\d)?|\d+ [ap]\.m\.')
SITES = {"xb": ("bureau/", "programs/"), "front": ("front_line/",)}
LISTS = [each.path.removeprefix("/api/v1") for each in OPERATIONS if each.method == "GET" and "{" not in each.path]


class Keeping(InProcess):
    """A browser that keeps every page it was shown."""

    def __init__(self, client: Any) -> None:
        super().__init__(client)
        self.shown: dict[str, bytes] = {}

    def get(self, address: str) -> Any:
        """One request."""
        answer = super().get(address)
        self.shown[address] = str(answer.status).encode() + CHANCE.sub(b"", answer.body)
        return answer


def seen(home: Home, program: Program, calendar: str) -> dict[str, bytes]:
    """Every page that links lead to, every list of the interface, the calendar, what a hook is owed, a search."""
    found: dict[str, bytes] = {}
    for who, sites in SITES.items():
        visit = Keeping(home.browsers[who])
        Walk(seat=who, visit=visit, known=set(), sites=sites).from_links([f"/{site}" for site in sites])
        found |= visit.shown
    for path in LISTS:
        answer = program.ask("GET", path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[path] = str(answer.status_code).encode() + CHANCE.sub(b"", body)
    found["calendar"] = CHANCE.sub(b"", wiring.calendar(calendar) or b"")
    hook_room.make_calls()
    (hook,) = hook_room.hooks_of(home.sittings["xb"])
    found["calls"] = repr(hooks.past(hook)).encode()
    told = asked_of.register(home.sittings["xb"], text="", least=0.1, names=("Vardanova Anahit",))
    found["screen"] = f"{told.people} {told.candidates}".encode()
    front = home.browsers["front"].post("/front_line/", {"name": "Anahit Vardanova"})
    return found | {"front": CHANCE.sub(b"", front.content)}


@pytest.fixture
def program(home: Home, settings: Any) -> Program:
    """XB's program, with a hook."""
    settings.HOOKS_TO_LOOPBACK = True
    hook_room.make_hook(home.sittings["xb"], "http://127.0.0.1:1099/hook", ())
    return Program(home, "xb")


def test_nothing_at_the_bureau_tells_of_what_its_desk_holds(home: Home, program: Program) -> None:
    """A message, a diffusion, a notice and a consultation about protected persons reach XB: everything XB and its
    programs can look at is as it was before, byte for byte, while another recipient reads them."""
    home.protect("Vardanova", "Anahit")
    home.protect("Vortan", "Iko")
    calendar = wiring.make_calendar_link(home.sittings["xb"]).rpartition("/")[2].removesuffix(".ics")
    before = seen(home, program, calendar)
    asked = home.requested()
    home.perform(OpenReview(reference=asked), "first")
    question = ConsultBureau(
        reference=asked, consultation="7" * 32, bureau="XB", question="Is the judge Anahit Vardanova known to you?",
        deadline=timezone.localdate() + timedelta(days=5), if_silent=IfSilent.DECIDED_ON_THE_FILE)  # fmt: skip
    home.perform(question, "first")
    held = [home.message(HIDDEN), home.diffusion(), home.published(home.proposed(home.examined(home.requested())))]
    after = seen(home, program, calendar)
    assert {address for address in before | after if before.get(address) != after.get(address)} == set()
    assert len(home.files()) == 4, "all four are with the desk"
    others = [row.reference for row in wiring.reader(home.sittings["xc"], "incoming").incoming().rows]
    assert {held[0], held[2]} <= set(others)
    for reference in held:
        for path in ("", "/papers/" + "0" * 64):
            answers = [program.ask("GET", f"/records/{each}{path}") for each in (reference, "0" * 32)]
            assert answers[0].status_code == answers[1].status_code == 404
            assert CHANCE.sub(b"", answers[0].content).replace(reference.encode(), b"0" * 32) == CHANCE.sub(
                b"", answers[1].content)  # fmt: skip
