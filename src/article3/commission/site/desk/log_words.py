"""What the Commission's own log names: who did what, and for which page they looked."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LOGGED: dict[str, Promise] = {
    "read": _("Read"), "log": _("For the log"), "clocks": _("For the clocks"),
    "identification": _("To enter what was found"), "file": _("For the file"), "request": _("For the request"),
    "like rulings": _("For rulings like it"), "vote": _("Vote"),
    "ask_party": _("A question was asked"), "assign_members": _("Rapporteur and members were assigned"),
    "cast_vote": _("A vote was cast"), "decide_request": _("The decision was taken"),
    "extend_time": _("More time was given"), "give_leave": _("Leave was given or refused"),
    "hear_applicant": _("The applicant wrote"), "identify_data": _("What was found was entered"),
    "lift_block": _("A block was lifted"), "note_item": _("An item was noted"),
    "note_new_fact": _("A new fact was noted"), "note_source_ended": _("The source ended the item"),
    "order_block": _("A block was ordered"), "pause_time": _("The clock was stopped"),
    "propose_ruling": _("A decision was proposed"), "publish_decision": _("Published without names"),
    "record_answer": _("An answer was recorded"), "remind_party": _("A reminder was sent"),
    "resume_time": _("The clock runs on"), "rule_on_admissibility": _("Admissibility was ruled on"),
    "rule_on_new_fact": _("What follows from a new fact was said"), "settle_item": _("An item was settled"),
    "stand_aside": _("An officer stood aside"), "submit_request": _("The request came in"),
    "take_in_letter": _("A letter came in"), "take_up_request": _("The request was taken up"),
    "letter_report": _("A report came in by letter"), "letter report": _("A report came in by letter"),
}
"""One sentence or noun for each thing the log names."""
