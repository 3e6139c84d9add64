"""The applicant's own file after it was sent: where it stands, clocks, letters, messages and papers at one place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from article3.commission.lifecycle.receipt_code import in_groups
from article3.commission.site.portal.carried import with_code
from article3.commission.wiring import own_request


@require_safe
@with_code
def shown(request: HttpRequest, code: str) -> HttpResponse:
    """Where the request stands."""
    found = own_request(code)
    if found is None:
        return redirect("portal:back")
    return render(request, "portal/own_file.html", {"file": found, "today": timezone.localdate(),
                                                    "code": in_groups(code)})
