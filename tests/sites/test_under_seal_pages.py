"""What is under seal, at the screens: an authority, givers with and without an account, a reviewer, a custodian."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from article3.acts.open_review import OpenReview
from tests.sites.conftest import Office
from tests.sites.visitor import Visitor

pytestmark = pytest.mark.usefixtures("sealed")
STATED = {"against": "XA", "evidence": "R 17/2025", "status": "granted"}
IKO = {"family": "Vortan", "given": "Iko", "born": "1984-06-12", "nationality": "QM", "document": "QM448210"}
SAYS = "The warrant was written in the minister's office on 3 November. A clerk told us so and showed the register."
HANDLE = re.compile("/([0-9a-f]{32})/")


def visitor(office: Office, who: str) -> Visitor:
    """Somebody at the pages."""
    return Visitor(office.browsers[who])


def attested(office: Office) -> str:
    """Entered by one officer, confirmed by the other."""
    page = visitor(office, "attests").visit("/protection/attest/").fill(**IKO, **STATED)
    page.press("Enter it").says("holds as soon as a second officer confirms it", "You entered it")
    id = HANDLE.search(page.at)[1]
    other = visitor(office, "confirms").visit(f"/protection/attestations/{id}/").press("I have seen the decision")
    other.says("Confirmed. It holds from now on.")
    return id


def test_an_attestation_is_entered_by_one_and_confirmed_by_another(office: Office) -> None:
    """And what was done about what it met is read there, and nothing of the file."""
    reference = office.requested()
    id = attested(office)
    page = visitor(office, "attests").visit(f"/protection/attestations/{id}/")
    page.says("A request; it cannot be published", "XA")
    assert reference not in page.text
    page.visit("/protection/").says("Vortan")


def test_whoever_entered_it_does_not_confirm_it(office: Office) -> None:
    """A10: also when the page is not asked."""
    page = visitor(office, "attests").visit("/protection/attest/").fill(**IKO, **STATED)
    id = HANDLE.search(page.press("Enter it").at)[1]
    office.browsers["attests"].post(f"/protection/attestations/{id}/confirm/")
    page.visit(f"/protection/attestations/{id}/").says("Another officer confirms it", "Not confirmed")


def test_what_the_form_lacks_is_said_beside_its_field(office: Office) -> None:
    """A name alone would meet other people; the protecting country is not the one feared."""
    page = visitor(office, "attests").visit("/protection/attest/")
    page.fill(family="Vortan", **STATED).press("Enter it").says("a name alone would meet other")
    page.fill(**(IKO | STATED | {"against": "XB"})).press("Enter it").says("cannot be the country feared")
    page.fill(**(IKO | STATED | {"against": "Aramea"})).press("Enter it").says("code of two letters")


def test_a_file_of_many_is_taken_in_whole_or_not_at_all(office: Office) -> None:
    """Every error of every row at once; then the mended file."""
    head = "family,given,born,document,status,against,evidence\n"
    bad = head + "Vortan,Iko,1984-06-12,,granted,XA,R 1\n,Ada,12.6.1990,,given,Aramea,\n"
    browser = office.browsers["attests"]
    answer = browser.post("/protection/batch/", {"file": SimpleUploadedFile("many.csv", bad.encode())})
    text = answer.content.decode()
    assert answer.status_code == 422
    for told in ("Nothing was taken in", "Row 3, family:", "Row 3, born:", "Row 3, status:", "Row 3, against:",
                 "Row 3, evidence:"):
        assert told in text
    assert "Nothing is attested yet" in browser.get("/protection/").content.decode()
    good = head + "Vortan,Iko,1984-06-12,,granted,XA,R 1\nКелмес,Адда,1990-01-20,,pending,XA;XC,R 2\n"
    browser.post("/protection/batch/", {"file": SimpleUploadedFile("many.csv", good.encode())})
    assert browser.get("/protection/").content.decode().count("Waits for a second officer") == 2


def given(office: Office, who: str = "xc", **changes: str) -> str:
    """A bureau gives information; its handle."""
    page = visitor(office, who).visit("/bureau/confidence/give/").fill(**(IKO | {"text": SAYS} | changes))
    page.press("Give it under seal").says("It is under seal.", SAYS.replace("'", "&#x27;"))
    return HANDLE.search(page.at)[1]


def test_what_a_bureau_gave_is_read_by_the_reviewer_without_its_giver(office: Office) -> None:
    """Then the origin: asked with a reason, granted by its giver, handed over by the custodian; each with its date."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    id = given(office)
    desk = f"/secretariat/files/{reference}/under-seal/"
    reviewer = visitor(office, "first").visit(desk).says("A clerk told us so", "Under seal")
    assert "Given by" not in reviewer.text
    reviewer.visit(f"{desk}{id}/open/").fill(opens="origin", because="To weigh how near the source was.")
    reviewer.press("Ask to open it").says("Waits")
    giver = visitor(office, "xc").visit("/bureau/confidence/").says("A request waits for you")
    giver.visit(f"/bureau/confidence/{id}/")
    giver.visit(re.search(r"/bureau/confidence/\w+/answer/\w+/", giver.text)[0])
    giver.fill(granted="yes", because="For the task force only.").press("Answer").says("kept with its date")
    custodian = visitor(office, "custodian").visit("/custodian/").says("To weigh how near")
    assert "A clerk told us so" not in custodian.text and "XC" not in custodian.text
    custodian.visit(re.search(r"/custodian/origins/\w+/\w+/", custodian.text)[0])
    custodian.fill(granted="yes", because="The reason is good.").press("Answer").says("Kept with its date")
    reviewer.visit(desk).says("Given by:", "<bdi>XC</bdi>")
    custodian.visit("/custodian/log/").says("To hand an origin over", "To open an origin")


def test_a_reviewer_without_the_file_finds_nothing_under_seal(office: Office) -> None:
    """As if the page were not there; nor does a bureau, its source least of all."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    given(office)
    for who in ("second", "xa", "xb", "oversight", "custodian", "attests"):
        assert office.browsers[who].get(f"/secretariat/files/{reference}/under-seal/").status_code == 404
    assert "Nothing was given yet" in office.browsers["xb"].get("/bureau/confidence/").content.decode()


def test_ask_me_first_shows_nothing_before_its_giver_was_asked(office: Office) -> None:
    """The reviewer sees that there is something, asks, and reads it when its giver agreed."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    id = given(office, use="not_without_asking")
    desk = f"/secretariat/files/{reference}/under-seal/"
    reviewer = visitor(office, "first").visit(desk).says("Its giver must be asked")
    assert "A clerk" not in reviewer.text
    reviewer.visit(f"{desk}{id}/open/").fill(opens="content", because="It may decide the matter.").press("Ask to")
    giver = visitor(office, "xc").visit(f"/bureau/confidence/{id}/")
    giver.visit(re.search(r"/bureau/confidence/\w+/answer/\w+/", giver.text)[0])
    giver.fill(granted="yes", because="Yes.").press("Answer")
    reviewer.visit(desk).says("A clerk told us so")


def test_the_giver_changes_it_and_takes_it_back(office: Office) -> None:
    """The reviewer reads the new words, then nothing."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    id = given(office)
    page = visitor(office, "xc").visit(f"/bureau/confidence/{id}/change/").fill(text="It was a judge, not a clerk.")
    page.press("Change it").says("Changed.", "changed 1 time")
    reviewer = visitor(office, "first").visit(f"/secretariat/files/{reference}/under-seal/").says("It was a judge")
    page.press("Take it back").says("Taken back.")
    again = office.browsers["xc"].post(f"/bureau/confidence/{id}/withdraw/", follow=True)  # from another window
    assert again.status_code == 200 and "has taken it back" in again.content.decode()
    assert "It was a judge" not in reviewer.visit(f"/secretariat/files/{reference}/under-seal/").text


DROP = IKO | {"kind": "rights_group", "says_it_is": "Watch of Port Selen", "text": SAYS}


def dropped() -> str:
    """Given without an account; the code."""
    page = Visitor(Client()).visit("/public/drop/").fill(**DROP).press("Give it under seal").says("It is shown once")
    return re.search(r"<strong>([A-Z2-7 ]{39})</strong>", page.text)[1]


def test_a_code_is_the_way_back_for_whoever_has_no_account(office: Office) -> None:
    """160 bits; in small letters too; no cookie knows of it; it can be changed and taken back."""
    code = dropped()
    assert len(code.replace(" ", "")) * 5 >= 128
    client = Client()
    page = Visitor(client).visit("/public/drop/back/").fill(code=code.lower()).press("Open").says("A clerk told us so")
    assert set(client.cookies) <= {"csrftoken"}
    page.fill(text="It was a judge.").press("Change it").says("It was a judge.")
    page.press("Take it back").says("Taken back.")


def test_every_wrong_code_gets_the_same_answer(office: Office) -> None:
    """Too short, well made, one sign off, of what was erased: the same bytes, but for what was typed."""
    code = dropped()
    wrong = ["A", "A" * 32, code[:-1] + ("A" if code[-1] != "A" else "B"), "' OR 1=1 --", "é" * 90]
    answers = {_wrong(each) for each in wrong}
    assert len(answers) == 1


def _wrong(code: str) -> str:
    answer = Client().post("/public/drop/back/", {"code": code})
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    assert answer.status_code == 422
    return re.sub(r'value="[^"]*"', "", text)


def test_pages_of_a_seat_are_not_there_for_another(office: Office) -> None:
    """A site opens only to its own seats."""
    for who in ("xa", "xb", "first", "oversight", "custodian"):
        assert office.browsers[who].get("/protection/").status_code == 404
    for who in ("xa", "first", "oversight", "attests"):
        assert office.browsers[who].get("/custodian/").status_code == 404


def test_the_custodian_answers_whether_two_are_one_person(office: Office) -> None:
    """A respelled name with another paper is a question; "no" is remembered and the item goes on."""
    attested(office)
    reference = office.requested(person=_other())
    office.perform(OpenReview(reference=reference), "first")
    office.browsers["custodian"].get("/custodian/")
    page = visitor(office, "custodian").visit("/custodian/").says("Are the two one person?")
    page.visit(f"/custodian/same/{reference}/" + re.search(rf"/custodian/same/{reference}/(\w+)/", page.text)[1] + "/")
    page.says("In the item", "Vortan").fill(granted="no", because="Another mother, another town.").press("Answer")
    page.says("Your word is kept", "No question is open.")


def _other() -> Any:
    from dataclasses import replace

    from article3.terms.communication import Name
    from article3.terms.dates import partial_date
    from tests.desk import murder

    return replace(murder().person, names=(Name(family="Vortan", given="Iko"),), documents=(),
                   birth_dates=(partial_date("1984-06-13"),))


def test_when_the_sealed_files_do_not_answer_nothing_goes_on(office: Office, sealed: Path, settings: Any) -> None:
    """Fail closed: what arrived waits, and an act that asks them is refused with a sentence."""
    from article3.register.models import File
    from article3.wiring import sealed_files

    def shut(*_: Any, **__: Any) -> None:
        raise sealed_files.door.Shut

    reference = office.requested()
    ask, sealed_files.door.ask = sealed_files.door.ask, shut
    try:
        office.browsers["first"].get("/secretariat/")
        assert File.objects.get(pk=reference).arriving
    finally:
        sealed_files.door.ask = ask
    office.browsers["first"].get("/secretariat/")
    assert not File.objects.get(pk=reference).arriving
