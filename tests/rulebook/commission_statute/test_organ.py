"""The Commission as an organ."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.law.commission_statute.organ import ADVISORY_CHAMBER, REQUESTS_CHAMBER
from article3.terms.facts_disclosure import Field
from article3.terms.facts_operation import ActingFor
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

READING = {"acting_for": ActingFor.COMMISSION, "needed": True, "granted": True, "restricted_from_reader": True}
SEVEN = {"members": 7, "requests_chamber": REQUESTS_CHAMBER, "advisory_chamber": ADVISORY_CHAMBER,
         "requests_chamber_all_lawyers": True}
REPORT = {"year": 2025, "counts": frozenset({"kind", "outcome", "delay"}), "presented_on": NOT_YET}


class TestCommissionReadsWhatItNeeds:
    """CON-36."""

    @edges_of(READING, ({}, MET), ({"granted": False}, NOT_MET), ({"granted": None}, QUESTION),
              ({"needed": None}, QUESTION),
              ({"needed": False, "granted": False}, MET), ({"acting_for": ActingFor.BUREAU, "granted": False}, MET),
              ({"acting_for": None}, QUESTION))
    def test_all_it_needs(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Data the Commission needs are never refused it."""
        assert ruled(self, known) is outcome


class TestCommissionHasFullAccess:
    """CCF-19."""

    @edges_of(READING, ({}, MET), ({"granted": False}, NOT_MET), ({"granted": None}, QUESTION),
              ({"granted": False, "restricted_from_reader": False}, NOT_MET),
              ({"acting_for": ActingFor.OVERSIGHT, "granted": False}, MET), ({"acting_for": None}, QUESTION))
    def test_no_restriction_binds_it(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A source's restriction does not close a file to the Commission."""
        assert ruled(self, known) is outcome


class TestSevenMembersInTwoChambers:
    """CCF-8."""

    @edges_of(SEVEN, ({}, MET), ({"members": 6}, NOT_MET), ({"members": 8}, NOT_MET), ({"members": None}, QUESTION),
              ({"requests_chamber": REQUESTS_CHAMBER - {Field.HUMAN_RIGHTS}}, NOT_MET),
              ({"advisory_chamber": ADVISORY_CHAMBER - {Field.CHAIR}}, NOT_MET),
              ({"requests_chamber": frozenset()}, QUESTION),
              ({"requests_chamber_all_lawyers": False}, NOT_MET), ({"requests_chamber_all_lawyers": None}, QUESTION))
    def test_every_field_is_held(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Seven, with every named field in each chamber."""
        assert ruled(self, known) is outcome


class TestMembersStandAside:
    """CCF-14."""

    @edges_of({"sitting_nationalities": frozenset({"XA", "XB"}), "countries_involved": frozenset({"XC"})}, ({}, MET),
              ({"countries_involved": frozenset({"XC", "XB"})}, NOT_MET),
              ({"sitting_nationalities": frozenset()}, QUESTION),
              ({"countries_involved": frozenset()}, QUESTION))
    def test_where_their_country_is_involved(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nobody sits in a case of the own country."""
        assert ruled(self, known) is outcome


class TestYearlyReport:
    """CCF-43."""

    @edges_of(REPORT, ({}, MET), ({"on": date(2026, 12, 31)}, MET), ({"on": date(2027, 1, 1)}, NOT_MET),
              ({"presented_on": date(2026, 11, 24)}, MET), ({"presented_on": None, "on": date(2027, 1, 1)}, QUESTION),
              ({"counts": frozenset({"kind", "outcome"})}, NOT_MET), ({"counts": frozenset()}, QUESTION),
              ({"year": None}, QUESTION))
    def test_before_the_next_year_ends(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The report on a year is presented in the next, with all three counts."""
        assert ruled(self, known) is outcome


class TestDecisionsArePublished:
    """CCF-44."""

    @edges_of({"published": True, "anonymised": True}, ({}, MET), ({"anonymised": False}, NOT_MET),
              ({"anonymised": None}, QUESTION),
              ({"published": False, "reason_not_published": "It could not be anonymised."}, MET),
              ({"published": False, "reason_not_published": None}, QUESTION), ({"published": None}, QUESTION))
    def test_anonymised_where_possible(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Published without what identifies anybody, or with the reason why not."""
        assert ruled(self, known) is outcome
