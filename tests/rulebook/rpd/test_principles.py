"""RPD 1, 5, 10-12."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import Aim, Channel, Colour, Purpose
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

CONFORMITY = frozenset({"conformity"})
QUALITY = frozenset({"quality"})


class TestSensitiveDataAreMarked:
    """RPD-1-18."""

    @edges(({}, MET),
           ({"sensitive_classes": frozenset({"health"})}, ASKED),
           ({"sensitive_classes": frozenset({"health"}), "sensitive_marked": False}, NOT_MET),
           ({"sensitive_classes": frozenset({"health"}), "sensitive_marked": True}, MET),
           ({"sensitive_classes": frozenset({"biometrics"}), "sensitive_marked": False, "on": date(2024, 11, 6)}, MET),
           ({"sensitive_classes": frozenset({"biometrics"}), "sensitive_marked": False, "on": date(2024, 11, 7)},
            NOT_MET))
    def test_sensitive_data_carry_a_mark(self, known: Known, outcome: Outcome) -> None:
        """Sensitive data are marked; biometrics count only since November 2024."""
        assert ruled(self, known) is outcome


class TestEachSourceAnswersForItsEntries:
    """RPD-5."""

    @edges(({}, ASKED), ({"source": "XA"}, ASKED), ({"source": "XA", "declarations": CONFORMITY}, MET))
    def test_the_source_declares_conformity(self, known: Known, outcome: Outcome) -> None:
        """A source and its declaration are both needed."""
        assert ruled(self, known) is outcome

    def test_declarations_are_asked_for_once(self) -> None:
        """The question lies within the one that asks for all declarations of the channel."""
        assert finding("RPD-5", {"source": "XA", "channel": Channel.NOTICE_REQUEST}).within == ("RPD-76-2",)
        assert finding("RPD-5", {"source": "XA", "channel": Channel.DIFFUSION}).within == ("RPD-99-1",)
        assert finding("RPD-5", {"source": "XA", "channel": Channel.MESSAGE}).within == ()


class TestOneExplicitPurpose:
    """RPD-10-1."""

    @edges(({}, ASKED), ({"purpose": Purpose.WARNING}, MET))
    def test_a_purpose_is_given(self, known: Known, outcome: Outcome) -> None:
        """A record without a purpose is asked about."""
        assert ruled(self, known) is outcome


class TestPurposeIsAPolicePurpose:
    """RPD-10-2."""

    @edges(({}, ASKED),
           ({"purpose": Purpose.WANTED}, MET),
           ({"purpose": Purpose.WARNING}, ASKED),
           ({"purpose": Purpose.MISSING, "channel": Channel.NOTICE_REQUEST, "colour": Colour.YELLOW}, MET),
           ({"purpose": Purpose.WANTED, "channel": Channel.NOTICE_REQUEST, "colour": Colour.YELLOW}, ASKED),
           ({"purpose": Purpose.WANTED, "channel": Channel.DIFFUSION, "aim": Aim.ARREST}, MET),
           ({"purpose": Purpose.INFORMATION, "channel": Channel.DIFFUSION, "aim": Aim.ARREST}, ASKED),
           ({"purpose": Purpose.FORENSIC, "channel": Channel.MESSAGE}, MET))
    def test_it_is_the_one_the_communication_serves(self, known: Known, outcome: Outcome) -> None:
        """A red notice is for a wanted person, a yellow one for a missing person, and so on."""
        assert ruled(self, known) is outcome


class TestAuthorisedUnderTheLawOfTheSource:
    """RPD-11-1."""

    @edges(({}, ASKED), ({"legal_basis": "Police Act 12"}, ASKED), ({"collecting_authority": "Police of XA"}, ASKED),
           ({"legal_basis": "Police Act 12", "collecting_authority": "Police of XA"}, MET))
    def test_basis_and_authority_are_named(self, known: Known, outcome: Outcome) -> None:
        """Both the law and the authority are needed."""
        assert ruled(self, known) is outcome


class TestLawfulCollectionDeclared:
    """RPD-11-2."""

    @edges(({}, ASKED), ({"declarations": CONFORMITY}, ASKED), ({"declarations": QUALITY}, MET))
    def test_a_named_officer_declares_it(self, known: Known, outcome: Outcome) -> None:
        """The declaration of quality covers lawful collection."""
        assert ruled(self, known) is outcome


class TestDataAreAccurateAndUpToDate:
    """RPD-12-1."""

    @edges(({}, ASKED),
           ({"source_answered": False}, NOT_MET),
           ({"source_answered": True}, ASKED),
           ({"disputed_fields": ("birth_year",), "declarations": QUALITY, "made_on": date(2026, 3, 1)}, ASKED),
           ({"declarations": QUALITY, "made_on": date(2026, 3, 1)}, MET),
           ({"made_on": date(2026, 3, 1)}, ASKED),
           ({"last_verified_on": date(2021, 3, 2)}, MET),
           ({"last_verified_on": date(2021, 3, 1)}, ASKED))
    def test_accuracy_is_presumed_until_doubt_or_silence(self, known: Known, outcome: Outcome) -> None:
        """Declared data are presumed accurate; dispute and age ask, silence of the source ends the presumption."""
        assert ruled(self, known) is outcome
