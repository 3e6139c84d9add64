"""The protective desk: all is looked through first, and a hit leaves no trace outside the file that names two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article3 import wiring
from article3.acts.at_home.judge_hit import JudgeHit
from article3.acts.ports import NotFound
from article3.lifecycle.protective import Judgement
from article3.register.pages import Query
from article3.terms.dates import partial_date
from tests.at_home.conftest import Home
from tests.sites.conftest import request

PLAIN = "We ask for help in a case of stolen bicycles."
HIDDEN = ("Уважаемые коллеги! В рамках нашего запроса просим сообщить, где сейчас находится судья Варданова, "
          "и когда она выезжает.")  # fmt: skip


def incoming(home: Home, who: str = "xb") -> list[str]:
    """What an officer's list shows."""
    return [row.reference for row in wiring.reader(home.sittings[who], "incoming").incoming().rows]


def test_what_names_nobody_protected_is_read_as_before(home: Home) -> None:
    """A desk that finds nothing keeps nothing back."""
    home.protect("Vardanova", "Anahit")
    reference = home.message(PLAIN)
    assert incoming(home) == [reference]
    assert home.files() == ()


def test_a_hit_is_kept_from_everybody_but_two_named_officers(home: Home) -> None:
    """H2, H3: nothing in list or search, 404 on its page; another bureau reads it as ever."""
    entry = home.protect("Vardanova", "Anahit")
    reference = home.message(HIDDEN)
    assert incoming(home) == incoming(home, "xb_clerk") == []
    assert incoming(home, "xc") == [reference]
    for who in ("xb", "xb_clerk"):
        assert home.browsers[who].get(f"/bureau/incoming/{reference}/").status_code == 404
        assert wiring.inbox(home.sittings[who]) == ()
    (file,) = home.files()
    assert file.entries == (entry.id,) and file.hits[0].text == "Варданова"
    assert "судья" in " ".join(file.hits[0].because)
    assert home.files("duty2") == (file,)
    assert home.files("duty3") == ()
    assert home.browsers["duty3"].get(f"/protective/files/{file.id}/").status_code == 404
    assert home.browsers["duty"].get(f"/protective/files/{file.id}/item/").content.decode().count("Варданова") >= 1


def test_not_the_same_is_remembered_for_good(home: Home) -> None:
    """H2: the item goes on, and the same false alarm from the same source does not return."""
    entry = home.protect("Vardanova", "Anahit")
    reference = home.message(HIDDEN)
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.NOT_SAME, because="Another."), "duty")
    assert incoming(home) == [reference]
    again = home.message(HIDDEN)
    assert set(incoming(home)) == {reference, again}
    assert all(file.closed_at for file in home.files())


def test_not_the_same_holds_for_every_kind_of_item_and_through_a_rescreening(home: Home) -> None:
    """Item 1: a person judged on a notice is not asked about on a diffusion of the same person, nor when the list grows
    and everything is compared anew; with another birth date it is somebody else, and asked about."""
    entry = home.protect("Vortan", "Iko")
    home.published(home.proposed(home.examined(home.requested())))
    (file,) = home.files()
    for hit_entry in file.entries:
        order = JudgeHit(reference=file.id, entry=hit_entry, judgement=Judgement.NOT_SAME, because="Older.")
        home.at_home(order, "duty")
    sent = home.diffusion()
    home.protect("Someone", "Else")
    assert sent in incoming(home) and len(incoming(home)) == 2
    assert [each for each in home.files() if each.closed_at is None] == []
    other = replace(request().person, birth_dates=(partial_date("1951-02-03"),))
    home.diffusion(person=other)
    (asked,) = [each for each in home.files() if each.closed_at is None]
    assert asked.entries == (entry.id,)


@pytest.mark.parametrize("judgement", [Judgement.SAME, Judgement.UNSURE])
def test_the_person_or_perhaps_the_person_stays_kept_back(home: Home, judgement: Judgement) -> None:
    """Unsure is never a pass."""
    entry = home.protect("Vardanova", "Anahit")
    home.message(HIDDEN)
    (file,) = home.files()
    home.at_home(JudgeHit(reference=file.id, entry=entry.id, judgement=judgement, because="The same court."), "duty")
    assert incoming(home) == []


def test_an_officer_the_file_does_not_name_cannot_judge_it(home: Home) -> None:
    """For the third duty officer, for XC's desk, it does not exist."""
    entry = home.protect("Vardanova", "Anahit")
    home.message(HIDDEN)
    (file,) = home.files()
    order = JudgeHit(reference=file.id, entry=entry.id, judgement=Judgement.NOT_SAME, because="Another.")
    for who in ("duty3", "xc_duty"):
        with pytest.raises(NotFound):
            home.at_home(order, who)


def test_a_notice_and_a_diffusion_are_looked_through_like_a_message(home: Home) -> None:
    """H1: every kind; the person's own particulars and the texts beside."""
    home.protect("Vortan", "Iko", birth_dates=("1984-06-12",))
    published = home.published(home.proposed(home.examined(home.requested())))
    sent = home.diffusion()
    assert incoming(home) == []
    assert {file.item for file in home.files()} == {published, sent}
    assert wiring.reader(home.sittings["xb"], "police_check").search(Query(name="Vortan")).rows == ()
    assert len(wiring.reader(home.sittings["xc"], "police_check").search(Query(name="Vortan")).rows) == 1
