"""Walk-through 12: somebody lifts a hold at night. Impossible without a signed reason; oversight sees the change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from article3 import wiring
from article3.lifecycle.measure import CorrectiveMeasure
from article3.wiring import ledger_room
from tests.sites.conftest import Office, office  # noqa: F401
from tests.sites.visitor import Visitor


def held(office: Office) -> CorrectiveMeasure:  # noqa: F811
    """A hold on XA, proposed by the lead and signed by the first reviewer, on their screens."""
    today = timezone.localdate()
    lead = Visitor(office.browsers["lead"]).visit("/secretariat/measures/propose/")
    lead.fill(bureau="XA", kind="hold", because="Four recalls in a year.", basis="RPD 131, decision 7",
              decided_by="secretariat", starts_on=today.isoformat(), review_on=(today + timedelta(days=20)).isoformat(),
              ends_on=(today + timedelta(days=60)).isoformat()).press("Propose").says("Proposed.")
    (measure,) = wiring.measures(office.sittings["lead"])
    Visitor(office.browsers["first"]).visit(f"/secretariat/measures/{measure.reference}/decide/").press("Sign it")
    return wiring.measure(office.sittings["lead"], measure.reference)


def test_no_hold_is_lifted_in_silence(office: Office) -> None:  # noqa: F811
    """Without a reason, on one signature, by its author: nothing. With both: done, and counted."""
    measure = held(office)
    change = f"/secretariat/measures/{measure.reference}/change/"
    lead = Visitor(office.browsers["lead"])
    assert lead.visit(change).fill(kind="end", because="").press("Propose").status == 422
    lead.visit(change).fill(kind="end", because="Their new head trained the staff.").press("Propose").says("Proposed")
    assert wiring.measure(office.sittings["lead"], measure.reference).binds(timezone.localdate())
    sign = f"/secretariat/measures/{measure.reference}/sign/"
    assert lead.visit(sign).press("Sign it").says("another officer").status == 422
    oversight = Visitor(office.browsers["oversight"])
    oversight.visit("/oversight/measures/").says("A change waits for a second signature")
    Visitor(office.browsers["same"]).visit(sign).press("Sign it").says("Signed.")
    assert not wiring.measure(office.sittings["lead"], measure.reference).binds(timezone.localdate())
    oversight.visit("/oversight/measures/").says("Ended, with a reason", "Their new head trained the staff.")
    report = wiring.report(office.sittings["oversight"], timezone.now().year)
    (figure,) = [told for told in report.figures if told.figure.id == "F14"]
    row = {column: cell.value for column, cell in zip(figure.figure.columns, figure.rows[0].cells, strict=True)}
    assert row == {"proposed": 1, "decided": 1, "renewed": 0, "softened": 0, "ended": 1, "lapsed": 0}


def test_what_nobody_signed_stands_on_every_desk_until_somebody_does(office: Office) -> None:  # noqa: F811
    """The last day passes: written down once, shown to the lead and to oversight, and still open."""
    measure = held(office)
    later = timezone.now() + timedelta(days=61)
    assert wiring.what_falls_due(later)["MeasureLapsed"] == 1
    assert wiring.what_falls_due(later).get("MeasureLapsed") is None
    lapsed = wiring.measure(office.sittings["oversight"], measure.reference)
    assert lapsed.lapsed_at is not None and lapsed.is_open


def test_the_bureau_reads_its_record_and_replies_and_nobody_elses(
    office: Office, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:  # fmt: skip
    """Right of reply: word for word beside the record, answered by the lead, read by oversight."""
    monkeypatch.setattr(ledger_room, "last_beat", lambda at: at)  # the beat has just come
    held(office)
    office.published(office.proposed(office.examined(office.requested())))
    own = Visitor(office.browsers["xa"]).visit("/bureau/record/").says("Four recalls in a year.", "In force")
    year = timezone.now().year
    own.visit("/bureau/record/reply/")
    own.fill(to=f"F18 {year}", text="Two of them were recalled by mistake.").press("Reply")
    own.says("Two of them were recalled by mistake.", "Not answered yet")
    other = Visitor(office.browsers["xb"]).visit("/bureau/record/")
    assert "Four recalls" not in other.text and "by mistake" not in other.text
    (reply,) = wiring.replies(office.sittings["lead"])
    lead = Visitor(office.browsers["lead"]).visit("/secretariat/measures/").says("Replies to answer")
    lead.visit(f"/secretariat/replies/{reply.reference}/").fill(text="We looked: one was.").press("Answer")
    lead.says("We looked: one was.")
    Visitor(office.browsers["oversight"]).visit("/oversight/records/XA/").says("We looked: one was.", "by mistake")
    own.visit("/bureau/record/").says("We looked: one was.")


def test_nobody_at_the_desk_reads_their_own_countrys_record(office: Office) -> None:  # noqa: F811
    """Not there, with the same bytes as a record that never was."""
    first = office.browsers["first"]
    own, none = first.get("/secretariat/records/XB/"), first.get("/secretariat/records/QQ/x/")
    assert own.status_code == 404 == none.status_code and own.content == none.content
    assert first.get("/secretariat/records/XA/").status_code == 200
