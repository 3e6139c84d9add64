"""Who may examine a file: nobody of the requester's or the person's country, nobody with a tie (Constitution 30)."""

from __future__ import annotations

from article3.lifecycle.case_file import CaseFile
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

CITATION = "Constitution 30"


def conflict(file: CaseFile, sitting: Sitting) -> str:
    """Why this officer must stand aside from this file; empty when nothing is known against it."""
    if not sitting.nationality:
        return "The nationality of the officer is not known."
    if str(sitting.nationality) == str(file.source):
        return "The officer has the nationality of the requesting country."
    person = file.communication.person
    if person is not None and sitting.nationality in person.nationalities:
        return "The officer has a nationality of the person."
    if any(recusal.officer == sitting.officer for recusal in file.recusals):
        return "The officer has stood aside from this file."
    return ""


def require_impartial(file: CaseFile, sitting: Sitting) -> None:
    """Raise Refused with the reason when the officer must stand aside."""
    because = conflict(file, sitting)
    if because:
        raise Refused(because, CITATION)
