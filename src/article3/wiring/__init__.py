"""The only room that knows which adapter stands behind which port; it opens the transaction and checks the mandate.

Sites and commands call `perform` to change something and `reader` to see something. One file per part of the house;
what is public of each is named here.
"""

from __future__ import annotations

from article3.register.pages import Query
from article3.wiring.performing import (
    clock,
    desk_place,
    do_what_falls_due,
    new_reference,
    open_gateway,
    perform,
    reader,
    take_over,
)
from article3.wiring.post_room import deliver, deliveries, inbox, keep_attachment
from article3.wiring.record_room import figures, journal_head, journal_lines, public_extracts, routings
from article3.wiring.roll_call import bureaus, enrol, give_mandate, officer_names, roll_of_officers, suspend

__all__ = [
    "Query",
    "bureaus",
    "clock",
    "deliver",
    "deliveries",
    "desk_place",
    "do_what_falls_due",
    "enrol",
    "figures",
    "give_mandate",
    "inbox",
    "journal_head",
    "journal_lines",
    "keep_attachment",
    "new_reference",
    "officer_names",
    "open_gateway",
    "perform",
    "public_extracts",
    "reader",
    "roll_of_officers",
    "routings",
    "suspend",
    "take_over",
]
