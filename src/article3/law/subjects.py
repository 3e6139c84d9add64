"""The record of facts each subject of the law is judged on, read off the provisions themselves."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from article3.law.provision import PROVISIONS, Subject
from article3.law.rulebook import load


@cache
def record_of(subject: Subject) -> type[Any]:
    """The frozen record a subject's provisions take; two records for one subject stop the program."""
    load()
    records = {get_type_hints(rule.rule_function)["facts"] for rule in PROVISIONS if rule.subject is subject}
    assert len(records) == 1, f"the provisions on {subject} take {len(records)} kinds of record; it must be one"
    record: type[Any] = records.pop()
    return record
