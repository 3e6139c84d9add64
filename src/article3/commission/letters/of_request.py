"""The letters of one request, each written from what its applicant may read (`own_file`); none is kept, all are made.

The same file gives the same letters: two files their applicants must not tell apart give the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext_lazy, override
from django.utils.translation import gettext_noop as _

from article3.commission.letters.letter import Letter
from article3.commission.letters.texts import LetterKind
from article3.commission.lifecycle.heard import MessageKind
from article3.commission.lifecycle.mends import MENDS, Fault
from article3.commission.lifecycle.own_file import OwnFile, own_file
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.sharing import Shared
from article3.commission.lifecycle.timetable import Clock, Counted, Limit, Move, received_on
from article3.said import said
from article3.terms.clocks import day_of
from article3.terms.facts_commission import CommissionOutcome, Remedy
from article3.terms.facts_disclosure import RestrictionGround

COUNTED = {
    Move.MONTHS: _("Counted from %(start)s. Months: %(count)s. The last day is %(end)s."),
    Move.DAYS: _("Counted from %(start)s. Days: %(count)s. The last day is %(end)s."),
    Move.PAUSE: ngettext_lazy("The time stood still for %(count)s day, so it moved from %(start)s to %(end)s.",
                              "The time stood still for %(count)s days, so it moved from %(start)s to %(end)s.",
                              "count"),
    Move.EXTENSION: ngettext_lazy("It was extended by %(count)s day, from %(start)s to %(end)s.",
                                  "It was extended by %(count)s days, from %(start)s to %(end)s.", "count"),
    Move.GIVEN: _("Asked on %(start)s with %(end)s as the last day."),
}
OUTCOMES = {
    CommissionOutcome.COMPLIANT: _("The data kept the rules and stay."),
    CommissionOutcome.COMPLIANT_WITH_UPDATE: _("The data keep the rules only once they are updated, as ordered."),
    CommissionOutcome.NOT_COMPLIANT: _("The data broke the rules."),
}
REMEDIES = {
    Remedy.DELETE: _("The Commission ordered that the data be deleted."),
    Remedy.CORRECT: _("The Commission ordered that the data be corrected."),
    Remedy.ADD_INFORMATION: _("The Commission ordered that information be added."),
    Remedy.ADDENDUM: _("The Commission ordered an addendum to the data."),
    Remedy.CAVEAT: _("The Commission ordered a caveat on the data."),
    Remedy.INFORM_MEMBERS: _("The Commission ordered that the countries concerned be informed."),
    Remedy.NO_FURTHER_HELP: _("The Commission ordered that nobody be helped further in this matter."),
    Remedy.LEAVE_ONLY: _("The Commission ordered that such data be entered again only by its leave."),
}
WITHHELD = {
    RestrictionGround.SECURITY_OR_PREVENTION: _("public or national security, or the prevention of crime"),
    RestrictionGround.SECRECY_OF_INVESTIGATION: _("the secrecy of an investigation or prosecution"),
    RestrictionGround.RIGHTS_OF_OTHERS: _("the rights and freedoms of the applicant or of others"),
    RestrictionGround.PROPER_WORKING: _("the proper working of the Commission or the Organization"),
    RestrictionGround.ANOTHER_GROUND: _("a ground the Commission did not accept"),
}
_LOOKED_FOR = {
    "identity_document": Fault.IDENTITY_MISSING, "document_unredacted": Fault.IDENTITY_REDACTED,
    "document_shows_name_birth_photo": Fault.IDENTITY_INCOMPLETE, "power_of_attorney": Fault.MANDATE_MISSING,
    "proof_of_standing": Fault.STANDING_MISSING, "signed": Fault.SIGNATURE_MISSING,
    "purpose_stated": Fault.PURPOSE_UNCLEAR}  # fmt: skip
Grounds = dict[str, str]


def letters_of(request: CommissionRequest, grounds: Grounds, on: date) -> tuple[Letter, ...]:
    """Every letter of the request up to a day, the newest first. `grounds` are the words for grounds, in English."""
    file = own_file(request, on)
    found = [*_beginning(request, file), *_middle(request, file), *_end(request, file, grounds)]
    return tuple(sorted(found, key=lambda letter: letter.on, reverse=True))


def language_of(request: CommissionRequest) -> str:
    """The language letters come in: the one the request was written in, English where it was another."""
    chosen = request.application.language
    return chosen.value if chosen is not None and chosen.value != "other" else "en"


def how(clock: Clock, language: str) -> str:
    """How a date was computed, step by step."""
    with override(language):
        return " ".join(_step(step) for step in clock.counted)


def _step(step: Counted) -> str:
    sentence = COUNTED[step.move]
    shown = {"count": step.count, "start": date_format(step.start), "end": date_format(step.end)}
    return (gettext(sentence) if isinstance(sentence, str) else sentence) % shown


def _letter(request: CommissionRequest, kind: LetterKind, on: date, *, about: str = "", **filled: object) -> Letter:
    return Letter(id=f"{kind.value}-{about}" if about else kind.value, kind=kind, on=on,
                  language=language_of(request), reference=_grouped(request.reference), **filled)  # type: ignore[arg-type]


def _grouped(reference: str) -> str:
    return " ".join(reference[start:start + 4] for start in range(0, 16, 4))


def _beginning(request: CommissionRequest, file: OwnFile) -> Iterator[Letter]:
    received, days = received_on(request), request.days
    first = file.clock(Limit.ADMISSIBILITY)
    if first is not None and first.due_on is not None:
        yield _letter(request, LetterKind.RECEIPT, received, values={
            "received": received, "due": first.due_on, "computed": how(first, language_of(request))})
    answered = days.admissibility_answered_on
    if answered is None:
        return
    if days.admissible_on is None:
        listed = tuple(said(MENDS[fault], language_of(request)) for name, fault in _LOOKED_FOR.items()
                       if getattr(request.papers, name) is False)
        yield _letter(request, LetterKind.INADMISSIBLE, answered, listed=listed)
        return
    due = file.due
    values: dict[str, date | str] = {"began": days.admissible_on, "due": "", "computed": ""}
    if due is not None and due.counted:
        start = due.counted[0]
        with override(language_of(request)):
            values |= {"due": start.end, "computed": _step(start)}
    yield _letter(request, LetterKind.ADMISSIBLE, answered, values=values)


def _middle(request: CommissionRequest, file: OwnFile) -> Iterator[Letter]:
    looked = file.clock(Limit.URGENT)
    if looked is not None and looked.done_on is not None:
        yield _letter(request, LetterKind.URGENT_ANSWER, looked.done_on, values={"looked": looked.done_on})
    for asked in file.questions:
        yield _letter(request, LetterKind.QUESTION, asked.asked_on, about=asked.id, quoted=asked.text,
                      values={"due": asked.due_on})
    due, more = file.due, request.extension
    step = next((each for each in due.counted if each.move is Move.EXTENSION), None) if due else None
    if more is not None and step is not None:
        yield _letter(request, LetterKind.MORE_TIME, more.on, quoted=more.because,
                      values={"before": step.start, "due": step.end})
    if file.ruling_offered_on is not None:
        yield _letter(request, LetterKind.SOURCE_ENDED, file.ruling_offered_on,
                      values={"ended": file.ruling_offered_on})
    for item in file.items:
        if item.shared is not Shared.OPEN and item.settled_on is not None:
            ground = WITHHELD.get(item.ground, "") if item.ground else ""
            yield _letter(request, LetterKind.WITHHELD, item.settled_on, about=item.id, values={"ground": ground},
                          quoted=item.gist)


def _end(request: CommissionRequest, file: OwnFile, grounds: Grounds) -> Iterator[Letter]:
    made = request.decision
    if made is not None and file.answered_on is not None:
        if file.decision is None:
            yield _letter(request, LetterKind.CLOSED_ANSWER, file.answered_on, values={"decided": file.answered_on})
        else:
            with override(language_of(request)):
                ordered = " ".join(gettext(REMEDIES[each]) for each in REMEDIES if each in made.remedies)
            yield _letter(request, LetterKind.DECISION, file.answered_on, quoted=made.reasons,
                          listed=tuple(grounds.get(ground, ground) for ground in made.grounds),
                          values={"decided": made.on, "outcome": OUTCOMES[made.outcome], "ordered": ordered})
    if file.completed is not None:
        rows = tuple((report.bureau, "✓", report.settled_on) for report in file.completed.countries)
        yield _letter(request, LetterKind.CARRIED_OUT, file.completed.completed_on, rows=rows, values={
            "decided": file.completed.decided_on, "completed": file.completed.completed_on,
            "unnamed": str(file.completed.unnamed)})
    for message in request.messages:
        if message.kind is MessageKind.NOT_UPDATED:
            yield _letter(request, LetterKind.NOT_UPDATED, day_of(message.at), about=message.id,
                          values={"reported": day_of(message.at)})
