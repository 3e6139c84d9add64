"""The retention period and its review (RPD 49-50)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import explained, months_before, written
from article3.law.deadlines import within
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision, requester
from article3.terms.clocks import months_after
from article3.terms.facts_retention import RetentionAnswer, RetentionFacts
from article3.terms.happening import NOT_YET


@provision("RPD-49", reads=("recorded_on", "nominal", "expires_on"), subject=Subject.RETENTION)
def five_years_at_most(facts: RetentionFacts, on: date) -> Ruling:
    """Retention starts at recording and lasts five years at most for data on persons, unless the source set less."""
    if facts.nominal is False:
        return met("The five years are for data on persons; the period here is the one set for its database.")
    if facts.nominal is None or facts.recorded_on is None:
        return ask("On what day were the data recorded, and are they data on a person?")
    if facts.expires_on is None:
        return ask("Until what day may the data stay? The record does not say.")
    months = parameter("retention.nominal_max_months", facts.recorded_on)
    if facts.expires_on <= months_after(facts.recorded_on, months):
        return met(f"Recorded on {written(facts.recorded_on)}, kept until {written(facts.expires_on)}.")
    return not_met(f"Kept until {written(facts.expires_on)}, too long: {explained(facts.recorded_on, months)}")


@provision("RPD-50-1", reads=("expires_on", "extended_until", "source_asked_on"), subject=Subject.RETENTION)
def source_is_asked_before_the_end(facts: RetentionFacts, on: date) -> Ruling:
    """Six months before the end of the period the source is asked whether the data are still needed."""
    end = _end(facts)
    if end is None:
        return ask("On what day does the retention period end, and was it extended?")
    due = months_before(end, parameter("retention.ask_before_months", on))
    return within(f"the question to the source (the period ends on {written(end)})", due=due,
                  done=facts.source_asked_on, on=on)


@provision("RPD-50-2", reads=("expires_on", "extended_until", "extension_reason"), subject=Subject.RETENTION)
def extension_has_a_reason_and_an_end(facts: RetentionFacts, on: date) -> Ruling:
    """An extension needs a stated reason and lasts one more period at most."""
    if facts.extended_until is NOT_YET:
        return met("The period was not extended.")
    if facts.extended_until is None or facts.expires_on is None:
        return ask("Was the period extended, from what day and until what day?")
    months = parameter("retention.extension_max_months", facts.expires_on)
    if facts.extended_until > months_after(facts.expires_on, months):
        return not_met(f"Extended until {written(facts.extended_until)}, too long: "
                       f"{explained(facts.expires_on, months)}")
    if not facts.extension_reason:
        return requester("Why are the data still needed? An extension without a reason is none.")
    return met(f"Extended until {written(facts.extended_until)}, with a reason. It is never renewed by itself.")


@provision("RPD-50-3", reads=("expires_on", "extended_until", "source_answered_on", "source_answer", "deleted_on"),
           subject=Subject.RETENTION)
def silence_means_deletion(facts: RetentionFacts, on: date) -> Ruling:
    """Without an answer of the source the data are deleted when the period ends."""
    end = _end(facts)
    if end is None:
        return ask("On what day does the retention period end, and was it extended?")
    if facts.deleted_on is not NOT_YET or on <= end:
        return within("deletion", due=end, done=facts.deleted_on, on=on)
    if isinstance(facts.source_answered_on, date) and facts.source_answer is RetentionAnswer.KEEP:
        return not_met(f"The source wants them kept, but no extension stands; the period ended on {written(end)}.")
    silent = "and the source did not answer" if facts.source_answered_on is NOT_YET else "and nothing keeps the data"
    return not_met(f"The period ended on {written(end)} {silent}: the data must be deleted.")


def _end(facts: RetentionFacts) -> date | None:
    """The last day of the period that runs now; not known while nobody has said whether it was extended."""
    return facts.expires_on if facts.extended_until is NOT_YET else facts.extended_until
