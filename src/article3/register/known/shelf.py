"""The part of the register's adapter that keeps what is known: facts, rulings, retrospective reviews."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.retrospective import Item, Retrospective
from article3.register.known import record, stock
from article3.register.known.history import document
from article3.terms.communication import Reference
from article3.terms.knowledge import KnownFact, KnownRuling


class Knowledge:
    """What `acts.ports.Register` asks for about knowledge. Used inside one transaction, opened by wiring."""

    def keep_fact(self, fact: KnownFact) -> None:
        """Keep a new fact on record, or one that was withdrawn."""
        record.keep_fact(fact)

    def fact(self, fact: str) -> KnownFact:
        """A fact on record, withdrawn or not; raises NotFound."""
        return record.fact(fact)

    def keep_ruling(self, ruling: KnownRuling) -> None:
        """Keep a ruling of the Commission as a precedent."""
        record.keep_ruling(ruling)

    def resting_on(self, keys: Iterable[str]) -> tuple[CaseFile, ...]:
        """The files that news with one of these keys finds, locked for this transaction, in order of reference."""
        return tuple(document(row.body) for row in record.rows_found_by(keys))

    def keep_retrospective(self, review: Retrospective) -> None:
        """Keep a new retrospective review."""
        stock.keep(review)

    def retrospective(self, reference: Reference) -> Retrospective:
        """A retrospective review, locked for this transaction; raises NotFound."""
        return stock.one(reference)

    def stock(self, review: Retrospective, most: int) -> tuple[tuple[CaseFile, ...], bool]:
        """The next files on which a decision stands, and whether they were the last ones."""
        rows = stock.rows_after(review, most)
        return tuple(document(row.body) for row in rows), len(rows) < most

    def enrol(self, review: Retrospective, items: tuple[Item, ...], *, upto: Reference | None, complete: bool) -> None:
        """Keep these items; the stock goes on after `upto`."""
        stock.enrol(review, items, upto=upto, complete=complete)

    def item(self, review: Retrospective, file: Reference) -> Item:
        """One item, locked for this transaction; raises NotFound."""
        return stock.item(review, file)

    def keep_item(self, item: Item) -> None:
        """Keep an item that was closed."""
        stock.keep_item(item)

    def found_in_order(self, review: Retrospective) -> tuple[Reference, ...]:
        """Items that were found in order and not drawn yet, in order of reference."""
        return stock.found_in_order(review)

    def sampled(self, review: Retrospective, files: Iterable[Reference], at: datetime) -> None:
        """These items were drawn by lot."""
        stock.sampled(review, files, at)
