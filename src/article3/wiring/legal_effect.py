"""What may be done here on the strength of a record: a bureau's own law, as it wrote it down, read once a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from django.conf import settings

from article3.access.outward import Mark
from article3.exchange import home
from article3.law.national.effect import Effect, effect_of, read_effects
from article3.register.pages import PersonRow
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel
from article3.terms.facts_national import LegalValue
from article3.terms.reasons import CaveatKind

_DISPUTED = {
    CaveatKind.UNDER_EXAMINATION,
    CaveatKind.POSITION_OF_MEMBER,
    CaveatKind.DATA_TO_VERIFY,
    CaveatKind.NO_FURTHER_HELP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MayDo:
    """What may be done here on the strength of one record. `effect` None: the bureau has not said."""

    value: LegalValue
    effect: Effect | None
    reviewed: bool
    disputed: bool
    fresh_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A bureau's law as it stands now, and when its records were last brought up to date."""

    effects: tuple[Effect, ...]
    at: datetime
    fresh_at: datetime

    def may_do(self, row: PersonRow) -> MayDo:
        """What may be done: never more than information on what is not reviewed, whatever national law says of the
        rest."""
        reviewed = row.mark in (Mark.REVIEWED, None) and row.channel not in (Channel.MESSAGE, Channel.DOCUMENT_ENTRY)
        effect = effect_of(self.effects, channel=row.channel, colour=row.colour, source=row.source, on=day_of(self.at))
        value = effect.value if effect is not None and reviewed else LegalValue.INFORMATION_ONLY
        disputed = any(caveat.kind in _DISPUTED for caveat in row.caveats)
        return MayDo(value=value, effect=effect, reviewed=reviewed, disputed=disputed, fresh_at=self.fresh_at)


def law_of(bureau: BureauCode, at: datetime) -> Law:
    """The law of a bureau on that day."""
    fresh = home.last_round_at(bureau) if settings.SEAT else at
    return Law(effects=_effects(bureau), at=at, fresh_at=fresh or at)


def _effects(bureau: BureauCode) -> tuple[Effect, ...]:
    """What the bureau has written down of its law: its own file in this installation, else an invented country's."""
    own = Path(settings.HOME) / "national-law" / f"{bureau}.toml"
    if own.exists():
        return read_effects(own.read_text(encoding="utf-8"))
    sample = resources.files("article3.law.national.effects") / f"{bureau}.toml"
    return read_effects(sample.read_text(encoding="utf-8")) if sample.is_file() else ()
