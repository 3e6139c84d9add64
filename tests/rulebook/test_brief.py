"""From a communication to facts: stated, never guessed."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from article3.law.brief import brief
from article3.terms.circumstances import Circumstances
from article3.terms.communication import (
    Aim,
    BureauCode,
    Channel,
    Charge,
    Colour,
    Communication,
    CountryCode,
    Declaration,
    IdentityDocument,
    JudicialPaper,
    Level,
    Name,
    Person,
    PersonalAct,
    Reference,
    Role,
)
from article3.terms.dates import partial_date
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Classification, Matter, OffenceKind

DAY = date(2026, 3, 2)
BARE = Communication(reference=Reference("0" * 32), channel=Channel.NOTICE_REQUEST, source=BureauCode("XA"),
                     colour=Colour.RED)
ACT = PersonalAct(who="he", what="shot a neighbour", when=partial_date("2025-05-03"), where="Xetown")


def of(circumstances: Circumstances | None = None, **sent: Any) -> CommunicationFacts:
    """The facts of a bare request with something added."""
    return brief(replace(BARE, **sent), circumstances, DAY)


def test_of_a_bare_request_nothing_is_known() -> None:
    """Only what the form itself says is known; every other fact is None or empty."""
    known = {field.name for field in fields(CommunicationFacts)
             if getattr(of(), field.name) not in (None, "", (), frozenset())}
    assert known == {"channel", "colour", "source", "level", "public_extract_consent"}
    assert of().level is Level.CONFIDENTIAL and of().public_extract_consent is False


def test_whatever_is_known_around_it_is_carried_over() -> None:
    """Every circumstance is a fact of the same name."""
    around = Circumstances(roles=frozenset({"journalist"}), rulings=("a ruling",), source_answered=False,
                           cheque_total_usd=0, located_on=date(2026, 1, 1), refugee_status_confirmed=True)
    facts = of(around)
    for field in fields(Circumstances):
        assert getattr(facts, field.name) == getattr(around, field.name), field.name


class TestPerson:
    """What a person's papers say."""

    def test_a_request_without_a_person_is_asked_about_one(self) -> None:
        """On a red notice a missing person is not "no person"."""
        assert of().person_given is None
        assert of(person=Person()).person_given is True

    @pytest.mark.parametrize(("sent", "given"), [
        ({"colour": Colour.ORANGE}, False), ({"colour": Colour.BLUE}, None), ({"colour": None}, None),
        ({"channel": Channel.MESSAGE, "colour": None}, False),
        ({"channel": Channel.DIFFUSION, "colour": None}, None),
        ({"channel": Channel.DIFFUSION, "colour": None, "aim": Aim.ARREST}, None),
        ({"channel": Channel.DIFFUSION, "colour": None, "aim": Aim.WARN}, False)])
    def test_what_may_do_without_a_person(self, sent: dict[str, Any], given: bool | None) -> None:
        """Warnings about things, and messages, may do without one."""
        assert of(**sent).person_given is given

    @pytest.mark.parametrize(("born", "year", "age"), [
        (("1984-05-03",), 1984, 41), (("1984",), 1984, 41), (("2008-03-02",), 2008, 18), (("2008-03-03",), 2008, 17),
        (("2008",), 2008, 17), (("198X",), None, 36), (("1984", "1985"), None, 40), ((), None, None)])
    def test_year_and_lowest_age(self, born: tuple[str, ...], year: int | None, age: int | None) -> None:
        """One year or none; the lowest age the dates allow, so that nobody who may be a child passes as grown up."""
        facts = of(person=Person(birth_dates=tuple(map(partial_date, born))))
        assert (facts.birth_year, facts.age_years) == (year, age)

    def test_prints_and_dna_are_biometric_data(self) -> None:
        """They count as a class of data; roles are joined with those a reviewer established."""
        person = Person(fingerprints=True, roles=(Role(kind="lawyer"),), names=(Name(family="Q"), Name(family="R")),
                        documents=(IdentityDocument(kind="passport", number="P1"),))
        facts = of(Circumstances(roles=frozenset({"politician"}), sensitive_classes=frozenset({"health"})),
                   person=person)
        assert facts.sensitive_classes == {"biometrics", "health"}
        assert facts.roles == {"lawyer", "politician"}
        assert facts.further_identity == ("alias", "fingerprints") and facts.identity_document == "P1"


class TestCharges:
    """What the charges say, one by one and together."""

    def test_kinds_and_matters_of_each_charge_and_of_all(self) -> None:
        """Given classifications are used as they are."""
        given = (Classification(kinds=(OffenceKind.HOMICIDE,)),
                 Classification(kinds=(OffenceKind.POLITICAL_PURE,), matters=(Matter.COUP_UNREST,)))
        sent = replace(BARE, charges=(Charge(text="one"), Charge(text="two")))
        facts = brief(sent, None, DAY, classification=given)
        assert facts.charge_kinds == (frozenset({OffenceKind.HOMICIDE}), frozenset({OffenceKind.POLITICAL_PURE}))
        assert facts.matters == {Matter.COUP_UNREST} and len(facts.offence_kinds) == 2

    def test_without_them_the_text_is_classified(self) -> None:
        """A charge of murder is read as homicide."""
        assert OffenceKind.HOMICIDE in of(charges=(Charge(text="murder"),)).offence_kinds

    def test_penalties(self) -> None:
        """The highest maximum, how many state none, the worst beyond months."""
        facts = of(charges=(Charge(text="murder", penalty_worse="life"), Charge(text="theft", penalty_max_months=36),
                            Charge(text="arson")))
        assert (facts.penalty_max_months, facts.charges_without_penalty, facts.penalty_worse) == (36, 1, "life")
        assert facts.charge_penalties_months == (None, 36, None)
        death = of(charges=(Charge(text="murder", penalty_worse="life"), Charge(text="murder", penalty_worse="death")))
        assert death.penalty_worse == "death"

    def test_acts(self) -> None:
        """A charge counts as described when one act of the person says what, when and where."""
        facts = of(charges=(Charge(text="murder", acts=(ACT,)), Charge(text="arson", acts=(replace(ACT, where=""),)),
                            Charge(text="theft")))
        assert facts.acts_described == 1
        assert facts.acts_missing == ("charge 2: where", "charge 3: no act of this person")

    @pytest.mark.parametrize(("bars", "around", "barred"), [
        ((), None, None), ((None,), None, None), ((date(2026, 3, 1),), None, True), ((date(2026, 3, 2),), None, False),
        ((date(2026, 3, 1), None), None, None), ((date(2026, 3, 1), date(2030, 1, 1)), None, False),
        ((date(2030, 1, 1),), True, True), ((date(2026, 3, 1),), False, False)])
    def test_time_bar(self, bars: tuple[date | None, ...], around: bool | None, barred: bool | None) -> None:
        """Barred when every charge's day has passed; what was established comes first; unknown stays unknown."""
        charges = tuple(Charge(text="theft", time_bar=bar) for bar in bars)
        assert of(Circumstances(time_barred=around), charges=charges).time_barred is barred


class TestPapers:
    """The judicial papers."""

    def test_the_arrest_warrant_comes_before_others(self) -> None:
        """Of several papers the warrant is the one referenced."""
        papers = (JudicialPaper(kind="indictment", number="1"), JudicialPaper(kind="arrest_warrant", number="2"))
        assert of(papers=papers).warrant_number == "2"
        assert of(papers=(JudicialPaper(kind="decree", number="3"),)).warrant_number == "3"

    @pytest.mark.parametrize(("stated", "around", "absent"), [
        (None, None, None), (True, None, True), (False, None, False), (True, False, False), (None, True, True)])
    def test_in_absentia(self, stated: bool | None, around: bool | None, absent: bool | None) -> None:
        """What was established comes before what the paper states."""
        facts = of(Circumstances(in_absentia=around), papers=(JudicialPaper(kind="judgment", in_absentia=stated),))
        assert facts.in_absentia is absent


def test_only_declarations_of_a_named_officer_count() -> None:
    """A declaration without a name is none."""
    declared = (Declaration(what="quality", officer="Officer One", on=DAY),
                Declaration(what="interest", officer="", on=DAY))
    assert of(declarations=declared).declarations == {"quality"}


@pytest.mark.parametrize(("by", "stated", "refused"), [((), None, None), ((), False, False), (("QN",), None, True)])
def test_a_refusing_state_means_a_refusal(by: tuple[str, ...], stated: bool | None, refused: bool | None) -> None:
    """Naming a state that refused says that extradition was refused."""
    around = Circumstances(extradition_refused=stated, extradition_refused_by=tuple(map(CountryCode, by)))
    assert of(around).extradition_refused is refused
