"""Where the decisions on a file come from, for other programs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.access.why import Why
from article3.sites.page.absent import absent_is_404
from article3.sites.page.past import erased_is_said, look
from article3.sites.page.provenance import as_prov
from article3.terms.communication import Reference


@require_safe
@absent_is_404
@erased_is_said
def provenance(request: HttpRequest, reference: str) -> HttpResponse:
    """As it is, or as it was known at the instant that is looked at."""
    found = wiring.provenance_of(request.sitting, Why.EXAMINATION, Reference(reference), look(request).known_at)
    return as_prov(found, reference)
