"""How the desk stands, in numbers for whoever runs the installation: no country, no name, no reference."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Min, Q

from article3.register.models import File


def condition(at: datetime) -> dict[str, int]:
    """Files at the gateway and on the desk, and how long the oldest at the gateway has waited, in seconds."""
    counted = File.objects.aggregate(
        gateway=Count("pk", filter=Q(arriving=True)), desk=Count("pk", filter=Q(waiting=True)),
        oldest=Min("received_at", filter=Q(arriving=True)), files=Count("pk"),
    )  # fmt: skip
    oldest = counted["oldest"]
    return {"files": counted["files"], "desk_waiting": counted["desk"], "gateway_waiting": counted["gateway"],
            "gateway_oldest_seconds": 0 if oldest is None else max(0, int((at - oldest).total_seconds()))}
