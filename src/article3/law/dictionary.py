"""The dictionary of facts: each fact in plain words, and who can say it (`facts_dictionary.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from article3.law.provision import Subject

ANSWER = "answer:"
"""How an answer begins that a finding rests on, before the rule it was given under."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in plain words; `ask` is requester, reviewer, other_bureau, files, or nobody (always given)."""

    words: str
    ask: str


@cache
def dictionary(subject: Subject = Subject.COMMUNICATION) -> dict[str, Entry]:
    """Every fact of a subject by its name. Raises KeyError for a subject without a dictionary."""
    text = (resources.files(__package__) / "facts_dictionary.toml").read_text(encoding="utf-8")
    return {name: Entry(**entry) for name, entry in tomllib.loads(text)[subject.value].items()}


def in_words(fact: str, subject: Subject = Subject.COMMUNICATION) -> str:
    """A fact in plain words; an answer by its rule; a fact the dictionary does not hold keeps its name."""
    entry = dictionary(subject).get(fact)
    if fact.startswith(ANSWER):
        return f"a person's answer under {fact.removeprefix(ANSWER)}"
    return entry.words if entry else fact.replace("_", " ")
