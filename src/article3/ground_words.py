"""The grounds of a ruling, in the words of every desk: the task force's, the bureaus' and the Commission's."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GROUNDS: dict[str, str | Promise] = {
    "political_character": _("Political character"), "military_character": _("Military character"),
    "religious_character": _("Religious character"), "racial_character": _("Racial character"),
    "status_of_person": _("Status of the person"), "misuse_of_channels": _("Misuse of the channels"),
    "human_rights": _("Human rights (Article 2)"), "torture": _("Risk of torture"), "fair_hearing": _("Fair hearing"),
    "in_absentia": _("Trial in the person's absence"), "refugee_policy": _("Refugee policy"),
    "description_of_acts": _("The person's acts are not described"),
    "validity_of_proceedings": _("Validity of the proceedings"), "purpose": _("Purpose"),
    "no_action_for_extradition": _("No action for extradition"), "private_matter": _("Private matter"),
    "family_matter": _("Family matter"), "contested_norms": _("Contested norms"),
    "administrative_matter": _("Administrative matter"), "penalty_threshold": _("Penalty threshold"),
    "not_of_interest": _("Not of interest for police co-operation"),
    "harm_to_organization": _("Harm to the Organization"), "identity_incomplete": _("Identity data incomplete"),
    "judicial_data_incomplete": _("Judicial data incomplete"), "conditions_of_type": _("Conditions of this type"),
    "accuracy": _("Accuracy of the data"), "not_answered": _("Questions not answered"),
    "repeats_refused": _("Repeats a refused request"),
}
