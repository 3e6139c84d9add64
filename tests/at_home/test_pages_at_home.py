"""Every page of the protective desk and the front line: opens in both directions, one heading, labels, no script."""

from __future__ import annotations

import re

import pytest

from article3.acts.at_home.judge_hit import JudgeHit
from article3.acts.at_home.plan_coordination import PlanCoordination
from article3.lifecycle.protective import Judgement
from article3.wiring import front_room
from tests.at_home.conftest import Home
from tests.at_home.test_front_line import confirmed, kept, published, relied
from tests.at_home.test_protective_desk import HIDDEN

INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", re.I)


@pytest.fixture
def pages(home: Home) -> dict[str, list[str]]:
    """Every address, on files in the states that show most."""
    entry = home.protect("Vardanova", "Anahit")
    home.message(HIDDEN)
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.SAME, because="It is she."), "duty")
    home.at_home(PlanCoordination(reference=file.id, agencies=("Guard",)), "duty")
    published(home)
    result = confirmed(home)
    proof = kept(home, result)
    reliance = relied(home, result, proof)
    relied(home, result, kept(home, result, something_besides=False))
    (incident,) = front_room.incidents(home.sittings["xb"])
    return {
        "duty": ["/protective/", "/protective/list/", "/protective/coverage/", *(
            f"/protective/files/{file.id}/{page}" for page in (
                "", "item/", "judge/", "plan/", "contact/", "tell/", "dispute/"))],
        "front": ["/front_line/", f"/front_line/checks/{proof.id}/", *(
            f"/front_line/results/{result.id}/{page}" for page in ("", "judge/", "check/", "rely/", "incident/"))],
        "xb": ["/bureau/reliances/", f"/bureau/reliances/{reliance}/", "/bureau/reliances/report/",
               f"/bureau/reliances/incidents/{incident.id}/"],
    }


def test_every_page_at_home_keeps_what_every_page_keeps(home: Home, pages: dict[str, list[str]]) -> None:
    """Language and direction, one main heading, under 100 kB, every field with a label, nothing inline."""
    for who, addresses in pages.items():
        for language, direction in (("en", "ltr"), ("ar", "rtl")):
            home.browsers[who].cookies["django_language"] = language
            for address in addresses:
                answer = home.browsers[who].get(address)
                text = answer.content.decode()
                assert (answer.status_code, text.count("<h1")) == (200, 1), address
                assert f'<html lang="{language}" dir="{direction}">' in text, address
                assert len(answer.content) < 100_000, address
                assert not INLINE.search(text), address
                assert_fields_are_labelled(text, address)


def assert_fields_are_labelled(text: str, address: str) -> None:
    """No control without a name, no described-by that leads nowhere, no id twice."""
    found = re.findall(r'\sid="([^"]+)"', text)
    assert len(found) == len(set(found)), (address, [each for each in found if found.count(each) > 1])
    labelled = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', text))
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", text):
        if 'type="hidden"' not in tag:
            assert re.search(r'\sid="([^"]+)"', tag)[1] in labelled, (address, tag)
    for places in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', text):
        assert set(places.split()) <= set(found), (address, places)


def test_nobody_elses_seat_opens_them(home: Home, pages: dict[str, list[str]]) -> None:
    """The same 404 for absent and forbidden, for every other seat."""
    absent = home.browsers["xb"].get("/bureau/incoming/" + "0" * 32 + "/")
    for who, others in (("duty", ("xb", "front", "first", "xc_duty", "oversight")), ("front", ("xc", "duty", "first"))):
        for address in pages[who]:
            for other in others:
                if other == "xc_duty" and not re.search("[0-9a-f]{32}", address):
                    continue
                answer = home.browsers[other].get(address)
                assert (answer.status_code, answer.content) == (404, absent.content), (other, address)
