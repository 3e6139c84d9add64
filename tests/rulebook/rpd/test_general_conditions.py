"""RPD 35-47."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import Aim, Channel, Colour, Level, PersonStatus, Purpose
from tests.rulebook.edges import ASKED, MET, Known, Outcome, edges, finding, ruled

MINIMUM: Known = {"source": "XA", "made_on": date(2026, 1, 5), "purpose": Purpose.WANTED, "level": Level.OFFICIAL_USE,
                  "retention_months": 60, "person_given": True, "person_status": PersonStatus.ACCUSED,
                  "charges": ("murder",)}
HEALTH = frozenset({"health"})


class TestOfInterestBeyondTheSource:
    """RPD-35."""

    @edges(({}, ASKED),
           ({"purpose": Purpose.WANTED}, ASKED),
           ({"cross_border_link": "travels to QN"}, ASKED),
           ({"purpose": Purpose.WANTED, "cross_border_link": "travels to QN"}, MET),
           ({"purpose": Purpose.WANTED, "source": "XA", "nationalities": ("XA",)}, ASKED),
           ({"purpose": Purpose.WANTED, "source": "XA", "nationalities": ("XA", "QN")}, MET),
           ({"purpose": Purpose.WANTED, "source": "XA", "located_in": "QN"}, MET))
    def test_another_country_can_act(self, known: Known, outcome: Outcome) -> None:
        """A purpose and one reason why another country can act."""
        assert ruled(self, known) is outcome


class TestGeneralMinimumIsThere:
    """RPD-36."""

    @edges(({}, ASKED), (MINIMUM, MET), *(({**MINIMUM, lost: None}, ASKED) for lost in
                                          ("source", "made_on", "purpose", "level", "retention_months",
                                           "person_status")),
           ({**MINIMUM, "charges": ()}, ASKED),
           ({**MINIMUM, "charges": (), "facts_summary": "shot a man"}, MET),
           ({**MINIMUM, "charges": (), "text": "a method"}, MET),
           ({**MINIMUM, "person_status": None, "person_given": None}, ASKED),
           ({**MINIMUM, "person_status": None, "person_given": False}, MET))
    def test_each_part_is_needed(self, known: Known, outcome: Outcome) -> None:
        """Any part that lacks is asked for by name."""
        assert ruled(self, known) is outcome

    def test_what_lacks_is_named(self) -> None:
        """The question names what lacks and nothing else."""
        asked = finding("RPD-36", {**MINIMUM, "retention_months": None})
        assert asked.because == "Please add: retention period." and asked.within == ()

    def test_purpose_and_status_have_questions_of_their_own(self) -> None:
        """They are not asked for a second time."""
        assert finding("RPD-36", {**MINIMUM, "purpose": None}).within == ("RPD-10-1", "RPD-44")


class TestPersonCanBeIdentified:
    """RPD-37."""

    @edges(({}, ASKED),
           ({"person_given": False}, MET),
           ({"person_given": True, "family_name": "Q", "given_name": "R"}, ASKED),
           ({"person_given": True, "family_name": "Q", "birth_year": 1980}, MET),
           ({"person_given": True, "given_name": "R", "birth_year": 1980}, ASKED),
           *(({"person_given": True, "family_name": "Q", "given_name": "R", name: value}, MET) for name, value in
             (("photograph", "good"), ("identity_document", "P1"), ("dna_profile", True), ("fingerprints", True))),
           ({"person_given": True, "family_name": "Q", "photograph": "good"}, ASKED),
           ({"channel": Channel.NOTICE_REQUEST, "colour": Colour.BLACK}, ASKED),
           ({"person_given": True, "channel": Channel.NOTICE_REQUEST, "colour": Colour.BLACK}, MET))
    def test_a_name_and_something_sure(self, known: Known, outcome: Outcome) -> None:
        """A name with a birth year, document, photograph, prints or DNA; a body is there to be identified."""
        assert ruled(self, known) is outcome


class TestExtraLimitsForTheVulnerable:
    """RPD-38-41."""

    @edges(({}, ASKED),
           ({"person_status": PersonStatus.ACCUSED}, MET),
           ({"person_status": PersonStatus.WITNESS}, ASKED),
           ({"person_status": PersonStatus.WITNESS, "channel": Channel.NOTICE_REQUEST, "colour": Colour.BLUE}, MET),
           ({"person_status": PersonStatus.VICTIM, "channel": Channel.DIFFUSION, "aim": Aim.ARREST}, ASKED),
           ({"person_status": PersonStatus.ACCUSED, "age_years": 17}, ASKED),
           ({"person_status": PersonStatus.ACCUSED, "age_years": 18}, MET),
           ({"person_status": PersonStatus.ACCUSED, "age_years": 17, "minor": False}, MET),
           ({"person_status": PersonStatus.ACCUSED, "minor": True}, ASKED),
           ({"person_status": PersonStatus.SUSPECT, "minor": True, "channel": Channel.NOTICE_REQUEST,
             "colour": Colour.BLUE}, MET))
    def test_it_asks_and_never_refuses(self, known: Known, outcome: Outcome) -> None:
        """The rule is marked unsure: arrest of a witness is asked about, not refused."""
        assert ruled(self, known) is outcome


class TestSensitiveDataOnlyIfStrictlyNecessary:
    """RPD-42."""

    @edges(({}, MET),
           ({"sensitive_classes": HEALTH}, ASKED),
           ({"sensitive_classes": HEALTH, "sensitive_necessity": "needs insulin"}, ASKED),
           ({"sensitive_classes": frozenset({"biometrics"})}, ASKED),
           ({"sensitive_classes": frozenset({"biometrics"}), "purpose": Purpose.WANTED}, MET),
           ({"sensitive_classes": frozenset({"biometrics"}), "purpose": Purpose.WARNING}, ASKED),
           ({"sensitive_classes": frozenset({"biometrics", "health"}), "purpose": Purpose.WANTED}, ASKED),
           ({"sensitive_classes": frozenset({"biometrics"}), "on": date(2024, 11, 6)}, MET))
    def test_necessity_is_stated_and_judged(self, known: Known, outcome: Outcome) -> None:
        """Necessity is a person's judgement; prints that identify a wanted person are what the rule asks for."""
        assert ruled(self, known) is outcome


class TestStatusOfThePersonIsSet:
    """RPD-44."""

    @edges(({}, ASKED), ({"person_given": True}, ASKED), ({"person_given": False}, MET),
           ({"person_given": True, "person_status": PersonStatus.SUSPECT}, MET))
    def test_a_status_is_given(self, known: Known, outcome: Outcome) -> None:
        """A person has a status; without a person none is needed."""
        assert ruled(self, known) is outcome


class TestPublicInformationCarriesItsOrigin:
    """RPD-47."""

    @edges(({}, MET), ({"public_origin": "a newspaper"}, ASKED),
           ({"public_origin": "a newspaper", "public_reliability": "usually reliable"}, MET))
    def test_origin_and_reliability_go_together(self, known: Known, outcome: Outcome) -> None:
        """An origin without a reliability is asked about."""
        assert ruled(self, known) is outcome
