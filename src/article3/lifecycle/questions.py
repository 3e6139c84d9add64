"""Questions to the requester: asked with a deadline, answered, given more time, or left unanswered (RPD 78)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from article3.lifecycle import review_events as r
from article3.lifecycle.amendment import require_lawful_change
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.correspondence import MoreTime, Question
from article3.lifecycle.possible import made, require, worded
from article3.lifecycle.review import own_review
from article3.terms.clocks import day_of
from article3.terms.communication import Communication
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

CITATION = "RPD 78"


def ask_requester(file: CaseFile, questions: tuple[Question, ...], *, at: datetime, sitting: Sitting
                  ) -> r.RequesterAsked:
    """Questions go back to the requester; nothing is published meanwhile. Nobody is asked the same thing twice."""
    require(file, r.RequesterAsked, "returned with questions", CITATION)
    own_review(file, sitting)
    if not questions:
        raise Refused("No question was put.", CITATION)
    taken = {known.id for known in file.questions}
    waiting = {(known.rule, known.field, known.text.casefold()) for known in file.open_questions}
    for question in questions:
        worded(question.text, "The text of the question", CITATION)
        if question.deadline <= day_of(at):
            raise Refused("The deadline must leave the requester at least a day.", CITATION)
        key = (question.rule, question.field, question.text.casefold())
        if question.id in taken or key in waiting:
            raise Refused("The requester is already asked this.", CITATION)
        taken.add(question.id)
        waiting.add(key)
    return r.RequesterAsked(**made(file, at, sitting), questions=questions)


def answer_questions(file: CaseFile, answers: tuple[tuple[str, str], ...], communication: Communication | None, *,
                     at: datetime, sitting: Sitting) -> r.QuestionsAnswered:
    """The requester answers open questions, by words or by a corrected form; an answer given late is still an answer
    as long as the request was not refused."""
    require(file, r.QuestionsAnswered, "answered", CITATION)
    if not answers:
        raise Refused("No question was answered.", CITATION)
    for asked, text in answers:
        _open_question(file, asked)
        if communication is None:
            worded(text, "The answer", CITATION)
    if communication is not None:
        require_lawful_change(file, communication)
    return r.QuestionsAnswered(**made(file, at, sitting), answers=answers, on=day_of(at), communication=communication)


def ask_more_time(file: CaseFile, questions: tuple[str, ...], until: date, because: str, *, at: datetime,
                  sitting: Sitting) -> r.MoreTimeAsked:
    """The requester asks for a later deadline with a reason; the clock stands still until a reviewer answers."""
    require(file, r.MoreTimeAsked, "given more time", CITATION)
    because = worded(because, "The reason for more time", CITATION)
    if not questions:
        raise Refused("No question was named.", CITATION)
    for asked in questions:
        question = _open_question(file, asked)
        if day_of(at) > question.deadline:
            raise Refused("The deadline has passed; more time is asked before it ends.", CITATION)
        if until <= question.deadline:
            raise Refused(f"The deadline is {question.deadline} already.", CITATION)
        if question.more_time is not None:
            raise Refused("More time was asked for this question before.", CITATION)
    wish = MoreTime(until=until, because=because, asked_on=day_of(at), asked_by=sitting.officer)
    return r.MoreTimeAsked(**made(file, at, sitting), questions=questions, more_time=wish)


def answer_more_time(file: CaseFile, granted: bool, *, at: datetime, sitting: Sitting) -> r.MoreTimeAnswered:
    """A reviewer gives the time asked for or does not; a no still leaves the requester the next day."""
    require(file, r.MoreTimeAnswered, "given more time", CITATION)
    own_review(file, sitting)
    waiting = tuple(question.id for question in file.open_questions if question.more_time_pending)
    if not waiting:
        raise Refused("Nobody asked for more time.", CITATION)
    return r.MoreTimeAnswered(**made(file, at, sitting), questions=waiting, granted=granted,
                              at_least_until=day_of(at) + timedelta(days=1))


def unanswered(file: CaseFile, on: date) -> tuple[Question, ...]:
    """The questions whose deadline passed in silence; a wish for more time that waits for us is no silence."""
    return tuple(question for question in file.open_questions
                 if on > question.deadline and not question.more_time_pending)


def _open_question(file: CaseFile, asked: str) -> Question:
    for question in file.open_questions:
        if question.id == asked:
            return question
    raise Refused("The requester has no such open question.", CITATION)
