"""What a bureau's own installation tells its inbox of a record that arrived, by how it stood there before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from article3.acts.messages import MessageKind as K
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import State
from article3.line.news import news
from article3.terms.communication import Aim, Channel
from article3.terms.reasons import CaveatKind
from tests import papers
from tests.acts.situations import desk_in

NOTICE = papers.published(papers.communication("XA"))
WARNING = Caveat(id="c", kind=CaveatKind.ADDENDUM, text="Extradition was refused.", added_on=date(2026, 3, 2),
                 added_by="o")  # fmt: skip


def diffusion(state: State) -> CaseFile:
    """The same as a diffusion that stands so."""
    sent = replace(NOTICE.communication, channel=Channel.DIFFUSION, colour=None, aim=Aim.LOCATE)
    return replace(NOTICE, communication=sent, state=state)


def changed(text: str) -> CaseFile:
    """The notice with another text."""
    return replace(NOTICE, communication=replace(NOTICE.communication, facts_summary=text))


SUSPENDED = replace(NOTICE, state=State.SUSPENDED)
UNREVIEWED, REVIEWED = diffusion(State.SENT_UNREVIEWED), diffusion(State.REVIEWED)


@pytest.mark.parametrize(("former", "now", "told"), [
    (None, NOTICE, [K.NOTICE_PUBLISHED]), (NOTICE, NOTICE, []), (NOTICE, changed("Otherwise."), [K.NOTICE_UPDATED]),
    (NOTICE, replace(NOTICE, caveats=(WARNING,)), [K.CAVEAT_ADDED]),
    (replace(NOTICE, caveats=(WARNING,)), NOTICE, [K.CAVEAT_LIFTED]),
    (NOTICE, SUSPENDED, [K.NOTICE_SUSPENDED]), (SUSPENDED, NOTICE, [K.NOTICE_RESUMED]),
    (NOTICE, replace(NOTICE, state=State.RECALLED), [K.NOTICE_ENDED]),
    (None, UNREVIEWED, [K.DIFFUSION_UNREVIEWED]), (UNREVIEWED, REVIEWED, [K.DIFFUSION_REVIEWED]),
    (UNREVIEWED, replace(UNREVIEWED, state=State.RECALLED), [K.DIFFUSION_RECALLED]),
    (UNREVIEWED, NOTICE, [K.CONVERTED]),
])  # fmt: skip
def test_what_changed_is_told_by_its_kind(former: CaseFile | None, now: CaseFile, told: list[K]) -> None:
    """And nothing where nothing changed."""
    assert list(news(former, now, own=False)) == told


def test_a_source_hears_of_questions_and_of_its_data_and_not_of_what_it_sent_itself() -> None:
    """A question that is new; the question whether the data are still needed, once."""
    sent = desk_in("sent_unreviewed").file()
    assert list(news(None, sent, own=True)) == []
    asked = desk_in("returned").file()
    assert K.QUESTIONS in news(replace(asked, questions=()), asked, own=True)
    assert K.QUESTIONS not in news(asked, asked, own=True)
    kept = replace(NOTICE, retention=replace(NOTICE.retention, asked_on=NOTICE.retention.until - timedelta(days=90)))
    assert list(news(NOTICE, kept, own=True)) == [K.RETENTION_QUESTION] and list(news(kept, kept, own=True)) == []
