"""Walk-throughs 7 and 10: the judge on the list, and the wrong twin, told from end to end at the pages."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from article3 import wiring
from article3.acts.withdraw_notice import WithdrawNotice
from article3.register.pages import Query
from article3.terms.reasons import WithdrawalCode
from article3.wiring import home_clock, letter_room
from tests.at_home.conftest import Home, home  # noqa: F401
from tests.sites.visitor import Visitor

PARAGRAPHS = ("Dear colleagues,", "We write about a transport of stolen icons.", "The load was held on 4 March.",
              "Please check the numbers of the papers.", "The usual address will do for the answer.",
              "Просим также сообщить, где сейчас судья Варданова и когда она выезжает.", "With thanks.")  # fmt: skip


def test_the_judge_on_the_list(home: Home) -> None:  # noqa: F811
    """7: a family name in the sixth paragraph, in another script: restricted at once, no trace in search, the dispute
    tracked, the sender learns nothing."""
    desk = Visitor(home.browsers["duty"]).visit("/protective/list/")
    desk.fill(family="Vardanova", given="Anahit", because="court").press("Put on the list").says("On the list")
    reference = home.message("\n\n".join(PARAGRAPHS))
    desk.visit("/protective/").says("Варданова", "To be judged")
    (file,) = home.files()
    assert file.hits[0].where == "text"
    assert "судья" in file.hits[0].before
    for who in ("xb", "xb_clerk"):
        assert home.browsers[who].get(f"/bureau/incoming/{reference}/").status_code == 404
        assert wiring.reader(home.sittings[who], "police_check").search(Query(name="Vardanova")).rows == ()
    desk.visit(f"/protective/files/{file.id}/judge/").fill(judgement="same", because="Our judge of appeal.")
    desk.press("Put the judgement on file").says("The judgement is on file.")
    desk.visit(f"/protective/files/{file.id}/plan/").fill(agencies="Court guard\nMinistry").press("Keep the plan")
    desk.visit(f"/protective/files/{file.id}/contact/").fill(agency="Court guard", said="They will drive her.")
    desk.press("Write it down").says("They will drive her.")
    desk.visit(f"/protective/files/{file.id}/tell/").fill(text="before_travel", how="by the court guard")
    desk.press("It was told").says("Before your next journey abroad")
    desk.visit(f"/protective/files/{file.id}/dispute/")
    desk.fill(reason="article_2_or_3", ground="She acts for a court of ours.")
    desk.press("Dispute it").says("She acts for a court of ours.", "the item today")
    sender = home.browsers["xa"].get(f"/bureau/items/{reference}/").content.decode()
    assert not re.search("disput|restrict|protect|Vardanova|hit", sender.split("<main")[1].split("</main")[0])
    home_clock.do_at_home(timezone.now() + timedelta(days=1))
    desk.visit("/protective/coverage/").says("none")


def test_a_disputed_notice_is_followed_to_the_last_copy(home: Home) -> None:  # noqa: F811
    """7, its end: the source withdraws, and the file says that the last copy here is gone."""
    home.protect("Vortan", "Iko", birth_dates=("1984-06-12",))
    published = home.published(home.proposed(home.examined(home.requested())))
    (file,) = home.files()
    desk = Visitor(home.browsers["duty"]).visit(f"/protective/files/{file.id}/judge/")
    desk.fill(judgement="same", because="It is he.").press("Put the judgement on file")
    desk.visit(f"/protective/files/{file.id}/dispute/")
    desk.fill(reason="article_2_or_3", ground="He is a minister of ours.").press("Dispute it")
    desk.says("to be answered by", "In force")
    home.perform(WithdrawNotice(reference=published, code=WithdrawalCode.NO_LONGER_WANTED), "xa")
    desk.visit(f"/protective/files/{file.id}/").says("the last copy here is gone")
    assert wiring.reader(home.sittings["xb"], "incoming").incoming().rows == ()
    desk.visit(f"/protective/files/{file.id}/item/").says("The data are gone")


def test_the_wrong_twin(home: Home) -> None:  # noqa: F811
    """10: same name and birthday; cleared once, stays cleared, the letter proves it; the man himself is found."""
    home.published(home.proposed(home.examined(home.requested())))
    officer = Visitor(home.browsers["front"]).visit("/front_line/")
    twin = {"name": "Iko Vortan", "birth_date": "1984-06-12", "document": "QM990001"}
    officer.fill(**twin).press("Ask").says("This is no ground for arrest")
    result = re.search(r"/front_line/results/([0-9a-f]{32})/", officer.text)[1]
    officer.visit(f"/front_line/results/{result}/judge/").fill(same="no", compared=["face", "document"])
    officer.press("Put it on file").says("Somebody else")
    officer.visit(f"/front_line/results/{result}/letter/").says("Good until")
    letter = re.search(r"<textarea[^>]*>(.*?)</textarea>", officer.text, re.S)[1].replace("&quot;", '"')
    assert letter_room.read_letter(letter)["documents"] == ["QM990001"]
    officer.visit("/front_line/").fill(**twin).press("Ask").says("somebody else")
    assert "Vortan" not in officer.text.split("<form method")[0]
    officer.visit("/front_line/").fill(**(twin | {"document": "QM448210"})).press("Ask").says("VORTAN")
