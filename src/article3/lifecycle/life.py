"""What a file was before its source had it converted: a diffusion that became a notice, a notice that became one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.lifecycle.publication import PublishedNotice
from article3.terms.communication import Channel, Communication


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One life that ended by a conversion: the text at its end, what was published of it, the first text after it."""

    began_at: datetime
    ended_at: datetime
    text: Communication
    became: Communication
    published: PublishedNotice | None = None

    @property
    def channel(self) -> Channel:
        """What the file was in that life."""
        return self.text.channel
