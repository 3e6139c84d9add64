"""What a file knows around its communication, and when an answer still answers."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date

import pytest

from article3.acts.add_caveat import AddCaveat
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.facts_of_file import (
    FROM_THE_FILE,
    SEALED,
    circumstances,
    put_questions,
    read_value,
    recordable,
    standing_answers,
)
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.record_fact import RecordFact
from article3.acts.refuse_request import RefuseRequest
from article3.acts.withdraw_fact import WithdrawFact
from article3.law.brief import brief
from article3.law.rulebook import assess
from article3.lifecycle.examination import Resolution
from article3.terms.circumstances import Circumstances, ExtraditionGround, RefusedOn
from article3.terms.finding import Outcome, Refused
from article3.terms.reasons import CaveatKind, Ground, PublicCode
from tests.acts.situations import UNFAVOURABLE, decided_to_refuse, desk_in, refused
from tests.desk import FIRST, REFERENCE, SECOND, Desk, murder

TODAY = date(2026, 3, 2)


def record(desk: Desk, fact: str, value: object, source: str = "A paper", research: str = "") -> None:
    """The reviewer records a fact."""
    desk.perform(RecordFact(reference=REFERENCE, fact=fact, value=value, source=source,  # type: ignore[arg-type]
                            research=research), FIRST)


@pytest.mark.parametrize(("fact", "value", "read"), [
    ("acquitted", True, True), ("cheque_total_usd", 9000, 9000), ("source_body", " Special Court ", "Special Court"),
    ("located_on", "2026-02-01", date(2026, 2, 1)), ("roles", ("journalist",), frozenset({"journalist"})),
    ("rulings", ("Case 4/2025",), ("Case 4/2025",)), ("located_in", "XC", "XC"),
    ("extradition_refusal_grounds", ("political",), frozenset({ExtraditionGround.POLITICAL}))])
def test_a_value_is_read_into_the_type_of_its_fact(fact: str, value: object, read: object) -> None:
    """Yes or no, numbers, days, lists, closed vocabularies."""
    assert read_value(fact, value) == read  # type: ignore[arg-type]


@pytest.mark.parametrize(("fact", "value"), [
    ("acquitted", "yes"), ("acquitted", 1), ("cheque_total_usd", True), ("cheque_total_usd", "9000"),
    ("located_on", "1 February"), ("roles", "journalist"), ("roles", ()), ("source_body", " "),
    ("extradition_refusal_grounds", ("weather",)), ("no_such_fact", True), ("override_reason", "We want it"),
    ("linked_references", ("x",)), ("refugee_status_confirmed", True), ("country_of_fear", "XA")])
def test_a_value_of_another_type_a_sealed_or_a_computed_fact_is_refused(fact: str, value: object) -> None:
    """Protection is kept under seal and never written into a case file."""
    with pytest.raises(Refused):
        read_value(fact, value)  # type: ignore[arg-type]


def test_every_circumstance_is_recordable_sealed_or_shown_by_the_file() -> None:
    """A new field must be put in one of the three places."""
    named = {field.name for field in fields(Circumstances)}
    assert set(recordable()) | SEALED | FROM_THE_FILE == named
    assert not SEALED & FROM_THE_FILE


class TestFacts:
    """Added and withdrawn, never overwritten."""

    def test_a_new_value_withdraws_the_old_one_and_keeps_it(self) -> None:
        """Both stand in the file, one with the day it fell."""
        desk = desk_in("under_review")
        record(desk, "immunity", True)
        record(desk, "immunity", False)
        old, new = [fact for fact in desk.file().established if fact.fact == "immunity"]
        assert (old.value, old.withdrawn_on) == (True, TODAY)
        assert (new.value, new.withdrawn_on) == (False, None)
        assert circumstances(desk.file(), TODAY).immunity is False

    def test_a_withdrawn_fact_is_unknown_again(self) -> None:
        """Not false: unknown."""
        desk = desk_in("under_review")
        record(desk, "immunity", False)
        desk.perform(WithdrawFact(reference=REFERENCE, fact="immunity"), FIRST)
        assert circumstances(desk.file(), TODAY).immunity is None

    def test_a_fact_has_a_source_and_its_research_is_in_the_file(self) -> None:
        """Neither a blank source nor a search nobody logged."""
        desk = desk_in("under_review")
        for source, research in ((" ", ""), ("Courier", "r9")):
            with pytest.raises(Refused):
                record(desk, "immunity", False, source, research)
        desk.perform(LogResearch(reference=REFERENCE, entry="r9", query="Vortan", source="Courier", read_on=TODAY,
                                 bears_on="e", found=True, note="No immunity.", sha256="0" * 64), FIRST)
        record(desk, "immunity", False, "Courier", "r9")

    @pytest.mark.parametrize("change", [
        {"sha256": ""}, {"sha256": "F" * 64}, {"sha256": "0" * 63}, {"read_on": date(2026, 3, 3)}, {"query": " "},
        {"bears_on": ""}, {"note": ""}, {"found": False, "sha256": "short"}])
    def test_research_names_query_source_day_element_and_the_hash_of_its_copy(self, change: dict) -> None:
        """What was found needs its fixed copy; nothing is read in the future."""
        entry = {"entry": "r1", "query": "Vortan", "source": "Courier", "read_on": TODAY, "bears_on": "g",
                 "found": True, "note": "A report.", "sha256": "0" * 64} | change
        with pytest.raises(Refused):
            desk_in("under_review").perform(LogResearch(reference=REFERENCE, **entry), FIRST)

    def test_nothing_found_is_written_down_without_a_copy(self) -> None:
        """That a search found nothing is a statement."""
        desk = desk_in("under_review")
        desk.perform(LogResearch(reference=REFERENCE, entry="r1", query="Vortan", source="Courier", read_on=TODAY,
                                 bears_on="g", found=False, note="Nothing."), FIRST)
        assert desk.file().research[0].found is False


class TestShownByTheFile:
    """Links, refused requests, silence and caveats are facts nobody writes down."""

    def test_a_refused_request_on_the_person_is_seen_by_the_next_review(self) -> None:
        """With the ground of its refusal, whoever asks now."""
        desk = Desk()
        decided_to_refuse(desk)
        first = desk.file()
        desk = Desk()
        refused(desk)
        desk.requested(murder("b" * 32, "XB"))
        desk.perform(OpenReview(reference="b" * 32), SECOND)
        known = circumstances(desk.file("b" * 32), TODAY)
        assert known.earlier_refused_on == frozenset({RefusedOn.OTHER})
        assert known.linked_references == (first.reference,)

    @pytest.mark.parametrize(("ground", "code", "seen"), [
        (Ground.POLITICAL_CHARACTER, PublicCode.ARTICLE_3, {RefusedOn.ARTICLE_3}),
        (Ground.TORTURE, PublicCode.ARTICLE_2, {RefusedOn.ARTICLE_2}),
        (Ground.REFUGEE_POLICY, PublicCode.OTHER, {RefusedOn.REFUGEE})])
    def test_the_ground_of_a_refusal_is_known_to_reviewers(self, ground: Ground, code: PublicCode, seen: set) -> None:
        """The refugee ground is inside the file only; its public code is the general one."""
        desk = desk_in("under_review")
        desk.proposed(resolution=Resolution.REFUSE, grounds=(ground,), reasons=replace(UNFAVOURABLE, public=code))
        desk.decided()
        desk.perform(RefuseRequest(reference=REFERENCE, version=desk.file().version), FIRST)
        desk.requested(murder("b" * 32, "XB"))
        desk.perform(OpenReview(reference="b" * 32), SECOND)
        assert circumstances(desk.file("b" * 32), TODAY).earlier_refused_on == seen

    def test_silence_of_the_source_is_known_the_day_after_the_deadline(self) -> None:
        """Before it nothing is known, afterwards it did not answer."""
        desk = desk_in("under_review")
        assert circumstances(desk.file(), TODAY).source_answered is None
        asking = Asking(id="q1", text="Who?", deadline=date(2026, 3, 5))
        desk.perform(AskRequester(reference=REFERENCE, questions=(asking,)), FIRST)
        assert circumstances(desk.file(), date(2026, 3, 5)).source_answered is None
        assert circumstances(desk.file(), date(2026, 3, 6)).source_answered is False

    def test_a_refusal_of_extradition_noted_as_caveat_is_known(self) -> None:
        """The addendum of AGN/53/RES/7."""
        desk = desk_in("published")
        assert circumstances(desk.file(), TODAY).refusal_addendum_noted is None
        desk.perform(AddCaveat(reference=REFERENCE, caveat="k1", kind=CaveatKind.EXTRADITION_REFUSED,
                               text="XC refused extradition on 3 March 2026."), FIRST)
        assert circumstances(desk.file(), TODAY).refusal_addendum_noted is True


class TestAnswers:
    """An answer settles the question it was given to, and no other."""

    def test_a_new_fact_puts_the_questions_it_touches_anew(self) -> None:
        """A role of the person reopens what was answered without knowing it, and nothing else."""
        desk = desk_in("under_review")
        assert desk.questions() == ()
        record(desk, "roles", ("politician",))
        asked = {found.rule for found in desk.questions()}
        assert {"CON-3", "RPD-34-3-b"} <= asked
        assert "RPD-83-1-a-iii" not in asked

    def test_the_fact_withdrawn_the_old_answers_stand_again(self) -> None:
        """They answer the question as it is put now."""
        desk = desk_in("under_review")
        record(desk, "roles", ("politician",))
        desk.perform(WithdrawFact(reference=REFERENCE, fact="roles"), FIRST)
        assert desk.questions() == ()

    def test_the_digest_of_a_question_is_the_same_in_every_process(self) -> None:
        """It is kept in the file: sets must not show their chance order."""
        facts = brief(murder(), Circumstances(roles=frozenset({"lawyer", "journalist", "activist"})), TODAY)
        put = put_questions(facts, assess(facts, TODAY).findings)
        assert put["RPD-34-3-b"] == _in_another_process()

    def test_an_answer_without_its_question_settles_nothing(self) -> None:
        """An answer kept without a digest is kept and not used."""
        file = desk_in("under_review").file()
        assert standing_answers(file, {}) == {}

    def test_the_last_answer_of_a_rule_counts(self) -> None:
        """A reviewer who reads again may find otherwise."""
        desk = desk_in("under_review")
        answer = RuleAnswer(rule="CON-2-1", outcome=Outcome.NOT_MET, because="A confession under duress.")
        desk.perform(AnswerFinding(reference=REFERENCE, answers=(answer,)), FIRST)
        assessed = desk.file().assessed
        assert assessed is not None
        assert [found.rule for found in assessed.binding(Outcome.NOT_MET)] == ["CON-2-1"]

    def test_no_answer_to_what_nobody_asked(self) -> None:
        """A rule that is met by computation takes no answer; `question` is no answer; no answers are none."""
        desk = desk_in("under_review")
        for answers in ((RuleAnswer(rule="RPD-83-1-a-ii-P", outcome=Outcome.MET, because="Yes."),),
                        (RuleAnswer(rule="CON-3", outcome=Outcome.QUESTION, because="Later."),),
                        (RuleAnswer(rule="CON-3", outcome=Outcome.MET, because=" "),), ()):
            with pytest.raises(Refused):
                desk.perform(AnswerFinding(reference=REFERENCE, answers=answers), FIRST)


def _in_another_process() -> str:
    program = ("from tests.acts.test_facts_of_file import *\n"
               "facts = brief(murder(), Circumstances(roles=frozenset({'lawyer', 'journalist', 'activist'})), TODAY)\n"
               "print(put_questions(facts, assess(facts, TODAY).findings)['RPD-34-3-b'])")
    environment = {**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                          env=environment).stdout.strip()
