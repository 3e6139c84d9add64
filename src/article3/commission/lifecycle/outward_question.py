"""What a question to somebody outside the Commission must not tell: who speaks for the applicant, how they are reached,
and words the applicant does not want passed on (Statute 35)."""

from __future__ import annotations

from collections.abc import Iterator

from article3.commission.lifecycle.anonymity import SHORTEST, folded_words
from article3.commission.lifecycle.application import Application, Part

AS_WRITTEN_WORDS = 5
"""So many words in a row of a part that is withheld are that part; fewer are the language."""


def tells_of_applicant(text: str, said: Application) -> str:
    """What in the text tells of the applicant, as a sentence; empty when nothing does that a machine can see."""
    return next(_told(text, said), "")


def _told(text: str, said: Application) -> Iterator[str]:
    words = folded_words(text)
    own = set(folded_words(f"{said.person.given_names} {said.person.family_name}"))  # in the record
    for name in folded_words(said.spoken_for.name):
        if len(name) >= SHORTEST and name in words and name not in own:
            yield "It names who speaks for the applicant."
    for part in said.contact.split():
        if ("@" in part or sum(sign.isdigit() for sign in part) > AS_WRITTEN_WORDS) and part.strip(",;.") in text:
            yield "It says how the applicant is reached."
    for part, kept in ((Part.PURPOSE, said.purpose), (Part.REASONS, said.summary)):
        if part.value in said.withheld and _runs(words) & _runs(folded_words(kept)):
            yield "It repeats words the applicant does not want passed on."


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[start:start + AS_WRITTEN_WORDS] for start in range(len(words) - AS_WRITTEN_WORDS + 1)}
