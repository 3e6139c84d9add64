"""What a decision rests on, by which keys news finds it, and what a reopened decision says about the news.

Pure: which outcomes change is computed by `acts.could_change`, which knows the law.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from article3.lifecycle.basis import Basis
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.changes import review_closed
from article3.lifecycle.examination import Decision
from article3.lifecycle.knowledge_events import DecisionReopened, RetrospectiveItemClosed
from article3.lifecycle.possible import made, require
from article3.lifecycle.reopened import Findable, News, Reopening, Shift
from article3.lifecycle.states import ENDED, IN_FORCE, State
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode
from article3.terms.finding import Outcome
from article3.terms.knowledge import PersonKey, Publication, name_key, paper_key
from article3.terms.sitting import Sitting

CITATION = "RPD 74(2)"
STANDING = IN_FORCE | {State.REVIEWED}
"""Where a decision can still be changed. What was refused, recalled or has ended stays so: its source may ask anew."""


def basis_of(file: CaseFile, missing: Iterable[str]) -> Basis:
    """What a decision taken now would rest on; `missing`: what its rules read and nobody knows."""
    assert file.assessed is not None, "nothing is decided on a file the rules were not applied to"
    findings = file.assessed.findings
    known = {name for found in findings for name in found.rests_on if not name.startswith("answer:")}
    return Basis(
        on=file.assessed.on, outcomes=file.assessed.outcomes,
        editions=_distinct((found.citation.instrument, found.citation.edition) for found in findings),
        facts=_distinct(known), missing=_distinct(missing),
        established=_distinct(fact.fact for fact in file.established if fact.withdrawn_on is None),
        silences=tuple(asked.id for asked in file.consultations if asked.silent_since is not None),
        research=tuple(entry.id for entry in file.research), rulings=_rulings(file),
        answered=answered(file))


def decision_of(file: CaseFile) -> Decision | None:
    """The decision that stands on a file, None where none does or it came from elsewhere."""
    reviews = [*file.former_reviews, *([file.review] if file.review else [])]
    taken = [review.decision for review in reviews if review.decision is not None]
    published = [file.published.decision] if file.published else []
    return max((*taken, *published), key=lambda decision: decision.at, default=None)


def decided_at(file: CaseFile) -> datetime | None:
    """When the decision that members rely on was taken; None where none stands that could be changed."""
    if file.state not in STANDING:
        return None
    decision = decision_of(file)
    return decision.at if decision else file.received_at


# --- the inverted index

REOPENED = "reopened"
"""The key of every decision that waits to be looked at again."""


def keys_of(file: CaseFile) -> tuple[str, ...]:
    """By which keys news finds a file: its decision by the person and by the rules somebody answered, and the file
    itself by the facts on record that were taken into it. None once it has ended."""
    if file.state in ENDED:
        return ()
    taken = [fact_key(fact.known) for fact in file.established if fact.known and fact.withdrawn_on is None]
    if decided_at(file) is None:
        return _distinct(taken)
    judged = [_ruling_key(rule, file.source) for rule in answered(file)]
    return _distinct((*taken, *person_keys(file), *judged, *([REOPENED] if file.is_reopened else [])))


def fact_key(fact: str) -> str:
    """Files that took in the fact with this id."""
    return f"fact:{fact}"


def person_keys(file: CaseFile) -> tuple[PersonKey, ...]:
    """The papers of the person, and each name with each exact birth date."""
    texts = [file.communication, *([file.published.communication] if file.published else [])]
    people = [text.person for text in texts if text.person is not None]
    papers = [paper_key(paper.number) for person in people for paper in person.documents if paper.number]
    names = [name_key(f"{name.latin_family} {name.latin_given}", birth.earliest) for person in people
             for name in person.names if name.latin_family or name.latin_given
             for birth in person.birth_dates if birth.earliest == birth.latest]
    return tuple(sorted({*papers, *names}))


def ruling_keys(rules: Iterable[str], sources: Iterable[BureauCode]) -> tuple[str, ...]:
    """Decisions on items of those sources that rest on a person's answer under one of those rules."""
    among = tuple(sources)
    return tuple(_ruling_key(rule, source) for rule in rules for source in among)


def answered(file: CaseFile) -> tuple[str, ...]:
    """The rules whose question a reviewer settled in the findings the file holds."""
    findings = file.assessed.findings if file.assessed else ()
    return _distinct(name.removeprefix("answer:") for found in findings for name in found.rests_on
                     if name.startswith("answer:"))


def _ruling_key(rule: str, source: BureauCode) -> str:
    return f"answer:{rule}|{source}"


# --- the note

def findable(file: CaseFile, published: Publication | None, *, public: bool) -> tuple[Findable, tuple[str, ...], bool]:
    """Whether the news could have been found when the decision was taken, the searches logged until then, and whether
    one of them was in its language. `public` False: it was never to be found by anybody."""
    decided = decided_at(file)
    assert decided is not None, "no decision stands"
    before = [entry for entry in file.research if entry.read_on <= day_of(decided) and not entry.failure]
    searched = tuple(entry.id for entry in before)
    if published is None:
        return (Findable.NOT_KNOWN if public else Findable.NOT_PUBLIC), searched, False
    in_language = any(entry.language == published.language for entry in before)
    existed = published.on <= day_of(decided)
    return (Findable.FINDABLE if existed else Findable.DID_NOT_EXIST), searched, in_language


def reopen(file: CaseFile, *, news: News, about: str, shifts: tuple[Shift, ...], at: datetime, sitting: Sitting,
           fact: str = "", value: str = "", source: str = "", published: Publication | None = None,
           public: bool = True, identity_open: bool = False) -> DecisionReopened:
    """The decision is to be looked at again; nothing is changed by it. Raises Refused where no decision stands."""
    require(file, DecisionReopened, "reopened", CITATION)
    could, searched, in_language = findable(file, published, public=public)
    decided = decided_at(file)
    assert decided is not None
    note = Reopening(news=news, about=about, fact=fact, value=value, source=source, published=published,
                     findable=could, searched=searched, searched_in_language=in_language, shifts=shifts,
                     decided_at=decided, at=at, identity_open=identity_open)
    return DecisionReopened(**made(file, at, sitting), note=note)


def looked_at_again(file: CaseFile, on: date) -> CaseFile:
    """A decision taken anew answers whatever had reopened the former one."""
    return replace(file, reopened=tuple(note if note.closed_on else replace(note, closed_on=on)
                                        for note in file.reopened))


def looked_through(file: CaseFile, event: RetrospectiveItemClosed) -> CaseFile:
    """An item that stands ends the review its reviewer had opened for it, where nothing was proposed."""
    review = file.review
    done = event.outcome == "stands" and review is not None and review.reviewer == event.by and review.proposal is None
    return review_closed(file) if done else file


def shifts(before: Iterable[tuple[str, Outcome]], after: Iterable[tuple[str, Outcome]]) -> tuple[Shift, ...]:
    """The rules whose outcome differs, in the order of the rulebook. A rule that speaks on one side only counts unless
    it is met there: a new rule that is met, or an old one that was, could change nothing."""
    former, later = dict(before), dict(after)
    pairs = [(rule, former.get(rule), later.get(rule)) for rule in dict.fromkeys((*former, *later))]
    return tuple(Shift(rule=rule, before=one, after=other) for rule, one, other in pairs
                 if one is not other and not {one, other} <= {None, Outcome.MET})


def _rulings(file: CaseFile) -> tuple[str, ...]:
    found = [fact.value for fact in file.established if fact.fact == "rulings" and fact.withdrawn_on is None]
    return _distinct(str(each) for value in found for each in (value if isinstance(value, tuple) else (value,)))


def _distinct(found: Iterable) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted(set(found)))

