"""One invented letter of every kind, to be rendered and looked at; also what the tests render."""

from __future__ import annotations

from datetime import date

from article3.commission.letters.letter import Letter
from article3.commission.letters.of_request import OUTCOMES, REMEDIES, WITHHELD
from article3.commission.letters.status import issue
from article3.commission.letters.texts import LetterKind
from article3.commission.lifecycle.mends import MENDS, Fault
from article3.said import said
from article3.terms.facts_commission import CommissionOutcome, Remedy
from article3.terms.facts_disclosure import RestrictionGround

REFERENCE = "3f2a 91c4 07de 55b8"
_DAYS: dict[str, date | str] = {
    "received": date(2026, 3, 2), "due": date(2026, 4, 2), "began": date(2026, 3, 20), "looked": date(2026, 3, 3),
    "before": date(2026, 12, 20), "decided": date(2026, 9, 14), "completed": date(2026, 10, 2), "unnamed": "2",
    "ended": date(2026, 9, 1), "reported": date(2026, 10, 20), "computed": "",
    "ground": WITHHELD[RestrictionGround.SECRECY_OF_INVESTIGATION], "ordered": REMEDIES[Remedy.DELETE],
    "outcome": OUTCOMES[CommissionOutcome.NOT_COMPLIANT]}  # fmt: skip
_QUOTES = {
    "ar": "لم يكن للوقائع طابع جنائي غالب: فقد نُشر المقال قبل صدور أمر القبض بشهر.",
    "en": "The facts are not of a predominantly criminal nature: the article appeared a month before the warrant.",
    "es": "Los hechos no tienen carácter predominantemente penal: el artículo se publicó un mes antes de la orden.",
    "fr": "Les faits n’ont pas un caractère pénal prépondérant : l’article a paru un mois avant le mandat.",
}
_LISTED = {LetterKind.INADMISSIBLE: (MENDS[Fault.IDENTITY_MISSING], MENDS[Fault.MANDATE_MISSING]),
           LetterKind.DECISION: ("Trial in the person's absence",)}


def sample(kind: LetterKind, language: str) -> Letter:
    """An invented letter of that kind in that language."""
    if kind is LetterKind.STATUS:
        return issue("QM448210", language=language, on=date(2026, 10, 5), valid_days=30, salt=b"\x07" * 8,
                     sign=lambda said: b"\x01" * 64)
    rows = (("XA", "✓", date(2026, 10, 1)), ("XB", "✓", date(2026, 10, 2))) if kind is LetterKind.CARRIED_OUT else ()
    return Letter(id=kind.value, kind=kind, language=language, reference=REFERENCE, on=date(2026, 10, 5),
                  values=_DAYS, quoted=_QUOTES[language], rows=rows,
                  listed=tuple(said(line, language) for line in _LISTED.get(kind, ())))
