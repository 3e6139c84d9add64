"""An organization or ship on the Security Council's list: what is known of it beside its name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What a special notice says of whoever is no person (RPD 95); the name itself is the communication's `subject`."""

    original_name: str = ""  # in its own script
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    legal_form: str = ""
    registration_number: str = ""
    chamber_of_commerce: str = ""
    administrators: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every further name."""
        return tuple(filter(None, (self.original_name, *self.aliases, *self.former_names)))
