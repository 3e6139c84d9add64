"""A recorded feed of an invented newspaper, read for one open case: what a reviewer finds beside it in the morning."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from xml.sax.saxutils import escape

from django.conf import settings

from article3 import wiring
from article3.access.why import Why
from article3.acts.set_aside_excerpt import SetAsideExcerpt
from article3.commands.demo.office import Office
from article3.commands.demo.people import stock
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import State
from article3.terms.sitting import Sitting

NEWSPAPER = "The Strait Courier"


def play(office: Office, now: datetime) -> None:
    """The feed is brought for the first open case; the namesake in it is set aside. No source is named: the demo asks
    nobody."""
    _name_countries()
    for reviewer in office.reviewers:
        for row in wiring.reader(reviewer, Why.CHOOSING_WORK, now).queue(only="mine", size=20).rows:
            file = wiring.reader(reviewer, Why.EXAMINATION, now).case(row.reference).file
            if file.state is State.UNDER_REVIEW and file.communication.person and not file.review.proposal:
                _read(file, reviewer, now)
                return


def _name_countries() -> None:
    """How the invented countries are called."""
    lines = [f'{code} = ["{country["name"]}"]' for code, country in sorted(stock("countries").items())]
    if not settings.RESEARCH_SOURCES.exists():
        settings.RESEARCH_SOURCES.write_text("[country_names]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _read(file: CaseFile, reviewer: Sitting, now: datetime) -> None:
    feed = wiring.Brought(content=_feed(file, now), name="courier.xml", source=NEWSPAPER, kind="feed",
                          address="https://courier.example/feed")  # fmt: skip
    laid = wiring.read_papers(reviewer, file.reference, feed, at=now)
    for excerpt in laid.excerpts:
        if "bakery" in excerpt.address:
            order = SetAsideExcerpt(reference=file.reference, excerpt=excerpt.id, because="A baker of 71: a namesake.")
            wiring.perform(order, sitting=reviewer, at=now)
            return


def _feed(file: CaseFile, now: datetime) -> bytes:
    person = file.communication.person
    assert person is not None
    name = person.names[0]
    latin = f"{name.latin_given or name.given} {name.latin_family or name.family}".title()
    told = {"country": stock("countries")[file.source]["name"], "latin": latin, "native": f"{name.given} {name.family}",
            "recent": format_datetime(now - timedelta(days=1)), "earlier": format_datetime(now - timedelta(days=400))}
    text = (files("article3.commands.demo") / "press.txt").read_text(encoding="utf-8")
    for field, value in told.items():
        text = text.replace("{" + field + "}", escape(value))
    return text.encode()
