"""Incremental reopening equals full recomputation: on any stream of news the index misses and adds no decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.could_change import established_of, shifted_by_fact, shifted_by_ruling
from article3.acts.filing import assessed_today
from article3.acts.learn_fact import LearnFact
from article3.acts.learn_ruling import LearnRuling
from article3.acts.withdraw_learned_fact import WithdrawLearnedFact
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution
from article3.lifecycle.reopening import decided_at, keys_of, person_keys, shifts
from article3.terms.clocks import day_of
from article3.terms.communication import IdentityDocument, Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import KnownFact, KnownRuling, PersonKey, name_key, paper_key
from tests.desk import FIRST, SECOND, Desk, murder
from tests.standins import MemoryJournal, MemoryOutbox, MemoryRegister

PAPERS = ("QM1", "QM2", "QM3")
NAME = name_key("VORTAN IKO", date(1984, 6, 12))
FACTS: tuple[tuple[str, Any], ...] = (
    ("private_dispute", True), ("private_dispute", False), ("family_matter", True), ("immunity", True),
    ("cheque_count", 3), ("proceedings_valid", True), ("proceedings_valid", False), ("roles", ("journalist",)),
    ("torture_risk", True), ("convictions", True))
RULES = ("CON-3", "RPD-34-3-g", "RPD-77-c", "RPD-83-1-a-ii-P")


@cache
def _stock() -> Desk:
    """Five notices of two sources on three persons, one of them refused, one still under review."""
    desk = Desk()
    for number, (source, paper) in enumerate((("XA", 0), ("XA", 1), ("XC", 0), ("XA", 2), ("XA", 1))):
        case = murder(f"{number}" * 32, source=source)
        case = replace(case, person=replace(case.person, nationalities=("ZZ",), documents=(
            IdentityDocument(kind="passport", number=PAPERS[paper], country="QM"),)))  # fmt: skip
        if source == "XC":
            _with_other_second(desk, lambda case=case: desk.published(case))
        elif number == 3:
            desk.requested(case)
            desk.examined(case.reference)
        else:
            desk.published(case)
    return desk


def _with_other_second(desk: Desk, work: Callable[[], Any]) -> None:
    """SECOND is of XC: a file of XC is decided by somebody else."""
    from tests import desk as names

    kept = Desk.decided.__defaults__
    Desk.decided.__defaults__ = (kept[0], names.LEAD)  # type: ignore[index]
    try:
        work()
    finally:
        Desk.decided.__defaults__ = kept


def stock() -> Desk:
    """One's own copy."""
    made = _stock()
    return Desk(register=MemoryRegister(members=made.register.members, files=dict(made.register.files)),
                outbox=MemoryOutbox(), journal=MemoryJournal(), at=made.at)


persons = st.sampled_from([*(paper_key(number) for number in PAPERS), NAME, paper_key("NOBODY")])
news = st.one_of(
    st.tuples(st.just("person"), persons, st.sampled_from(FACTS)),
    st.tuples(st.just("file"), st.sampled_from("0123"), st.sampled_from(FACTS)),
    st.tuples(st.just("withdraw"), st.integers(0, 7), st.none()),
    st.tuples(st.just("ruling"), st.sampled_from(RULES), st.sampled_from([(), ("XA",), ("XC",)])),
    st.tuples(st.just("again"), st.sampled_from("012"), st.none()),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(news, min_size=1, max_size=6))
def test_news_reopens_what_a_recomputation_of_the_whole_stock_would(stream: list[Any]) -> None:
    """For every decision in the stock the rules are applied without and with the news: the same are reopened."""
    desk, learned = stock(), []
    for number, (kind, about, what) in enumerate(stream):
        before = dict(desk.register.files)
        expected = EXPECTED[kind](desk, about, what, f"{number:032x}", learned)
        if expected is None:
            continue
        reopened = {reference for reference, file in desk.register.files.items()
                    if len(file.reopened) > len(before[reference].reopened)}
        assert reopened == expected, (kind, about, what)


def _person(desk: Desk, about: PersonKey, what: Any, fresh: str, learned: list[str]) -> set[Reference]:
    fact = KnownFact(id=fresh, kind=what[0], value=what[1], source="A letter", learned_at=desk.at, by="second",
                     person=about)
    expected = {file.reference for file in decided(desk)
                if about in person_keys(file) and shifted_by_fact(file, fact, desk.at, SECOND)}
    desk.perform(LearnFact(fact=fresh, kind=what[0], value=what[1], source="A letter", person=about), SECOND)
    learned.append(fresh)
    return expected


def _file(desk: Desk, about: str, what: Any, fresh: str, learned: list[str]) -> set[Reference]:
    reference = Reference(about * 32)
    who = FIRST if about == "2" else SECOND
    fact = KnownFact(id=fresh, kind=what[0], value=what[1], source="A letter", learned_at=desk.at, by="second",
                     reference=reference)
    held = desk.file(reference)
    expected = {reference} if shifted_by_fact(held, fact, desk.at, SECOND) and decided_at(held) else set()
    desk.perform(LearnFact(fact=fresh, kind=what[0], value=what[1], source="A letter", reference=reference), who)
    learned.append(fresh)
    return expected


def _withdraw(desk: Desk, about: int, what: None, fresh: str, learned: list[str]) -> set[Reference] | None:
    if about >= len(learned) or desk.register.fact(learned[about]).withdrawn_at is not None:
        return None
    fact = learned[about]
    expected = {file.reference for file in decided(desk) if _rests_on(file, fact) and _shifts_without(file, fact, desk)}
    desk.perform(WithdrawLearnedFact(fact=fact, because="A forgery."), FIRST)
    return expected


def _ruling(desk: Desk, about: str, what: tuple[str, ...], fresh: str, learned: list[str]) -> set[Reference]:
    ruling = KnownRuling(id=fresh, title="S", holding="No.", rules=(about,), learned_at=desk.at, by="first",
                         sources=what)
    expected = {file.reference for file in decided(desk) if shifted_by_ruling(file, ruling)}
    desk.perform(LearnRuling(ruling=fresh, title="S", holding="No.", rules=(about,), sources=what), FIRST)
    return expected


def _again(desk: Desk, about: str, what: None, fresh: str, learned: list[str]) -> None:
    """A reopened decision on which nothing speaks against the notice any more is confirmed."""
    file = desk.file(about * 32)
    if not file.is_reopened or file.review is not None or about == "2":
        return
    desk.examined(file.reference)
    try:
        desk.proposed(file.reference, resolution=Resolution.CONFIRM)
    except Refused:  # the facts speak against it: it stays with its reviewer
        return
    desk.decided(file.reference)
    desk.perform(ConfirmCompliance(reference=file.reference, version=desk.file(file.reference).version), FIRST)
    assert not desk.file(file.reference).is_reopened


EXPECTED: dict[str, Callable[..., Any]] = {
    "person": _person, "file": _file, "withdraw": _withdraw, "ruling": _ruling, "again": _again}


def decided(desk: Desk) -> list[CaseFile]:
    """Every file on which a decision stands: the whole stock, whatever the index says."""
    return [file for file in desk.register.files.values() if decided_at(file) is not None]


def _rests_on(file: CaseFile, fact: str) -> bool:
    return any(known.known == fact and known.withdrawn_on is None for known in file.established)


def _shifts_without(file: CaseFile, fact: str, desk: Desk) -> bool:
    on = day_of(desk.at)
    without = replace(file, established=tuple(known for known in file.established if known.known != fact))
    return bool(shifts(assessed_today(file, on).outcomes, assessed_today(without, on).outcomes))


def test_the_streams_do_something() -> None:
    """News that is learned and taken back on this stock reopens some of it and leaves some of it in peace."""
    desk = stock()
    touched = _person(desk, paper_key("QM1"), ("private_dispute", True), "a" * 32, [])
    assert {reference[0] for reference in touched} == {"0", "2"}
    assert not _person(desk, paper_key("QM3"), ("private_dispute", True), "b" * 32, []), "still under review"
    everywhere = _person(desk, NAME, ("torture_risk", True), "c" * 32, [])
    assert {reference[0] for reference in everywhere} == {"0", "1", "2", "4"}
    assert all(keys_of(file) for file in decided(desk)) and established_of(desk.register.fact("c" * 32)).known
