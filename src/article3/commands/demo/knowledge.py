"""What came out later: an article and a withdrawn statement on notices in force; the stock looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta

from article3 import wiring
from article3.access.why import Why
from article3.acts.learn_fact import LearnFact
from article3.acts.start_retrospective import StartRetrospective
from article3.commands.demo.office import Office
from article3.commands.demo.tour import username
from article3.register.pages import PublishedNotice
from article3.terms.communication import Reference
from article3.terms.knowledge import Publication, paper_key
from article3.terms.sitting import Sitting

_NEWS = (
    ("private_dispute", True, "Journal of commerce, page 3", "fr", 400),
    ("dispute_between_states", True, "Morning Courier", "ru", 0),
    ("torture_risk", True, "Report of a rights group", "en", 90),
)
"""Kind, value, where it stood, its language, how many days ago it was published."""


def play(office: Office, now: datetime) -> None:
    """The same articles on the same notices for the same world; a lead has the stock looked at under a new standard."""
    reviewer, found = office.reviewers[0], _in_force(office.bureaus["XB"], len(_NEWS), now)
    for notice, (kind, value, where, language, days) in zip(found, _NEWS, strict=False):
        person = notice.communication.person if notice.communication else None
        assert person is not None and person.documents
        day = now.date() - timedelta(days=days)
        order = LearnFact(fact=wiring.new_reference(), kind=kind, value=value, source=where,
                          person=paper_key(person.documents[0].number),
                          published=Publication(on=day, language=language, where=where))
        wiring.perform(order, sitting=reviewer, at=now)
    for name, notice in zip(("findable_by", "late_by"), found, strict=False):
        office.places[name] = _who_reads(office, notice.reference)
    started = StartRetrospective(retrospective=wiring.new_reference(), standard="Review standard, second edition",
                                 since=now.date() + timedelta(days=1), because="The standard asks for more searches.")
    wiring.perform(started, sitting=office.leads[0], at=now)
    wiring.enrol_some()


def _in_force(bureau: Sitting, most: int, now: datetime) -> list[PublishedNotice]:
    """Notices that reached a bureau and whose person has a paper, the newest first."""
    eyes = wiring.reader(bureau, Why.INCOMING, now)
    found = []
    for row in eyes.incoming(size=60).rows:
        notice = eyes.published(Reference(row.reference)) if row.colour is not None and row.names else None
        person = notice.communication.person if notice and notice.communication else None
        if notice is not None and person is not None and person.documents and len(found) < most:
            found.append(notice)
    return found


def _who_reads(office: Office, reference: Reference) -> str:
    """The reviewer who examined it, by the name they sign in with."""
    for sitting in office.reviewers:
        try:
            wiring.reader(sitting, Why.EXAMINATION).case(reference)
        except wiring.NotFound:
            continue
        return username(sitting)
    return ""
