"""The rulebook as a whole: editions, order, answers, questions within questions, policy on diffusions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from article3.law.editions import day_of, edition_of, first_day_of
from article3.law.index import rows
from article3.law.provision import PROVISIONS, Subject, met, not_met, provision
from article3.law.rulebook import Standing, applied, assess, in_force
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Answer, Outcome
from tests.cases.reading import facts_of, starting_point

DAY = date(2026, 3, 2)


def red(**changed: object) -> CommunicationFacts:
    """A complete, well-founded request for a red notice, changed."""
    facts: CommunicationFacts = facts_of(Subject.COMMUNICATION, starting_point("red notice"))
    return replace(facts, **changed)  # type: ignore[arg-type]


def answer(rule: str, outcome: Outcome) -> Answer:
    """A reviewer's answer."""
    return Answer(rule=rule, outcome=outcome, because="Read the file.", officer="reviewer one", on=DAY)


def outcomes(facts: CommunicationFacts, *answers: Answer) -> dict[str, Outcome]:
    """The outcome of every rule."""
    told = {each.rule: each for each in answers}
    return {finding.rule: finding.outcome for finding in assess(facts, DAY, answers=told).findings}


class TestAnswers:
    """A named reviewer's answers settle questions and nothing else."""

    @pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_MET])
    def test_an_answer_settles_a_question(self, outcome: Outcome) -> None:
        """The finding takes the answer's outcome and its words, and names who answered."""
        found = {each.rule: each for each in assess(red(), DAY, answers={"CON-3": answer("CON-3", outcome)}).findings}
        settled = found["CON-3"]
        assert settled.outcome is outcome and settled.missing == () and settled.asked is None
        assert "reviewer one" in settled.because and "answer:CON-3" in settled.rests_on

    def test_an_answer_never_overturns_a_computed_no(self) -> None:
        """A penalty below the threshold stays not met whatever a reviewer says."""
        below = red(penalty_max_months=12)
        assert outcomes(below, answer("RPD-83-1-a-ii-P", Outcome.MET))["RPD-83-1-a-ii-P"] is Outcome.NOT_MET

    def test_an_answer_never_overturns_a_computed_yes(self) -> None:
        """What the facts satisfy is satisfied."""
        assert outcomes(red(), answer("RPD-83-1-a-ii-P", Outcome.NOT_MET))["RPD-83-1-a-ii-P"] is Outcome.MET

    def test_a_question_within_another_is_covered_by_its_answer(self) -> None:
        """One answer on Article 2 covers torture and rulings of which nothing is known."""
        covered = outcomes(red(), answer("CON-2-1", Outcome.MET))
        assert covered["ROP-16"] is Outcome.MET and covered["ROP-18"] is Outcome.MET

    def test_a_no_does_not_cover(self) -> None:
        """When the covering answer is no, the part stays open: nobody said anything about it."""
        assert outcomes(red(), answer("CON-2-1", Outcome.NOT_MET))["ROP-16"] is Outcome.QUESTION

    def test_a_known_sign_is_its_own_question(self) -> None:
        """A ruling on the case is not covered by a general answer on Article 2."""
        facts = red(rulings=("a court of QN",))
        assert outcomes(facts, answer("CON-2-1", Outcome.MET))["ROP-18"] is Outcome.QUESTION

    def test_all_covering_answers_are_needed(self) -> None:
        """A part that lies within no open question stands alone, so it is always put to somebody."""
        lone = assess(red(earlier_searched=None, linked_references=("one",)), DAY)
        assert next(each for each in lone.findings if each.rule == "NDT-2").within == ("NDT-8",)
        settled = assess(red(), DAY, answers={"CON-2-1": answer("CON-2-1", Outcome.NOT_MET)})
        assert next(each for each in settled.findings if each.rule == "ROP-16").within == ()


class TestStanding:
    """Where a case stands follows from its findings; advisory ones never refuse and never keep it open."""

    def test_not_compliant_open_and_clear(self) -> None:
        """One no makes it not compliant, one question keeps it open, all answered makes it clear."""
        questions = [each for each in assess(red(), DAY).of(Outcome.QUESTION) if not each.within]
        told = {each.rule: answer(each.rule, Outcome.MET) for each in questions}
        assert assess(red(), DAY).standing is Standing.OPEN
        assert assess(red(), DAY, answers=told).standing is Standing.CLEAR
        told["CON-3"] = answer("CON-3", Outcome.NOT_MET)
        assert assess(red(), DAY, answers=told).standing is Standing.NOT_COMPLIANT

    def test_advisory_rules_ask_only(self) -> None:
        """Two offences, one below the threshold: the unsure rule asks and the case can still become clear."""
        facts = red(charge_penalties_months=(300, 6))
        asked = next(each for each in assess(facts, DAY).findings if each.rule == "RPD-83-1-c")
        assert asked.advisory and asked.outcome is Outcome.QUESTION
        told = {each.rule: answer(each.rule, Outcome.MET) for each in assess(facts, DAY).of(Outcome.QUESTION)
                if not each.within and not each.advisory}
        assert assess(facts, DAY, answers=told).standing is Standing.CLEAR


class TestEditions:
    """A case is judged under the editions of the day of the act, and the citation says which."""

    @pytest.mark.parametrize(("day", "edition"), [
        (date(2012, 7, 1), "2011"), (date(2019, 10, 17), "2016"), (date(2019, 10, 18), "2019"),
        (date(2024, 11, 6), "2019"), (date(2024, 11, 7), "2024"), (date(2025, 11, 27), "2025")])
    def test_the_citation_carries_the_edition(self, day: date, edition: str) -> None:
        """On both sides of each change of the rules."""
        finding = next(each for each in assess(red(), day).findings if each.rule == "RPD-82")
        assert finding.citation.edition == edition
        assert str(finding.citation) == f"RPD 82 ({edition})"

    def test_the_edition_of_one_rule_alone_is_that_of_the_day(self) -> None:
        """Applied alone, a rule cites as it does among the others."""
        rule = next(each for each in PROVISIONS if each.rule == "RPD-82")
        assert applied(rule, red(), date(2013, 1, 1)).citation.edition == "2011"

    def test_before_the_first_edition_there_is_none(self) -> None:
        """Before the rules of 2012 none of them speaks; the Constitution does."""
        spoke = {each.rule for each in assess(red(), date(2012, 6, 30)).findings}
        assert "CON-3" in spoke and not any(rule.startswith("RPD") for rule in spoke)
        assert edition_of("RPD", date(2012, 6, 30)) == ""

    def test_every_instrument_of_the_index_is_dated(self) -> None:
        """A row whose instrument has no dated edition would stop the program at start."""
        assert all(first_day_of(row.instrument) for row in rows().values())

    def test_an_edition_that_is_not_dated_stops_the_program(self) -> None:
        """A slip in an edition's name is our bug and is found at start."""
        with pytest.raises(AssertionError, match="1999"):
            day_of("RPD", "1999")

    def test_findings_stand_in_the_order_of_the_index(self) -> None:
        """A lawyer finds them where the index has them."""
        order = list(rows())
        places = [order.index(finding.rule) for finding in assess(red(), DAY).findings]
        assert places == sorted(places)


class TestPolicyOnDiffusions:
    """Article 83 binds red notices; on wanted diffusions its criteria run as policy and say so (RPD-99-M)."""

    def test_the_citation_is_policy_and_not_article_83(self) -> None:
        """The finding keeps the rule's id, names the policy, and does not cite Article 83 as law."""
        diffusion = facts_of(Subject.COMMUNICATION, {**starting_point("wanted diffusion"), "penalty_max_months": 12})
        finding = next(each for each in assess(diffusion, DAY).findings if each.rule == "RPD-83-1-a-ii-P")
        assert finding.outcome is Outcome.NOT_MET
        assert finding.policy == "RPD-99-M"
        assert finding.citation.instrument == "Policy RPD-99-M"

    def test_on_a_red_notice_it_is_law(self) -> None:
        """The same rule on a red notice cites the rules themselves."""
        finding = next(each for each in assess(red(), DAY).findings if each.rule == "RPD-83-1-a-ii-P")
        assert finding.policy == "" and finding.citation.instrument == "RPD"

    def test_the_override_is_for_red_notices_only(self) -> None:
        """RPD 83(1)(b) does not speak on a diffusion."""
        diffusion = facts_of(Subject.COMMUNICATION, starting_point("wanted diffusion"))
        assert "RPD-83-1-b" not in {each.rule for each in assess(diffusion, DAY).findings}


class TestRegistering:
    """A citation that does not resolve, an unsure rule that refuses, a rule without words: none of them starts."""

    def test_an_unknown_rule_stops_the_program(self) -> None:
        """A rule the index does not hold cannot be cited."""
        with pytest.raises(AssertionError, match="not a row"):
            provision("RPD-999", reads=())

    def test_an_unsure_rule_cannot_be_binding(self) -> None:
        """Rows marked unsure ask and never refuse."""
        with pytest.raises(AssertionError, match="unsure"):
            provision("LST-B", reads=(), advisory=False)

    def test_a_rule_without_its_sentence_is_refused(self) -> None:
        """The docstring is the rule in plain words."""
        count = len(PROVISIONS)
        with pytest.raises(AssertionError, match="sentence"):
            provision("CON-3", reads=())(lambda facts, on: met(""))
        assert len(PROVISIONS) == count

    def test_what_a_rule_reads_is_named_in_its_finding(self) -> None:
        """A question names the facts it misses, every finding the facts it rests on."""
        asked = next(each for each in assess(red(penalty_max_months=None), DAY).findings
                     if each.rule == "RPD-83-1-a-ii-P")
        assert asked.missing == ("penalty_worse", "penalty_max_months")
        assert asked.rests_on == ("wanted_for", "charges_without_penalty")

    def test_a_false_and_a_zero_are_known(self) -> None:
        """False and nought are facts; only None and emptiness are not."""
        found = next(each for each in assess(red(seeks_extradition=False), DAY).findings if each.rule == "RPD-82")
        assert "seeks_extradition" in found.rests_on
        assert not_met("").outcome is Outcome.NOT_MET

    def test_in_force_knows_both_ends_of_a_rule(self) -> None:
        """The old cheque rule stands until the day before the list."""
        def stands(day: date) -> bool:
            return any(rule.rule == "LST-C-1-OLD" for rule in in_force(Subject.COMMUNICATION, day))
        assert [stands(day) for day in (date(2012, 6, 30), date(2012, 7, 1), date(2022, 1, 27), date(2022, 1, 28))] == [
            False, True, True, False]
