"""Every clock of a file: when it ends, how that day was computed, what stops it, who must act, what silence brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.retention import asked_from
from article3.lifecycle.states import ENDED, State


class ClockKind(StrEnum):
    """What runs out."""

    ANSWER = "answer"
    CONSULTATION = "consultation"
    SUSPENSION = "suspension"
    RETENTION_QUESTION = "retention_question"
    RETENTION = "retention"


class Waits(StrEnum):
    """Who the clock waits for."""

    SOURCE = "source"
    CONSULTED = "consulted"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One running clock. `ends_on` is the last day in time; None while it stands still."""

    kind: ClockKind
    about: str  # id of the question or consultation, empty for clocks of the whole file
    waits_for: Waits
    started_on: date
    ends_on: date | None
    because: str  # how the day was computed
    stopped_by: str
    then: str  # what happens when it runs out

    def late(self, on: date) -> bool:
        """The last day has passed."""
        return self.ends_on is not None and on > self.ends_on


def clocks_of(file: CaseFile, *, ask_months: int) -> tuple[Clock, ...]:
    """The clocks that run on a file, the one that ends first first, the ones that stand still last."""
    if file.state in ENDED:
        return ()
    running = (*_answers(file), *_consultations(file), *_suspension(file), *_retention(file, ask_months))
    return tuple(sorted(running, key=lambda clock: (clock.ends_on is None, clock.ends_on or date.max, clock.kind)))


def late(file: CaseFile, on: date, *, ask_months: int) -> tuple[Clock, ...]:
    """The clocks that ran out before that day."""
    return tuple(clock for clock in clocks_of(file, ask_months=ask_months) if clock.late(on))


def _answers(file: CaseFile) -> Iterator[Clock]:
    for question in file.open_questions:
        waiting = question.more_time_pending
        granted = question.more_time is not None and question.more_time.granted
        because = (f"Asked on {question.asked_on}; more time was given until {question.deadline}." if granted else
                   f"Asked on {question.asked_on} with a deadline of {question.deadline}.")
        if waiting and question.more_time is not None:
            because += f" The requester asked for time until {question.more_time.until}: the clock stands still."
        yield Clock(kind=ClockKind.ANSWER, about=question.id, started_on=question.asked_on,
                    waits_for=Waits.SECRETARIAT if waiting else Waits.SOURCE,
                    ends_on=None if waiting else question.deadline, because=because,
                    stopped_by="The requester answers, or asks for more time with a reason.",
                    then="Unanswered, the request is refused (RPD 78)."
                    if file.state is State.RETURNED else "The silence is weighed by the reviewer (RPD 128).")


def _consultations(file: CaseFile) -> Iterator[Clock]:
    for asked in file.consultations:
        if asked.open:
            yield Clock(kind=ClockKind.CONSULTATION, about=asked.id, waits_for=Waits.CONSULTED,
                        started_on=asked.asked_on, ends_on=asked.deadline,
                        because=f"Asked on {asked.asked_on} with a deadline of {asked.deadline}.",
                        stopped_by="The bureau replies.",
                        then=f"Silence is {asked.if_silent.value.replace('_', ' ')}.")


def _suspension(file: CaseFile) -> Iterator[Clock]:
    if file.state is State.SUSPENDED:
        now = file.suspensions[-1]
        yield Clock(kind=ClockKind.SUSPENSION, about="", waits_for=Waits.SOURCE, started_on=now.since,
                    ends_on=now.until,
                    because=f"Suspended on {now.since} until {now.until}; all suspensions of a notice together last "
                            "six months at most (RPD 81(1)).",
                    stopped_by="The source resumes or withdraws the notice.",
                    then="Without a word from the source the notice ends.")


def _retention(file: CaseFile, ask_months: int) -> Iterator[Clock]:
    kept = file.retention
    because = f"Recorded on {kept.recorded_on}; kept until {kept.until}"
    because += f", extended once on {kept.extended_on}: {kept.extension_because}." if kept.extended_on else "."
    yield Clock(kind=ClockKind.RETENTION, about="", waits_for=Waits.SOURCE, started_on=kept.recorded_on,
                ends_on=kept.until, because=because,
                stopped_by="The source keeps the data one more period with a reason, or withdraws."
                if kept.extended_on is None else "Nothing: one more period is the most (RPD 50).",
                then="The data are deleted (RPD 50). Silence never renews.")
    if kept.asked_on is None and kept.extended_on is None:
        ask_on = asked_from(file, ask_months)
        yield Clock(kind=ClockKind.RETENTION_QUESTION, about="", waits_for=Waits.SECRETARIAT,
                    started_on=kept.recorded_on, ends_on=ask_on,
                    because=f"{ask_months} calendar months before {kept.until} is {ask_on} (RPD 50).",
                    stopped_by="The Secretariat asks the source.", then="The source is asked late.")
