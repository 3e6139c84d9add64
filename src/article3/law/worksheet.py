"""The seven-factor worksheet of RPD 34(3): a form for a person, fed with what the file shows. It has no score.

Each factor lists the lines of evidence in the file. Where there are none it says so with a value of its own,
"no indication found": that the file is silent is a statement, and the reviewer's answer still has to be given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from article3.terms.facts import CommunicationFacts
from article3.terms.offences import OffenceKind

NO_INDICATION = "no indication found"

VIOLENT = frozenset({OffenceKind.HOMICIDE, OffenceKind.ASSAULT, OffenceKind.KIDNAPPING, OffenceKind.SEXUAL_OFFENCE,
                     OffenceKind.CHILD_ABUSE, OffenceKind.HUMAN_TRAFFICKING, OffenceKind.TERRORISM_VIOLENT_ACT})
"""Kinds of offence whose nature is violence against persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One factor of RPD 34(3): what it asks, and which facts it reads."""

    rule: str
    title: str
    question: str
    reads: tuple[str, ...]
    lines: Callable[[CommunicationFacts], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSheet:
    """One factor as the form shows it: the lines the file gives, or "no indication found", and what is not known."""

    rule: str
    title: str
    question: str
    lines: tuple[str, ...]
    unknown: tuple[str, ...]


def worksheet(facts: CommunicationFacts, on: date) -> tuple[FactorSheet, ...]:
    """The seven sheets for these facts; `on` is the day of the review and stands on the printed form only."""
    return tuple(FactorSheet(rule=factor.rule, title=factor.title, question=factor.question,
                             lines=factor.lines(facts) or (NO_INDICATION,), unknown=_unknown(factor, facts))
                 for factor in FACTORS)


def _unknown(factor: Factor, facts: CommunicationFacts) -> tuple[str, ...]:
    return tuple(name for name in factor.reads if getattr(facts, name) in (None, "", (), frozenset()))


def sentence(lines: tuple[str, ...]) -> str:
    """The lines as one sentence of the question."""
    return f"The file shows: {'; '.join(lines)}." if lines else f"The file shows: {NO_INDICATION}."


def _said(fact: bool | None, if_true: str, if_false: str = "") -> str:
    return if_true if fact else if_false if fact is False else ""


def _listed(what: str, values: frozenset[str] | tuple[str, ...]) -> str:
    if not values:
        return ""
    words = ", ".join(values) if isinstance(values, tuple) else ", ".join(sorted(values)).replace("_", " ")
    return f"{what} {words}"


def _kept(*lines: str) -> tuple[str, ...]:
    return tuple([line for line in lines if line])


def nature_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (a): charges and underlying facts, violence, personal gain."""
    return _kept(
        _listed("kinds of offence", facts.offence_kinds), _listed("matters of concern", facts.matters),
        "violence against persons charged" if not VIOLENT.isdisjoint(facts.offence_kinds) else "",
        _said(facts.violence_against_persons, "violence against persons", "no violence against persons"),
        _said(facts.personal_gain, "personal gain", "no personal gain"),
        _said(facts.acts_of_office, "acts done in exercise of office", "no acts of office"),
        _said(facts.individual_role_described, "the person's own acts are described",
              "the person's own acts are not described"),
        _said(facts.charges_match_facts, "charges and facts agree", "charges and facts do not agree"))


def status_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (b): offices, roles and protection of the person."""
    return _kept(_listed("roles", facts.roles),
                 _said(facts.refugee_status_confirmed, "protection confirmed", "no protection"),
                 _said(facts.asylum_pending, "a claim for asylum is pending"))


def source_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (c): the issuing body, its history, measures in force."""
    return _kept(f"issued by {facts.source_body}" if facts.source_body else "",
                 f"paper issued by: {facts.warrant_issuer.value.replace('_', ' ')}" if facts.warrant_issuer else "",
                 _listed("measures in force on the source:", facts.measures_on_source),
                 _said(facts.source_is_tribunal, "the source is an international tribunal"),
                 _said(facts.source_answered, "the source answered", "the source left questions unanswered"))


def positions_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (d): what other bureaus, courts and entities decided or said."""
    return _kept(_said(facts.extradition_refused, "extradition refused", "no refusal of extradition"),
                 _listed("refused by", facts.extradition_refused_by),
                 _listed("grounds of refusal", facts.extradition_refusal_grounds),
                 _listed("positions of others:", facts.positions_of_others), _listed("objections of", facts.objections))


def international_law_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (e): rulings, immunity, United Nations measures, the same acts already judged."""
    return _kept(_listed("rulings:", facts.rulings), _said(facts.immunity, "immunity claimed or found", "no immunity"),
                 _said(facts.same_acts_judged, "the same acts were judged", "the same acts were not judged"),
                 f"sanctions of: {facts.sanctions_basis.value.replace('_', ' ')}" if facts.sanctions_basis else "",
                 _said(facts.body_listed_by_un, "the body is listed by the United Nations",
                       "the body is not listed by the United Nations"))


def neutrality_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (f): whether the Organization would take a side."""
    return _kept(_said(facts.dispute_between_states, "a dispute between states", "no dispute between states"),
                 _listed("objections of", facts.objections))


def context_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """Factor (g): timeline, elections, unrest, group cases, earlier refusals."""
    linked = len(facts.linked_references)
    return _kept(_listed("signs in the context:", facts.context_signs),
                 _listed("earlier requests refused on", facts.earlier_refused_on),
                 f"{linked} linked communication{'s' if linked != 1 else ''}" if linked else "")


def character_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """What bears on Article 3 most directly: matters charged, roles, context, disputes, positions."""
    return _kept(_listed("matters of concern", facts.matters), _listed("roles", facts.roles),
                 _listed("signs in the context:", facts.context_signs),
                 _said(facts.dispute_between_states, "a dispute between states"),
                 _listed("positions of others:", facts.positions_of_others))


def human_rights_lines(facts: CommunicationFacts) -> tuple[str, ...]:
    """What bears on Article 2: torture, fair hearing, death penalty, rulings, refusals, protection."""
    return _kept(_said(facts.torture_evidence, "evidence obtained under torture", "no evidence under torture"),
                 _said(facts.torture_risk, "a real risk of torture", "no real risk of torture"),
                 "the death penalty is possible" if facts.penalty_worse == "death" else "",
                 _said(facts.in_absentia, "conviction in absentia"), _listed("rulings:", facts.rulings),
                 _listed("extradition refused on", facts.extradition_refusal_grounds),
                 _said(facts.refugee_status_confirmed, "protection confirmed"),
                 _said(facts.asylum_pending, "a claim for asylum is pending"))


FACTORS = (
    Factor(rule="RPD-34-3-a", title="Nature of the offence", lines=nature_lines,
           question="Do charges and facts, read together, show an offence under ordinary law?",
           reads=("offence_kinds", "matters", "violence_against_persons", "personal_gain", "acts_of_office",
                  "individual_role_described", "charges_match_facts")),
    Factor(rule="RPD-34-3-b", title="Status of the person", lines=status_lines,
           question="Did or does the person hold an office, stand for one, or act as journalist, activist, lawyer, "
                    "cleric, soldier or refugee, and does that explain the request?",
           reads=("roles", "refugee_status_confirmed", "asylum_pending")),
    Factor(rule="RPD-34-3-c", title="Identity of the source", lines=source_lines,
           question="What do the issuing body, its history and measures in force say about this request?",
           reads=("source_body", "warrant_issuer", "measures_on_source", "source_is_tribunal", "source_answered")),
    Factor(rule="RPD-34-3-d", title="Positions of others", lines=positions_lines,
           question="Has another bureau, a court or an international entity taken a position, and on what grounds?",
           reads=("extradition_refused", "extradition_refused_by", "extradition_refusal_grounds",
                  "positions_of_others", "objections")),
    Factor(rule="RPD-34-3-e", title="Obligations under international law", lines=international_law_lines,
           question="Do treaties, United Nations measures, rulings, immunity or an earlier judgment bind here?",
           reads=("rulings", "immunity", "same_acts_judged", "sanctions_basis", "body_listed_by_un")),
    Factor(rule="RPD-34-3-f", title="Neutrality", lines=neutrality_lines,
           question="Would the Organization take a side in a dispute between states or within one?",
           reads=("dispute_between_states", "objections")),
    Factor(rule="RPD-34-3-g", title="General context", lines=context_lines,
           question="Do elections, unrest, a change of government, mass proceedings or the timing explain the request?",
           reads=("context_signs", "earlier_refused_on", "linked_references")),
)
