"""No form of any seat breaks, whatever is written into it."""

from __future__ import annotations

import random

import pytest

from article3.commands.evaluate.pages import SITES
from article3.officers import demo_entry
from tests.interfaces.fields import Field, Form, filled, forms_of
from tests.interfaces.seated import Seat, Seated
from tests.interfaces.tally import Tally
from tests.sites.conftest import Office, office  # noqa: F401

PAGE = b"""<html><form action="?next" method="post"><input type="hidden" name="csrfmiddlewaretoken" value="t">
<textarea name="text">\nWhy.</textarea><select name="use"><option value="a"><option value="b" selected></select>
<input type="checkbox" name="days" value="1"><input type="checkbox" name="days" value="2" checked>
<button name="go" value="back"></button></form></html>"""


def test_a_form_is_read_as_it_stands() -> None:
    """Every field with what it holds and offers, tick boxes of one name together."""
    assert forms_of("/a/?b", PAGE) == [Form(action="/a/?next", method="post", fields=(
        Field(name="csrfmiddlewaretoken", kind="hidden", held=("t",)),
        Field(name="text", kind="textarea", held=("Why.",)),
        Field(name="use", kind="select", held=("b",), offered=("a", "b")),
        Field(name="days", kind="checkbox", held=("2",), offered=("1", "2")),
        Field(name="go", kind="button", offered=("back",))))]  # fmt: skip


def test_what_is_written_is_sometimes_good_and_sometimes_not_and_the_token_always_stands() -> None:
    """The same seed writes the same; a hundred seeds write the text as it was, another one, and none."""
    form = forms_of("/a/", PAGE)[0]
    assert filled(form, random.Random(1), {}) == filled(form, random.Random(1), {})
    found = [filled(form, random.Random(number), {}) for number in range(100)]
    assert {each["csrfmiddlewaretoken"] for each in found} == {"t"}
    assert {"Why."} < {str(each.get("text")) for each in found} and any("text" not in each for each in found)


@pytest.mark.django_db(databases="__all__")
def test_every_seat_fills_in_forms_and_nothing_breaks(office: Office) -> None:  # noqa: F811
    """About a hundred here; `python -m tests.interfaces.filling` sends twenty thousand to the demo's pages."""
    office.published(office.proposed(office.examined(office.requested())))
    waiting = office.requested()
    tally, chance = Tally(), random.Random(8)
    for name, sitting in office.sittings.items():
        pages = [f"/{site}" for site in SITES[sitting.seat.partition(":")[0]]]
        if name in ("xa", "first"):
            pages += [f"/bureau/items/{waiting}/", f"/secretariat/files/{waiting}/ask/"]
        who = Seated(f"{sitting.seat} {name}", demo_entry.token(sitting.officer), "", tally)
        seat = Seat(who, chance, 8 * pages, {})
        for _ in range(6):
            seat.next()
    assert tally.requests >= 6 * len(office.sittings)
    assert tally.wrong == []
