"""The order in which people look at communications: harm and clock, with a line saying why. Never a verdict."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.law import concerns as law_of_concerns
from article3.law.concerns import Weight, concerns
from article3.law.parameters import parameter
from article3.law.review_order import Band, Queue, ReviewOrder, review_order
from article3.law.roles import RoleGroup, stated_roles
from article3.terms.circumstances import ExtraditionGround, RefusedOn
from article3.terms.communication import Aim, BureauCode, Channel, Colour, IssuerType, PersonStatus, Purpose
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind

DAY = date(2025, 3, 10)
RED = CommunicationFacts(channel=Channel.NOTICE_REQUEST, colour=Colour.RED, purpose=Purpose.WANTED)


def _red(*kinds: OffenceKind, **known: object) -> CommunicationFacts:
    return replace(RED, charges=("as charged",), offence_kinds=frozenset(kinds), **known)


MURDER = _red(OffenceKind.HOMICIDE, acts_described=1)
FRAUD = _red(OffenceKind.FRAUD)


def _order(facts: CommunicationFacts, **around: object) -> ReviewOrder:
    return review_order(facts, DAY, **around)


def _because(facts: CommunicationFacts) -> dict[str, Weight]:
    return {concern.because: concern.weight for concern in concerns(facts)}


class TestBands:
    """Product decision 7: the order explains, and never outputs a verdict or a score that decides."""

    def test_a_journalist_comes_before_a_well_described_murderer(self) -> None:
        assert _order(replace(FRAUD, roles=frozenset({"journalist"}))).key < _order(MURDER).key

    def test_a_clear_ordinary_crime_says_that_it_is_one(self) -> None:
        order = _order(MURDER)
        assert order.band is Band.CLEAR
        assert order.reasons == ("An ordinary crime, with the person's own act described",)

    def test_the_same_crime_without_an_act_stands_before_it(self) -> None:
        thin = _order(replace(MURDER, acts_described=0))
        assert thin.band is Band.ORDINARY
        assert "No act of the person is described" in thin.reasons
        assert thin.key < _order(MURDER).key

    def test_what_is_unknown_stands_before_what_is_ordinary(self) -> None:
        """A missing charge is no comfort: a person must look."""
        order = _order(RED)
        assert order.band is Band.UNKNOWN
        assert _order(replace(RED, roles=frozenset({"journalist"}))).key < order.key < _order(FRAUD).key

    def test_a_charge_nobody_recognises_is_unknown_too(self) -> None:
        order = _order(_red(OffenceKind.OTHER))
        assert order.band is Band.UNKNOWN
        assert "What the charge is about is not recognised" in order.reasons
        assert _order(RED).key < order.key, "no charge at all is the greater gap"

    @pytest.mark.parametrize("colour", [Colour.YELLOW, Colour.BLACK, Colour.ORANGE, Colour.PURPLE])
    def test_notices_that_charge_nobody_are_not_unknown_for_want_of_a_charge(self, colour: Colour) -> None:
        assert _order(CommunicationFacts(channel=Channel.NOTICE_REQUEST, colour=colour)).band is Band.ORDINARY

    def test_nobody_is_charged_in_a_message_or_as_a_witness(self) -> None:
        for facts in (CommunicationFacts(channel=Channel.MESSAGE), replace(RED, colour=Colour.BLUE,
                                                                           person_status=PersonStatus.WITNESS)):
            assert _order(facts).reasons == ("Nobody is charged, and nothing raises a concern",)

    def test_more_concerns_of_one_weight_come_first(self) -> None:
        one, two = (replace(MURDER, roles=frozenset(roles)) for roles in ({"journalist"}, {"journalist", "refugee"}))
        assert _order(two).key < _order(one).key

    def test_an_arrest_everywhere_stands_before_an_arrest_where_it_was_sent(self) -> None:
        sent = replace(RED, channel=Channel.DIFFUSION, colour=None, aim=Aim.ARREST)
        warning = replace(RED, colour=Colour.GREEN)
        assert _order(RED).key < _order(sent).key < _order(warning).key


class TestClock:
    """users.md 1: delivered and unreviewed first, then requests, then reopened records; and nobody starves."""

    def test_delivered_before_requests_before_reopened(self) -> None:
        orders = [_order(MURDER, delivered_unreviewed=True), _order(replace(MURDER, roles=frozenset({"journalist"}))),
                  _order(replace(MURDER, roles=frozenset({"journalist"})), reopened=True)]
        assert [order.queue for order in orders] == list(Queue)
        assert sorted(order.key for order in orders) == [order.key for order in orders]

    def test_delivered_says_so_first(self) -> None:
        assert _order(MURDER, delivered_unreviewed=True).reasons[0] == "Delivered and not yet reviewed"

    def test_whatever_waits_comes_up(self) -> None:
        """An ordinary request overtakes the gravest one that arrives days later."""
        waiting = _order(MURDER, arrived_on=DAY - timedelta(days=9))
        fresh = _order(replace(FRAUD, roles=frozenset({"journalist"}), refugee_status_confirmed=True))
        assert waiting.key < fresh.key
        assert "Waiting for 9 days" in waiting.reasons

    def test_the_key_does_not_change_while_it_waits(self) -> None:
        """So a register may store it."""
        later = review_order(MURDER, DAY + timedelta(days=30), arrived_on=DAY)
        assert later.key == review_order(MURDER, DAY, arrived_on=DAY).key

    def test_an_outside_clock_brings_forward_and_never_puts_off(self) -> None:
        plain = _order(MURDER)
        assert _order(MURDER, due_on=DAY).look_by == DAY
        assert _order(MURDER, due_on=plain.look_by + timedelta(days=1)).look_by == plain.look_by

    def test_the_line_names_the_day_and_the_gravest_reasons(self) -> None:
        line = _order(replace(FRAUD, roles=frozenset({"poet"}))).line
        assert line.startswith("Look by 2025-03-11: The person is a poet;")


class TestStatusOfThePerson:
    """RPD 34(3)(b): more scrutiny, not immunity."""

    @pytest.mark.parametrize(("role", "group"), [
        ("journalist", RoleGroup.VOICE), ("writer", RoleGroup.VOICE), ("artist", RoleGroup.VOICE),
        ("academic", RoleGroup.VOICE), ("human_rights_defender", RoleGroup.DEFENDER), ("lawyer", RoleGroup.DEFENDER),
        ("whistleblower", RoleGroup.DEFENDER), ("activist", RoleGroup.DEFENDER), ("cleric", RoleGroup.FAITH_OR_ORIGIN),
        ("religious_minority", RoleGroup.FAITH_OR_ORIGIN), ("ethnic-minority", RoleGroup.FAITH_OR_ORIGIN),
        ("refugee", RoleGroup.PROTECTED), ("asylum seeker", RoleGroup.PROTECTED), ("politician", RoleGroup.OFFICE),
        ("former_official", RoleGroup.OFFICE), ("former_head_of_state", RoleGroup.OFFICE), ("judge", RoleGroup.OFFICE),
        ("military_officer", RoleGroup.ARMED_FORCES), ("student", RoleGroup.STUDENT),
        ("businessperson", RoleGroup.BUSINESS), ("dual_national", RoleGroup.DUAL_NATIONAL),
        ("opposition_candidate", RoleGroup.OPPONENT), ("former_employee_of_opponent", RoleGroup.NEAR_OPPONENT),
        ("family member of a journalist", RoleGroup.NEAR_OPPONENT),
        ("Associate of politician", RoleGroup.NEAR_OPPONENT),
    ])
    def test_free_words_come_into_groups(self, role: str, group: RoleGroup) -> None:
        (read,) = stated_roles([role])
        assert read.groups == {group}

    @pytest.mark.parametrize("role", ["none_stated", "unknown", "", "not stated"])
    def test_words_that_say_nothing_are_no_role(self, role: str) -> None:
        assert stated_roles([role]) == ()

    @pytest.mark.parametrize("role", ["baker", "local_authority_employee", "bus driver"])
    def test_a_trade_that_bears_on_nothing_raises_no_concern(self, role: str) -> None:
        assert not concerns(replace(MURDER, roles=frozenset({role})))

    def test_a_role_that_is_only_claimed_weighs_less(self) -> None:
        claimed = _because(replace(MURDER, roles=frozenset({"political_opponent_claimed"})))
        assert claimed == {"The person is said to be a political opponent": Weight.SERIOUS}

    @pytest.mark.parametrize(("kinds", "matters", "weight"), [
        ((), (), Weight.GRAVE), ((OffenceKind.CORRUPTION,), (), Weight.GRAVE),
        ((OffenceKind.HOMICIDE,), (), Weight.SERIOUS),
        ((OffenceKind.CHILD_ABUSE,), (), Weight.SLIGHT),
        ((OffenceKind.HOMICIDE,), (Matter.CORE_INTERNATIONAL_CRIME,), Weight.SLIGHT),
    ])
    def test_an_office_weighs_by_what_is_charged(self, kinds: tuple[OffenceKind, ...], matters: tuple[Matter, ...],
                                                 weight: Weight) -> None:
        """ROP-07: acts of office are political; violence is ordinary; capacity is no defence to core crimes."""
        facts = _red(*kinds, matters=frozenset(matters), roles=frozenset({"former_official"}))
        assert _because(facts)["The person is a former official"] is weight

    def test_a_journalist_charged_with_murder_stays_grave(self) -> None:
        """A violent charge is the easiest to invent against a critic."""
        assert _order(replace(MURDER, roles=frozenset({"journalist"}))).band is Band.GRAVE


class TestNatureOfTheOffence:
    """RPD 34(3)(a) and the practice under it."""

    @pytest.mark.parametrize("kind", [OffenceKind.POLITICAL_PURE, OffenceKind.MILITARY, OffenceKind.RELIGIOUS,
                                      OffenceKind.EXTREMISM_SPEECH])
    def test_kinds_that_touch_article_3_by_nature_are_grave(self, kind: OffenceKind) -> None:
        assert _order(_red(kind)).band is Band.GRAVE

    @pytest.mark.parametrize("matter", sorted(law_of_concerns.MATTERS_BY_NATURE))
    def test_matters_that_touch_article_3_by_nature_are_grave(self, matter: Matter) -> None:
        assert _order(_red(OffenceKind.FRAUD, matters=frozenset({matter}))).band is Band.GRAVE

    def test_incitement_to_genocide_is_not_speech(self) -> None:
        facts = _red(OffenceKind.EXTREMISM_SPEECH, matters=frozenset({Matter.CORE_INTERNATIONAL_CRIME}))
        assert _order(facts).band is Band.ORDINARY

    @pytest.mark.parametrize("matter", sorted(law_of_concerns.EXCLUDED_MATTERS))
    def test_excluded_matters_are_serious(self, matter: Matter) -> None:
        charged = frozenset({matter})
        assert _order(_red(OffenceKind.OTHER, matters=charged)).band is Band.SERIOUS
        assert _order(_red(OffenceKind.HOMICIDE, matters=charged)).band is Band.ORDINARY
        assert _order(replace(_red(OffenceKind.OTHER, matters=charged), colour=Colour.BLUE)).band is Band.ORDINARY

    def test_terrorism_without_violence_against_a_person_is_serious(self) -> None:
        assert _order(_red(OffenceKind.TERRORISM_VIOLENT_ACT)).band is Band.SERIOUS
        assert _order(_red(OffenceKind.TERRORISM_VIOLENT_ACT, OffenceKind.HOMICIDE)).band is Band.ORDINARY

    def test_a_businessperson_close_to_the_opposition(self) -> None:
        facts = replace(FRAUD, roles=frozenset({"businessperson", "associate_of_opponent"}))
        assert "Economic charge against a businessperson close to the opposition" in _because(facts)

    def test_money_of_the_state_weighs_more_than_money_of_a_victim(self) -> None:
        trader = frozenset({"businessperson"})
        assert _order(_red(OffenceKind.CORRUPTION, roles=trader)).band is Band.SERIOUS
        assert _order(replace(FRAUD, roles=trader)).band is Band.ORDINARY
        assert not concerns(_red(OffenceKind.TAX_CUSTOMS_ADMIN)), "contraband alone is no economic crime"


class TestOthersAndSource:
    """RPD 34(3)(c)-(g)."""

    @pytest.mark.parametrize(("known", "because"), [
        ({"refugee_status_confirmed": True}, "Confirmed refugee"),
        ({"extradition_refused": True}, "Extradition refused elsewhere"),
        ({"rulings": ("a ruling",)}, "A recognised body has ruled on the case"),
        ({"earlier_refused_on": frozenset({RefusedOn.ARTICLE_3})}, "An earlier request on this person was refused"),
        ({"measures_on_source": ("pre-screening since 2024-01-01",)}, "A corrective measure on the source is in force"),
        ({"warrant_issuer": IssuerType.MILITARY_COURT}, "The warrant comes from a military or special court"),
        ({"acquitted": True}, "The case may have been ended by a judgment, an amnesty or time"),
        ({"private_dispute": True}, "A private dispute may stand behind the charge"),
        ({"in_absentia": True}, "The judgment was given in absence"),
    ])
    def test_each_is_named_when_known(self, known: dict[str, object], because: str) -> None:
        assert because not in _because(MURDER)
        assert because in _because(replace(MURDER, **known))

    def test_a_refusal_on_substance_weighs_more(self) -> None:
        """A procedural refusal does not; law.md 5.4."""
        refused = replace(MURDER, extradition_refused=True)
        fair_trial = replace(refused, extradition_refusal_grounds=frozenset({ExtraditionGround.UNFAIR_TRIAL}))
        time_bar = replace(refused, extradition_refusal_grounds=frozenset({ExtraditionGround.TIME_BAR}))
        bands = [_order(each).band for each in (refused, fair_trial, time_bar)]
        assert bands == [Band.SERIOUS, Band.GRAVE, Band.SERIOUS]

    def test_no_is_not_yes_and_unknown_is_neither(self) -> None:
        answered = replace(MURDER, refugee_status_confirmed=False, extradition_refused=False, in_absentia=False,
                           torture_evidence=False, immunity=False, acquitted=False, proceedings_valid=True)
        assert not concerns(answered)

    def test_which_country_asks_is_never_read(self) -> None:
        """Only dated measures in force are; the source, nationalities and places stay unread."""
        text = inspect.getsource(law_of_concerns)
        for name in ("facts.source)", "facts.source ", "nationalities", "located_in", "country_of_fear", "refused_by"):
            assert name not in text

    @given(st.sampled_from(["XA", "XB", "QM", "ZZ"]), st.sampled_from(["XA", "XC", "AA"]))
    def test_the_order_is_the_same_whoever_asks(self, source: str, other: str) -> None:
        facts = replace(FRAUD, roles=frozenset({"lawyer"}))
        asked = [replace(facts, source=BureauCode(code), nationalities=(code,), located_in=code)
                 for code in (source, other)]
        assert review_order(asked[0], DAY) == review_order(asked[1], DAY)


@given(st.sets(st.sampled_from(OffenceKind)), st.sets(st.sampled_from(["journalist", "cleric", "banker", "mayor"])))
def test_a_known_concern_never_lowers_anybody(kinds: set[OffenceKind], roles: set[str]) -> None:
    """Adding a refusal of extradition on political grounds brings a case forward, whatever else is known."""
    facts = _red(*kinds, roles=frozenset(roles))
    more = replace(facts, extradition_refused=True,
                   extradition_refusal_grounds=frozenset({ExtraditionGround.POLITICAL}))
    assert _order(more).key < _order(facts).key


def test_every_concern_cites_a_rule_of_the_index() -> None:
    """Whatever is known together, each line points at a rule."""
    from article3.law.index import rows

    everything = _red(*OffenceKind, matters=frozenset(Matter),
                      roles=frozenset({"banker", "senator", "refugee", "rival"}),
                      refugee_status_confirmed=True, asylum_pending=True, private_dispute=True, family_matter=True,
                      acts_of_office=True, acts_described=0, extradition_refused=True, rulings=("one",), immunity=True,
                      torture_risk=True, earlier_refused_on=frozenset(RefusedOn), dispute_between_states=True,
                      positions_of_others=("a",), objections=(BureauCode("XB"),), context_signs=("election",),
                      measures_on_source=("one",), warrant_issuer=IssuerType.SPECIAL_COURT, source_answered=False,
                      amnestied=True, proceedings_valid=False, minor=True, in_absentia=True, disputed_fields=("name",))
    found = concerns(everything)
    assert {concern.rule for concern in found} <= rows().keys()
    assert len(found) > 35
    assert list(found) == sorted(found, key=lambda concern: concern.weight)


def test_the_days_in_the_docs_are_those_in_force() -> None:
    """docs/check.md shows the table a person is told about."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    for band in Band:
        days = [parameter(f"review_order.{queue.value}_days", DAY)[band] for queue in Queue]
        words = [{0: "the same day", 1: "1 day"}.get(day, f"{day} days") for day in days]
        assert f"| {band.name.lower()} | {' | '.join(words)} |" in page
