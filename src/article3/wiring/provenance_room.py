"""Where a decision comes from, for other programs: W3C PROV of what a sitting may read of a file."""

from __future__ import annotations

from datetime import datetime

from article3.access.why import Why
from article3.lifecycle.provenance import Document, provenance
from article3.register.pages import NotFound
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting
from article3.wiring.knowledge import case_known_at
from article3.wiring.performing import reader


def provenance_of(sitting: Sitting, why: Why, reference: Reference, known_at: datetime | None = None) -> Document:
    """Every decision on a file, as it is or as it was known at an instant. Raises NotFound, also where nothing was
    decided; Erased where the content is gone by order."""
    page = case_known_at(sitting, why, reference, known_at) if known_at else reader(sitting, why).case(reference)
    found = provenance(page.file)
    if found is None:
        raise NotFound
    return found
