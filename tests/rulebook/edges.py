"""The edges of a provision: what is known, and what the rule then says. Class docstrings are the rule's id.

`known` holds facts by name; the rest is not known. `charged` holds charges (see `charge`), `on` the day of the act.
Without a channel the facts are of the first kind of communication the rule is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from article3.law.provision import PROVISIONS, Provision, Subject
from article3.law.rulebook import applied, load
from article3.law.subjects import record_of
from article3.terms.communication import Aim, Channel, Colour
from article3.terms.facts import CommunicationFacts
from article3.terms.facts_procedure import ProcedureFacts
from article3.terms.finding import Finding, Outcome
from article3.terms.offences import Matter, OffenceKind

MET, NOT_MET, ASKED = Outcome.MET, Outcome.NOT_MET, Outcome.QUESTION
DAY = date(2026, 3, 2)
FORMS: tuple[dict[str, Any], ...] = (
    {"channel": Channel.NOTICE_REQUEST, "colour": Colour.RED},
    {"channel": Channel.DIFFUSION, "aim": Aim.ARREST},
    *({"channel": Channel.NOTICE_REQUEST, "colour": colour} for colour in Colour),
    {"channel": Channel.NOTICE_REQUEST},
    {"channel": Channel.MESSAGE},
)
RECORDS: dict[Subject, type[Any]] = {Subject.COMMUNICATION: CommunicationFacts, Subject.PROCEDURE: ProcedureFacts}
Known = dict[str, Any]

load()


def edges(*told: tuple[Known, Outcome]) -> pytest.MarkDecorator:
    """Pairs of what is known and what the rule then says."""
    return pytest.mark.parametrize(("known", "outcome"), told, ids=[_named(known) for known, _ in told])


def charge(words: str, *marks: OffenceKind | Matter) -> tuple[str, frozenset[OffenceKind], frozenset[Matter]]:
    """A charge with its kinds and matters; without a kind its words are not recognised."""
    kinds = frozenset(mark for mark in marks if isinstance(mark, OffenceKind))
    return words, kinds, frozenset(mark for mark in marks if isinstance(mark, Matter))


def ruled(test: object, known: Known) -> Outcome:
    """What the rule named by the class docstring says on these facts."""
    return finding(rule_of(type(test)), known).outcome


def rule_of(test_class: type) -> str:
    """The rule id in a class docstring."""
    return (test_class.__doc__ or "").split(".")[0].strip()


def finding(rule: str, known: Known) -> Finding:
    """The finding of one rule on these facts."""
    found, facts, on = case(rule, known)
    return applied(found, facts, on)


def case(rule: str, known: Known) -> tuple[Provision, Any, date]:
    """The provision of a rule, the facts and the day."""
    known = dict(known)
    on = known.pop("on", DAY)
    candidates = [each for each in PROVISIONS if each.rule == rule]
    assert candidates, f"no provision states {rule}"
    for form in ({},) if "channel" in known else FORMS:
        facts = record(candidates[0].subject, {**form, **known})
        for each in candidates:
            if each.concerns(facts):
                return each, facts, on
    raise AssertionError(f"no provision of {rule} concerns {known}")


def record(subject: Subject, known: Known) -> Any:
    """The record of facts of a subject, with charges written out."""
    known = dict(known)
    charged = known.pop("charged", None)
    if charged is not None:
        known |= {"charges": tuple(words for words, _, _ in charged),
                  "charge_kinds": tuple(kinds for _, kinds, _ in charged),
                  "charge_matters": tuple(matters for _, _, matters in charged),
                  "offence_kinds": frozenset().union(*(kinds for _, kinds, _ in charged)),
                  "matters": frozenset().union(*(matters for _, _, matters in charged))}
    return record_of(subject)(**known)


def told_in(test_class: type) -> Iterator[tuple[Known, Outcome]]:
    """Every edge told in a test class."""
    for function in vars(test_class).values():
        for mark in getattr(function, "pytestmark", ()):
            if mark.name == "parametrize" and mark.args[0] == ("known", "outcome"):
                yield from mark.args[1]


def _named(known: Known) -> str:
    return ", ".join(f"{name}={short(value)}" for name, value in known.items())[:100] or "nothing known"


def short(value: Any) -> str:
    """A value in a test's name."""
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "+".join(str(words) for words, *_ in value)
    if isinstance(value, frozenset):  # its own order changes from run to run, and two workers must agree on names
        return "{" + "+".join(sorted(str(member) for member in value)) + "}"
    return str(value)
