"""What letters to the Secretariat say: which file, what, by when. Never who applied, never why."""

from __future__ import annotations

from typing import Any

from article3.commission.lifecycle.request import Question
from article3.commission.lifecycle.ruling import Measure


def order_letter(measure: Measure) -> dict[str, Any]:
    """An order; its words are only those every reader of the record will read."""
    return {"id": measure.id, "file": measure.file, "measure": measure.measure.value,
            "due_on": measure.due_on.isoformat(), "text": measure.text,
            "part": measure.part.value if measure.part else ""}


def question_letter(question: Question) -> dict[str, Any]:
    """A question about a file. The same letter is sent in checks of the Commission's own accord: it tells of nobody."""
    return {"file": question.about or "", "of": question.of.value, "text": question.text,
            "due_on": question.due_on.isoformat()}
