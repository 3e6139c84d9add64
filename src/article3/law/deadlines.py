"""Rulings that many provisions share: something by a day, something at once, yes or no, several together."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.provision import Ruling, ask, met, not_met
from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET, Happening


def within(what: str, *, due: date, done: Happening | None, on: date, of: Asked = Asked.REVIEWER) -> Ruling:
    """`what` must have come by `due`, that day included. Until then there is time, whatever is known."""
    if isinstance(done, date) and done <= due:
        return met(f"{_capital(what)} came on {written(done)}; it was due on {written(due)}.")
    if on <= due:
        return met(f"There is time for {what} until {written(due)}.")
    if isinstance(done, date):
        return not_met(f"{_capital(what)} came on {written(done)}, {_days(done, due)} after it was due.")
    if done is NOT_YET:
        return not_met(f"{_capital(what)} was due on {written(due)} and is {_days(on, due)} overdue.")
    return ask(f"Has {what} come, and on what day? It was due on {written(due)}.", of)


def at_once(what: str, *, since: date, done: Happening | None, on: date, of: Asked = Asked.REVIEWER) -> Ruling:
    """`what` was owed from `since`, at once. Later the same day is at once; later still is for a person to judge."""
    if isinstance(done, date):
        if done <= since:
            return met(f"{_capital(what)} came on {written(done)}, at once.")
        return ask(f"{_capital(what)} came {_days(done, since)} after {written(since)}. Was that at once, given what "
                   "had to be done?", of)
    if done is NOT_YET:
        if on <= since:
            return met(f"{_capital(what)} is owed today.")
        return not_met(f"{_capital(what)} is owed at once since {written(since)} and has not come.")
    return ask(f"Has {what} come, and on what day? It was owed at once on {written(since)}.", of)


def yes_or_no(fact: bool | None, *, question: str, yes: str, no: str, of: Asked = Asked.REVIEWER) -> Ruling:
    """Met when the fact is true, not met when it is false, a question when nobody has said."""
    if fact is None:
        return ask(question, of)
    return met(yes) if fact else not_met(no)


def negated(fact: bool | None) -> bool | None:
    """The opposite of a fact; unknown stays unknown."""
    return None if fact is None else not fact


def together(*rulings: Ruling) -> Ruling:
    """All of them must be met. What is not met is said first, then what is asked, else all the sentences."""
    for outcome in (Outcome.NOT_MET, Outcome.QUESTION):
        for ruling in rulings:
            if ruling.outcome is outcome:
                return ruling
    return met(" ".join(ruling.because for ruling in rulings))


def _days(later: date, earlier: date) -> str:
    days = (later - earlier).days
    return "1 day" if days == 1 else f"{days} days"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
