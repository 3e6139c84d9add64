"""What a country's law makes of an item: the text its own bureau keeps, dated, for the officer at the screen.

A bureau owns its text. What it does not say is never filled in: then an item is information, and the bureau is asked.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from article3.terms.communication import BureauCode, Channel, Colour
from article3.terms.facts_national import LegalValue, Regime

ANY = "*"
_FIELDS = {"instrument", "from", "since", "until", "value", "law", "text", "regime"}


class Unreadable(ValueError):
    """A text on national law that is not in its form; says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What items of one kind, from all or some countries, are worth from a day on. `text` by language."""

    instrument: str
    """A notice colour, a channel, or `*`."""
    sources: frozenset[str]
    """Empty: from every country."""
    since: date
    until: date | None
    value: LegalValue
    law: str
    text: tuple[tuple[str, str], ...]
    regime: Regime

    def said(self, language: str) -> str:
        """The text in a language, or in the first one there is."""
        return dict(self.text).get(language.split("-")[0], self.text[0][1])


def read_effects(toml: str) -> tuple[Effect, ...]:
    """The effects a bureau has written down. Raises Unreadable naming the entry and what is wrong with it."""
    try:
        entries = tomllib.loads(toml).get("effect", [])
    except tomllib.TOMLDecodeError as wrong:
        raise Unreadable(str(wrong)) from None
    return tuple(_effect(place, entry) for place, entry in enumerate(entries, 1))


def effect_of(effects: tuple[Effect, ...], *, channel: Channel, colour: Colour | None, source: BureauCode, on: date
              ) -> Effect | None:  # fmt: skip
    """The effect that holds on that day: one for this country before one for all, the kind itself before any kind."""
    kind = colour.value if colour and channel is Channel.NOTICE_REQUEST else channel.value
    fits = [effect for effect in effects if effect.instrument in (kind, ANY)
            and (not effect.sources or source in effect.sources)
            and effect.since <= on and (effect.until is None or on < effect.until)]
    return max(fits, key=lambda effect: (bool(effect.sources), effect.instrument != ANY, effect.since), default=None)


def _effect(place: int, entry: dict[str, Any]) -> Effect:
    strange = set(entry) - _FIELDS
    if strange:
        raise Unreadable(f"effect {place}: there is no field {min(strange)!r}")
    try:
        text = entry["text"]
        effect = Effect(
            instrument=str(entry["instrument"]), sources=frozenset(entry.get("from", ())), since=_day(entry["since"]),
            until=_day(entry["until"]) if "until" in entry else None, value=LegalValue(entry["value"]),
            law=str(entry["law"]), text=tuple((str(code), str(said)) for code, said in text.items()),
            regime=Regime(entry.get("regime", "other")),
        )  # fmt: skip
    except KeyError as missing:
        raise Unreadable(f"effect {place}: {missing.args[0]} is missing") from None
    except (ValueError, TypeError, AttributeError) as wrong:
        raise Unreadable(f"effect {place}: {wrong}") from None
    if not effect.text:
        raise Unreadable(f"effect {place}: text is empty")
    return effect


def _day(value: object) -> date:
    if type(value) is not date:
        raise ValueError(f"{value!r} is not a day such as 2026-01-31")
    return value
