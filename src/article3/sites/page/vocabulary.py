"""The words of the field for every code: one label each. `words.py` hands them out."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from article3.ground_words import GROUNDS
from article3.sites.page import counting_words, disputes, knowledge_words, log_words, under_seal

Words = Mapping[str, str | Promise]

CHANNELS: Words = {"notice_request": _("Notice"), "diffusion": _("Diffusion"), "message": _("Message"),
                   "document_entry": _("Document reported")}
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
    "court_order": _("Court order"), "summons": _("Summons"), "other": _("Other decision"),
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
    "attesting": _("Officer of the authority"), "custodian": _("Custodian"),
    "commission_desk": _("Secretariat of the Commission"), "commission_member": _("Member of the Commission"),
    "duty_officer": _("Duty officer"), "front_line": _("Front-line officer"),
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
    "no_further_help": _("No further help in this matter"),
}
LINKS: Words = {
    "same_person": _("May be the same person"), "same_facts": _("May be the same facts"),
    "repeats_refused": _("May repeat a refused request"), "depends_on": _("Depends on this file"),
}
DOCUMENT_KINDS: Words = {
    "passport": _("Passport"), "identity_card": _("Identity card"), "residence_permit": _("Residence permit"),
    "driving_licence": _("Driving licence"), "visa": _("Visa"), "laissez_passer": _("Laissez-passer"),
    "refugee_travel_document": _("Travel document for refugees"),
    "stateless_travel_document": _("Travel document for stateless persons"), "seafarer_book": _("Seafarer's book"),
    "birth_certificate": _("Birth certificate"), "other": _("Other document"),
}
NAME_KINDS: Words = {
    "primary": _("Name in use"), "alias": _("Also known as"), "birth": _("Name at birth"), "former": _("Former name"),
    "transliterated": _("Latin spelling given by the source"),
}
PERSON_ROLES: Words = {
    "head_of_state": _("Head of state"), "former_head_of_state": _("Former head of state"),
    "politician": _("Politician"), "official": _("Official"), "former_official": _("Former official"),
    "candidate": _("Candidate"), "party_member": _("Party member"), "political_opponent": _("Political opponent"),
    "judge": _("Judge"), "prosecutor": _("Prosecutor"), "lawyer": _("Lawyer"), "police_officer": _("Police officer"),
    "soldier": _("Soldier"), "diplomat": _("Diplomat"), "journalist": _("Journalist"), "writer": _("Writer"),
    "blogger": _("Blogger"), "academic": _("Academic"), "artist": _("Artist"), "activist": _("Activist"),
    "human_rights_defender": _("Human rights defender"), "trade_unionist": _("Trade unionist"),
    "cleric": _("Cleric"), "religious_minority": _("Member of a religious minority"),
    "ethnic_minority": _("Member of an ethnic minority"), "refugee": _("Refugee"),
    "asylum_seeker": _("Asylum seeker"), "businessperson": _("Businessperson"),
    "former_employee_of_opponent": _("Former employee of an opponent"),
    "family_member_of_opponent": _("Family member of an opponent"),
    "member_of_armed_group": _("Member of an armed group"), "private_person": _("Private person"), "other": _("Other"),
}
STANDINGS: Words = {
    "computed": _("Computed from the facts"), "asked": _("Asked of a person"), "advisory": _("Advisory: it only asks"),
    "not_for_software": _("Not for software"),
}
READINGS: Words = {
    "queue": _("Queue looked at"), "case": _("File read"), "own_items": _("Own items listed"),
    "own_item": _("Own item read"), "consultations": _("Consultations listed"), "consultation": _("Consultation read"),
    "incoming": _("Records received listed"), "published": _("Record received read"),
    "attachment": _("Paper downloaded"), "search": _("Person searched for"),
}
MEASURES_OF_COMMISSION: Words = {
    "block": _("Block"), "unblock": _("Lift the block"), "delete": _("Delete"), "correct": _("Correct"),
    "caveat": _("Caveat"), "addendum": _("Addendum"), "leave": _("Leave to enter"),
    "inform": _("Inform members"), "no_help": _("No further help"), "leave_only": _("Re-entry only by leave"),
}
COMMISSION_SAYS: Words = {
    "inform": _("Members are informed"), "no_help": _("No further help"), "question": _("A question about your record"),
}
WHYS: Words = {
    "choosing_work": _("choosing work"), "examination": _("examination"), "second_review": _("second review"),
    "supervision": _("supervision"), "own_item": _("own item"), "consulted": _("consulted"),
    "incoming": _("taking in"), "police_check": _("police check"), "oversight": _("oversight"),
    "delivery": _("delivery"), "redress": _("redress"),
}
MESSAGES: Words = {
    "receipt": _("Receipt"), "questions": _("Questions"), "more_time_answered": _("Answer on more time"),
    "consultation": _("Consultation"), "notice_published": _("Notice published"),
    "commission_wrote": _("The Commission wrote"),
    "notice_updated": _("Notice updated"), "caveat_added": _("Caveat added"), "caveat_lifted": _("Caveat lifted"),
    "notice_suspended": _("Notice suspended"), "notice_resumed": _("Suspension ended"),
    "notice_ended": _("Notice ended"), "request_refused": _("Request refused"),
    "update_refused": _("Update refused"), "retention_question": _("Question whether data are needed"),
    "retention_extended": _("Data kept longer"), "diffusion_unreviewed": _("Diffusion, not reviewed"),
    "diffusion_reviewed": _("Diffusion reviewed"), "diffusion_recalled": _("Diffusion recalled"),
    "diffusion_withdrawn": _("Diffusion withdrawn"), "message": _("Message"),
    "dispute_answered": _("Dispute answered"),
    "converted": _("Converted"), "conversion_refused": _("Conversion refused"),
    "removal_reminder": _("Reminder of a removal"),
    "document_reported": _("Document reported"), "positive_result": _("Positive query result"),
}
HELD_FOR: Words = {
    "linked": _("It may repeat a refused file"), "pre_screened": _("Its source's items are looked at first"),
    "barred": _("Its source is barred from sending this kind"),
}
ROUTINGS: Words = {
    "direct": _("Direct"), "pre_screened": _("Looked at first"), "barred": _("Barred"),
}
ORGANS: Words = {
    "secretariat": _("General Secretariat"), "executive_committee": _("Executive Committee"),
}
TABLES: dict[str, Words] = {
    "held_for": HELD_FOR, "routing": ROUTINGS, "organ": ORGANS,
    "sealed_asked": log_words.ASKED, "sealed_answered": log_words.ANSWERS,
    "channel": CHANNELS, "colour": COLOURS, "aim": AIMS, "purpose": PURPOSES, "wanted_for": WANTED_FOR,
    "person_status": PERSON_STATUSES, "level": LEVELS, "sex": SEXES, "issuer": ISSUERS, "paper": PAPER_KINDS,
    "declaration": DECLARATIONS, "role": ROLES, "factor": FACTORS, "factor_question": FACTOR_QUESTIONS,
    "confidence": CONFIDENCES, "asked": ASKED, "ground": GROUNDS, "public_code": PUBLIC_CODES,
    "withdrawal": WITHDRAWALS, "caveat": CAVEATS, "link": LINKS, "document": DOCUMENT_KINDS,
    "name": NAME_KINDS, "person_role": PERSON_ROLES,
    "penalty_worse": PENALTIES_WORSE, "colour_aim": COLOUR_AIMS, "standing": STANDINGS, "reading": READINGS,
    "why": WHYS, "message": MESSAGES, "sealed_use": under_seal.USES, "giver": under_seal.GIVERS,
    "opens": under_seal.OPENS, "feedback": under_seal.FEEDBACKS, "protection_status": under_seal.STATUS_WORDS,
    "protection_use": under_seal.PROTECTION_USES, "sealed_done": under_seal.DONE_WORDS,
    "sealed_question": under_seal.QUESTIONS,
    "measure_of_commission": MEASURES_OF_COMMISSION, "commission_says": COMMISSION_SAYS,
    "dispute_reason": disputes.REASONS, "dispute_answer": disputes.ANSWERS,
    "measure_change": counting_words.CHANGES, "measure_changed": counting_words.CHANGED, "vote": counting_words.SAYS,
    "signal": counting_words.SIGNALS, "fared": counting_words.KNOWN,
    "use": knowledge_words.USES, "news": knowledge_words.NEWS, "findable": knowledge_words.FINDABLE,
    "listing": knowledge_words.LISTING,
}
"""Tables a template may ask for by name: `{{ code|word:"ground" }}`."""
