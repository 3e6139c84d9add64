"""The words for codes: one label each, and which mark it wears. A mark never speaks by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from article3.sites.page.vocabulary import TABLES


@dataclass(frozen=True, slots=True)
class Mark:
    """A word and the dress it wears: stop, ask, pass, note, held or end."""

    word: str | Promise
    dress: str = "note"


MARKS: dict[str, Mark] = {
    "received": Mark(_("Received"), "note"),
    "under_review": Mark(_("Under review"), "note"),
    "returned": Mark(_("Returned with questions"), "ask"),
    "questions": Mark(_("Questions to answer"), "ask"),
    "refused": Mark(_("Refused"), "stop"),
    "published": Mark(_("Published"), "pass"),
    "suspended": Mark(_("Suspended"), "held"),
    "blocked": Mark(_("Blocked"), "held"),
    "withdrawn": Mark(_("Withdrawn"), "end"),
    "cancelled": Mark(_("Cancelled"), "stop"),
    "expired": Mark(_("Expired"), "end"),
    "sent": Mark(_("Sent"), "note"),
    "sent_unreviewed": Mark(_("Delivered, not reviewed"), "ask"),
    "unreviewed": Mark(_("Not reviewed: no arrest"), "ask"),
    "reviewed": Mark(_("Reviewed"), "pass"),
    "recalled": Mark(_("Recalled: remove it"), "stop"),
    "delivered": Mark(_("A message, not reviewed"), "note"),
    "remove": Mark(_("Remove it"), "stop"),
    "owed": Mark(_("Not taken in yet"), "ask"),
    "ours": Mark(_("Our own"), "note"),
    "held": Mark(_("Held"), "held"),
    "not_met": Mark(_("Not met"), "stop"),
    "question": Mark(_("To be asked"), "ask"),
    "met": Mark(_("Met"), "pass"),
    "draft": Mark(_("Draft"), "held"),
    "yours": Mark(_("Yours"), "note"),
    "taken": Mark(_("Taken"), "held"),
    "free": Mark(_("Not taken"), "end"),
    "late": Mark(_("Late"), "stop"),
    "soon": Mark(_("Due soon"), "ask"),
    "answered": Mark(_("Answered"), "pass"),
    "open": Mark(_("Open"), "ask"),
    "silent": Mark(_("No answer"), "stop"),
    "pass": Mark(_("Stands"), "pass"),
    "same": Mark(_("Same"), "pass"),
    "near": Mark(_("Nearly"), "ask"),
    "differs": Mark(_("Differs"), "stop"),
    "absent": Mark(_("Only here"), "end"),
    "publish": Mark(_("Publish"), "pass"),
    "refuse": Mark(_("Refuse"), "stop"),
    "confirm": Mark(_("Confirm"), "pass"),
    "recall": Mark(_("Recall"), "stop"),
    "cancel": Mark(_("Cancel"), "stop"),
}


def word(code: object, table: str) -> str | Promise:
    """The label of a code. A code without a label is shown as it stands rather than hidden."""
    return TABLES[table].get(str(code), str(code)) if code else ""


def mark(code: object) -> Mark:
    """The mark of a state, outcome or answer."""
    return MARKS.get(str(code), Mark(str(code), "end"))


def seat_name(seat: str) -> str:
    """What a seat is called."""
    kind, _colon, code = seat.partition(":")
    if kind == "bureau":
        return gettext("Bureau of %(code)s") % {"code": code}
    if kind == "desk":
        return gettext("Protective desk of %(code)s") % {"code": code}
    if kind == "protection":
        if code == "UN":
            return gettext("United Nations refugee agency")
        return gettext("Refugee authority of %(code)s") % {"code": code}
    if kind == "front":
        return gettext("Front line of %(code)s") % {"code": code}
    return {"secretariat": gettext("Task force"), "oversight": gettext("Oversight"),
            "custodian": gettext("Custodian"), "commission": gettext("Commission")}.get(kind, kind)


def choices(table: str, empty: str | Promise | None = None) -> list[tuple[str, str | Promise]]:
    """The options of a form field, with an empty first line when one is given."""
    options: list[tuple[str, str | Promise]] = list(TABLES[table].items())
    return options if empty is None else [("", empty), *options]
