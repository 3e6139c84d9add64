"""The bureau's desk: drafts, answers, keeping a notice true, and what it must never see, by forms alone."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.open_review import OpenReview
from article3.acts.save_draft import SaveDraft
from article3.intake.reading import write_communication
from article3.terms.reasons import IfSilent
from tests.sites.conftest import Office, request
from tests.sites.visitor import Visitor


def at(office: Office, who: str) -> Visitor:
    """Somebody at the pages."""
    return Visitor(office.browsers[who])


def drafted(office: Office, who: str = "xa", **document: object) -> str:
    """A draft with this document, or a clear request."""
    draft = wiring.new_reference()
    form = json.dumps({"document": document or dict(write_communication(request())), "corrects": ""})
    office.perform(SaveDraft(draft=draft, title="Red notice", form_json=form), who)
    return draft


def asked(office: Office, days: int = 9) -> str:
    """A request of XA that came back with a question."""
    reference = office.requested()
    office.perform(OpenReview(reference=reference), "first")
    last = timezone.localdate() + timedelta(days=days)
    asking = Asking(id=wiring.new_reference(), text="When was it?", deadline=last)
    office.perform(AskRequester(reference=reference, questions=(asking,)), "first")
    return reference


class TestDrafts:
    """Kept as typed, seen by the bureau alone, sent by its lead."""

    def test_what_cannot_be_read_is_kept_and_told(self, office: Office) -> None:
        """Leaving loses nothing, also not a mistake."""
        draft = drafted(office, channel="notice_request", colour="red")
        page = at(office, "xa").visit(f"/bureau/drafts/{draft}/person/")
        page.fill(birth_dates="the spring of 1980").press("Save and come back later").says("New and drafts")
        page.visit(f"/bureau/drafts/{draft}/person/").says("the spring of 1980")
        page.press("Save and continue").says("Write what is known of the date")
        page.visit(f"/bureau/drafts/{draft}/check/").says("These fields cannot be read")
        assert "Send now" not in page.text

    def test_another_bureau_finds_no_draft_by_any_address(self, office: Office) -> None:
        """Reading, writing and discarding are equally absent."""
        draft = drafted(office)
        stranger = office.browsers["xb"]
        for page in ("instrument", "person", "charges", "charges/0", "papers", "basis", "declarations", "check"):
            assert stranger.get(f"/bureau/drafts/{draft}/{page}/").status_code == 404
            assert stranger.post(f"/bureau/drafts/{draft}/{page}/", {"go": "next"}).status_code == 404
        assert stranger.post(f"/bureau/drafts/{draft}/discard/").status_code == 404
        at(office, "xa").visit(f"/bureau/drafts/{draft}/check/").says("Send now")

    def test_an_officer_drafts_and_only_the_lead_sends(self, office: Office) -> None:
        """The page says so, and posting all the same is refused."""
        draft = drafted(office, "clerk")
        clerk = at(office, "clerk").visit(f"/bureau/drafts/{draft}/check/")
        clerk.says("The lead of your bureau sends requests.")
        answer = office.browsers["clerk"].post(f"/bureau/drafts/{draft}/check/", {"sure": "on"})
        assert answer.status_code == 422 and "mandate" in answer.content.decode()
        at(office, "xa").visit(f"/bureau/drafts/{draft}/check/").fill(sure="on").press("Send now").says("Received")

    def test_the_live_look_changes_nothing_and_answers_with_pieces_only(self, office: Office) -> None:
        """Errors of the fields, the Latin form, what would be asked; the draft stays as it was."""
        draft = drafted(office, channel="notice_request", colour="red")
        answer = office.browsers["xa"].post(f"/bureau/drafts/{draft}/person/", {
            "names-0-family": "Орлов", "names-0-given": "", "birth_dates": "1980-13"}, headers={"HX-Request": "true"})
        text = answer.content.decode()
        assert answer.status_code == 200 and "<html" not in text
        assert "ORLOV" in text and "This day is not in the calendar" in text and "You would be asked" in text
        assert "Орлов" not in at(office, "xa").visit(f"/bureau/drafts/{draft}/person/").text

    def test_a_charge_is_added_changed_and_removed(self, office: Office) -> None:
        """One page each; the list shows how many acts are described."""
        draft = drafted(office, channel="notice_request", colour="red")
        page = at(office, "xa").visit(f"/bureau/drafts/{draft}/charges/0/")
        page.fill(text="Murder", acts__0__what="shot J. Ruvo").press("Save and continue")
        page.says("Murder", "1 act of the person described")
        assert page.visit(f"/bureau/drafts/{draft}/charges/2/").status == 404, "a charge past the next one"
        page.visit(f"/bureau/drafts/{draft}/charges/").press("Remove").says("No charge yet")

    def test_a_file_is_attached_sent_and_read_by_those_who_read_the_notice(self, office: Office) -> None:
        """As opaque bytes, for download only; another address or bureau finds nothing."""
        draft = drafted(office)
        content = io.BytesIO(b"%PDF-1.7 invented <script>")
        content.name = "warrant.pdf"
        sent = office.browsers["xa"].post(f"/bureau/drafts/{draft}/papers/", {"go": "attach", "file": content})
        assert sent.status_code == 302
        page = at(office, "xa").visit(f"/bureau/drafts/{draft}/papers/").says("warrant.pdf")
        digest = re.search(r"detach:([0-9a-f]{64})", page.text)[1]
        page.visit(f"/bureau/drafts/{draft}/check/").fill(sure="on").press("Send now")
        reference = re.search(r"/items/([0-9a-f]{32})/", page.at)[1]
        address = f"/bureau/incoming/{reference}/papers/{digest}/"
        assert office.browsers["xb"].get(address).status_code == 404, "readable before it is published"
        office.published(office.proposed(office.examined(reference)))
        answer = office.browsers["xb"].get(address)
        assert b"".join(answer) == b"%PDF-1.7 invented <script>"
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")

    def test_a_file_with_a_path_in_its_name_is_refused(self, office: Office) -> None:
        """Abuse case A19; what is too large or empty likewise."""
        draft = drafted(office)
        for name, content in (("..evil.pdf", b"x"), ("a.pdf", b"")):
            file = io.BytesIO(content)
            file.name = name
            answer = office.browsers["xa"].post(f"/bureau/drafts/{draft}/papers/", {"go": "attach", "file": file})
            assert answer.status_code == 422, name

    @pytest.mark.parametrize("address", ["drafts/new/", "drafts/{draft}/discard/"])
    def test_what_changes_something_is_never_done_by_opening_an_address(self, office: Office, address: str) -> None:
        """405 for GET."""
        draft = drafted(office)
        assert office.browsers["xa"].get(f"/bureau/{address.format(draft=draft)}").status_code == 405


class TestAnswering:
    """Questions with their clock; nothing is typed twice."""

    def test_the_form_itself_is_corrected_and_answers_the_question(self, office: Office) -> None:
        """The draft begins with what was sent; the reviewer reads the new text."""
        reference = asked(office)
        page = at(office, "xa").visit(f"/bureau/items/{reference}/answer/").press("Correct the form").says("Vortan")
        page.fill(description="1.82 m, a scar, limps").press("Save and continue")
        draft = re.search(r"/drafts/([0-9a-f]{32})/", page.at)[1]
        page.visit(f"/bureau/drafts/{draft}/check/").says("When was it?").fill(sure="on").press("Send now")
        page.says("The corrected form was sent.")
        assert office.file(reference).communication.person.description == "1.82 m, a scar, limps"
        assert not office.file(reference).open_questions

    def test_more_time_stops_the_clock_until_a_reviewer_answers(self, office: Office) -> None:
        """The wish with its reason; the reviewer's yes moves the day."""
        reference = asked(office)
        later = timezone.localdate() + timedelta(days=30)
        page = at(office, "xa").visit(f"/bureau/items/{reference}/more-time/")
        page.fill(until=later.isoformat(), because="The court is closed.").press("Ask for more time")
        page.says("Stands still")
        desk = at(office, "first").visit(f"/secretariat/files/{reference}/letters/").says("The court is closed.")
        desk.visit(f"/secretariat/files/{reference}/more-time/").fill(granted="yes").press("Answer")
        page.visit(f"/bureau/items/{reference}/").says(f"last day {later.day}")

    def test_a_consulted_bureau_reads_its_question_and_nothing_of_the_file(self, office: Office) -> None:
        """Name, source and colour of the file are not on its page; it replies once."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        office.perform(ConsultBureau(
            reference=reference, consultation=(asking := wiring.new_reference()), bureau="XC", question="Is he known?",
            deadline=timezone.localdate() + timedelta(days=9), if_silent=IfSilent.TAKEN_AS_NO_OBJECTION), "first")
        page = at(office, "xc").visit(f"/bureau/asked/{reference}/{asking}/")
        page.says("Is he known?", "Without a reply by then, no objection is assumed.")
        assert not re.search("Vortan|Red notice|XA", page.text)
        page.fill(reply="No.").press("Send the reply").says("Your reply was sent.")
        assert at(office, "xb").visit(f"/bureau/asked/{reference}/{asking}/").status == 404


class TestKeepingTrue:
    """Suspend, resume, withdraw: whoever reads the notice sees it."""

    def test_a_suspension_is_bounded_and_shown_to_readers(self, office: Office) -> None:
        """More than six months is refused with the rule; the mark changes for everybody."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "xa").visit(f"/bureau/items/{reference}/suspend/")
        too_long = timezone.localdate() + timedelta(days=200)
        page.fill(until=too_long.isoformat(), because="Talks.").press("Suspend the notice").says("RPD 81(1)")
        assert page.status == 422
        page.fill(until=(timezone.localdate() + timedelta(days=30)).isoformat(), because="Talks.")
        page.press("Suspend the notice").says("The notice is suspended")
        at(office, "xb").visit(f"/bureau/incoming/{reference}/").says("Take no action on it")
        page.visit(f"/bureau/items/{reference}/resume/").press("End the suspension").says("Published")

    def test_a_refused_extradition_is_added_by_the_source_and_read_by_everybody(self, office: Office) -> None:
        """With a word of what happened; a file of another bureau is not there."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "xa").visit(f"/bureau/items/{reference}/extradition-refused/").press("Add it to the record")
        assert page.status == 422
        page.fill(text="XC refused on 4 May: risk of an unfair trial.").press("Add it to the record")
        at(office, "xb").visit(f"/bureau/incoming/{reference}/").says("refused",
                                                                      "XC refused on 4 May")
        assert office.browsers["xb"].get(f"/bureau/items/{reference}/extradition-refused/").status_code == 404

    def test_withdrawal_asks_why_and_leaves_readers_the_order_alone(self, office: Office) -> None:
        """The data are gone for them."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "xa").visit(f"/bureau/items/{reference}/withdraw/").press("Withdraw it for good")
        assert page.status == 422
        page.fill(code="purpose_met").press("Withdraw it for good").says("Withdrawn by you.")
        reader = at(office, "xb").visit(f"/bureau/incoming/{reference}/").says("No longer valid", "The data are gone")
        assert "Vortan" not in reader.text


class TestSearch:
    """By POST only, never a name in an address, never what is not the bureau's."""

    def test_names_are_compared_word_by_word_with_what_was_typed(self, office: Office) -> None:
        """The same, nearly the same, and on one side only."""
        office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "xb").visit("/bureau/search/").fill(name="Vortan Iko").press("Search")
        page.says("Compare the names word by word", "Same")

    @pytest.mark.parametrize("name", ["", "V", "*", "%"])
    def test_a_search_without_enough_to_go_by_is_refused_clearly(self, office: Office, name: str) -> None:
        """Abuse case A22."""
        page = at(office, "xb").visit("/bureau/search/").fill(name=name).press("Search")
        assert page.status == 422 and page.errors()

    def test_a_search_in_the_address_searches_nothing(self, office: Office) -> None:
        """A link with a name in it opens the empty form."""
        office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "xb").visit("/bureau/search/?name=Vortan")
        assert "Found" not in page.text

    def test_names_in_other_scripts_are_isolated_and_shown_with_their_latin_form(self, office: Office) -> None:
        """An Arabic name does not turn the line around."""
        sent = request()
        name = replace(sent.person.names[0], family="الحداد", given="سامي", latin_family="ALHDAD", latin_given="SAMI")
        office.published(office.proposed(office.examined(office.sent(
            replace(sent, person=replace(sent.person, names=(name,)))))))
        page = at(office, "xb").visit("/bureau/search/").fill(name="الحداد").press("Search")
        page.says("<bdi>الحداد سامي</bdi>", "ALHDAD SAMI")
