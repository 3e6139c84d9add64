"""The only room that knows which adapter stands behind which port; it opens the transaction and checks the mandate.

Sites and commands call `perform` to change something and `reader` to see something. One file per part of the house;
what is public of each is named here.
"""

from __future__ import annotations

from article3.acts.ports import NotFound
from article3.register.pages import Query
from article3.wiring.figure_room import entries_behind, public_releases, reads_figures, report, years
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
from article3.wiring.printing import pdf
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
from article3.wiring.sealing_room import is_sealed, message_shown, opened_by_act, opened_for, opened_paper
from article3.wiring.witnessing import (
    beat,
    end_witness,
    enrol_witness,
    export_journal,
    head_note,
    heads_shown,
    own_witness,
    public_keys,
    seat_witness,
    show_to,
    take_cosignature,
    witness_key,
    witness_request,
    witnesses_shown,
)

__all__ = [
    "NotFound",
    "PublicExtract",
    "Query",
    "Wanted",
    "beat",
    "bureaus",
    "clock",
    "deliver",
    "deliveries",
    "desk_place",
    "do_what_falls_due",
    "edition_step",
    "end_witness",
    "enrol",
    "enrol_witness",
    "entries_behind",
    "export_journal",
    "extracts_after",
    "extracts_counted",
    "extracts_found",
    "figures",
    "give_mandate",
    "head_note",
    "heads_shown",
    "inbox",
    "is_sealed",
    "journal_head",
    "journal_lines",
    "keep_attachment",
    "latin_name",
    "message_shown",
    "new_reference",
    "officer_names",
    "open_gateway",
    "opened_by_act",
    "opened_for",
    "opened_paper",
    "own_witness",
    "pdf",
    "perform",
    "public_extract",
    "public_extracts",
    "public_keys",
    "public_releases",
    "reader",
    "reads_figures",
    "report",
    "roll_of_officers",
    "routings",
    "seat_witness",
    "show_to",
    "suspend",
    "take_cosignature",
    "take_over",
    "witness_key",
    "witness_request",
    "witnesses_shown",
    "years",
]
