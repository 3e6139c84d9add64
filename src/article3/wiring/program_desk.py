"""What a seat's programs are served through: keys made on a page, their pace, changes made once, a file held still."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.acts.mandates import OFFICIAL_ACTS
from article3.journal import pages as journal
from article3.officers import program_keys
from article3.officers.events import ProgramKeyMade, ProgramKeysEnded
from article3.officers.program_keys import Made
from article3.programs import answers, pace, papers
from article3.programs.answers import Answer, OtherQuestion
from article3.register import attachments
from article3.register.files import Files
from article3.terms.clocks import day_of
from article3.terms.communication import Attachment, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

__all__ = ["Answer", "Made", "OtherQuestion"]

MOST_KEYS = 5
"""Keys one officer may hold in one seat: more keys are no way to a faster pace."""


def make_key(sitting: Sitting, label: str, until: date) -> str:
    """A key by which a program sits for this officer in this seat until a day; shown once. Raises Refused."""
    at = timezone.now()
    if not day_of(at) <= until <= day_of(at) + timedelta(days=program_keys.LONGEST_DAYS):
        raise Refused("A key ends within a year: name a day between today and then.")
    with transaction.atomic():
        if len(program_keys.held(sitting.officer, sitting.seat, day_of(at))) >= MOST_KEYS:
            raise Refused("An officer holds at most five keys in one seat. End one that is no longer used.")
        key = program_keys.make(sitting.officer, sitting.seat, at=at, until=until, label=label)
        journal.Pages().append(ProgramKeyMade(reference=sitting.officer, at=at, by=sitting.officer, seat=sitting.seat,
                                              mandate=f"key for {sitting.seat} until {until}"))  # fmt: skip
    return key


def keys_held(sitting: Sitting) -> tuple[Made, ...]:
    """The keys that sit for this officer in this seat."""
    return program_keys.held(sitting.officer, sitting.seat, day_of(timezone.now()))


def end_key(sitting: Sitting, digest: str) -> bool:
    """End one key from the next request on; False when this officer holds none such here."""
    at = timezone.now()
    with transaction.atomic():
        ended = program_keys.end_one(sitting.officer, sitting.seat, digest, at)
        if ended:
            pace.forget([digest])
            journal.Pages().append(ProgramKeysEnded(reference=sitting.officer, at=at, by=sitting.officer,
                                                    seat=sitting.seat))  # fmt: skip
    return ended


def wait_s(key: str) -> float:
    """Let one request of a key pass and return 0.0, or say how many seconds it has to wait."""
    return pace.take(program_keys.digest(key), timezone.now().timestamp(), settings.API_PER_MINUTE)


def covers(order: type, sitting: Sitting) -> bool:
    """Whether the sitting's mandate covers acts of this kind."""
    return OFFICIAL_ACTS[order].allows(sitting)


def change_once(sitting: Sitting, token: str, asked: bytes, change: Callable[[], Answer]) -> Answer:
    """Make a change once under an idempotency key. Raises OtherQuestion, and what the change raises."""
    digest = hmac.new(settings.KEY_FILE("programs"), asked, hashlib.sha256).hexdigest()
    return answers.once(f"{sitting.seat}/{sitting.officer}", token, digest, timezone.now(), change)


@contextmanager
def held_still(reference: Reference) -> Iterator[None]:
    """Within, nobody else changes the file: for a change that depends on what its asker has read.
    Raises NotFound."""
    with transaction.atomic():
        Files(bureaus=tuple, order=None).file(reference)  # locked until the transaction ends
        yield


def bring_paper(sitting: Sitting, content: bytes, *, name: str, media_type: str) -> Attachment:
    """Keep a paper that a seat's program brings; only that seat may name it. Raises Refused when it is empty."""
    kept = attachments.keep(content, name=name, media_type=media_type)
    papers.note(sitting.seat, kept.sha256, timezone.now())
    return kept


def papers_brought(sitting: Sitting, named: Iterable[str]) -> frozenset[str]:
    """Which of these papers the sitting's seat brought within the week."""
    return papers.brought(sitting.seat, named, timezone.now())


def drop_old_answers() -> dict[str, int]:
    """Let go of answers kept for repeated requests and of who brought which paper, a week after."""
    papers.drop_old(timezone.now())
    dropped = answers.drop_old(timezone.now())
    return {"KeptAnswersDropped": dropped} if dropped else {}

