"""How the line stands, in numbers for whoever runs the installation: no bureau is named."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, F, Min, Sum

from article3.exchange.models import Correspondent, Debt, Line


def condition(at: datetime) -> dict[str, int]:
    """Messages not yet acknowledged, removals owed and since when, and how long the quietest bureau has not called."""
    unread = Line.objects.aggregate(left=Sum(F("posted") - F("acknowledged")))["left"] or 0
    owed = Debt.objects.filter(settled_at=None).aggregate(count=Count("pk"), oldest=Min("owed_at"))
    quiet = Correspondent.objects.aggregate(seen=Min("seen_at"))["seen"]
    return {"messages_unacknowledged": unread, "removals_owed": owed["count"],
            "removal_oldest_seconds": _seconds(owed["oldest"], at), "bureau_quietest_seconds": _seconds(quiet, at)}


def _seconds(since: datetime | None, at: datetime) -> int:
    return 0 if since is None else max(0, int((at - since).total_seconds()))
