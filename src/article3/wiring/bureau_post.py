"""Letters of the Commission as their bureau reads them: nobody else does."""

from __future__ import annotations

from article3.acts.ports import NotFound
from article3.lifecycle.bureau_letter import BureauLetter
from article3.register.ledger.pages import several
from article3.terms.sitting import Sitting


def letters_of_commission(sitting: Sitting) -> tuple[BureauLetter, ...]:
    """What the Commission wrote to this bureau, open questions first, the next to fall due on top."""
    return several(BureauLetter, about=sitting.bureau) if sitting.bureau is not None else ()


def letter_of_commission(sitting: Sitting, reference: str) -> BureauLetter:
    """One of them; raises NotFound for absent and foreign alike."""
    found = next((each for each in letters_of_commission(sitting) if each.reference == reference), None)
    if found is None:
        raise NotFound
    return found
