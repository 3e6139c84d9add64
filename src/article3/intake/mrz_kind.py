"""The machine readable zone as a field of the form: refused while its check digits do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from article3.intake.kinds import whole
from article3.intake.mrz import MrzUnreadable, read_mrz
from article3.intake.problems import Problems, add, seen


@dataclass(frozen=True, slots=True)
class Zone:
    """A machine readable zone, its lines parted by line feeds."""

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        """The zone as it came; every fault becomes a problem of its own."""
        if type(value) is not str or len(value) > 100 or _tidy(value) != value:
            add(problems, at, "not_a_zone", found=seen(value),
                expected="two or three lines of a passport, card or visa",
                mend="Write the lines one after the other, without spaces, parted by one line feed.")
            return None
        if value == "":
            return value
        try:
            read_mrz(value)
        except MrzUnreadable as unreadable:
            for fault in unreadable.faults:
                add(problems, at, "mrz_fault", found=fault, expected="a zone that agrees with its own check digits",
                    mend="Read it again from the document; if it says so, leave it out and describe the document.")
            return None
        return value

    def write(self, value: str) -> object:
        """The zone itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """What a pattern can say of it: letters, digits and fillers in lines of the known lengths."""
        lines = "|".join((r"[A-Z0-9<]{44}\n[A-Z0-9<]{44}", r"[A-Z0-9<]{36}\n[A-Z0-9<]{36}",
                          r"[A-Z0-9<]{30}\n[A-Z0-9<]{30}\n[A-Z0-9<]{30}"))
        return {"type": "string", "pattern": whole(f"(?:{lines})?"), "description": "ICAO 9303, check digits included"}


def _tidy(zone: str) -> str:
    return "\n".join(line.strip() for line in zone.strip().splitlines())
