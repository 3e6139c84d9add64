"""Pages hold still while they load and fit whoever looks: the measures of `article3 evaluate pages --fit`, on a sample.

The whole of it, every page of every seat of the demo, is that command.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from article3.commands.evaluate.seen_to_fit import WATCH, WIDTHS_PX, misfits
from tests.sites.conftest import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "commission"])]
STILL = ("<!doctype html><html lang=en><title>t</title><style>body{margin:0} .x{border:1px solid} :focus-visible"
         "{outline:3px solid}</style><main><h1>Heading</h1>%s</main>")  # fmt: skip
LATE = ("<p id=a></p><p>Words that are pushed down.</p><script>requestAnimationFrame(() => "
        "requestAnimationFrame(() => document.getElementById('a').style.height = '400px'))</script>")  # fmt: skip
FAULTS = {
    "shift": LATE, "reflow": "<p style='inline-size:350px'>Wider than 320 px.</p>",
    "200 %": "<p style='inline-size:700px'>Wider than half a desk.</p>",
    "letters of 200 %": "<p style='inline-size:45rem'>Grows with its letters.</p>",
    "spacing": "<p style='block-size:1.2em;line-height:1.2;overflow:hidden;inline-size:20em'>Cut off as it grows.</p>",
    "motion": "<p style='transition:color 1s'>It moves.</p>",
    "forced colours": "<button style='border:0'>No edge left</button>",
    "paper": "<nav>The way around is printed.</nav>",
}  # fmt: skip


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page that is watched from its first moment; `planted` is what it answers with."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.add_init_script(WATCH)
    yield opened
    context.close()


def measured(page: Any, body: str) -> set[str]:
    """What the measures say of a page with this body, at both widths."""
    page.unroute_all()
    page.route("http://planted/", lambda asked: asked.fulfill(content_type="text/html", body=STILL % body))
    return {each.measure for width in WIDTHS_PX for each in misfits(page, "http://planted/", "here", width)}


def test_a_page_without_fault_passes_every_measure(page: Any) -> None:
    """Nothing is found where nothing is wrong."""
    printed = "<style>@media print { button { display: none } }</style>"
    assert measured(page, f"{printed}<p>Words.</p><button class=x>Press</button>") == set()


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_each_measure_finds_its_fault(page: Any, fault: str) -> None:
    """A planted fault is found by the measure that is for it."""
    assert fault in measured(page, FAULTS[fault])


def test_pages_of_the_seats_hold_still_and_fit(enter: Any, office: Office) -> None:
    """A sample: a case, figures with a chart, what a bureau reads, the public; in English and Arabic."""
    published = office.published(office.proposed(office.examined(office.requested())))
    looks = {"first": (f"/secretariat/files/{published}/", "/secretariat/workload/"),
             "xb": (f"/bureau/incoming/{published}/",), "": ("/portal/decisions/",)}
    for language, width in (("en", WIDTHS_PX[0]), ("ar", WIDTHS_PX[1])):
        for who, addresses in looks.items():
            page = enter(who, "/public/", language=language, width=width)
            page.add_init_script(WATCH)
            for address in addresses:
                assert [str(each) for each in misfits(page, address, address, width)] == []
