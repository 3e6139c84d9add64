"""Words of the front line: one clear sentence for what may be done."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from article3.terms.facts_national import LegalValue

MAY: Mapping[LegalValue, str | Promise] = {
    LegalValue.INFORMATION_ONLY: _("For information only. Do not stop or hold anybody on this."),
    LegalValue.LOCATE_ONLY: _("Identify the person and tell your bureau. This is no ground for arrest."),
    LegalValue.PROVISIONAL_ARREST_REQUEST: _("Call your bureau now. Arrest only on a warrant of your own judge."),
}
CHECK_SENTENCES = (
    _("Is the record still valid now? Ask your bureau."), _("Is there anything besides the record?"),
    _("Were signs of misuse looked for?"), _("Which supervisor was informed?"), _("Were the papers asked for?"),
    _("Was the person told how to contest the record?"), _("The record is not confirmed as valid."),
    _("The action would rest on the record alone."), _("Nobody looked for signs of misuse."),
    _("The papers were not asked for."), _("The person was not told how to contest the record."),
    _("Signs of misuse were seen: ask your bureau before anything else."), _("Does national law allow this use?"),
    _("National law does not allow this use."),
    _("In this country's law the notice is no basis for arrest, and there was no national warrant."),
    _("Was there a national warrant? In your law the notice is no basis for arrest."),
)
"""What a check may find, word for word as the act and the rules say it: so the pages can say it in other languages."""
COMPARED: Mapping[str, str | Promise] = {
    "face": _("Face and photograph"), "fingerprints": _("Fingerprints"), "document": _("Document"),
    "birth_date": _("Date of birth"), "marks": _("Marks and description"), "answers": _("Answers to questions"),
}
KEEP_FROM_SOURCE: Mapping[str, str | Promise] = {
    "": _("No: the source is told of the result"), "protection": _("The person may need protection"),
    "investigation": _("An investigation of our own"), "policy": _("Our bureau tells this source nothing"),
}
