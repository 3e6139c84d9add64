"""Questions to the requester (RPD 78) and consultations (RPD 128): deadlines to the day, silence, more time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.answer_more_time import AnswerMoreTime
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.ask_requester import Asking, AskRequester
from article3.acts.consult_bureau import ConsultBureau
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.messages import MessageKind
from article3.acts.open_review import OpenReview
from article3.acts.ports import NotFound
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.lifecycle.review_events import ConsultationUnanswered
from article3.lifecycle.states import State
from article3.terms.finding import Asked, Outcome, Refused
from article3.terms.reasons import IfSilent, PublicCode, ToRequester
from tests.acts.situations import asked, desk_in, updated_reviewed
from tests.desk import CLOCK, FIRST, REFERENCE, Desk, bureau, murder

DEADLINE = date(2026, 3, 12)  # of q1 and c1, asked on 2 March
SOURCE = bureau("XA")


def lapse(desk: Desk) -> tuple:
    """The clock runs."""
    return desk.perform(LapseUnanswered(reference=REFERENCE), CLOCK)


def days_to(day: date) -> int:
    """Days from the day the question was asked."""
    return (day - date(2026, 3, 2)).days


class TestQuestions:
    """Asked, answered, refused if unanswered; nobody is asked the same twice."""

    def test_asking_returns_the_request_and_tells_its_source(self) -> None:
        """Only the source is told."""
        desk = desk_in("returned")
        assert desk.file().state is State.RETURNED
        assert desk.outbox.of(MessageKind.QUESTIONS) == ["XA"]

    def test_unanswered_on_the_last_day_it_waits_the_day_after_it_is_refused(self) -> None:
        """Both sides of the edge."""
        desk = desk_in("returned")
        desk.wait(days_to(DEADLINE))
        assert lapse(desk) == ()
        desk.wait(1)
        lapse(desk)
        ending = desk.file().ending
        assert desk.file().state is State.REFUSED
        assert ending is not None
        assert (ending.code, ending.texts, ending.public) == (
            "not_answered", (ToRequester.NOT_ANSWERED,), PublicCode.OTHER)
        assert desk.outbox.of(MessageKind.REQUEST_REFUSED) == ["XA"]

    def test_an_answer_that_comes_late_but_before_the_refusal_is_taken(self) -> None:
        """The clock had not run yet: nobody loses a request to the hour of a job."""
        desk = desk_in("returned")
        desk.wait(days_to(DEADLINE) + 1)
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", "Two neighbours."),)), SOURCE)
        assert desk.file().state is State.UNDER_REVIEW
        assert lapse(desk) == ()

    def test_the_last_answer_brings_the_request_back_under_review(self) -> None:
        """One of two is not enough."""
        desk = desk_in("returned")
        more = Asking(id="q2", text="Where is the pistol?", deadline=DEADLINE)
        desk.perform(AskRequester(reference=REFERENCE, questions=(more,)), FIRST)
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", "Two neighbours."),)), SOURCE)
        assert desk.file().state is State.RETURNED
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q2", "In the evidence room."),)), SOURCE)
        assert desk.file().state is State.UNDER_REVIEW

    @pytest.mark.parametrize("again", [
        Asking(id="q1", text="Another text", deadline=DEADLINE),
        Asking(id="q2", text="WHO SAW THE SHOT?", deadline=DEADLINE, rule="RPD-83-2-b-i")])
    def test_the_same_question_is_not_put_twice(self, again: Asking) -> None:
        """Neither by id nor by its words while the first waits."""
        with pytest.raises(Refused, match="already asked"):
            desk_in("returned").perform(AskRequester(reference=REFERENCE, questions=(again,)), FIRST)

    @pytest.mark.parametrize(("deadline", "fits"), [(date(2026, 3, 2), False), (date(2026, 3, 3), True)])
    def test_a_deadline_leaves_at_least_a_day(self, deadline: date, fits: bool) -> None:
        """A question due today is refused."""
        order = AskRequester(reference=REFERENCE, questions=(Asking(id="q1", text="Who?", deadline=deadline),))
        desk = desk_in("under_review")
        if fits:
            desk.perform(order, FIRST)
            return
        with pytest.raises(Refused, match="at least a day"):
            desk.perform(order, FIRST)

    def test_a_corrected_form_answers_without_typing_anything_twice(self) -> None:
        """The missing penalty arrives in the form: the finding is met, the former text is kept."""
        desk = Desk()
        charge = replace(murder().charges[0], penalty_max_months=None)
        desk.requested(murder(charges=(charge,)))
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        found = next(found for found in desk.questions() if found.rule == "RPD-83-1-a-ii-P")
        assert found.asked is Asked.REQUESTER
        asking = Asking(id="q1", text=found.because, deadline=DEADLINE, rule=found.rule)
        desk.perform(AskRequester(reference=REFERENCE, questions=(asking,)), FIRST)
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", ""),), communication=murder()), SOURCE)
        file = desk.file()
        assert "RPD-83-1-a-ii-P" not in {each.rule for each in desk.questions()}
        assert file.amendments[0].former.charges == (charge,)

    def test_a_reviewer_does_not_answer_in_the_requesters_place(self) -> None:
        """Until the requester has replied; then the reviewer judges the reply."""
        desk = Desk()
        desk.requested(murder(language=""))
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        order = AnswerFinding(reference=REFERENCE, answers=(
            RuleAnswer(rule="RPD-76-1", outcome=Outcome.MET, because="It is in English."),))
        with pytest.raises(Refused, match="Only the requester"):
            desk.perform(order, FIRST)
        asking = Asking(id="q1", text="Which language?", deadline=DEADLINE, rule="RPD-76-1")
        desk.perform(AskRequester(reference=REFERENCE, questions=(asking,)), FIRST)
        desk.perform(AnswerQuestions(reference=REFERENCE, answers=(("q1", "English."),)), SOURCE)
        desk.perform(order, FIRST)
        assert "RPD-76-1" not in {found.rule for found in desk.questions()}

    def test_another_bureau_finds_no_request_to_answer(self) -> None:
        """Absent and forbidden are the same."""
        desk = desk_in("returned")
        for order in (AnswerQuestions(reference=REFERENCE, answers=(("q1", "We know."),)),
                      AnswerQuestions(reference="e" * 32, answers=(("q1", "We know."),))):
            with pytest.raises(NotFound) as absent:
                desk.perform(order, bureau("XB"))
            assert str(absent.value) == ""

    def test_an_unanswered_question_on_an_update_refuses_the_update_alone(self) -> None:
        """The published notice stands."""
        desk = Desk()
        updated_reviewed(desk)
        asked(desk)
        desk.wait(30)
        lapse(desk)
        assert desk.file().state is State.PUBLISHED
        assert not desk.file().update_pending


class TestMoreTime:
    """The clock waits for us while our answer is out; a no still leaves a day."""

    def test_while_nobody_answers_the_wish_the_request_does_not_lapse(self) -> None:
        """Our silence is not theirs."""
        desk = desk_in("more_time_asked")
        desk.wait(100)
        assert lapse(desk) == ()

    def test_granted_time_moves_the_deadline_and_no_further(self) -> None:
        """Until 1 April, and refused on the 2nd."""
        desk = desk_in("more_time_asked")
        desk.perform(AnswerMoreTime(reference=REFERENCE, granted=True), FIRST)
        assert desk.outbox.of(MessageKind.MORE_TIME_ANSWERED) == ["XA"]
        desk.wait(days_to(date(2026, 4, 1)))
        assert lapse(desk) == ()
        desk.wait(1)
        lapse(desk)
        assert desk.file().state is State.REFUSED

    def test_a_no_given_after_the_deadline_leaves_the_next_day(self) -> None:
        """Refused on 20 March: they may answer on the 21st."""
        desk = desk_in("more_time_asked")
        desk.wait(days_to(date(2026, 3, 20)))
        desk.perform(AnswerMoreTime(reference=REFERENCE, granted=False), FIRST)
        assert desk.file().questions[0].deadline == date(2026, 3, 21)

    def test_a_no_given_early_does_not_shorten_the_deadline(self) -> None:
        """The first deadline stands."""
        desk = desk_in("more_time_asked")
        desk.perform(AnswerMoreTime(reference=REFERENCE, granted=False), FIRST)
        assert desk.file().questions[0].deadline == DEADLINE

    def test_more_time_is_asked_once_and_before_the_deadline_ends(self) -> None:
        """Not twice, not afterwards, not for an earlier day, not without a reason."""
        wish = AskMoreTime(reference=REFERENCE, questions=("q1",), until=date(2026, 5, 1), because="Holidays.")
        with pytest.raises(Refused, match="before"):
            desk_in("more_time_asked").perform(wish, SOURCE)
        late = desk_in("returned")
        late.wait(days_to(DEADLINE) + 1)
        with pytest.raises(Refused, match="has passed"):
            late.perform(wish, SOURCE)
        for changed in ({"until": DEADLINE}, {"because": " "}, {"questions": ()}, {"questions": ("q7",)}):
            with pytest.raises(Refused):
                desk_in("returned").perform(replace(wish, **changed), SOURCE)  # type: ignore[arg-type]


class TestConsultations:
    """The asked bureau sees its question; nobody else learns of it; silence has the stated consequence."""

    def consult(self, bureau_asked: str, deadline: date = DEADLINE) -> ConsultBureau:
        """A question to a bureau."""
        return ConsultBureau(reference=REFERENCE, consultation="c2", bureau=bureau_asked, question="Seen him?",
                             deadline=deadline, if_silent=IfSilent.TAKEN_AS_NO_OBJECTION)

    def test_only_the_asked_bureau_is_told(self) -> None:
        """And the message names the consultation, not the file's content."""
        desk = desk_in("consulted")
        assert desk.outbox.of(MessageKind.CONSULTATION) == ["XC"]

    @pytest.mark.parametrize("who", ["XA", "XX", "XD"])
    def test_source_stranger_and_barred_bureau_are_not_consulted(self, who: str) -> None:
        """A barred bureau must not learn of the file by being asked."""
        desk = Desk()
        desk.requested(murder(denied=("XD",)))
        desk.perform(OpenReview(reference=REFERENCE), FIRST)
        with pytest.raises(Refused):
            desk.perform(self.consult(who), FIRST)
        assert desk.outbox.of(MessageKind.CONSULTATION) == []

    def test_a_bureau_that_was_not_asked_finds_nothing(self) -> None:
        """Neither a stranger nor the source."""
        for who in ("XB", "XA"):
            with pytest.raises(NotFound):
                desk_in("consulted").perform(
                    ReplyToConsultation(reference=REFERENCE, consultation="c1", reply="Yes."), bureau(who))

    def test_silence_is_written_down_the_day_after_the_deadline(self) -> None:
        """Not on the day itself; and then the file is no longer kept back."""
        desk = desk_in("consulted")
        desk.wait(days_to(DEADLINE))
        assert lapse(desk) == ()
        desk.wait(1)
        (event,) = lapse(desk)
        assert isinstance(event, ConsultationUnanswered)
        assert lapse(desk) == ()
        desk.weighed()
        desk.proposed()

    def test_a_late_reply_is_taken_and_reopens_what_was_proposed(self) -> None:
        """It may change the decision, so the proposal is made anew."""
        desk = desk_in("consulted")
        desk.wait(days_to(DEADLINE) + 1)
        lapse(desk)
        desk.weighed()
        desk.proposed()
        desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c1", reply="He was here."), bureau("XC"))
        review = desk.file().review
        assert review is not None
        assert review.proposal is None
        with pytest.raises(Refused, match="no open question"):
            desk.perform(ReplyToConsultation(reference=REFERENCE, consultation="c1", reply="And again."),
                         bureau("XC"))

    def test_a_consultation_leaves_at_least_a_day(self) -> None:
        """Due today is refused, due tomorrow is not."""
        desk = desk_in("under_review")
        today = date(2026, 3, 2)
        with pytest.raises(Refused, match="at least a day"):
            desk.perform(self.consult("XC", today), FIRST)
        desk.perform(self.consult("XC", today + timedelta(days=1)), FIRST)
