"""The journey in a real browser: asked, asked back, answered, decided by two, published, found; refused to a third."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from article3 import wiring
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.save_draft import SaveDraft
from article3.intake.reading import write_communication
from tests.browser.hands import focus_on, follow, onward, press, reads
from tests.desk import worksheet
from tests.sites.conftest import Office, request

pytestmark = pytest.mark.browser


def test_a_request_goes_all_the_way(enter: Any, office: Office) -> None:
    """Bureau XA, two reviewers of other nationalities, bureau XB; XC finds nothing while it is under review."""
    bureau = enter("xa", f"/bureau/drafts/{drafted(office)}/person/")
    reference = sent(bureau)
    stranger = enter("xc", f"/bureau/incoming/{reference}/")
    reads(stranger, "Nothing here", within="h1")
    reviewer = enter("first", "/secretariat/")
    asked_back(reviewer, reference)
    answered(bureau, reference)
    office.perform(FillWorksheet(reference=reference, factors=worksheet(), predominance="(a): a killing."), "first")
    proposed(reviewer, reference)
    decided(enter("second", "/secretariat/?only=second"), reference)
    reviewer.goto(f"/secretariat/files/{reference}/carry-out/")
    stranger.reload()
    reads(stranger, "Nothing here", within="h1")  # not readable before it is published
    press(reviewer, "Publish now")
    reviewer.get_by_text("Those concerned are told.").wait_for()
    found(enter("xb", "/bureau/search/"))


def drafted(office: Office) -> str:
    """A draft of XA with everything but the name."""
    draft = wiring.new_reference()
    document = dict(write_communication(request()))
    document["person"] = {**document["person"], "names": []}
    form = json.dumps({"document": document, "corrects": ""})
    office.perform(SaveDraft(draft=draft, title="Red notice", form_json=form), "xa")
    return draft


def sent(page: Any) -> str:
    """The name is typed in its own script; Latin form and errors appear while typing; the answers are checked."""
    page.get_by_label("Family name").fill("Орлов")
    page.get_by_label("Given names").fill("Пётр")
    page.get_by_label("Date of birth").fill("1984-13-12")
    page.get_by_label("Date of birth").press("Tab")
    page.get_by_text("ORLOV PETR").wait_for()
    wrong = "This day is not in the calendar. Check it."
    page.get_by_text(wrong).wait_for()
    onward(page.get_by_role("button", name="Save and continue").last)
    focus_on(page, "#errors")
    page.get_by_role("link", name=re.compile("Date of birth: This day")).click()
    focus_on(page, "#id_birth_dates")
    page.get_by_label("Date of birth").fill("1984-06-12")
    page.get_by_label("Date of birth").press("Tab")
    page.locator("#id_birth_dates_error", has_text=wrong).wait_for(state="detached")  # what goes moves the button
    onward(page.get_by_role("button", name="Save and continue").last)
    follow(page, "Check and send")
    page.get_by_label("I have checked the answers above.").check()
    press(page, "Send now")
    page.get_by_role("heading", name="What happens now").wait_for()
    return re.search(r"/items/([0-9a-f]{32})/", page.url)[1]


def asked_back(page: Any, reference: str) -> None:
    """The first reviewer takes the file up from the queue and asks."""
    follow(page, "Take up to read")
    press(page, "Take it up and read it")
    follow(page, "Ask the requester")
    page.get_by_label("A question of your own").fill("On which day did he cross the border?")
    press(page, "See the letter first")
    page.get_by_role("heading", name="As the requester will read it").wait_for()
    press(page, "Send the questions")
    page.get_by_text("The questions were sent to the requester.").wait_for()


def answered(page: Any, reference: str) -> None:
    """XA sees the question with its clock and answers."""
    page.goto(f"/bureau/items/{reference}/")
    page.get_by_text("How this date was computed").first.click()
    page.get_by_text("The reviewer set").first.wait_for()
    follow(page, "Answer", exact=True)
    page.get_by_label("On which day did he cross the border?").fill("On 5 November 2024.")
    press(page, "Send the answers")
    page.get_by_text("Your answers were sent.").wait_for()


def proposed(page: Any, reference: str) -> None:
    """The first reviewer answers the open questions and proposes; nobody decides on their own proposal."""
    page.goto(f"/secretariat/files/{reference}/answers/")
    for group in page.locator("fieldset.box").all():
        group.get_by_label("Met", exact=True).check()
        group.get_by_label("Why").fill("Read and found in order.")
    press(page, "Put the answers on file")
    page.goto(f"/secretariat/files/{reference}/propose/")
    page.get_by_label("Publish", exact=True).check()
    page.get_by_label("Internal reasons").fill("An ordinary murder.")
    press(page, "See every text first")
    press(page, "Propose this")
    page.get_by_text("You cannot give the second word.").wait_for()


def decided(page: Any, reference: str) -> None:
    """The second reviewer reads the proposal and decides."""
    follow(page, "ORLOV PETR")
    follow(page, "Decision")
    follow(page, "Agree and decide")
    press(page, "Agree and decide")
    page.get_by_text("It is decided.").wait_for()


def found(page: Any) -> None:
    """XB finds the person by the Latin name and reads the notice."""
    page.get_by_label("Name").fill("Orlov")
    press(page, "Search")
    follow(page, "Орлов Пётр")
    page.get_by_text("Reviewed by the General Secretariat.").wait_for()
