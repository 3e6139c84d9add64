"""The Secretariat's own block (RPD 129) at the screens: one reviewer blocks, everybody reads so, another lifts it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.sites.conftest import Office

DOUBT = "The warrant may have been bought in Port Selen."


def test_a_reviewer_blocks_and_another_lifts(office: Office) -> None:
    """Members read at once what they read of every block (the source at the beat), and nobody outside the doubt."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    first, second, member, source = (office.browsers[who] for who in ("first", "second", "xb", "xa"))
    case = f"/secretariat/files/{reference}/"
    assert "Block it for now" in first.get(case).content.decode()
    day = timezone.localdate() + timedelta(days=7)
    answer = first.post(f"{case}block/", {"because": DOUBT, "review_on": day.isoformat()}, follow=True)
    assert "Blocked by the Secretariat." in answer.content.decode() and DOUBT in answer.content.decode()
    assert "Lift the block" not in answer.content.decode() and "order of the Commission" not in answer.content.decode()
    assert "Lift the block" in second.get(case).content.decode()
    read = member.get(f"/bureau/incoming/{reference}/").content.decode()
    assert "Take no action on it" in read and DOUBT not in read
    assert DOUBT not in source.get(f"/bureau/items/{reference}/").content.decode()
    refused = first.post(f"{case}lift-block/", {"because": "It was not."}, follow=True).content.decode()
    assert "Somebody else looks at it again" in refused
    lifted = second.post(f"{case}lift-block/", {"because": "The court confirms it."}, follow=True).content.decode()
    assert "the record stands where it stood" in lifted and "Blocked by the Secretariat." not in lifted
    assert "The Secretariat lifted its block" in lifted
    assert "Take no action on it" not in member.get(f"/bureau/incoming/{reference}/").content.decode()


def test_a_day_of_review_too_far_away_is_refused_with_its_reason(office: Office) -> None:
    """And nothing is blocked."""
    reference = office.published(office.proposed(office.examined(office.requested())))
    case = f"/secretariat/files/{reference}/"
    day = timezone.localdate() + timedelta(days=60)
    answer = office.browsers["first"].post(f"{case}block/", {"because": DOUBT, "review_on": day.isoformat()})
    assert "within 30 days" in answer.content.decode()
    assert office.file(reference).state.value == "published"
