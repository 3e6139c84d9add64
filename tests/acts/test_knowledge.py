"""Facts with two clocks, and which decisions news reopens: exactly those it could change, with a note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from article3.acts.confirm_compliance import ConfirmCompliance
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.filing import assessed_today
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.learn_fact import LearnFact
from article3.acts.learn_ruling import LearnRuling
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.record_fact import RecordFact
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.acts.withdraw_learned_fact import WithdrawLearnedFact
from article3.lifecycle.examination import Resolution
from article3.lifecycle.reopened import Findable, News
from article3.lifecycle.reopening import decision_of
from article3.terms.clocks import day_of
from article3.terms.communication import IdentityDocument
from article3.terms.finding import Outcome, Refused
from article3.terms.knowledge import Publication, Use, name_key, paper_key
from article3.terms.reasons import IfSilent
from tests.acts.situations import desk_in
from tests.desk import CLOCK, FIRST, OF_REQUESTER, REFERENCE, SECOND, Desk, bureau, murder

THE_MAN = paper_key("QM448210")
OTHER = "b" * 32


def learned(desk: Desk, **changes: Any) -> Any:
    """Somebody learns that the charge hides a private dispute."""
    order = {"fact": "f" * 32, "kind": "private_dispute", "value": True, "source": "Selen Courier", "person": THE_MAN}
    return desk.perform(LearnFact(**{**order, **changes}), SECOND)


def published() -> Desk:
    return desk_in("published")


class TestTwoClocks:
    """A fact holds from a day to a day, whenever it was learned."""

    @pytest.mark.parametrize(("since", "until", "counts"), [
        (None, None, True), (date(2026, 3, 2), None, True), (date(2026, 3, 3), None, False),
        (None, date(2026, 3, 3), True), (None, date(2026, 3, 2), False)])
    def test_it_counts_on_the_days_it_holds(self, since: date | None, until: date | None, counts: bool) -> None:
        """From its first day until the day before its last."""
        desk = desk_in("under_review")
        before = outcomes(desk)
        desk.perform(RecordFact(reference=REFERENCE, fact="private_dispute", value=True, source="A letter",
                                holds_from=since, holds_to=until), FIRST)
        assert (outcomes(desk) != before) is counts

    def test_two_values_of_one_fact_stand_when_their_times_do_not_meet(self) -> None:
        """What was so until May and is otherwise since is two facts; the same time said otherwise takes one back."""
        desk = desk_in("under_review")
        for since, until in ((None, date(2026, 5, 1)), (date(2026, 5, 1), None), (date(2026, 4, 30), None)):
            desk.perform(RecordFact(reference=REFERENCE, fact="immunity", value=since is None, source="A letter",
                                    holds_from=since, holds_to=until), FIRST)
        stands = [known.withdrawn_on is None for known in desk.file().established if known.fact == "immunity"]
        assert stands == [False, False, True]

    def test_a_time_that_ends_before_it_begins_is_refused(self) -> None:
        """With a sentence."""
        with pytest.raises(Refused, match="ends after it begins"):
            learned(published(), holds_from=date(2026, 3, 2), holds_to=date(2026, 3, 2))

    def test_a_fact_is_withdrawn_and_never_overwritten(self) -> None:
        """It stays on record with the instant it fell, and cannot fall twice."""
        desk = published()
        learned(desk)
        desk.wait(3)
        desk.perform(WithdrawLearnedFact(fact="f" * 32, because="The paper took it back."), FIRST)
        fact = desk.register.fact("f" * 32)
        assert fact.value is True and fact.withdrawn_at == desk.at
        assert fact.known_at(fact.learned_at) and not fact.known_at(desk.at)
        with pytest.raises(Refused, match="already"):
            desk.perform(WithdrawLearnedFact(fact="f" * 32, because="Again."), FIRST)

    def test_a_fact_nobody_has_is_not_found(self) -> None:
        """Absent and forbidden are the same."""
        with pytest.raises(NotFound):
            published().perform(WithdrawLearnedFact(fact="0" * 32, because="It is wrong."), FIRST)


class TestUses:
    """What the giver of a fact allows."""

    def test_without_asking_it_counts_for_nothing(self) -> None:
        """It is on record and reopens nothing until its giver has agreed."""
        desk = published()
        learned(desk, uses=frozenset({Use.NOT_WITHOUT_ASKING}))
        assert not desk.file().is_reopened
        assert desk.register.fact("f" * 32).value is True

    def test_only_to_refuse_makes_an_outcome_stricter_and_never_milder(self) -> None:
        """The same fact, allowed for everything, settles a question that this one leaves open."""
        desk = desk_in("received")
        open_rule, strict = "RPD-84-a", ("family_matter", True)
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        desk.perform(RecordFact(reference=REFERENCE, fact="issuer_competent", value=False, source="A letter"), FIRST)
        asked = outcomes(desk)
        assert dict(asked)[open_rule] is Outcome.NOT_MET
        milder = ("issuer_competent", True)
        assert dict(with_fact(desk, milder, ()))[open_rule] is Outcome.MET
        assert with_fact(desk, milder, (Use.ONLY_TO_REFUSE,)) == asked
        stricter = with_fact(desk, strict, (Use.ONLY_TO_REFUSE,))
        assert dict(stricter)["RPD-83-1-a-i-B"] is Outcome.NOT_MET and stricter == with_fact(desk, strict, ())

    def test_a_hidden_origin_is_written_down_nowhere(self) -> None:
        """Neither on the record nor in the note; and nobody may type it in by mistake."""
        desk = published()
        learned(desk, source="", uses=frozenset({Use.ORIGIN_HIDDEN}))
        (note,) = desk.file().reopened
        assert note.source == "" and note.findable is Findable.NOT_PUBLIC
        with pytest.raises(Refused, match="leave the source empty"):
            learned(desk, fact="1" * 32, uses=frozenset({Use.ORIGIN_HIDDEN}))


class TestReopening:
    """News reopens exactly the decisions it could change."""

    def test_a_fact_about_the_person_reopens_the_decision_and_changes_nothing_else(self) -> None:
        """The notice stands, the file waits at the desk, the fact is not in the file: that is for its reviewer."""
        desk = published()
        before = desk.file()
        learned(desk)
        file = desk.file()
        (note,) = file.reopened
        assert file.is_reopened and note.identity_open and note.news is News.FACT_LEARNED
        assert {shift.after for shift in note.shifts} <= {Outcome.NOT_MET, Outcome.QUESTION}
        assert (file.state, file.published, file.established) == (before.state, before.published, before.established)

    def test_a_fact_no_rule_reads_there_reopens_nothing(self) -> None:
        """It is on record all the same."""
        desk = published()
        learned(desk, kind="cheque_count", value=3)
        assert not desk.file().reopened and desk.register.fact("f" * 32)

    def test_a_fact_the_decision_already_took_into_account_reopens_nothing(self) -> None:
        """What it would say anew is what the rules say already."""
        desk = published()
        learned(desk, kind="proceedings_valid", value=True)
        assert not desk.file().reopened

    def test_another_person_is_left_in_peace(self) -> None:
        """Another paper, another name, another birthday."""
        desk = published()
        for number, person in enumerate((paper_key("QM000000"), name_key("Vortan Iko", date(1984, 6, 13)),
                                         name_key("Vortan Ika", date(1984, 6, 12)))):  # fmt: skip
            learned(desk, fact=f"{number}" * 32, person=person)
        assert not desk.file().reopened
        learned(desk, person=name_key("iko VORTAN", date(1984, 6, 12)))
        assert desk.file().is_reopened, "name and birthday, in whatever order and case"

    @pytest.mark.parametrize("situation", ["refused", "withdrawn", "cancelled", "expired", "recalled", "received",
                                           "under_review"])  # fmt: skip
    def test_where_no_decision_stands_nothing_is_reopened(self, situation: str) -> None:
        """What ended has ended; what is not decided needs no reopening."""
        desk = desk_in(situation)
        learned(desk)
        assert not desk.file().reopened

    def test_a_fact_on_a_file_goes_into_it_from_any_impartial_reviewer(self) -> None:
        """And reopens its decision in the same act."""
        desk = published()
        learned(desk, person=None, reference=REFERENCE)
        file = desk.file()
        assert file.established[-1].known == "f" * 32 and file.is_reopened and not file.reopened[-1].identity_open

    def test_a_reviewer_of_the_requesting_country_puts_nothing_into_its_files(self) -> None:
        """Constitution 30."""
        with pytest.raises(Refused, match="requesting country"):
            published().perform(LearnFact(fact="f" * 32, kind="immunity", value=True, source="x",
                                          reference=REFERENCE), OF_REQUESTER)

    def test_neither_both_nor_none_of_file_and_person(self) -> None:
        """One of the two."""
        for about in ({"person": None}, {"reference": REFERENCE}):
            with pytest.raises(Refused, match="one of the two"):
                learned(published(), **about)

    def test_a_sealed_fact_is_never_put_on_this_record(self) -> None:
        """Refugee status is kept elsewhere."""
        with pytest.raises(Refused, match="seal"):
            learned(published(), kind="refugee_status_confirmed")

    def test_what_a_withdrawn_fact_carried_is_reopened_and_what_it_did_not_is_not(self) -> None:
        """Two men; the fact is in the file of one."""
        desk = desk_in("under_review")
        learned(desk, kind="immunity", value=False)
        desk.perform(RecordFact(reference=REFERENCE, fact="immunity", value=False, source="On record",
                                known="f" * 32), FIRST)
        desk.weighed()
        desk.proposed()
        desk.decided()
        desk.perform(_publish(desk), FIRST)
        another = murder(OTHER)
        another = replace(another, person=replace(another.person, documents=(
            IdentityDocument(kind="passport", number="QM999999", country="QM"),)))  # fmt: skip
        desk.published(another)
        desk.perform(WithdrawLearnedFact(fact="f" * 32, because="A forgery."), FIRST)
        assert desk.file().is_reopened and not desk.file(OTHER).reopened
        assert desk.file().reopened[-1].news is News.FACT_WITHDRAWN
        assert desk.file().established[-1].withdrawn_on == day_of(desk.at)

    def test_a_decision_taken_anew_answers_the_news(self) -> None:
        """And later news reopens it again."""
        desk = published()
        learned(desk)
        _again(desk)
        assert not desk.file().is_reopened and desk.file().reopened[0].closed_on == day_of(desk.at)
        learned(desk, fact="1" * 32, kind="family_matter", value=True)
        assert desk.file().is_reopened


class TestFindable:
    """The note says whether the news could have been found at the time, and what was searched."""

    @pytest.mark.parametrize(("on", "says"), [
        (date(2026, 3, 3), Findable.DID_NOT_EXIST), (date(2026, 3, 2), Findable.FINDABLE),
        (date(2025, 3, 2), Findable.FINDABLE)])
    def test_published_after_the_decision_or_not(self, on: date, says: Findable) -> None:
        """On the very day of the decision it could be found."""
        desk = published()
        desk.wait(30)
        learned(desk, published=Publication(on=on, language="ru", where="Selen Courier"))
        assert desk.file().reopened[-1].findable is says

    def test_nobody_told_us_when(self) -> None:
        """Then it says so."""
        desk = published()
        learned(desk)
        assert desk.file().reopened[-1].findable is Findable.NOT_KNOWN

    @pytest.mark.parametrize(("searched_in", "in_language"), [("ru", True), ("en", False), ("", False)])
    def test_the_log_shows_what_was_searched_and_in_which_language(self, searched_in: str, in_language: bool) -> None:
        """A search in another language does not count as one in this."""
        desk = desk_in("under_review")
        desk.perform(LogResearch(reference=REFERENCE, entry="s1", query="Vortan", source="Courier", found=False,
                                 read_on=date(2026, 3, 1), bears_on="RPD-34-3-g", note="Nothing.",
                                 language=searched_in), FIRST)
        desk.proposed()
        desk.decided()
        desk.perform(_publish(desk), FIRST)
        learned(desk, published=Publication(on=date(2025, 1, 1), language="ru", where="Selen Courier"))
        (note,) = desk.file().reopened
        assert note.searched == ("s1",) and note.searched_in_language is in_language


class TestSilencesAndRulings:
    """A decision rests on silences and answers too."""

    def test_a_reply_to_a_question_whose_silence_was_counted_reopens_the_decision(self) -> None:
        """The bureau that replies leaves no entry of it."""
        desk = desk_in("consulted")
        desk.wait(15)
        desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK)
        desk.weighed()
        desk.proposed()
        desk.decided()
        desk.perform(_publish(desk), FIRST)
        assert decision_of(desk.file()).rests_on.silences == ("c1",)
        desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c1", reply="He was here."), bureau("XC"))
        assert [note.news for note in desk.file().reopened] == [News.SILENCE_BROKEN]
        assert desk.journal.entries[-1].seat == "secretariat" and not _ours(desk, "bureau:XC", "DecisionReopened")

    def test_a_reply_in_time_reopens_nothing(self) -> None:
        """Nothing was decided on its silence."""
        desk = published()
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        desk.perform(ConsultBureau(reference=REFERENCE, consultation="c2", bureau="XC", question="Was he seen?",
                                   deadline=date(2026, 3, 12), if_silent=IfSilent.DECIDED_ON_THE_FILE), FIRST)
        desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c2", reply="No."), bureau("XC"))
        assert not desk.file().reopened

    @pytest.mark.parametrize(("sources", "reopens"), [((), True), (("XA",), True), (("XB",), False)])
    def test_a_ruling_reopens_what_a_person_answered_otherwise(self, sources: tuple[str, ...], reopens: bool) -> None:
        """On items of the sources it speaks of, and on no others."""
        desk = published()
        rule = decision_of(desk.file()).rests_on.answered[0]
        desk.perform(LearnRuling(ruling="e" * 32, title="Session 130, case 4", holding="Not compliant.",
                                 rules=(rule,), sources=sources), FIRST)
        assert desk.file().is_reopened is reopens

    def test_a_ruling_on_a_computed_rule_reopens_nothing(self) -> None:
        """The rules compute it anew by themselves."""
        desk = published()
        basis = decision_of(desk.file()).rests_on
        computed = next(rule for rule, _ in basis.outcomes if rule not in basis.answered)
        desk.perform(LearnRuling(ruling="e" * 32, title="Session 130", holding="No.", rules=(computed,)), FIRST)
        assert not desk.file().reopened

    def test_a_ruling_on_no_rule_is_refused(self) -> None:
        """With a sentence."""
        for rules in ((), ("NO-SUCH-RULE",)):
            with pytest.raises(Refused):
                published().perform(LearnRuling(ruling="e" * 32, title="S", holding="No.", rules=rules), FIRST)


class TestBasis:
    """What a decision rests on is kept with it."""

    def test_facts_missing_facts_answers_searches_and_editions(self) -> None:
        """Names and ids, and the outcome of every rule that spoke."""
        desk = published()
        basis = decision_of(desk.file()).rests_on
        assert not set(basis.facts) & set(basis.missing)
        assert "charges" in basis.facts and "private_dispute" in basis.missing
        assert basis.established == () and basis.answered
        assert dict(basis.editions)["RPD"] and {outcome for _, outcome in basis.outcomes} == {Outcome.MET}


def outcomes(desk: Desk) -> Any:
    assessed = desk.file().assessed
    assert assessed is not None
    return assessed.outcomes


def with_fact(desk: Desk, fact: tuple[str, Any], uses: tuple[Use, ...]) -> Any:
    """The outcomes of the file if it held the fact."""
    from article3.acts.could_change import established_of
    from article3.terms.knowledge import KnownFact

    known = KnownFact(id="f" * 32, kind=fact[0], value=fact[1], source="A letter", learned_at=desk.at, by="first",
                      reference=REFERENCE, uses=frozenset(uses))
    file = replace(desk.file(), established=(*desk.file().established, established_of(known)))
    return assessed_today(file, day_of(desk.at)).outcomes


def _publish(desk: Desk) -> Any:
    from article3.acts.publish_notice import PublishNotice

    return PublishNotice(reference=REFERENCE, version=desk.file().version)


def _again(desk: Desk) -> None:
    desk.examined()
    desk.proposed(resolution=Resolution.CONFIRM)
    desk.decided()
    desk.perform(ConfirmCompliance(reference=REFERENCE, version=desk.file().version), FIRST)


def _ours(desk: Desk, seat: str, kind: str) -> list[Any]:
    return [entry for entry in desk.journal.entries if entry.seat == seat and type(entry).__name__ == kind]
