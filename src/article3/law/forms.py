"""Which communications a provision is about. These look at channel, colour and aim only, and nothing else."""

from __future__ import annotations

from typing import Any

from article3.terms.communication import Aim, Channel, Colour

_NOBODY_CHARGED = frozenset({Colour.YELLOW, Colour.BLACK, Colour.PURPLE, Colour.ORANGE, Colour.UN_SPECIAL,
                             Colour.WORKS_OF_ART, Colour.OTHER_SPECIAL})


def notice(facts: Any) -> bool:
    """A request for a notice of any colour."""
    return facts.channel is Channel.NOTICE_REQUEST


def red_notice(facts: Any) -> bool:
    """A request for a red notice."""
    return notice(facts) and facts.colour is Colour.RED


def of_colour(*colours: Colour) -> Any:
    """A request for a notice of one of these colours."""

    def concerned(facts: Any) -> bool:
        return notice(facts) and facts.colour in colours

    return concerned


def other_than_red(facts: Any) -> bool:
    """A notice request of another colour, or of none stated."""
    return notice(facts) and facts.colour is not Colour.RED


def diffusion(facts: Any) -> bool:
    """A diffusion with any aim."""
    return facts.channel is Channel.DIFFUSION


def wanted_diffusion(facts: Any) -> bool:
    """A diffusion that asks for arrest; one that does not state its aim is treated as if it did."""
    return diffusion(facts) and facts.aim in (Aim.ARREST, None)


def silver(facts: Any) -> bool:
    """A silver notice or a silver diffusion."""
    return facts.colour is Colour.SILVER


def not_a_notice_nor_diffusion(facts: Any) -> bool:
    """A message, or a communication of unknown channel."""
    return not notice(facts) and not diffusion(facts)


def about_an_offence(facts: Any) -> bool:
    """Every communication except the notice categories that charge nobody."""
    return facts.colour not in _NOBODY_CHARGED


def declarations_asked(facts: Any) -> tuple[str, ...]:
    """The rule that asks the source for all its declarations at once, so that none is asked for twice."""
    if notice(facts):
        return ("RPD-76-2",)
    return ("RPD-99-1",) if diffusion(facts) else ()
