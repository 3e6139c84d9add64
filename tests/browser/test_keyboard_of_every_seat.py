"""Without a mouse, seat by seat: each does the work it came for; the focus is seen, never held, and lands on what is
refused. The bureau and the first reviewer begin in `test_keyboard_alone.py`; an applicant's whole way is in
`test_phone_at_the_border.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from article3 import wiring
from article3.acts.open_review import OpenReview
from article3.commission import wiring as chamber
from article3.commission.acts.cast_vote import CastVote
from article3.commission.lifecycle.ruling import Ballot
from tests.at_home.conftest import Home, with_open_desk
from tests.at_home.test_protective_desk import HIDDEN
from tests.browser.keys import Keys
from tests.browser.test_the_quiet_withdrawal import under_way
from tests.sites.test_under_seal_pages import SAYS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "commission"])]
ANSWERS = ("Is the record still valid now?", "Is there anything besides the record?", "Does your own law allow it?",
           "Is there a warrant of your own judge?", "Were signs of misuse looked for?",
           "Were the papers asked for at the bureau?", "Was the person told how to contest the record?")  # fmt: skip


@pytest.fixture
def office(committed: None, settings: Any) -> Home:
    """Every seat, XB's desk and front line among them, in a database other threads can read."""
    return with_open_desk(settings)


def test_the_front_line_asks_compares_checks_and_writes_down(enter: Any, office: Home) -> None:
    """From the question to the register of reliances; an empty question is refused at the top of its form."""
    office.published(office.proposed(office.examined(office.requested())))
    keys = Keys(enter("front", "/front_line/"))
    keys.round()
    keys.go("Ask").refused("Give the zone, a name or the number of a document.")
    keys.write("Name", "Vortan Iko").go("Ask").says("This is no ground for arrest")
    keys.go("Go on with this result").go("Is it the person?")
    keys.choose("Yes, the person", "Is it the person").tick("Face and photograph").go("Put it on file")
    keys.says("It is on file.").go("Before you act").pick("What do you want to do?", "Arrest or hold")
    keys.choose("Yes", ANSWERS[0]).write("Who at the bureau confirmed it?", "Desk 4").choose("Yes", ANSWERS[1])
    keys.write("What?", "A warrant of our court")
    for asked in ANSWERS[2:5]:
        keys.choose("Yes", asked)
    keys.write("Supervisor informed", "Sergeant Oru").choose("Yes", ANSWERS[5]).choose("Yes", ANSWERS[6])
    keys.go("Get the confirmation number").says("Every question is answered, and nothing speaks against it.")
    keys.go("What was done on its strength").go("Write it down").refused("Say it in a sentence")
    assert keys.mend().words == "Say it in a sentence"
    keys.page.keyboard.type("Held at the airport.")
    assert keys.page.input_value("#id_check_number"), "the number of the check is copied by hand"
    keys.write("Agency", "Border police").write("Number of the file", "77/2026").go("Write it down")
    keys.says("If the record is called back, the file is found.")


def test_the_protective_desk_lists_judges_plans_and_tells(enter: Any, office: Home) -> None:
    """From the list to the safe notice."""
    keys = Keys(enter("duty", "/protective/list/"))
    keys.round()
    keys.page.goto("/protective/list/")
    keys.write("Family name", "Vardanova").pick("Why protected?", "Acts for a court or tribunal")
    keys.go("Put on the list").says("Keep these numbers")
    office.message(HIDDEN)
    keys.page.goto("/protective/")
    keys.go("Варданова").go("Judge a hit").go("Put the judgement on file").refused("Is it the protected person?")
    keys.choose("The same person", "Is it the protected person?").write("What did you compare?", "Our judge of appeal.")
    keys.go("Put the judgement on file").says("The judgement is on file.")
    keys.go("Coordination plan").write("Agencies, one a line", "Court guard").go("Keep the plan")
    keys.go("Write down a contact").write("What was said, and what came back?", "They know.").go("Write it down")
    keys.go("Tell the protected person").choose("Before your next journey abroad, please speak with us. Do not change "
                                                "your plans yet.", "Which text?")  # fmt: skip
    keys.write("How was it given?", "In person").go("It was told: put it on file").says("What was told is on file.")


def test_oversight_goes_from_a_figure_to_one_decision_as_it_stood(enter: Any, office: Home) -> None:
    """The year, the entries behind a number, the entry of a decision, the decision replayed."""
    office.published(office.proposed(office.examined(office.requested())))
    keys = Keys(enter("oversight", "/oversight/"))
    keys.round()
    keys.go(str(wiring.years()[0])).says("Figures of")
    keys.page.goto("/oversight/journal/")
    keys.go("Second reviewer decided").says("A decision as it stood")


def test_the_commission_brings_a_case_to_its_decision(enter: Any, office: Home) -> None:
    """The rapporteur proposes and votes, the others vote, the decision is taken; each from the case's own page."""
    case = under_way(office)
    keys = Keys(enter("rapporteur", f"/commission/requests/{case.request}/"))
    keys.round()
    keys.go("Propose a decision").go("Propose a decision").refused("Reasons")
    keys.choose("Not compliant", "Outcome").tick("Delete").write("Reasons", "The charge rests on an article he wrote.")
    keys.go("Propose a decision").go("Vote").choose("For").go("Vote")
    for member in case.sits[1:3]:
        chamber.perform(CastVote(reference=case.request, ballot=Ballot.FOR, reasons=""), sitting=member)
    keys.page.reload()
    keys.go("Take the decision").go("Take the decision").says("Decision")


def test_what_is_under_seal_goes_from_hand_to_hand(enter: Any, office: Home, sealed: Path) -> None:
    """An authority attests, a colleague confirms; a bureau tells in confidence, a reviewer asks for the origin, its
    giver agrees, the custodian hands it over."""
    attests = Keys(enter("attests", "/protection/attest/"))
    attests.go("Enter it").refused("Family name").write("Given names", "Iko")
    attests.page.goto("/protection/attest/")
    attests.write("Family name", "Vortan").write("Number of a passport", "QM448210")
    attests.write("Countries where persecution is feared", "XA").write("Number of the decision", "R 17/2025")
    attests.go("Enter it").says("It holds as soon as a second officer confirms it")
    confirms = Keys(enter("confirms", attests.page.url)).go("I have seen the decision: confirm").says("Confirmed.")
    confirms.round()
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    gives = Keys(enter("xc", "/bureau/confidence/")).go("Give information").write("Family name", "Vortan")
    gives.write("Number of a passport", "QM448210").write("What you know", SAYS).go("Give it under seal")
    reads = Keys(enter("first", f"/secretariat/files/{reference}/under-seal/")).says("A clerk told us so")
    reads.go("Ask to open it").choose("Who gave it", "What is to be opened?").write("Why?", "To weigh it.")
    reads.go("Ask to open it").says("Waits")
    gives.page.reload()
    gives.go("Answer").choose("Yes", "Your answer").write("Reason", "For you only.").go("Answer")
    hands_over = Keys(enter("custodian", "/custodian/"))
    hands_over.go(hands_over.page.inner_text("main .ruled a")).choose("Yes", "Your answer")
    hands_over.write("Reason", "The reason is good.").go("Answer").says("Kept with its date")
    reads.page.reload()
    reads.says("Given by:")
