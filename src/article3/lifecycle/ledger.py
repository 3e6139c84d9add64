"""The pages of the ledger: what each of them has in common, and the kinds there are."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from article3.lifecycle.bureau_letter import BureauLetter
from article3.lifecycle.bureau_reply import RecordReply
from article3.lifecycle.listing import UnList
from article3.lifecycle.measure import CorrectiveMeasure
from article3.lifecycle.person_question import DeskQuestion
from article3.lifecycle.rule_draft import RuleDraft
from article3.lifecycle.spot_check import SpotCheck
from article3.terms.communication import Reference


class LedgerPage(Protocol):
    """One page; `due_on` is by when somebody must have done something, None when there is no such day."""

    @property
    def reference(self) -> Reference:
        """Its own random reference."""

    @property
    def version(self) -> int:
        """Counts its changes, from 1."""

    @property
    def about(self) -> str:
        """The bureau or file it is about; empty when none."""

    @property
    def due_on(self) -> date | None:
        """By when."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""


KINDS: dict[type, str] = {CorrectiveMeasure: "measure", RecordReply: "reply", DeskQuestion: "question",
                          RuleDraft: "draft", SpotCheck: "check", BureauLetter: "letter",
                          UnList: "un_list"}  # fmt: skip
"""Every kind of page with its word in the table."""
