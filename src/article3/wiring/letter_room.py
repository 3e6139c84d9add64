"""The signed letter of somebody who was judged not to be the person of a record: checked off-line, good for a time."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from article3.exchange import keys, signing
from article3.lifecycle.frontline import Result
from article3.officers import roll
from article3.terms.clocks import day_of
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


def clearance_letter(sitting: Sitting, result: Result, until: date, at: datetime | None = None) -> str:
    """A signed letter that the holder of this paper was judged not to be the person of a record; says nothing more.

    Raises Refused where nobody judged so, and where no paper was compared.
    """
    if result.same is not False or not result.traveller.documents:
        raise Refused("A letter is given only where the person was judged another, by the papers shown.", "RPD-104")
    seat = f"bureau:{sitting.bureau}"
    body = {"names": list(result.traveller.names), "documents": list(result.traveller.documents),
            "judged_on": day_of(result.closed_at or at or timezone.now()).isoformat(), "until": until.isoformat(),
            "says": "not the person of the record that was found"}  # fmt: skip
    return signing.sign("clearance", dict(body), keys.own(seat)).decode()


def read_letter(text: str, at: datetime | None = None) -> dict[str, object]:
    """What a letter says and who signed it. Raises Refused for one that is forged, foreign or out of date."""
    at = at or timezone.now()
    try:
        signed = signing.check(text.strip().encode())
    except signing.Forged as forged:
        raise Refused(f"This is no letter of a bureau: {forged}.") from forged
    here = (f"bureau:{code}" for code in roll.bureaus())
    seat = keys.seat_of(signed.key, at) or next((seat for seat in here if keys.own_public(seat) == signed.key), None)
    if signed.kind != "clearance" or seat is None or not seat.startswith("bureau:"):
        raise Refused("This letter is signed by no bureau that is known here.")
    if date.fromisoformat(str(signed.body["until"])) < day_of(at):
        raise Refused(f"This letter was good until {signed.body['until']}.")
    return {"bureau": seat.removeprefix("bureau:"), **signed.body}
