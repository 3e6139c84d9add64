"""What a change asks: the bodies of the interface's orders. A field is added, never renamed or taken away."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from article3.sites.api.shapes import Text
from article3.terms.communication import Aim
from article3.terms.disputes import DisputeReason

Id = Annotated[str, Meta(min_length=1, max_length=40)]
Code = Annotated[str, Meta(pattern="^[A-Z]{2}$")]


class Suspension(Struct, kw_only=True, forbid_unknown_fields=True):
    """Until which day at the latest a notice is suspended, and why (RPD 81(1))."""

    until: date
    because: Text


class Nothing(Struct, kw_only=True, forbid_unknown_fields=True):
    """An order that needs no words: an empty object."""


class Extension(Struct, kw_only=True, forbid_unknown_fields=True):
    """One more period and why (RPD 50); for a red notice that extradition is still sought (RPD 84(b))."""

    months: Annotated[int, Meta(ge=1, le=120)]
    because: Text
    extradition: bool = False


class MoreTime(Struct, kw_only=True, forbid_unknown_fields=True):
    """More time for these open questions."""

    questions: Annotated[list[Id], Meta(min_length=1, max_length=100)]
    until: date
    because: Text


class RefusedExtradition(Struct, kw_only=True, forbid_unknown_fields=True):
    """Which country refused extradition, when and why: it travels with every copy."""

    text: Text


class Consent(Struct, kw_only=True, forbid_unknown_fields=True):
    """Whether the Secretariat may open a message, for the reason it gave."""

    given: bool


class ToDiffusion(Struct, kw_only=True, forbid_unknown_fields=True):
    """The bureaus that keep a notice as a diffusion, what is asked of them, and why (RPD 99)."""

    recipients: Annotated[list[Code], Meta(min_length=1, max_length=250)]
    aim: Aim
    reason_for_diffusion: Text


class Reply(Struct, kw_only=True, forbid_unknown_fields=True):
    """The reply to a consultation: read by reviewers and the Commission only."""

    reply: Text


class Dispute(Struct, kw_only=True, forbid_unknown_fields=True):
    """Why a record of another bureau is disputed: read by the task force and the Commission only."""

    reason: DisputeReason
    text: Text
