"""RPD 73-77: what holds for every notice."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import Channel, Colour
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

ALL_FOUR = frozenset({"quality", "conditions", "interest", "conformity"})


def _of(colour: Colour | None) -> Known:
    return {"channel": Channel.NOTICE_REQUEST, "colour": colour}


class TestCategoryExists:
    """RPD-73."""

    @edges((_of(None), ASKED), (_of(Colour.RED), MET),
           ({**_of(Colour.SILVER), "on": date(2024, 12, 31)}, NOT_MET),
           ({**_of(Colour.SILVER), "on": date(2025, 1, 1)}, MET),
           ({**_of(Colour.SILVER), "on": date(2025, 11, 30)}, MET),
           ({**_of(Colour.SILVER), "on": date(2025, 12, 1)}, ASKED),
           ({**_of(Colour.WORKS_OF_ART), "on": date(2025, 11, 26)}, MET),
           ({**_of(Colour.WORKS_OF_ART), "on": date(2025, 11, 27)}, NOT_MET))
    def test_a_category_lives_from_act_to_act(self, known: Known, outcome: Outcome) -> None:
        """Silver begins in January 2025, works of art end in November 2025; what is not known is asked."""
        assert ruled(self, known) is outcome


class TestRequestInAWorkingLanguage:
    """RPD-76-1."""

    @edges(({}, ASKED), ({"language": "fr"}, MET), ({"language": "EN-GB"}, MET), ({"language": "xx"}, NOT_MET))
    def test_only_working_languages(self, known: Known, outcome: Outcome) -> None:
        """Arabic, English, French or Spanish; no language stated is a question."""
        assert ruled(self, known) is outcome


class TestFourDeclarationsOfANamedOfficer:
    """RPD-76-2."""

    @edges(({}, ASKED), ({"declarations": ALL_FOUR}, MET),
           *(({"declarations": ALL_FOUR - {each}}, ASKED) for each in sorted(ALL_FOUR)))
    def test_all_four_are_needed(self, known: Known, outcome: Outcome) -> None:
        """Each declaration that lacks is asked for."""
        assert ruled(self, known) is outcome

    def test_what_lacks_is_named(self) -> None:
        """The question names the declaration."""
        assert "interest" in finding("RPD-76-2", {"declarations": ALL_FOUR - {"interest"}}).because


class TestNoticeOfInterestToAllMembers:
    """RPD-77-b."""

    @edges(({}, ASKED), (_of(Colour.BLUE), ASKED), ({**_of(Colour.BLUE), "interest": "seen in three countries"}, ASKED))
    def test_a_person_judges(self, known: Known, outcome: Outcome) -> None:
        """Interest is judged by a person."""
        assert ruled(self, known) is outcome

    def test_on_a_red_notice_it_is_part_of_the_question_of_interest(self) -> None:
        """Nobody is asked twice about interest."""
        assert finding("RPD-77-b", {}).within == ("RPD-83-1-a-iii",)
        assert finding("RPD-77-b", _of(Colour.BLUE)).within == ()


class TestPublicationHarmsNobody:
    """RPD-77-c."""

    @edges(({}, ASKED), ({"dispute_between_states": True}, ASKED), ({"context_signs": ("unrest",)}, ASKED),
           ({"roles": frozenset({"politician"})}, ASKED))
    def test_a_person_judges(self, known: Known, outcome: Outcome) -> None:
        """Harm is judged by a person."""
        assert ruled(self, known) is outcome

    def test_it_stands_alone_where_something_points_to_harm(self) -> None:
        """Without any sign it is part of the Article 3 question; with one it is its own."""
        assert finding("RPD-77-c", {}).within == ("CON-3",)
        assert finding("RPD-77-c", {"roles": frozenset({"baker"})}).within == ("CON-3",)
        assert finding("RPD-77-c", {"roles": frozenset({"journalist"})}).within == ()
        assert finding("RPD-77-c", {"dispute_between_states": True}).within == ()
