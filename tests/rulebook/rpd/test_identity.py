"""RPD 83(2)(a): one of two identity sets."""

from __future__ import annotations

from article3.terms.communication import Sex
from tests.rulebook.edges import ASKED, MET, Known, Outcome, edges, finding, ruled

SET_1: Known = {"family_name": "Qorva", "given_name": "Ilan", "sex": Sex.MALE, "birth_year": 1980,
                "description": "tall, scar on the left hand"}
SET_2: Known = {"photograph": "good", "further_identity": ("alias",)}


class TestIdentitySet1:
    """RPD-83-2-a-1."""

    @edges(({}, ASKED), (SET_1, MET), (SET_2, MET),
           *(({**SET_1, lost: None}, ASKED) for lost in ("sex", "birth_year")),
           *(({**SET_1, lost: ""}, ASKED) for lost in ("family_name", "given_name", "description")),
           ({**SET_1, "sex": Sex.UNKNOWN}, ASKED),
           ({**SET_1, "description": "", "dna_profile": True}, MET),
           ({**SET_1, "description": "", "fingerprints": True}, MET),
           ({**SET_1, "description": "", "identity_document": "P1"}, MET))
    def test_names_sex_year_and_a_support(self, known: Known, outcome: Outcome) -> None:
        """Every part of set 1 is needed unless set 2 is complete."""
        assert ruled(self, known) is outcome


class TestIdentitySet2:
    """RPD-83-2-a-2."""

    @edges(({}, ASKED), (SET_2, MET), (SET_1, MET), ({**SET_2, "photograph": "poor"}, ASKED),
           ({**SET_2, "further_identity": ()}, ASKED),
           *(({**SET_1, lost: None}, ASKED) for lost in ("sex", "birth_year")),
           *(({**SET_1, "description": "", each: True}, MET) for each in ("dna_profile", "fingerprints")))
    def test_a_good_photograph_and_more(self, known: Known, outcome: Outcome) -> None:
        """A good photograph with further data, unless set 1 is complete."""
        assert ruled(self, known) is outcome

    def test_what_lacks_is_asked_once(self) -> None:
        """The second set is part of the question on the first."""
        assert finding("RPD-83-2-a-2", {}).within == ("RPD-83-2-a-1",)
