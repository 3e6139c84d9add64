"""What a decision rests on, kept with it: findings, facts, what was missing, silences, searches, rulings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.finding import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Everything that could have made the decision another one. Names and ids only: the values are in the file."""

    on: date
    outcomes: tuple[tuple[str, Outcome], ...]  # of every binding rule that spoke
    editions: tuple[tuple[str, str], ...]  # instrument and edition, of the rules that spoke
    facts: tuple[str, ...]  # known and read by some rule
    missing: tuple[str, ...]  # read by some rule and not known
    established: tuple[str, ...] = ()  # facts a reviewer had established beside the communication
    silences: tuple[str, ...] = ()  # ids of consultations nobody answered
    research: tuple[str, ...] = ()  # ids of the searches logged
    rulings: tuple[str, ...] = ()  # of the Commission, as the file named them
    answered: tuple[str, ...] = ()  # rules whose question a reviewer settled
