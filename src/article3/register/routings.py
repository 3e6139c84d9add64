"""Routing measures as they are kept: each a document with a version, read whole."""

from __future__ import annotations

import msgspec

from article3.acts.ports import Changed, NotFound
from article3.lifecycle.routing import RoutingMeasure
from article3.register.models import RoutingRow
from article3.terms.communication import BureauCode, Reference

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(RoutingMeasure).decode


def one(reference: Reference) -> RoutingMeasure:
    """The measure, locked for this transaction; raises NotFound."""
    row = RoutingRow.objects.select_for_update().filter(pk=reference).first()
    if row is None:
        raise NotFound
    return _decode(bytes(row.body))


def several(bureau: BureauCode | None = None) -> tuple[RoutingMeasure, ...]:
    """The measures on one bureau, or all, the latest to end first."""
    rows = RoutingRow.objects.order_by("-ends_on", "reference")
    return tuple(_decode(bytes(row.body)) for row in (rows if bureau is None else rows.filter(bureau=bureau)))


def keep(measure: RoutingMeasure) -> None:
    """Keep a new measure, or one a version on; raises Changed when somebody else changed it meanwhile."""
    values = {"version": measure.version, "bureau": measure.bureau, "ends_on": measure.ends_on,
              "body": _encode(measure)}  # fmt: skip
    if measure.version == 1:
        RoutingRow.objects.create(reference=measure.reference, **values)
    elif not RoutingRow.objects.filter(pk=measure.reference, version=measure.version - 1).update(**values):
        raise Changed
