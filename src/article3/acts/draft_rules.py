"""A draft of rules is laid before the Secretariat: figures and provisions with their day, as TOML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.law.drafts import read_draft
from article3.lifecycle.rule_draft import RuleDraft, RulesDrafted, drafted
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRules:
    """The draft as it was written; `draft` is its own reference."""

    draft: Reference
    text: str


def draft_rules(order: DraftRules, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> RulesDrafted:  # fmt: skip
    """Refused when it names a figure or provision the rulebook does not have."""
    read = read_draft(order.text)
    draft = RuleDraft(reference=order.draft, title=read.title, text=order.text, since=read.since, drafted_at=at,
                      drafted_by=sitting.officer)
    event = drafted(draft, at=at, sitting=sitting)
    register.keep_page(draft)
    journal.append(event)
    return event
