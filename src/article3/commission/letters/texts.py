"""The closed list of letters, each with its sentences. Slots are filled with days, figures and references only.

Two letters that must not be told apart are one letter here: whether there are data is in none of them, unless the
Commission decided that it may be told (Statute 35; "neither confirm nor deny").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_noop as _


class LetterKind(StrEnum):
    """Every letter an applicant can get."""

    RECEIPT = "receipt"
    ADMISSIBLE = "admissible"
    INADMISSIBLE = "inadmissible"
    QUESTION = "question"
    URGENT_ANSWER = "urgent_answer"
    MORE_TIME = "more_time"
    DECISION = "decision"
    CLOSED_ANSWER = "closed_answer"
    WITHHELD = "withheld"
    SOURCE_ENDED = "source_ended"
    CARRIED_OUT = "carried_out"
    NOT_UPDATED = "not_updated"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Text:
    """One letter's words. `listed` heads its list, `quoted` the Commission's own words, `rows` its table's columns."""

    title: str
    before: tuple[str, ...]
    listed: str = ""
    quoted: str = ""
    rows: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


REVISION = _("If you learn of a new fact that was not known when the decision was taken and could have changed it, you "
             "can ask for a revision within six months of learning of it. The portal says what is needed.")
NATIONAL = _("This does not end proceedings in a country. Ask a lawyer there about them.")
BACK = _("Everything is in your file on the portal; your receipt code opens it. Nobody writes to you unasked.")
TEXTS: dict[LetterKind, Text] = {
    LetterKind.RECEIPT: Text(_("Your request has arrived"), (
        _("The Commission received your request on %(received)s. Its reference is %(reference)s."),
        _("By %(due)s you will be told whether the Commission can deal with it. %(computed)s"),
        _("That you asked is not written into any police file.")), after=(BACK,)),
    LetterKind.ADMISSIBLE: Text(_("The Commission deals with your request"), (
        _("Your request meets the conditions. The Commission began to deal with it on %(began)s."),
        _("A decision is due by %(due)s. %(computed)s"),
        _("If that day cannot be kept, you will be told why and until when.")), after=(BACK,)),
    LetterKind.INADMISSIBLE: Text(_("The Commission cannot deal with your request as it stands"), (
        _("Something is missing. Nothing is lost: send it on the portal at any time, and the Commission looks again."),
        ),
        listed=_("What is to mend"), after=(BACK,)),
    LetterKind.QUESTION: Text(_("The Commission asks you something"), (
        _("To decide, the Commission needs an answer from you by %(due)s."),),
        quoted=_("The question"), after=(
        _("Answer on the portal, in any of the four languages. If you need more time, say so there before that day."),
        _("Without an answer the Commission decides on what it has."))),
    LetterKind.URGENT_ANSWER: Text(_("Your request for an urgent block was looked at"), (
        _("The Commission looked at your request on %(looked)s, before anything else."),
        _("Whatever the Statute allows to be done at once has been done. This letter is the same whether or not there "
          "are data about you: it says nothing about that."),
        _("Your request goes on. A block, where there is one, is no decision on who is right.")), after=(BACK,)),
    LetterKind.MORE_TIME: Text(_("The decision takes longer"), (
        _("The decision was due by %(before)s. Because of special circumstances it is now due by %(due)s."),),
        quoted=_("The reason"), after=(BACK,)),
    LetterKind.DECISION: Text(_("The decision of the Commission"), (
        _("The Commission decided on %(decided)s on your request %(reference)s."), "%(outcome)s", "%(ordered)s"),
        quoted=_("Reasons"), listed=_("Grounds the Commission looked at"), after=(REVISION, NATIONAL)),
    LetterKind.CLOSED_ANSWER: Text(_("The answer of the Commission"), (
        _("The Commission dealt with your request %(reference)s to the end, on %(decided)s."),
        _("It looked into the files, and whatever had to be done under the rules has been ordered. The Statute does "
          "not allow more to be said."),
        _("This letter is the same whether or not there are data about you: it says nothing about that.")),
        after=(REVISION, NATIONAL)),
    LetterKind.WITHHELD: Text(_("Part of the information cannot be passed on to you"), (
        _("The Statute allows information to be withheld on four grounds only. Here it is: %(ground)s."),
        _("The Commission knows the information and weighs that you could not answer to it.")),
        quoted=_("What can be said of it"), after=(BACK,)),
    LetterKind.SOURCE_ENDED: Text(_("The data were withdrawn before the decision"), (
        _("The country that had entered the data withdrew them on %(ended)s, before the Commission decided."),
        _("You can still have a decision on whether they broke the rules. It makes a return of the same data depend on "
          "the Commission's leave. Say on the portal whether you wish it."),), after=(BACK,)),
    LetterKind.CARRIED_OUT: Text(_("Certificate: the decision was carried out"), (
        _("What the Commission ordered on %(decided)s was carried out. The last report came on %(completed)s."),
        _("Countries that may not be named are counted and not listed: %(unnamed)s.")),
        rows=(_("Country"), _("Reported"), _("On")), after=(
        _("If a country still acts on the old data, press “A country has not updated” on the portal."), NATIONAL)),
    LetterKind.NOT_UPDATED: Text(_("We pursue what you reported"), (
        _("On %(reported)s you reported that a country still acts on data that had to go. The Commission asks that "
          "country through the Secretariat, without saying who reported it."),), after=(BACK,)),
    LetterKind.STATUS: Text(_("Status letter"), (
        _("To the officer: data in the files of the Organization about the holder of this travel document were deleted "
          "by order of the Commission. An entry that rests on them, wherever it still stands, must not be acted on."),
        _("Valid until %(until)s. Check the code off-line: article3 status-letter verify, or the page of the portal "
          "“Check a status letter”. It needs the number of the document the traveller shows."),
        _("It was issued on %(issued)s. It does not say whether anything else is on file. The code holds no name, no "
          "number and no reason.")), quoted=_("Code")),
}
"""One text a kind; a test sees that each is there and translated."""
SIGNED = _("For the Commission, its secretariat. This letter was written by the Commission's own system from a closed "
           "list of texts.")
HEAD = _("Commission for the Control of Files")
REFERENCE = _("Reference")
DAY = _("Day")
