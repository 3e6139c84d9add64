"""Which files ended because they did not comply, and on what ground: what must not come back by another door."""

from __future__ import annotations

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import State
from article3.terms.circumstances import RefusedOn
from article3.terms.reasons import CancellationCode, Ground, PublicCode

_BY_GROUND = {Ground.REFUGEE_POLICY: RefusedOn.REFUGEE}
_BY_CODE = {PublicCode.ARTICLE_2: RefusedOn.ARTICLE_2, PublicCode.ARTICLE_3: RefusedOn.ARTICLE_3}


def refused_on(file: CaseFile) -> tuple[RefusedOn, ...]:
    """The grounds a refused, recalled or cancelled file ended on; empty when it did not end as non-compliant."""
    if not _non_compliant(file):
        return ()
    decision = file.former_reviews[-1].decision if file.former_reviews else None
    by_ground = tuple(_BY_GROUND[ground] for ground in decision.grounds if ground in _BY_GROUND) if decision else ()
    code = _BY_CODE.get(file.ending.public) if file.ending and file.ending.public else None
    return (*by_ground, code) if code else by_ground or (RefusedOn.OTHER,)


def _non_compliant(file: CaseFile) -> bool:
    if file.state in (State.REFUSED, State.RECALLED):
        return True
    ending = file.ending
    return file.state is State.CANCELLED and ending is not None and (
        ending.public in _BY_CODE or ending.code == CancellationCode.CONDITIONS_NOT_MET)
