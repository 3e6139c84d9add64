"""Papers by program: brought before the item that names them, read as opaque bytes, never looked into."""

from __future__ import annotations

from msgspec import json

from article3 import wiring
from article3.access.why import Why
from article3.acts.save_draft import SaveDraft
from article3.intake import attachments
from article3.sites.api import letters, problems, views
from article3.sites.api.asked import Call
from article3.sites.api.problems import Place
from article3.terms.communication import Communication


def bring(call: Call) -> wiring.Answer:
    """Keep the bytes of a paper for this seat; what comes back goes into `attachments` of an item within a week."""
    if not wiring.covers(SaveDraft, call.sitting):
        raise problems.Trouble("mandate")
    name = call.query["name"]
    if attachments.name_fault(name):
        raise problems.Trouble("query", problems=[Place(
            pointer="/name", code="not_a_file_name",
            mend="Rename the file first: letters, digits, dots, dashes and spaces are fine.")])  # fmt: skip
    kept = wiring.bring_paper(call.sitting, call.body, name=name, media_type=attachments.media_type(name))
    said = letters.Paper(name=kept.name, media_type=kept.media_type, size_bytes=kept.size_bytes, sha256=kept.sha256,
                        level=kept.level)  # fmt: skip
    return wiring.Answer(status=200, body=json.encode(said, order="sorted").decode())


def paper(call: Call) -> bytes:
    """One paper of an own item or of what reached this bureau, up to the officer's clearance."""
    eyes, reference = wiring.reader(call.sitting, Why.INCOMING), views.reference(call)
    try:
        return eyes.attachment(reference, call.path["sha256"])[1]
    except wiring.NotFound:
        sent = eyes.published(reference).communication
        return wiring.opened_paper(call.sitting, reference, sent, call.path["sha256"])[1]


def require_brought(call: Call, sent: Communication, former: Communication | None = None) -> None:
    """A paper is named by who brought it, or stood in the item before: whoever merely knows a digest attaches nothing.
    Raises Trouble."""
    own = {paper.sha256 for paper in former.attachments} if former else set()
    named = {paper.sha256 for paper in sent.attachments} - own
    missing = named - wiring.papers_brought(call.sitting, named)
    if missing:
        raise problems.Trouble("form", problems=[
            Place(pointer=f"/attachments/{place}/sha256", code="paper_not_brought", found=paper.sha256,
                  mend="Send its bytes to /api/v1/papers first, within a week before the item.")
            for place, paper in enumerate(sent.attachments) if paper.sha256 in missing])  # fmt: skip
