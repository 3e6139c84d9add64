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
from article3.wiring.public_notices import (
    PublicExtract,
    Wanted,
    edition_step,
    extracts_after,
    extracts_counted,
    extracts_found,
    latin_name,
    public_extract,
    public_extracts,
)
from article3.wiring.record_room import figures, journal_head, journal_lines, routings
from article3.wiring.roll_call import bureaus, enrol, give_mandate, officer_names, roll_of_officers, suspend

__all__ = [
    "PublicExtract",
    "Query",
    "Wanted",
    "bureaus",
    "clock",
    "deliver",
    "deliveries",
    "desk_place",
    "do_what_falls_due",
    "edition_step",
    "enrol",
    "extracts_after",
    "extracts_counted",
    "extracts_found",
    "figures",
    "give_mandate",
    "inbox",
    "journal_head",
    "journal_lines",
    "keep_attachment",
    "latin_name",
    "new_reference",
    "officer_names",
    "open_gateway",
    "perform",
    "public_extract",
    "public_extracts",
    "reader",
    "roll_of_officers",
    "routings",
    "suspend",
    "take_over",
]
