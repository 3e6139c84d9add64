"""What data are used for (RPD 62, 64, 67) and analysis files (RPD 68)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_national import NationalUseFacts
from article3.terms.facts_rights import AnalysisFileFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("RPD-62", reads=("purpose_matches", "other_purpose", "national_law_allows"),
           subject=Subject.NATIONAL_USE)
def use_matches_the_purpose(facts: NationalUseFacts, on: date) -> Ruling:
    """Data are used in line with their purpose and with national law."""
    if facts.other_purpose:
        allowed = met("Use for another purpose is examined under Article 64.")
    elif facts.other_purpose is None:
        allowed = ask("Are the data used for their own purpose or for another one?", Asked.OTHER_BUREAU)
    else:
        allowed = yes_or_no(facts.purpose_matches, question="Does the use match the purpose of the data?",
                            yes="The use matches the purpose.", no="The use does not match the purpose of the data.",
                            of=Asked.OTHER_BUREAU)
    return together(allowed, yes_or_no(
        facts.national_law_allows, question="Does national law allow this use?", yes="National law allows it.",
        no="National law does not allow this use.", of=Asked.OTHER_BUREAU))


@provision("RPD-64", reads=("other_purpose", "source_told_on", "source_objected"), subject=Subject.NATIONAL_USE)
def other_purposes_only_without_objection(facts: NationalUseFacts, on: date) -> Ruling:
    """Data are used for another purpose only when the source was told and did not object."""
    if facts.other_purpose is None:
        return ask("Are the data used for another purpose than the one they were recorded for?", Asked.OTHER_BUREAU)
    if not facts.other_purpose:
        return met("The data are used for their own purpose.")
    if facts.source_objected:
        return not_met("The source objected to the use for another purpose.")
    if facts.source_told_on is NOT_YET:
        return not_met("The source was not told of the use for another purpose.")
    if facts.source_told_on is None or facts.source_objected is None:
        return ask("Was the source told of the use for another purpose, and did it object?", Asked.OTHER_BUREAU)
    return met(f"The source was told on {written(facts.source_told_on)} and did not object.")


@provision("RPD-67", reads=("administrative_use",), subject=Subject.NATIONAL_USE)
def administrative_use_under_special_conditions(facts: NationalUseFacts, on: date) -> Ruling:
    """Administrative use only under the special conditions of Article 67 (text of 2024 not checked)."""
    if facts.administrative_use is False:
        return met("The use is not administrative.")
    return ask("Is the use administrative, and are then the special conditions of Article 67 met?", Asked.OTHER_BUREAU)


@provision("RPD-68", reads=("separate", "approved_on", "opened_on", "ends_on", "closed_on"),
           subject=Subject.ANALYSIS_FILE)
def analysis_files_are_apart_and_end(facts: AnalysisFileFacts, on: date) -> Ruling:
    """An analysis file is kept apart, approved before it is opened, and has an end."""
    if facts.separate is False:
        return not_met("The analysis file is not kept apart from the police files.")
    if facts.approved_on is NOT_YET:
        return not_met("Nobody approved the analysis file.")
    if not isinstance(facts.opened_on, date) or facts.approved_on is None or facts.separate is None:
        return ask("Is the analysis file kept apart, and when was it approved and opened?")
    if facts.approved_on > facts.opened_on:
        return not_met(f"Opened on {written(facts.opened_on)}, approved only on {written(facts.approved_on)}.")
    if facts.ends_on is None:
        return ask("On what day does the analysis file end?")
    if on > facts.ends_on and facts.closed_on is NOT_YET:
        return not_met(f"The analysis file ended on {written(facts.ends_on)} and is still open.")
    if on > facts.ends_on and facts.closed_on is None:
        return ask(f"Was the analysis file closed? It ended on {written(facts.ends_on)}.")
    return met(f"Kept apart, approved, and limited to {written(facts.ends_on)}.")
