"""The sheets of a request: what is typed comes back as it was typed, and what is wrong is told at its field."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from article3.sites.bureau.look import look, mark_problems, on_sheet, sheet_of, sheet_of_fact
from article3.sites.bureau.sheet import posted, shown, written
from article3.sites.bureau.sheets import BASIS, PERSON, charge_sheet

TODAY = date(2026, 5, 4)
TYPED = QueryDict(mutable=True)
TYPED.update({"names-0-family": "Орлов", "names-0-given": "", "names-1-family": "Orloff", "names-1-kind": "alias",
              "birth_dates": "1980-13, 1981", "nationalities": "XB، QQQ", "minor": "no", "height_cm": "182",
              "documents-0-kind": "", "documents-0-number": "5"})


def typed() -> dict:
    """The document after the person sheet was typed as above."""
    return written(posted(PERSON, TYPED), {"channel": "notice_request", "colour": "red"})


class TestWritten:
    """From the page to the document."""

    def test_lists_numbers_and_yes_or_no_take_their_kinds(self) -> None:
        """Commas of both scripts separate; "no" is said, not left out."""
        person = typed()["person"]
        assert person["birth_dates"] == ["1980-13", "1981"]
        assert person["nationalities"] == ["XB", "QQQ"]
        assert person["minor"] is False and person["height_cm"] == 182

    def test_what_is_left_empty_is_not_in_the_document(self) -> None:
        """Unknown is absent, never an empty text."""
        person = typed()["person"]
        assert "sex" not in person and "given" not in person["names"][0] and "roles" not in person

    def test_a_row_is_removed_and_the_others_stay(self) -> None:
        """Without a script the button names the row."""
        left = written(posted(PERSON, TYPED), {}, remove="names-0")["person"]["names"]
        assert left == [{"family": "Orloff", "kind": "alias"}]

    def test_other_sheets_are_left_alone(self) -> None:
        """Emptying one sheet empties nothing else."""
        document = {"channel": "notice_request", "legal_basis": "Code 88", "person": {"sex": "F"}}
        assert written(posted(BASIS, QueryDict("interest=x")), document)["person"] == {"sex": "F"}

    def test_what_was_typed_is_shown_again_word_for_word(self) -> None:
        """Also what cannot be read."""
        again = shown(PERSON, typed())
        assert again.form["birth_dates"].value() == "1980-13, 1981"
        assert again.form["minor"].value() == "no"
        assert [form["family"].value() for form in again.rows[0].forms] == ["Орлов", "Orloff"]

    def test_a_second_charge_is_written_beside_the_first(self) -> None:
        """Charges are filled one by one."""
        document = {"charges": [{"text": "murder"}]}
        assert written(posted(charge_sheet(1), QueryDict("text=theft")), document)["charges"] == [
            {"text": "murder"}, {"text": "theft"}]


class TestLook:
    """What a reviewer would find, while typing."""

    def test_every_problem_stands_at_its_field(self) -> None:
        """The date, the country, the row of the document."""
        filled = posted(PERSON, TYPED)
        document = written(filled, {"channel": "notice_request", "colour": "red"})
        assert mark_problems(filled, look(document, "XA", TODAY).problems) == ()
        assert set(filled.form.errors) == {"birth_dates", "nationalities"}
        documents = next(group for group in filled.rows if group.rows.key == "documents")
        assert set(documents.forms[0].errors) == {"kind"}

    def test_what_cannot_be_read_is_left_out_and_the_rest_is_assessed(self) -> None:
        """One wrong date does not silence the rules."""
        found = look(typed(), "XA", TODAY)
        assert found.communication.person.names[0].latin_family == "ORLOV"
        assert [str(day) for day in found.communication.person.birth_dates] == ["1981"]
        assert found.findings

    def test_a_penalty_below_the_threshold_is_not_met_and_at_it_is_not(self) -> None:
        """The rule applied is shown before anything is sent."""
        for months, unmet in ((23, True), (24, False)):
            document = {"channel": "notice_request", "colour": "red", "wanted_for": "prosecution",
                        "charges": [{"text": "murder", "penalty_max_months": months}]}
            rules = {found.rule for found in look(document, "XA", TODAY).not_met}
            assert ("RPD-83-1-a-ii-P" in rules) is unmet

    def test_without_a_readable_core_nothing_is_assessed_and_the_reason_is_told(self) -> None:
        """A notice request without its colour."""
        found = look({"channel": "notice_request"}, "XA", TODAY)
        assert found.communication is None and [problem.pointer for problem in found.problems] == ["/colour"]
        assert sheet_of(found.problems[0]) == "instrument"

    def test_questions_stand_on_the_page_where_they_can_be_settled(self) -> None:
        """A missing warrant is asked on the page of papers."""
        asked = look({"channel": "notice_request", "colour": "red"}, "XA", TODAY).asked
        here, elsewhere = on_sheet(asked, "papers")
        assert here and elsewhere
        assert all(any(sheet_of_fact(fact) == "papers" for fact in found.missing) for found in here)
        assert on_sheet(asked, "check") == (list(asked), [])
