"""What the log of the sealed files names: the question put and what became of it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ASKED: dict[str, str | Promise] = {
    "attest": _("To attest protection"), "confirm": _("To confirm an attestation"),
    "send_back": _("To send an attestation back"), "change_status": _("To change a status"),
    "attestations": _("Own attestations"), "attestation": _("One attestation"),
    "look": _("Whether a person is protected"), "to_look_for": _("Whom to look for"),
    "looked": _("What a look found"), "owed": _("What is owed"), "done": _("What was done"),
    "file_erased": _("That a file was erased"), "stands_in_the_way": _("What stands in the way"),
    "host_is_warned": _("Whether the host is warned"), "host_box": _("Letters to the host"),
    "host_page": _("Letters of the host"), "host_take_in": _("To take a letter in"),
    "give": _("To give information in confidence"), "given": _("Own information in confidence"),
    "drop": _("To leave something without a name"), "piece": _("One piece of information"),
    "change": _("To change a piece"), "withdraw": _("To withdraw a piece"), "answer": _("To answer a request to open"),
    "about": _("What is known about a person"), "ask_to_open": _("To open an origin"),
    "tell": _("To pass something on"), "released": _("What was released"), "copied": _("That a copy was made"),
    "desk": _("The custodian's desk"), "hand_over": _("To hand an origin over"), "doubt": _("A doubt about a person"),
    "judge": _("To judge a doubt"), "log": _("This log"), "faults": _("Faults of the log"),
    "pledge": _("To pledge the log's head"), "unkept": _("Pledges that do not hold"),
}
"""Each question, by its stable name."""
ANSWERS: dict[str, str | Promise] = {
    "answered": _("Answered"), "refused": _("Refused"), "absent": _("Absent"),
}
"""What became of it."""
