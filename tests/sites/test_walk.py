"""A walk through every page of every seat, by links and by knocking: none breaks, none is heavy, none is forgotten.

The whole of it, in a demo full of stories and with axe looking on, is `article3 evaluate pages --axe`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from article3.commands.evaluate import pages
from article3.commands.evaluate.walking import Answer, Page, Visit, Walk, routes
from tests.sites.conftest import Office

STATIC = Path(pages.__file__).parents[2] / "project" / "static" / "article3"


class InProcess(Visit):
    """A visit without a server."""

    def __init__(self, client: Client) -> None:
        super().__init__(port=0)
        client.raise_request_exception = False
        self.client = client

    def get(self, address: str) -> Answer:
        """One request."""
        got = self.client.get(address)
        body = b"".join(got.streaming_content) if got.streaming else got.content
        return Answer(status=got.status_code, kind=got.headers.get("Content-Type", ""), body=body, seconds=0,
                      to=got.headers.get("Location", ""))


def test_no_page_that_a_seat_can_reach_breaks_or_is_heavy(office: Office) -> None:
    """One officer of each kind, before files in the states that show most."""
    office.requested()
    office.proposed(office.examined(office.requested()))
    office.published(office.proposed(office.examined(office.requested())))
    reached: set[str] = set()
    for who, kind in (("first", "secretariat"), ("xa", "bureau"), ("xb", "bureau"), ("oversight", "oversight"),
                      ("attests", "protection"), ("custodian", "custodian")):  # fmt: skip
        walk = Walk(seat=kind, visit=InProcess(office.browsers[who]), known=set(), sites=pages.SITES[kind])
        walk.from_links([f"/{pages.SITES[kind][0]}"])
        walk.by_knocking()
        assert walk.broken == []
        assert [page for page in walk.pages if page.weight_bytes > pages.LARGEST_BYTES] == []
        reached |= {page.route for page in walk.pages}
    assert {"secretariat/files/<str:reference>/", "bureau/incoming/<str:reference>/", "secretariat/go/"} <= reached
    assert len(reached) > 70


def test_every_address_of_a_page_is_walked_or_says_why_not() -> None:
    """What stands among the excused is an address of the program, and has its reason."""
    known = {route for route, _ in routes()}
    assert len(known) > 150
    assert [route for route in pages.NOT_IN_THE_DEMO if route not in known] == []
    assert all(pages.NOT_IN_THE_DEMO.values())


def test_what_is_too_heavy_or_reached_by_nobody_is_reported() -> None:
    """The bars are bars."""
    walk = Walk(seat="public", visit=Visit(port=0), known=set())
    walk.pages = [Page(seat="public", route="public/", address="/public/", weight_bytes=pages.LARGEST_BYTES + 1)]
    walk.taken = {"public/": 1}
    assert [each for each in pages.too_heavy(walk.pages) if "/public/" in each]
    left = pages.unreached([walk])
    assert "reached by nobody: /public/limits/" in left
    assert "reached by nobody: /public/" not in left


@pytest.mark.parametrize("file", sorted(STATIC.iterdir()), ids=lambda file: file.name)
def test_what_every_page_carries_with_it_is_light(file: Path) -> None:
    """Style, script, mark."""
    assert file.stat().st_size < pages.LARGEST_BYTES
