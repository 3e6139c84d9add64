"""The desk's words for codes, for the catalogues of the four languages."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from article3.commission.lifecycle.timetable import Move
from article3.commission.site.desk.log_words import LOGGED
from article3.ground_words import GROUNDS

WORDS: dict[str, Promise] = {
    "received": _("Received"), "inadmissible": _("Inadmissible"), "admissible": _("Admissible"),
    "proposed": _("Proposed"), "decided": _("Decided"), "carried_out": _("Carried out"),
    "access": _("Access"), "correction": _("Correction"), "deletion": _("Deletion"), "revision": _("Revision"),
    "urgent_block": _("Urgent block"),
    "admissibility": _("Answer on admissibility"), "urgent": _("Look at the urgent request"),
    "notification": _("Notification with the Secretariat"), "decision": _("Decision"), "answer": _("Answer"),
    "implementation": _("Implementation"),
    "applicant": _("The applicant"), "source": _("The source"), "task_force": _("The task force"), "other": _("Others"),
    "block": _("Block"), "unblock": _("Lift the block"), "delete": _("Delete"), "correct": _("Correct"),
    "caveat": _("Caveat"), "addendum": _("Addendum"), "leave": _("Leave to enter"),
    "inform": _("Inform members"), "no_help": _("No further help"), "leave_only": _("Re-entry only by leave"),
    "inform_members": _("Inform members"), "no_further_help": _("No further help"),
    "family_name": _("Family name"), "given_names": _("Given names"), "birth_date": _("Date of birth"),
    "birth_place": _("Place of birth"), "nationalities": _("Nationalities"), "status": _("Status in the case"),
    "charge": _("Charge"), "facts_summary": _("Summary of facts"),
    "complete": _("Complete"), "incomplete": _("Not complete"), "impossible": _("Could not be carried out"),
    "open": _("Open"), "gist": _("As a gist"), "closed": _("Closed"), "for": _("For"), "against": _("Against"),
    "compliant": _("Compliant"), "compliant_with_update": _("Compliant with update"),
    "not_compliant": _("Not compliant"), "add_information": _("Add information"), "none": _("None"),
    "imminent_extradition": _("Imminent extradition"), "detention": _("Detention"), "protection": _("Protection"),
    "security_or_prevention": _("Security or prevention of crime"),
    "secrecy_of_investigation": _("Secrecy of an investigation"), "rights_of_others": _("Rights of others"),
    "proper_working": _("Proper working"), "another_ground": _("Another ground"),
    "take-up": _("Take the request up"), "identify": _("Enter what was found"), "ask": _("Ask"),
    "remind": _("Remind, and record the silence"), "extend": _("Give more time"), "resume": _("Let the clock run on"),
    "assign": _("Assign rapporteur and members"), "lift-block": _("Lift a block"), "item": _("Note an item"),
    "settle": _("Settle an item"), "propose": _("Propose a decision"), "vote": _("Vote"),
    "decide": _("Take the decision"), "stand-aside": _("Stand aside"),
    "publish": _("Publish without names"), "new-fact": _("Say what follows from a new fact"),
    "applicant_asked": _("The applicant was asked"), "applicant_wishes": _("The applicant wishes it"),
}
"""One sentence or noun for each code shown."""
MOVED: dict[Move, Promise] = {
    Move.MONTHS: ngettext_lazy("%(n)s calendar month", "%(n)s calendar months", "n"),
    Move.DAYS: ngettext_lazy("%(n)s day", "%(n)s days", "n"),
    Move.PAUSE: ngettext_lazy("%(n)s day the time stood still", "%(n)s days the time stood still", "n"),
    Move.EXTENSION: ngettext_lazy("%(n)s day of extension", "%(n)s days of extension", "n"),
    Move.GIVEN: ngettext_lazy("%(n)s day given", "%(n)s days given", "n"),
}
"""By how much a day moved, counted."""


def ground(code: StrEnum | str) -> Promise | str:
    """The words of a ground."""
    return GROUNDS[str(getattr(code, "value", code))]


def word(code: StrEnum | str) -> Promise | str:
    """The word of a code; a code nobody gave a word reads as it is written."""
    value = str(getattr(code, "value", code))
    return WORDS.get(value) or LOGGED.get(value) or value.replace("_", " ")
