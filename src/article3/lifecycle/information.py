"""The life of information given in confidence: given, changed, withdrawn, asked to be opened, opened or not, answered.

Nothing is overwritten: what it said before, who asked, why, and every refusal stay.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from article3.lifecycle.possible import worded
from article3.terms.communication import Person
from article3.terms.finding import Refused
from article3.terms.knowledge import Use
from article3.terms.sealed import Feedback, Former, Information, Opening, Opens, SealedId, Told, Word
from article3.terms.sitting import OfficerId

CITATION = "Confidential information"
LONGEST = 20_000
"""Characters of one text."""


def give(id: SealedId, person: Person, text: str, use: Use, *, trusted: bool, at: datetime) -> Information:
    """Somebody gives information; raises Refused when it says nothing, or of nobody."""
    text = worded(text, "What you know", CITATION)
    if len(text) > LONGEST:
        raise Refused(f"At most {LONGEST} characters; give the rest as a second piece.", CITATION)
    if not person.names and not person.documents:
        raise Refused("Say whom it is about: a name, or the number of a passport.", CITATION)
    return Information(id=id, person=person, text=text, use=use, trusted=trusted, given_at=at)


def change(known: Information, text: str, use: Use, *, at: datetime) -> Information:
    """Its giver changes what it says or what it may be used for; what it said before is kept."""
    _require_standing(known)
    former = Former(text=known.text, use=known.use, until=at)
    return replace(known, text=worded(text, "What you know", CITATION), use=use, former=(*known.former, former))


def withdraw(known: Information, *, at: datetime) -> Information:
    """Its giver takes it back: nobody reads it from now on."""
    _require_standing(known)
    return replace(known, withdrawn_at=at)


def ask_to_open(known: Information, opens: Opens, because: str, *, id: SealedId, by: OfficerId, at: datetime
                ) -> Information:
    """A reviewer asks, with a reason; nobody asks again for what is open or still waits."""
    _require_standing(known)
    because = worded(because, "The reason for opening it", CITATION)
    if opens is Opens.CONTENT and known.readable:
        raise Refused("The content may be read already.", CITATION)
    if any(asked.opens is opens and not asked.closed for asked in known.openings):
        raise Refused("A request to open it is waiting for an answer.", CITATION)
    if any(asked.opens is opens and asked.opened for asked in known.openings):
        raise Refused("It is open already.", CITATION)
    asked = Opening(id=id, opens=opens, because=because, asked_by=by, asked_at=at)
    return replace(known, openings=(*known.openings, asked))


def giver_answers(known: Information, opening: SealedId, word: Word) -> Information:
    """The giver grants or refuses, with a reason."""
    asked = _opening(known, opening)
    if asked.giver is not None:
        raise Refused("You have answered this.", CITATION)
    return _with(known, replace(asked, giver=_reasoned(word)))


def custodian_answers(known: Information, opening: SealedId, word: Word) -> Information:
    """The custodian, who is another than the one who asked, hands the origin over or refuses to."""
    asked = _opening(known, opening)
    if asked.opens is not Opens.ORIGIN or asked.giver is None or not asked.giver.granted:
        raise Refused("It waits for its giver, who has not granted it.", CITATION)
    if asked.custodian is not None:
        raise Refused("It was answered already.", CITATION)
    if word.by == asked.asked_by:
        raise Refused("Nobody opens what they asked for themselves.", CITATION)
    return _with(known, replace(asked, custodian=_reasoned(word)))


def tell(known: Information, feedback: Feedback, *, shown_from: datetime, by: OfficerId) -> Information:
    """A reviewer says what became of it; the giver reads the last word said before each beat."""
    _require_standing(known)
    return replace(known, told=(*known.told, Told(feedback=feedback, shown_from=shown_from, by=by)))


def feedback_on(known: Information, at: datetime) -> Feedback | None:
    """What its giver may read at that instant; None: nothing yet."""
    shown = [told for told in known.told if told.shown_from <= at]
    return shown[-1].feedback if shown else None


def _require_standing(known: Information) -> None:
    if known.withdrawn_at is not None:
        raise Refused("Its giver has taken it back.", CITATION)


def _opening(known: Information, opening: SealedId) -> Opening:
    _require_standing(known)
    for asked in known.openings:
        if asked.id == opening:
            return asked
    raise Refused("There is no such request to open it.", CITATION)


def _with(known: Information, changed: Opening) -> Information:
    return replace(known, openings=tuple(changed if each.id == changed.id else each for each in known.openings))


def _reasoned(word: Word) -> Word:
    return replace(word, because=worded(word.because, "The reason", CITATION))
