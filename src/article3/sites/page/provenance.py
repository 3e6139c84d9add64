"""The answer that hands out where a decision comes from."""

from __future__ import annotations

from typing import Any

from django.http import JsonResponse


def as_prov(document: dict[str, Any], name: str) -> JsonResponse:
    """PROV-JSON for download; `name` is a reference or a number, never a person."""
    answer = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="decision-{name[:8]}.prov.json"'
    return answer
