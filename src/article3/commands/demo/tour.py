"""Where the stories of the guided tour lie in this demo: references found once, when the world is built."""

from __future__ import annotations

import json
from datetime import datetime

from article3 import wiring
from article3.access.why import Why
from article3.acts.save_draft import SaveDraft
from article3.commands.demo import redress
from article3.commands.demo.office import TASK_FORCE, Office
from article3.line import propagation
from article3.terms.sitting import Sitting


def draft_begun(office: Office, at: datetime) -> None:
    """Belmore's bureau has begun a request and not sent it."""
    document = {"channel": "notice_request", "colour": "red", "charges": [{"text": "Armed robbery"}]}
    form = json.dumps({"document": document, "corrects": ""})
    wiring.perform(SaveDraft(draft=wiring.new_reference(), title="Red notice", form_json=form),
                   sitting=office.bureaus["XB"], at=at)


def places(office: Office, codes: list[str]) -> dict[str, str]:
    """Every place by its name; what this world happens not to hold is left out, and the tour says so."""
    found = {name: place for name, place in office.places.items() if place}
    held = wiring.reader(office.reviewers[0], Why.CHOOSING_WORK).queue(only="held", size=1).rows
    open_ones = propagation.unsigned_seen(office.oversight)
    found |= {"held": held[0].reference} if held else {}
    found |= {"recall": open_ones[0].item} if open_ones else {}
    return found | redress.places(codes[0])


def username(sitting: Sitting) -> str:
    """The name by which a reviewer signs in."""
    return next(name for name, (full, _, _) in TASK_FORCE.items() if full == sitting.officer_name)
