"""What an attestation does to a file: every status, both sides of every day, and what nobody knows for certain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from article3.lifecycle import attestation as life
from article3.sealed.policy import verdict, warns_host
from article3.terms.facts_protection import ProtectionStatus as S
from article3.terms.finding import Refused
from article3.terms.sealed import Attestation, ProtectionUse, Sameness, SealedId, Verdict
from tests.sealed.people import entry

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ON = AT.date()


def confirmed(authority: str = "protection:XB", **changes: object) -> Attestation:
    """An attestation that two officers stand behind."""
    said = entry(**changes)
    new = life.attest(SealedId("a" * 32), said.person, status=said.status, against=said.against, uses=said.uses,
                      directed=said.directed, evidence=said.evidence, since=said.since, until=said.until,
                      authority=authority, by="enters", at=AT)
    return life.confirm(new, by="confirms", at=AT)


@pytest.mark.parametrize(("status", "said"), [
    (S.REFUGEE, Verdict.PROTECTED), (S.ASYLUM_SEEKER, Verdict.PROTECTED), (S.PENDING_CLAIM, Verdict.ASK),
    (S.NATURALISED, Verdict.ASK), (S.REFUSED, Verdict.NONE), (S.WITHDRAWN, Verdict.NONE),
    (S.EXCLUDED, Verdict.NONE), (S.NONE, Verdict.NONE)])
def test_each_status_has_its_effect(status: S, said: Verdict) -> None:
    """Confirmed: protected. Pending or naturalised: a named officer is asked. Refused, revoked, excluded: none."""
    assert verdict(confirmed(status=status), "XA", Sameness.CERTAIN, ON) is said


def test_before_a_second_officer_it_has_no_effect() -> None:
    """A10: one officer alone protects nobody."""
    alone = replace(confirmed(), standings=(replace(confirmed().standings[0], confirmed_at=None),))
    assert verdict(alone, "XA", Sameness.CERTAIN, ON) is Verdict.NONE
    assert not warns_host(alone, "XB", ON)


@pytest.mark.parametrize(("day", "said"), [
    (date(2025, 5, 31), Verdict.NONE), (date(2025, 6, 1), Verdict.PROTECTED), (date(2027, 6, 1), Verdict.PROTECTED),
    (date(2027, 6, 2), Verdict.NONE)])
def test_it_holds_from_its_first_day_to_its_last(day: date, said: Verdict) -> None:
    """Both included."""
    assert verdict(confirmed(until=date(2027, 6, 1)), "XA", Sameness.CERTAIN, day) is said


@pytest.mark.parametrize(("source", "said"), [("XA", Verdict.PROTECTED), ("XC", Verdict.NONE), ("XB", Verdict.NONE)])
def test_only_items_of_the_country_feared_are_met(source: str, said: Verdict) -> None:
    """REF-7: other countries are judged as usual."""
    assert verdict(confirmed(), source, Sameness.CERTAIN, ON) is said


@pytest.mark.parametrize(("sameness", "said"), [
    (Sameness.CERTAIN, Verdict.PROTECTED), (Sameness.SAME, Verdict.PROTECTED), (Sameness.UNSURE, Verdict.ASK),
    (Sameness.NOT_SAME, Verdict.NONE)])
def test_who_is_perhaps_somebody_else_is_a_question(sameness: Sameness, said: Verdict) -> None:
    """No score decides: unsure asks."""
    assert verdict(confirmed(), "XA", sameness, ON) is said


def test_a_grant_directed_against_the_country_reaches_nothing() -> None:
    """Condition 3."""
    assert verdict(confirmed(directed=True), "XA", Sameness.CERTAIN, ON) is Verdict.NONE


def test_uses_bind() -> None:
    """Only to warn: nothing is blocked. Only to block: the own bureau is not stopped."""
    warn = confirmed(uses=frozenset({ProtectionUse.WARN_HOST}))
    block = confirmed(uses=frozenset({ProtectionUse.BLOCK}))
    assert verdict(warn, "XA", Sameness.CERTAIN, ON) is Verdict.NONE and warns_host(warn, "XB", ON)
    assert verdict(block, "XA", Sameness.CERTAIN, ON) is Verdict.PROTECTED and not warns_host(block, "XB", ON)


def test_only_the_attesting_country_s_own_bureau_is_warned() -> None:
    """Neither another bureau nor, for UNHCR's attestations, any."""
    assert warns_host(confirmed(), "XB", ON)
    assert not warns_host(confirmed(), "XC", ON)
    assert not warns_host(confirmed(authority="protection:UN"), "XB", ON)


@pytest.mark.parametrize(("day", "said"), [(date(2017, 9, 28), Verdict.NONE), (date(2017, 9, 29), Verdict.ASK)])
def test_naturalisation_is_dated_policy(day: date, said: Verdict) -> None:
    """Once not covered, since then a question."""
    early = confirmed(status=S.NATURALISED, since=date(2016, 1, 1))
    assert verdict(early, "XA", Sameness.CERTAIN, day) is said


def test_a_change_of_status_waits_for_a_second_officer_and_then_takes_over() -> None:
    """From its day on; what held before stays on record."""
    changed = life.change(confirmed(), S.WITHDRAWN, date(2026, 4, 1), "R 2", by="enters", at=AT)
    assert verdict(changed, "XA", Sameness.CERTAIN, date(2026, 5, 1)) is Verdict.PROTECTED
    with pytest.raises(Refused, match="Another officer"):
        life.confirm(changed, by="enters", at=AT)
    ended = life.confirm(changed, by="confirms", at=AT)
    assert verdict(ended, "XA", Sameness.CERTAIN, date(2026, 3, 31)) is Verdict.PROTECTED
    assert verdict(ended, "XA", Sameness.CERTAIN, date(2026, 4, 1)) is Verdict.NONE
    back = life.send_back(changed, "Another file.", by="confirms", at=AT)
    assert len(back.standings) == 1 and back.refused[0].because == "Another file."


@pytest.mark.parametrize(("changes", "told"), [
    ({"against": ()}, "at least one country"), ({"against": ("XB",)}, "cannot be the country feared"),
    ({"uses": frozenset()}, "used for"), ({"evidence": " "}, "number of the decision"),
    ({"until": date(2026, 3, 1)}, "before it begins")])
def test_what_is_missing_is_said(changes: dict[str, object], told: str) -> None:
    """In a sentence."""
    with pytest.raises(Refused, match=told):
        confirmed(**changes)
