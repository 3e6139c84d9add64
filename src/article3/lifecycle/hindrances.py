"""What stands in the way of publishing (or confirming) a file. Nothing here can be waived but by RPD 83(1)(b)."""

from __future__ import annotations

from datetime import date

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Override, Resolution
from article3.lifecycle.ordered import hindered
from article3.lifecycle.possible import worded
from article3.lifecycle.publication import LIFTABLE
from article3.terms.communication import Colour
from article3.terms.finding import Finding, Outcome, Refused

OVERRIDE = "RPD 83(1)(b)"


def hindrances(file: CaseFile, override: Override | None, on: date) -> tuple[tuple[str, str], ...]:
    """Every hindrance as a sentence and its citation; empty when the file may be found compliant on that day."""
    return (*hindered(file), *_of_findings(file, override, on), *_of_letters(file), *_of_worksheet(file))


def _of_findings(file: CaseFile, override: Override | None, on: date) -> tuple[tuple[str, str], ...]:
    if file.assessed is None or file.assessed.on != on:
        return (("The rules were not applied to this file today.", "RPD 86"),)
    lifted = frozenset(override.rules) if override else frozenset()
    unmet = [found for found in file.assessed.binding(Outcome.NOT_MET) if found.rule not in lifted & LIFTABLE]
    asked = [found for found in file.assessed.binding(Outcome.QUESTION) if found.rule not in lifted & LIFTABLE]
    return (*((f"Not met: {found.because}", str(found.citation)) for found in unmet),
            *((_still_asked(found), str(found.citation)) for found in asked))


def _still_asked(found: Finding) -> str:
    whom = found.asked.value.replace("_", " ") if found.asked else "reviewer"
    return f"A question is still with the {whom}: {found.because}"


def _of_letters(file: CaseFile) -> tuple[tuple[str, str], ...]:
    waiting = [(f"The requester has until {asked.deadline} to answer: {asked.text}", "RPD 78")
               for asked in file.open_questions]
    consulted = [(f"A consulted bureau has until {asked.deadline} to reply.", "RPD 128")
                 for asked in file.consultations if asked.open]
    return (*waiting, *consulted)


def _of_worksheet(file: CaseFile) -> tuple[tuple[str, str], ...]:
    if file.review is None:
        return (("No review is open on this file.", "RPD 86"),)
    sheet = file.review.worksheet
    if sheet.missing:
        letters = ", ".join(f"({factor.value})" for factor in sheet.missing)
        return ((f"The worksheet has no finding on {letters}.", "RPD 34(3)"),)
    if not sheet.complete:
        return (("The worksheet does not say which element predominates and why.", "RPD 34(3)"),)
    return ()


def require_lawful_override(file: CaseFile, override: Override, resolution: Resolution) -> None:
    """Raise Refused unless the override is of a red notice, lifts only what is liftable and not met, gives its reason,
    and the requester was consulted."""
    if resolution is not Resolution.PUBLISH or file.communication.colour is not Colour.RED:
        raise Refused("Only a red notice can be published for its particular importance.", OVERRIDE)
    worded(override.because, "The particular importance for police co-operation", OVERRIDE)
    unmet = {found.rule for found in file.assessed.binding(Outcome.NOT_MET)} if file.assessed else set()
    if not override.rules or not set(override.rules) <= LIFTABLE & unmet:
        raise Refused("Only conditions (i) and (ii) can be lifted, and only where they are not met.", OVERRIDE)
    if all(asked.id != override.consulted or asked.open for asked in file.questions):
        raise Refused("The requester was not consulted, or has not answered.", OVERRIDE)
