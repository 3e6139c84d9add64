"""The library of decisions without names: filed under grounds, searched by words, open to anybody (Statute 44)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from article3.commission.lifecycle.anonymity import folded_words
from article3.commission.register.papers import models
from article3.commission.register.router import COMMISSION
from article3.terms.facts_commission import CommissionOutcome
from article3.terms.reasons import Ground

PAGE = 20
MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision:
    """One decision as the public reads it."""

    number: str
    published_on: date
    language: str
    outcome: CommissionOutcome
    title: str
    text: str
    grounds: tuple[Ground, ...]


@transaction.atomic(using=COMMISSION)
def publish(title: str, text: str, *, language: str, outcome: CommissionOutcome, grounds: Iterable[Ground], on: date
            ) -> str:  # fmt: skip
    """Put a decision into the library; its number. The text was checked by `publish_decision`."""
    count = models.Published.objects.filter(number__startswith=f"{on.year}-").count()
    number = f"{on.year}-{count + 1:04}"
    row = models.Published.objects.create(number=number, published_on=on, language=language, outcome=outcome.value,
                                          title=title, text=text, words=" ".join(folded_words(f"{title} {text}")))
    models.GroundOfPublished.objects.bulk_create(
        [models.GroundOfPublished(decision=row, ground=ground.value) for ground in dict.fromkeys(grounds)])
    return number


def one(number: str) -> PublishedDecision | None:
    """The decision with that number; None when there is none."""
    row = models.Published.objects.filter(pk=number[:20]).prefetch_related("grounds").first() \
        if number.isprintable() else None
    return None if row is None else _read(row)


def found(words: str = "", ground: str = "", outcome: str = "", *, page: int = 1
          ) -> tuple[tuple[PublishedDecision, ...], bool]:  # fmt: skip
    """One page of the decisions that hold every word and fit the tags, the newest first; whether there are more."""
    rows = models.Published.objects.all()
    for word in folded_words(words[:200])[:MOST_WORDS]:
        rows = rows.filter(words__contains=word)
    rows = rows.filter(grounds__ground=ground) if ground else rows
    rows = rows.filter(outcome=outcome) if outcome else rows
    start = (min(max(page, 1), 500) - 1) * PAGE
    shown = list(rows.order_by("-published_on", "-number").prefetch_related("grounds")[start:start + PAGE + 1])
    return tuple(_read(row) for row in shown[:PAGE]), len(shown) > PAGE


def _read(row: models.Published) -> PublishedDecision:
    return PublishedDecision(number=row.number, published_on=row.published_on, language=row.language, text=row.text,
                             outcome=CommissionOutcome(row.outcome), title=row.title,
                             grounds=tuple(sorted(Ground(tag.ground) for tag in row.grounds.all())))
