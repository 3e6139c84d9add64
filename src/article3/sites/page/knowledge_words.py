"""The words for what is known: uses of a fact, kinds of news, whether something could have been found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

USES = {
    "origin_hidden": _("origin hidden"), "only_to_refuse": _("only to refuse"),
    "not_without_asking": _("not without asking its giver"),
}
NEWS = {
    "fact_learned": _("A fact was learned"), "fact_withdrawn": _("A fact was withdrawn"),
    "silence_broken": _("A bureau answered whose silence had counted"),
    "rule_edition": _("The rules have changed"), "commission_ruling": _("The Commission has ruled"),
}
FINDABLE = {
    "did_not_exist": _("It did not exist at the time"), "findable": _("It could have been found at the time"),
    "not_public": _("It was never to be found in public"),
    "not_known": _("Not known whether it could have been found"),
}
LISTING = {
    "added": _("Newly listed"), "changed": _("Listed otherwise"), "delisted": _("Delisted"),
    "kept": _("Listed still"), "published": _("Published"), "waits": _("Waits at the desk"),
    "withdrawn": _("Withdrawn"), "extended": _("Kept longer"),
}
"""What a list of the Security Council says of an entry, and what came of it."""
