"""The portal's words: titles of its pages, what can be asked, grounds in plain words, and every mend translated."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from article3.commission.lifecycle.application import PaperRole, Part, Wish
from article3.commission.lifecycle.mends import Defect
from article3.commission.lifecycle.outlook import Told
from article3.said import said
from article3.terms.facts_commission import CommissionOutcome, SentBy, UrgencyGround
from article3.terms.reasons import Ground

Words = dict[str, str | Promise]
TITLES: dict[Part, str | Promise] = {
    Part.WISH: _("What do you ask for?"), Part.SENDER: _("Who asks?"), Part.PERSON: _("Who is concerned?"),
    Part.IDENTITY: _("A copy of an identity document"), Part.MANDATE: _("Who speaks for the person?"),
    Part.PURPOSE: _("What shall the Commission do?"), Part.REASONS: _("Why?"), Part.ANNEXES: _("Papers that show it"),
    Part.WITHHELD: _("What must not be passed on?"), Part.CONTACT: _("How can we reach you?"),
    Part.SIGNATURE: _("Your signature"),
}  # fmt: skip
WISHES: Words = {
    Wish.ACCESS: _("See: tell me which data about me are in the files"),
    Wish.CORRECTION: _("Correct: something in the files is wrong"),
    Wish.DELETION: _("Delete: the data break the rules and must go"),
    Wish.REVISION: _("Revise: a decision of the Commission should be changed because of a new fact"),
    Wish.URGENT_BLOCK: _("Block at once: I may be arrested or handed over before there is time to decide"),
}
SENDERS: Words = {
    SentBy.PERSON: _("I ask for myself"),
    SentBy.REPRESENTATIVE: _("I ask for somebody who gave me a signed mandate (a lawyer, a relative, a friend)"),
    SentBy.FOR_A_MINOR: _("I ask for a child in my care"),
    SentBy.ENTITY: _("I ask for an organization or a company"),
    SentBy.SOMEBODY_ELSE: _("None of these"),
}
URGENCIES: Words = {
    UrgencyGround.IMMINENT_EXTRADITION: _("An extradition or a hearing about it is near"),
    UrgencyGround.DETENTION: _("The person is held because of the data"),
    UrgencyGround.PROTECTION: _("A state has granted the person protection"),
    UrgencyGround.OTHER: _("Something else"),
}
GROUNDS: Words = {
    Ground.POLITICAL_CHARACTER: _("It is about politics, an opinion or an office held"),
    Ground.RELIGIOUS_CHARACTER: _("It is about religion"), Ground.RACIAL_CHARACTER: _("It is about origin or race"),
    Ground.MILITARY_CHARACTER: _("It is about military service or desertion"),
    Ground.REFUGEE_POLICY: _("The person is a refugee or has asked for asylum"),
    Ground.TORTURE: _("The person may be tortured or ill-treated"),
    Ground.FAIR_HEARING: _("There was or will be no fair trial"),
    Ground.IN_ABSENTIA: _("The person was judged while absent"),
    Ground.DESCRIPTION_OF_ACTS: _("Nobody says what the person is supposed to have done"),
    Ground.VALIDITY_OF_PROCEEDINGS: _("The warrant or the proceedings have ended or are not valid"),
    Ground.NO_ACTION_FOR_EXTRADITION: _("The country knows where the person is and does not ask for extradition"),
    Ground.PRIVATE_MATTER: _("It is a private quarrel, such as a debt"),
    Ground.FAMILY_MATTER: _("It is a family quarrel, such as about a child"),
    Ground.ACCURACY: _("The data are wrong or belong to somebody else"),
    Ground.MISUSE_OF_CHANNELS: _("The country keeps using these channels against the person"),
    Ground.HUMAN_RIGHTS: _("Another human right is at stake"),
}
"""The grounds of the Commission's published decisions, in the words of somebody who has no lawyer."""
ROLES: Words = {
    PaperRole.IDENTITY: _("Identity document"), PaperRole.MANDATE: _("Mandate"),
    PaperRole.STANDING: _("Paper that shows you may act"), PaperRole.ANNEX: _("Annex"),
}
OUTCOMES: Words = {
    CommissionOutcome.COMPLIANT: _("The data kept the rules"),
    CommissionOutcome.COMPLIANT_WITH_UPDATE: _("The data kept the rules once they were updated"),
    CommissionOutcome.NOT_COMPLIANT: _("The data broke the rules"),
}
TOLD: Words = {
    Told.RECEIVED: _("Received. The Commission looks whether it can deal with it."),
    Told.INADMISSIBLE: _("Something is missing. The letter says what; send it below, and the Commission looks again."),
    Told.ADMISSIBLE: _("The Commission deals with it."),
    Told.ANSWERED: _("Answered. The letter is below."),
}
PARTS_KEPT: Words = {
    Part.PURPOSE: _("What you ask"), Part.REASONS: _("The summary of why"), Part.CONTACT: _("How we reach you"),
}


def mend(defect: Defect) -> str:
    """The sentence that says how to mend a defect, in the reader's language."""
    return said(defect.mend, get_language())
