"""The flat record of facts that provisions read. None, "", () and frozenset() mean: not known.

One record per subject of the law (see `law.provision.Subject`). Built by `law.brief` from a communication and
what is known around it; every name here is a fact that findings may rest on or miss.
"""

from __future__ import annotations

from dataclasses import dataclass

from article3.terms.communication import Aim, BureauCode, Channel, Colour, Purpose, WantedFor
from article3.terms.offences import Matter, OffenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationFacts:
    """What is known about one communication and its person on the day of the assessment."""

    channel: Channel | None = None
    colour: Colour | None = None
    aim: Aim | None = None
    source: BureauCode | None = None
    purpose: Purpose | None = None
    wanted_for: WantedFor | None = None
    charges: tuple[str, ...] = ()
    offence_kinds: frozenset[OffenceKind] = frozenset()
    matters: frozenset[Matter] = frozenset()
    penalty_max_months: int | None = None
    sentence_months: int | None = None
    remaining_months: int | None = None
