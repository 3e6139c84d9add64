"""The words for codes: one label each, and which mark it wears. A mark never speaks by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, str | Promise]


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
    "withdrawn": Mark(_("Withdrawn"), "end"),
    "cancelled": Mark(_("Cancelled"), "stop"),
    "expired": Mark(_("Expired"), "end"),
    "sent": Mark(_("Sent"), "note"),
    "sent_unreviewed": Mark(_("Delivered, not reviewed"), "ask"),
    "unreviewed": Mark(_("Not reviewed: no arrest"), "ask"),
    "reviewed": Mark(_("Reviewed"), "pass"),
    "recalled": Mark(_("Recalled: remove it"), "stop"),
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
}

CHANNELS: Words = {"notice_request": _("Notice"), "diffusion": _("Diffusion"), "message": _("Message")}
COLOURS: Words = {
    "red": _("Red notice"), "blue": _("Blue notice"), "green": _("Green notice"), "yellow": _("Yellow notice"),
    "black": _("Black notice"), "orange": _("Orange notice"), "purple": _("Purple notice"),
    "un_special": _("UN special notice"), "silver": _("Silver notice"), "works_of_art": _("Works of art notice"),
    "other_special": _("Other special notice"),
}
COLOUR_AIMS: Words = {
    "red": _("to arrest somebody, with a view to extradition"), "blue": _("to find or learn about somebody in a case"),
    "green": _("to warn about somebody who may commit crimes again"), "yellow": _("to find a missing person"),
    "black": _("to identify a dead body"), "orange": _("to warn of a danger to people or property"),
    "purple": _("to describe a method, object or hiding place"),
    "un_special": _("somebody or something under UN sanctions"), "silver": _("to find assets"),
    "works_of_art": _("to find stolen works of art"), "other_special": _("under an agreement on special notices"),
}
AIMS: Words = {
    "arrest": _("Arrest"), "locate": _("Find where the person is"), "further_information": _("Learn more"),
    "identify": _("Identify"), "warn": _("Warn"), "inform": _("Inform"),
}
PURPOSES: Words = {
    "wanted": _("Searching for wanted persons"), "information": _("Information in a criminal investigation"),
    "warning": _("Warning about criminal activities"), "missing": _("Searching for missing persons"),
    "locate_witness_victim": _("Finding witnesses or victims"), "identify": _("Identifying persons or dead bodies"),
    "forensic": _("Forensic examination"), "security_check": _("Security check"),
    "threats_trends": _("Crime threats and trends"),
}
WANTED_FOR: Words = {"prosecution": _("To stand trial"), "sentence": _("To serve a sentence")}
PERSON_STATUSES: Words = {
    "convicted": _("Convicted"), "accused": _("Accused"), "suspect": _("Suspect"), "witness": _("Witness"),
    "victim": _("Victim"), "missing": _("Missing"), "deceased": _("Deceased"), "unidentified": _("Unidentified"),
    "possible_threat": _("Possible threat"), "un_sanctioned": _("Under UN sanctions"), "of_interest": _("Of interest"),
}
LEVELS: Words = {
    "official_use": _("For official use"), "restricted": _("Restricted"), "confidential": _("Confidential"),
}
SEXES: Words = {"F": _("Female"), "M": _("Male"), "U": _("Not known")}
ISSUERS: Words = {
    "judge": _("Judge or court"), "prosecutor": _("Prosecutor"), "police": _("Police"),
    "military_court": _("Military court"), "special_court": _("Special court"), "other": _("Other authority"),
}
PAPER_KINDS: Words = {
    "arrest_warrant": _("Arrest warrant"), "judgment": _("Judgment"), "indictment": _("Indictment"),
    "other": _("Other decision"),
}
PENALTIES_WORSE: Words = {"life": _("Life imprisonment"), "death": _("Death penalty")}
DECLARATIONS: Words = {
    "quality": _("The data are accurate, up to date and lawfully held"),
    "conditions": _("The conditions for this type of notice are met"),
    "interest": _("The data are of interest for international police co-operation"),
    "conformity": _("The request conforms to Articles 2 and 3 of the Constitution and to our law"),
    "authority": _("We are authorised to send this request"),
    "extradition": _("Extradition will be sought once the person is arrested"),
    "recourse": _("The person has recourse to a court"),
}
ROLES: Words = {
    "reviewer": _("Reviewer"), "lead": _("Lead of the task force"), "bureau_officer": _("Officer"),
    "bureau_lead": _("Lead of the bureau"), "oversight": _("Oversight"), "admin": _("Administration"),
}
FACTORS: Words = {
    "a": _("Nature of the offence"), "b": _("Status of the person"), "c": _("Identity of the source"),
    "d": _("Position of other Members and entities"), "e": _("Obligations under international law"),
    "f": _("Implications for the neutrality of the Organization"), "g": _("General context of the case"),
}
FACTOR_QUESTIONS: Words = {
    "a": _("What are the charges and the facts behind them: ordinary crime, or conduct that is political, military, "
           "religious or racial?"),
    "b": _("Is or was the person a politician, an official, a journalist, a soldier, a cleric, an activist, and does "
           "the case come from that role?"),
    "c": _("Who asks: an independent court, a special court, a government that changed?"),
    "d": _("What have other Members, courts or entities said or decided about this person or these facts?"),
    "e": _("Which obligations bind the Organization here: sanctions, tribunals, protection?"),
    "f": _("Would acting make the Organization take a side?"),
    "g": _("What was going on in the country when the case began: elections, unrest, a coup?"),
}
CONFIDENCES: Words = {
    "low": pgettext_lazy("confidence", "Low"), "medium": pgettext_lazy("confidence", "Medium"),
    "high": pgettext_lazy("confidence", "High"),
}
ASKED: Words = {
    "requester": _("To ask of the requester"), "reviewer": _("To be answered by a reviewer"),
    "other_bureau": _("To ask of another bureau"), "commission": _("To ask of the Commission"),
}
SILENCES: Words = {
    "decided_on_the_file": _("Without an answer by then, the file is decided on what it holds."),
    "taken_as_no_objection": _("Without an answer by then, no objection is assumed."),
    "counts_towards_ending": _("Without an answer by then, the silence counts towards ending the notice."),
}
GROUNDS: Words = {
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
PUBLIC_CODES: Words = {
    "compliant": _("Compliant"), "article_2": _("Article 2"), "article_3": _("Article 3"), "other": _("Other rules"),
}
WITHDRAWALS: Words = {
    "purpose_met": _("The purpose is met: the person was found or the matter is settled"),
    "dependent_request_ended": _("The request this one depended on has ended"),
    "legal_basis_gone": _("The warrant or judgment no longer stands"),
    "no_longer_wanted": _("We no longer look for the person"),
}
CAVEATS: Words = {
    "extradition_refused": _("Extradition was refused"),
    "finally_judged_elsewhere": _("Finally judged elsewhere for the same acts"),
    "under_examination": _("Under examination"), "position_of_member": _("A Member states its position"),
    "data_to_verify": _("Data to be verified"), "correction": _("Correction"), "addendum": _("Addendum"),
}
LINKS: Words = {
    "same_person": _("May be the same person"), "same_facts": _("May be the same facts"),
    "repeats_refused": _("May repeat a refused request"), "depends_on": _("Depends on this file"),
}
DOCUMENT_KINDS: Words = {
    "passport": _("Passport"), "identity_card": _("Identity card"), "travel_document": _("Travel document"),
    "other": _("Other document"),
}
TABLES: dict[str, Words] = {
    "channel": CHANNELS, "colour": COLOURS, "aim": AIMS, "purpose": PURPOSES, "wanted_for": WANTED_FOR,
    "person_status": PERSON_STATUSES, "level": LEVELS, "sex": SEXES, "issuer": ISSUERS, "paper": PAPER_KINDS,
    "declaration": DECLARATIONS, "role": ROLES, "factor": FACTORS, "factor_question": FACTOR_QUESTIONS,
    "confidence": CONFIDENCES, "asked": ASKED, "silence": SILENCES, "ground": GROUNDS, "public_code": PUBLIC_CODES,
    "withdrawal": WITHDRAWALS, "caveat": CAVEATS, "link": LINKS, "document": DOCUMENT_KINDS,
    "penalty_worse": PENALTIES_WORSE, "colour_aim": COLOUR_AIMS,
}
"""Tables a template may ask for by name: `{{ code|word:"ground" }}`."""


def word(code: object, table: str) -> str | Promise:
    """The label of a code. A code without a label is shown as it stands rather than hidden."""
    return TABLES[table].get(str(code), str(code)) if code else ""


def mark(code: object) -> Mark:
    """The mark of a state, outcome or answer."""
    return MARKS.get(str(code), Mark(str(code), "end"))


def choices(table: str, empty: str | Promise | None = None) -> list[tuple[str, str | Promise]]:
    """The options of a form field, with an empty first line when one is given."""
    options: list[tuple[str, str | Promise]] = list(TABLES[table].items())
    return options if empty is None else [("", empty), *options]
