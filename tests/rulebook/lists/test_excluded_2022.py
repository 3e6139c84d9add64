"""The list of 28 January 2022."""

from __future__ import annotations

from datetime import date

import pytest

from article3.law.rulebook import assess
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import (
    ASKED,
    FORMS,
    MET,
    NOT_MET,
    Known,
    Outcome,
    Subject,
    charge,
    edges,
    finding,
    record,
    ruled,
)

MURDER = charge("murder", OffenceKind.HOMICIDE)
UNREAD = charge("article 205", OffenceKind.OTHER)
CHEQUE = charge("cheque without funds", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.UNFUNDED_CHEQUE)
CHEQUE_FRAUD = charge("cheque without funds", OffenceKind.FRAUD, OffenceKind.PRIVATE_DISPUTE_CHEQUE,
                      Matter.UNFUNDED_CHEQUE)
PORNOGRAPHY = charge("pornography", OffenceKind.PUBLIC_ORDER, Matter.PORNOGRAPHY)
DEFAMATION = charge("defamation", OffenceKind.PUBLIC_ORDER, Matter.HONOUR)
CANNABIS = charge("possession of cannabis", OffenceKind.DRUGS, Matter.DRUG_OWN_USE)
DRUGS = charge("drugs", OffenceKind.DRUGS)
BEFORE = date(2021, 6, 1)
NO_EXPLOITATION: Known = {"charged": (PORNOGRAPHY,), "child_exploitation": False, "violence_against_persons": False,
                          "organised_crime_link": False}
SERVICE = ("serves_serious_crime", "organised_crime_link")
NO_SERVICE: Known = {"charged": (DEFAMATION,), "serves_serious_crime": False, "organised_crime_link": False}


class TestProstitution:
    """LST-A-1."""

    ITSELF = charge("prostitution", OffenceKind.PUBLIC_ORDER, Matter.PROSTITUTION)
    TRAFFICKING = charge("trafficking for prostitution", OffenceKind.HUMAN_TRAFFICKING, Matter.PROSTITUTION)

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (ITSELF,)}, NOT_MET),
           ({"charged": (ITSELF, MURDER)}, ASKED), ({"charged": (TRAFFICKING,)}, ASKED))
    def test_alone_it_is_excluded(self, known: Known, outcome: Outcome) -> None:
        """Prostitution alone is excluded; trafficking, or other charges beside it, are for a person."""
        assert ruled(self, known) is outcome


class TestSurrogacy:
    """LST-A-2."""

    ITSELF = charge("surrogacy", OffenceKind.FAMILY_CUSTODY, Matter.SURROGACY)

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (ITSELF,)}, NOT_MET),
           ({"charged": (ITSELF, MURDER)}, ASKED))
    def test_alone_it_is_excluded(self, known: Known, outcome: Outcome) -> None:
        """Surrogacy alone is excluded."""
        assert ruled(self, known) is outcome


class TestPornography:
    """LST-A-3."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (PORNOGRAPHY,)}, ASKED), (NO_EXPLOITATION, NOT_MET),
           *(({**NO_EXPLOITATION, exception: True}, MET) for exception in
             ("child_exploitation", "violence_against_persons", "organised_crime_link")),
           *(({**NO_EXPLOITATION, exception: None}, ASKED) for exception in
             ("child_exploitation", "violence_against_persons", "organised_crime_link")))
    def test_excluded_unless_it_serves_exploitation(self, known: Known, outcome: Outcome) -> None:
        """The rule, each of its three exceptions, and each exception not known."""
        assert ruled(self, known) is outcome


class TestOffencesAgainstHonour:
    """LST-A-4."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (DEFAMATION,)}, ASKED), (NO_SERVICE, NOT_MET),
           *(({**NO_SERVICE, exception: True}, MET) for exception in SERVICE),
           *(({**NO_SERVICE, exception: None}, ASKED) for exception in SERVICE))
    def test_excluded_unless_it_serves_serious_crime(self, known: Known, outcome: Outcome) -> None:
        """The rule, its exceptions, and the exceptions not known."""
        assert ruled(self, known) is outcome


class TestDrugsForOwnUse:
    """LST-A-5."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED), ({"charged": (DRUGS,)}, MET),
           ({"charged": (CANNABIS,)}, ASKED),
           ({"charged": (CANNABIS,), "drugs_own_use": True}, NOT_MET),
           ({"charged": (CANNABIS,), "drugs_own_use": False}, MET),
           ({"charged": (DRUGS,), "drugs_own_use": True}, NOT_MET),
           ({"charged": (DRUGS, MURDER), "drugs_own_use": True}, ASKED))
    def test_quantity_and_use_decide(self, known: Known, outcome: Outcome) -> None:
        """The words raise the question; that the drugs were for own use, and nothing else is charged, decides."""
        assert ruled(self, known) is outcome


class TestListedFamilyOrPrivateOffences:
    """LST-B."""

    CUSTODY = charge("removal of own child", OffenceKind.FAMILY_CUSTODY, Matter.CUSTODY)

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (CUSTODY,)}, ASKED))
    def test_it_asks_and_never_refuses(self, known: Known, outcome: Outcome) -> None:
        """The full list has not been seen: it only asks."""
        assert ruled(self, known) is outcome

    def test_it_is_advisory(self) -> None:
        """The finding says so itself."""
        assert finding("LST-B", {"charged": (self.CUSTODY,)}).advisory


class TestUnfundedCheques:
    """LST-C-1."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (CHEQUE,)}, NOT_MET),
           ({"charged": (CHEQUE, CHEQUE)}, NOT_MET), ({"charged": (CHEQUE, MURDER)}, ASKED),
           ({"charged": (CHEQUE_FRAUD,)}, ASKED),
           ({"charged": (CHEQUE,), "organised_crime_link": True}, MET),
           ({"charged": (CHEQUE,), "serves_serious_crime": True}, MET),
           ({"charged": (CHEQUE,), "serves_serious_crime": False, "organised_crime_link": False}, NOT_MET))
    def test_excluded_since_the_list(self, known: Known, outcome: Outcome) -> None:
        """A cheque alone is excluded unless it is shown to serve serious or organised crime."""
        assert ruled(self, known) is outcome


class TestUnfundedChequesBeforeTheList:
    """LST-C-1-OLD."""

    OLD: Known = {"charged": (CHEQUE,), "on": BEFORE}

    @edges(({"on": BEFORE}, ASKED), ({"on": BEFORE, "charged": (MURDER,)}, MET), (OLD, ASKED),
           ({**OLD, "cheque_total_usd": 9_999, "cheque_count": 1}, NOT_MET),
           ({**OLD, "cheque_total_usd": 10_000, "cheque_count": 1}, MET),
           ({**OLD, "cheque_total_usd": 10_000}, MET),
           ({**OLD, "cheque_total_usd": 9_999}, ASKED),
           ({**OLD, "cheque_count": 1}, ASKED), ({**OLD, "cheque_count": 2}, MET),
           ({**OLD, "charged": (CHEQUE, MURDER)}, MET))
    def test_ten_thousand_dollars_or_repeated(self, known: Known, outcome: Outcome) -> None:
        """Both sides of the sum, of the count, and each of the two not known."""
        assert ruled(self, known) is outcome

    @pytest.mark.parametrize(("day", "rule"), [(date(2022, 1, 27), "LST-C-1-OLD"), (date(2022, 1, 28), "LST-C-1")])
    def test_one_of_the_two_rules_speaks_on_any_day(self, day: date, rule: str) -> None:
        """Before the list the old rule, from its day on the new one; never both."""
        facts = record(Subject.COMMUNICATION, {**FORMS[0], "charged": (CHEQUE,)})
        spoke = {found.rule for found in assess(facts, day).findings if found.rule.startswith("LST-C-1")}
        assert spoke == {rule}


class TestListedAdministrativeOrPrivateDisputes:
    """LST-C-2."""

    DEBT = charge("unpaid loan", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.PLAIN_DEBT)

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (DEBT,)}, ASKED), ({"charged": (CHEQUE,)}, MET))
    def test_it_asks_and_never_refuses(self, known: Known, outcome: Outcome) -> None:
        """The full list has not been seen: it only asks; cheques have a rule of their own."""
        assert ruled(self, known) is outcome
