"""Everything a seat can be told: one closed list of sentences, each behind a code.

No sentence means protection, a watch list or confidential information. Inside words (`Finding.because`, reasons of
reviewers) are another type and have no way here. The sentences are message ids for translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.reasons import CancellationCode, CaveatKind, IfSilent, PublicCode, ToPerson, ToRequester
from article3.terms.reasons import WithdrawalCode as Withdrawal


def _(sentence: str) -> str:
    """Marks a sentence for the catalogues; pages translate it."""
    return sentence


@dataclass(frozen=True, slots=True)
class OutwardText:
    """A code and its one sentence. Made here and nowhere else."""

    code: str
    sentence: str


class Status(StrEnum):
    """Where an own item stands, in the only words its source reads."""

    RECEIVED = "received"
    SENT_UNREVIEWED = "sent_unreviewed"
    QUESTIONS = "questions"
    PUBLISHED = "published"
    REVIEWED = "reviewed"
    SENT = "sent"
    SUSPENDED = "suspended"
    BLOCKED = "blocked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    RECALLED = "recalled"


class Mark(StrEnum):
    """What stands over every notice and diffusion a recipient reads."""

    REVIEWED = "reviewed"
    UNREVIEWED = "unreviewed"
    DELIVERED = "delivered"
    SUSPENDED = "suspended"
    REMOVE = "remove"


_SENTENCES: tuple[tuple[StrEnum, str], ...] = (
    (Status.RECEIVED, _("Received. The decision will reach you here.")),
    (Status.SENT_UNREVIEWED, _("Sent to its recipients, marked as not yet reviewed.")),
    (Status.QUESTIONS, _("Returned with questions. Answer them before the date shown.")),
    (Status.PUBLISHED, _("Published to all members.")),
    (Status.REVIEWED, _("Reviewed and found compliant.")),
    (Status.SENT, _("Sent to its recipients.")),
    (Status.SUSPENDED, _("Suspended at your request.")),
    (Status.BLOCKED, _("Suspended. Take no action on it until you are told otherwise.")),
    (Status.REFUSED, _("Refused.")),
    (Status.WITHDRAWN, _("Withdrawn by you.")),
    (Status.CANCELLED, _("Cancelled. Remove it from your own files where it stood for this purpose.")),
    (Status.EXPIRED, _("Expired: the retention period ended and was not extended.")),
    (Status.RECALLED, _("Recalled from every recipient as not compliant.")),
    (Mark.REVIEWED, _("Reviewed by the General Secretariat.")),
    (Mark.UNREVIEWED, _("UNREVIEWED. For information only: no arrest, no coercive measure on this alone.")),
    (Mark.DELIVERED, _("A message from its source. It was not reviewed.")),
    (Mark.SUSPENDED, _("Suspended. Take no action on it until you are told otherwise.")),
    (Mark.REMOVE, _("No longer valid. Take no action on it; remove it and every copy, and say that you have done so.")),
    (ToRequester.NOT_COMPLIANT, _("The request does not comply with the rules of the Organization.")),
    (ToRequester.NOT_ANSWERED, _("The questions were not answered in time. Send the request again with the answers.")),
    (ToRequester.ACTS_NOT_DESCRIBED, _(
        "The request does not describe what this person did. Say who did what, when, where and how, and how that is "
        "linked to the charge."
    )),
    (ToRequester.IDENTITY_INCOMPLETE, _("The person is not identified well enough. Add what is missing, send again.")),
    (ToRequester.JUDICIAL_DATA_INCOMPLETE, _(
        "The judicial papers are missing or incomplete. Add the warrant or judgment with its court, date and number."
    )),
    (ToRequester.BELOW_PENALTY_THRESHOLD, _("The penalty is below what this type of notice requires.")),
    (ToRequester.EXCLUDED_MATTER, _("The offence is among those for which this type of notice may not be published.")),
    (ToRequester.CONDITIONS_OF_TYPE, _("The conditions of this type of notice are not met.")),
    (ToRequester.NOT_OF_INTEREST, _("The data are not of interest for international police co-operation.")),
    (ToRequester.OTHER_TYPE_MAY_FIT, _("Another type of notice, or a message, may serve your purpose.")),
    (ToPerson.NOT_PUBLISHED, _("There is no notice about you in the Organization's files.")),
    (ToPerson.REMOVED, _("The data about you were removed from the Organization's files.")),
    (ToPerson.IN_FILES, _("There are data about you in the Organization's files.")),
    (ToPerson.NOTHING_TO_SAY, _("The Organization can neither confirm nor deny that it holds data about you.")),
    (PublicCode.COMPLIANT, _("Compliant")),
    (PublicCode.ARTICLE_2, _("Article 2")),
    (PublicCode.ARTICLE_3, _("Article 3")),
    (PublicCode.OTHER, _("Other rules")),
    (Withdrawal.PURPOSE_MET, _("Its purpose was met.")),
    (Withdrawal.DEPENDENT_REQUEST_ENDED, _("The request it depends on has ended.")),
    (Withdrawal.LEGAL_BASIS_GONE, _("Its legal basis no longer stands.")),
    (Withdrawal.NO_LONGER_WANTED, _("The source no longer wishes it.")),
    (CancellationCode.PURPOSE_MET, _("Its purpose was met.")),
    (CancellationCode.DEPENDENT_REQUEST_ENDED, _("The request it depends on has ended.")),
    (CancellationCode.CONDITIONS_NOT_MET, _("The conditions for publishing it are no longer met.")),
    (CancellationCode.INACTION_OF_SOURCE, _("The source did not act although it was asked to.")),
    (CaveatKind.EXTRADITION_REFUSED, _("A member has refused extradition.")),
    (CaveatKind.FINALLY_JUDGED_ELSEWHERE, _("The person was finally judged elsewhere for the same acts.")),
    (CaveatKind.UNDER_EXAMINATION, _("The data are being examined. Ask before acting on them.")),
    (CaveatKind.POSITION_OF_MEMBER, _("A member has stated its position on these data.")),
    (CaveatKind.DATA_TO_VERIFY, _("Some of the data are to be verified.")),
    (CaveatKind.CORRECTION, _("The data were corrected.")),
    (CaveatKind.ADDENDUM, _("An addendum belongs to these data.")),
    (CaveatKind.NO_FURTHER_HELP, _("No further help is given in this matter through these channels.")),
    (IfSilent.DECIDED_ON_THE_FILE, _("Without a reply by then, the file is decided as it stands.")),
    (IfSilent.TAKEN_AS_NO_OBJECTION, _("Without a reply by then, no objection is assumed.")),
    (IfSilent.COUNTS_TOWARDS_ENDING, _("Without a reply by then, the silence counts towards ending the notice.")),
)

_CLOSED: tuple[type[StrEnum], ...] = (
    Status, Mark, ToRequester, ToPerson, PublicCode, Withdrawal, CancellationCode, CaveatKind, IfSilent,
)  # fmt: skip
_BY_CODE = {(type(code), code.value): sentence for code, sentence in _SENTENCES}
_MISSING = [code for words in _CLOSED for code in words if (words, code.value) not in _BY_CODE]
assert not _MISSING, f"codes without a sentence: {_MISSING}"


def outward(code: StrEnum) -> OutwardText:
    """The sentence of a code. A code of another kind stops the program: inside words do not come out."""
    key = (type(code), code.value)
    assert key in _BY_CODE, f"{code!r} is not an outward code"
    return OutwardText(str(code.value), _BY_CODE[key])
