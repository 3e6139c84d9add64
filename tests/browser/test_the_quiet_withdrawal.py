"""Walk-through 3 in a real browser: the source withdraws the day before, the ruling is made, re-entry needs leave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from article3.commands.deliver import rounds
from article3.commission import office as commission
from article3.commission import wiring
from article3.commission.acts.ask_party import AskParty
from article3.commission.acts.cast_vote import CastVote
from article3.commission.acts.note_item import NoteItem
from article3.commission.acts.settle_item import SettleItem
from article3.commission.lifecycle.application import PersonConcerned
from article3.commission.lifecycle.request import Asked
from article3.commission.lifecycle.ruling import Ballot
from article3.commission.lifecycle.sharing import Item, Shared
from article3.line import enrolment
from article3.terms.communication import Colour
from article3.wiring import letter_box
from tests.browser.hands import counts, follow, opened, press, shut
from tests.commission import wing
from tests.sites.conftest import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "commission"])]


def under_way(office: Office) -> SimpleNamespace:
    """A red notice of XA is out; a request about it is admissible, assessed, and before five members."""
    people = commission.furnish()
    enrolment.seat_everybody(since=datetime.now(UTC) - timedelta(days=1))
    commission.connect()
    case = SimpleNamespace(desk=people.desk, members=people.members)
    case.file = office.published(office.proposed(office.examined(office.requested())))
    person = PersonConcerned(family_name="Vortan", given_names="Iko", nationality="QM")
    case.code, case.request = wing.sent(case, wing.application(person=person))
    wing.admitted(case, case.request)
    wing.identified(case, case.request, case.file)
    case.sits = wing.seated(case, case.request)
    wiring.perform(AskParty(reference=case.request, id=wiring.new_id(), of=Asked.TASK_FORCE, about=case.file,
                            text="Your assessment?", due_on=timezone.localdate() + timedelta(days=20)),
                   sitting=case.desk)
    (asked,), _ = letter_box.tray(office.sittings["first"])
    letter_box.answer_letter(office.sittings["first"], asked.id, "We find it compliant.")
    wiring.go_round()
    office.sittings["rapporteur"] = case.sits[0]
    return case


def test_the_quiet_withdrawal(enter: Any, chromium: Any, served: str, office: Office) -> None:
    """Withdrawn by its source, offered to the applicant, ruled on all the same; another colour waits for leave."""
    case = under_way(office)
    withdrawn_the_day_before(enter, case)
    chamber = enter("rapporteur", f"/commission/requests/{case.request}/")
    chamber.get_by_text("Ended by its source").wait_for()
    the_applicant_wishes_a_ruling(chromium, served, case)
    ruled_on(chamber, case)
    waits_for_leave(enter, office.requested(colour=Colour.BLUE, wanted_for=None))


def withdrawn_the_day_before(enter: Any, case: SimpleNamespace) -> None:
    """The source ends its notice on its own page."""
    page = enter("xa", f"/bureau/items/{case.file}/withdraw/")
    page.get_by_label("no longer", exact=False).first.check()
    press(page, "Withdraw it for good")
    page.get_by_text("It is withdrawn; everybody who read it is told.").wait_for()


def the_applicant_wishes_a_ruling(chromium: Any, served: str, case: SimpleNamespace) -> None:
    """Told only because the Commission shared that there are data; one button says yes."""
    item = Item(id="1" * 32, what="There was a notice of XA.", owner="XA", noted_on=timezone.localdate(),
                owner_asked_on=timezone.localdate(), owner_objects=False)
    wiring.perform(NoteItem(reference=case.request, item=item), sitting=case.desk)
    wiring.perform(SettleItem(reference=case.request, item=item.id, shared=Shared.OPEN, gist="", because=""),
                   sitting=case.sits[0])
    page = opened(chromium, served, "en", viewport={"width": 360, "height": 640})
    page.goto("/portal/back/")
    page.fill("#id_code", case.code)
    press(page, "Open my request")
    press(page, "I wish a decision all the same")
    page.get_by_role("button", name="I wish a decision all the same").wait_for(state="detached")
    shut(page)
    assert wiring.request(case.desk, case.request).ruling_wanted is True


def ruled_on(page: Any, case: SimpleNamespace) -> None:
    """Proposed and voted for on the pages; two colleagues agree; the decision is an order that is carried out."""
    page.reload()
    follow(page, "Propose a decision")
    page.get_by_label("Not compliant", exact=True).check()
    page.get_by_label("Delete", exact=True).check()
    page.get_by_label("Reasons").fill("The charge rests on an article he wrote.")
    press(page, "Propose a decision")
    follow(page, "Vote", exact=True)
    page.get_by_label("For", exact=True).check()
    press(page, "Vote", exact=True)
    for member in case.sits[1:3]:
        wiring.perform(CastVote(reference=case.request, ballot=Ballot.FOR, reasons=""), sitting=member)
    page.reload()
    follow(page, "Take the decision")
    press(page, "Take the decision")
    for _ in range(2):
        rounds()
    page.reload()
    page.get_by_role("heading", name="Orders").wait_for()
    counts(page.locator("tr", has_text="Delete").get_by_text("Complete"), 1)


def waits_for_leave(enter: Any, again: str) -> None:
    """The task force reads the bar and asks from the file's own page; a member gives leave; the bar is gone."""
    desk = enter("first", f"/secretariat/files/{again}/take/")
    press(desk, "Take it up")
    desk.get_by_text("Entered only by leave of the Commission").wait_for()
    follow(desk, "Ask the Commission for leave")
    desk.get_by_label("Why it should be entered all the same").fill("Another court, another charge.")
    press(desk, "Ask the Commission for leave")
    desk.get_by_text("The Commission was asked.").wait_for()
    wiring.go_round()
    member = enter("rapporteur", "/commission/letters/")
    press(member, "Give leave")
    member.get_by_text("Leave was given.").wait_for()
    desk.goto(f"/secretariat/files/{again}/")
    desk.get_by_text("The Commission gave leave to enter it").first.wait_for()
    assert desk.get_by_text("Entered only by leave of the Commission").count() == 0
