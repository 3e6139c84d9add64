"""The task force's desk: what its pages say and refuse, by forms alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from article3 import wiring
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.open_review import OpenReview
from article3.lifecycle.states import State
from article3.register.pages import NotFound
from tests.sites.conftest import Office
from tests.sites.visitor import Visitor


def at(office: Office, who: str) -> Visitor:
    """Somebody at the pages."""
    return Visitor(office.browsers[who])


class TestQueue:
    """Ordered by harm and clock, each row with its reason."""

    def test_a_row_says_why_it_stands_there_and_hides_the_name_until_it_is_taken_up(self, office: Office) -> None:
        """The line of the review order is on the page; the person is not."""
        office.requested()
        page = at(office, "first").visit("/secretariat/").says("Look by", "Take up to read", "Red notice")
        assert "VORTAN" not in page.text.upper()

    def test_filters_narrow_and_an_unknown_filter_is_no_filter(self, office: Office) -> None:
        """Colour, channel, clock; what is not in the closed list changes nothing."""
        office.requested()
        desk = at(office, "first")
        desk.visit("/secretariat/?colour=red").says("Take up to read")
        desk.visit("/secretariat/?colour=blue").says("No file fits this filter")
        desk.visit("/secretariat/?channel=diffusion").says("No file fits this filter")
        desk.visit("/secretariat/?colour=%27;drop&clock=x&only=y").says("Take up to read")

    @pytest.mark.parametrize(("days", "clock"), [(1, "soon"), (5, "soon"), (6, "fine")])
    def test_the_clock_filter_parts_files_at_five_days(self, office: Office, days: int, clock: str) -> None:
        """A question due within five days is due soon."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        last = timezone.localdate() + timedelta(days=days)
        asking = Asking(id=wiring.new_reference(), text="When was it?", deadline=last)
        office.perform(AskRequester(reference=reference, questions=(asking,)), "first")
        desk = at(office, "first")
        desk.visit(f"/secretariat/?clock={clock}").says("VORTAN IKO")
        other = {"soon": "fine", "fine": "soon"}[clock]
        desk.visit(f"/secretariat/?clock={other}").says("No file fits this filter")

    def test_an_empty_queue_teaches(self, office: Office) -> None:
        """It says what will appear here and in which order."""
        at(office, "first").visit("/secretariat/").says("Nothing waits", "what waits moves up")


class TestWhoMayDecide:
    """The pages say why somebody may not, before anybody tries."""

    def test_the_first_reviewer_reads_that_another_gives_the_second_word(self, office: Office) -> None:
        """And the act refuses as well."""
        reference = office.proposed(office.examined(office.requested()))
        at(office, "first").visit(f"/secretariat/files/{reference}/outcome/").says(
            "You cannot give the second word.", "You proposed this.")

    def test_a_reviewer_of_the_first_ones_nationality_is_not_shown_the_file(self, office: Office) -> None:
        """The file waits for others; for this reviewer it is a line of the queue."""
        reference = office.proposed(office.examined(office.requested()))
        assert at(office, "same").visit(f"/secretariat/files/{reference}/agree/").status == 404
        with pytest.raises(NotFound):
            office.file(reference, "same")

    def test_taking_up_a_colleagues_file_is_refused_with_the_reason(self, office: Office) -> None:
        """The page stays and says who may."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "second").visit(f"/secretariat/files/{reference}/take/").press("Take it up and read it")
        assert page.status == 422
        page.says("only the lead may take it over")

    def test_disagreement_goes_up_and_the_lead_settles(self, office: Office) -> None:
        """The second reviewer resolves otherwise; the lead reads both views side by side."""
        reference = office.proposed(office.examined(office.requested()))
        second = at(office, "second").visit(f"/secretariat/files/{reference}/dissent/")
        second.fill(resolution="refuse", internal="The witness withdrew.", grounds=["accuracy"], public="other",
                    to_requester=["not_compliant"]).press("See every text first")
        second.says("The request does not comply with the rules of the Organization.")
        second.press("Put this before the lead").says("The lead decides between the two.")
        lead = at(office, "lead").visit(f"/secretariat/files/{reference}/settle/")
        lead.says("An ordinary murder", "The witness withdrew.")
        lead.fill(side="dissent").press("Decide").says("It is decided.")


class TestPreview:
    """Nothing leaves before it was read as its reader will read it."""

    def test_a_refusal_shows_each_layer_and_sends_only_the_outward_words(self, office: Office) -> None:
        """The requester reads the sentence of the code; the internal reasons stay inside."""
        reference = office.examined(office.requested())
        first = at(office, "first").visit(f"/secretariat/files/{reference}/propose/")
        first.fill(resolution="refuse", internal="Secret reasoning.", grounds=["penalty_threshold"], public="other",
                   to_requester=["below_penalty_threshold"]).press("See every text first")
        first.says("Secret reasoning.", "The penalty is below what this type of notice requires.", "Other rules")
        first.press("Propose this")
        second = at(office, "second").visit(f"/secretariat/files/{reference}/agree/").press("Agree and decide")
        second.says("It is decided.")
        first.visit(f"/secretariat/files/{reference}/carry-out/").says("The requester is told in the words below")
        first.press("Refuse now").says("Those concerned are told.")
        bureau = at(office, "xa").visit(f"/bureau/items/{reference}/")
        bureau.says("Received. The decision will reach you here.")
        wiring.give_out(timezone.now() + timedelta(hours=9))
        bureau.visit(f"/bureau/items/{reference}/")
        bureau.says("Refused", "The penalty is below what this type of notice requires.")
        assert "Secret" not in bureau.text

    def test_going_back_from_the_preview_keeps_everything_typed(self, office: Office) -> None:
        """Nothing has to be written twice."""
        reference = office.examined(office.requested())
        page = at(office, "first").visit(f"/secretariat/files/{reference}/propose/")
        page.fill(resolution="publish", internal="Read and weighed.", public="compliant").press("See every text first")
        page.press("Change something").says("Read and weighed.", "See every text first")

    @pytest.mark.parametrize(("typed", "said"), [
        ({"resolution": "refuse", "public": "other"}, "Choose at least one."),
        ({"resolution": "refuse", "public": "compliant", "grounds": ["accuracy"], "to_requester": ["not_compliant"]},
         "What is not published cannot be counted as compliant."),
        ({"resolution": "publish", "public": "article_3"}, "What is found compliant is counted as compliant.")])
    def test_reasons_that_do_not_fit_the_resolution_are_told_at_their_field(
            self, office: Office, typed: dict[str, Any], said: str) -> None:
        """Before the preview."""
        reference = office.examined(office.requested())
        page = at(office, "first").visit(f"/secretariat/files/{reference}/propose/")
        page.fill(internal="x", **typed).press("See every text first").says(said)
        assert page.status == 422

    def test_an_order_on_a_version_that_changed_meanwhile_is_refused(self, office: Office) -> None:
        """What was read is what is decided on."""
        reference = office.proposed(office.examined(office.requested()))
        page = at(office, "second").visit(f"/secretariat/files/{reference}/agree/")
        at(office, "first").visit(f"/secretariat/files/{reference}/research/").fill(
            query="x", source="y", bears_on="RPD-34-3-a", found="no", note="z").press("Log the search")
        page.press("Agree and decide")
        assert page.status == 422 and "changed" in page.text
        assert office.file(reference).state is State.UNDER_REVIEW


class TestExamination:
    """Facts with sources, searches with copies, answers with reasons."""

    def test_a_fact_is_recorded_with_its_source_and_the_rules_read_it_at_once(self, office: Office) -> None:
        """The role of the person appears in the trace of Article 3."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/fact/")
        page.fill(fact="roles", value="journalist, politician", source="The Selen Courier").press("Record the fact")
        page.says("The fact is recorded", "The Selen Courier", "journalist, politician")
        page.visit(f"/secretariat/files/{reference}/fact-back/").fill(fact="roles").press("Take the fact back")
        page.says("taken back")

    @pytest.mark.parametrize(("fact", "value"), [("extradition_refused", "perhaps"), ("cheque_count", "many")])
    def test_a_value_of_the_wrong_kind_is_refused_with_what_is_expected(self, office: Office, fact: str, value: str
                                                                         ) -> None:
        """Yes or no; a whole number."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/fact/")
        page.fill(fact=fact, value=value, source="x").press("Record the fact").says("expected")
        assert page.status == 422

    def test_what_was_found_needs_a_fixed_copy_and_what_was_not_needs_none(self, office: Office) -> None:
        """The hash of the copy stands in the log."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/research/")
        page.fill(query="trial", source="Court register", bears_on="RPD-34-3-b", found="yes", note="a report")
        page.press("Log the search").says("What was found needs a fixed copy, or its SHA-256.")
        page.fill(sha256="ab" * 32).press("Log the search").says("The search is in the log.", "abababababab")

    def test_an_answer_without_a_reason_is_not_taken(self, office: Office) -> None:
        """Nor a reason without an answer."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/answers/?rule=RPD-77-c")
        page.fill(**{"RPD-77-c-outcome": "met"}).press("Put the answers on file").says("Say why.")
        page.fill(**{"RPD-77-c-because": "Nothing in it could."}).press("Put the answers on file")
        page.says("Your answers are in the file")

    def test_standing_aside_gives_the_file_back_to_the_queue(self, office: Office) -> None:
        """For good: the page is gone for this reviewer."""
        reference = office.requested()
        office.perform(OpenReview(reference=reference), "first")
        page = at(office, "first").visit(f"/secretariat/files/{reference}/stand-aside/")
        page.fill(because="My cousin is the prosecutor.").press("Stand aside").says("You stand aside from this file.")
        assert page.visit(f"/secretariat/files/{reference}/").status == 404


class TestCaveats:
    """A caveat is part of the record for everybody who reads it."""

    def test_it_stands_in_the_list_in_the_search_and_on_the_notice(self, office: Office) -> None:
        """There is no reading without it."""
        reference = office.published(office.proposed(office.examined(office.requested())))
        page = at(office, "first").visit(f"/secretariat/files/{reference}/caveat/")
        page.fill(kind="extradition_refused", text="XC refused on 3 February.").press("Add the caveat")
        bureau = at(office, "xb")
        bureau.visit("/bureau/incoming/").says("A member has refused extradition.")
        bureau.visit("/bureau/search/").fill(name="Vortan").press("Search").says("A member has refused extradition.")
        bureau.visit(f"/bureau/incoming/{reference}/").says("XC refused on 3 February.", "part of this record")
