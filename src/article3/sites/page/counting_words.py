"""The words of the figures: titles, columns and the labels of rows. Definitions and queries are the catalogue's own."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIGURES: Mapping[str, str | Promise] = {
    "F01": _("Received"), "F02": _("Outcomes"), "F03": _("Grounds"), "F04": _("Article 2, Article 3, other"),
    "F05": _("Time to decision, in days"), "F06": _("Recalls"), "F07": _("Endings and deletions"),
    "F08": _("Harm window of recalled diffusions, in hours"), "F09": _("Approvals overturned"), "F10": _("Backlog"),
    "F11": _("Capacity"), "F12": _("At the gateway"), "F13": _("Coverage of screening"),
    "F14": _("Corrective measures"), "F15": _("Standing at the data cut"), "F16": _("Writing with bureaus"),
    "F18": _("By requesting bureau"),
}
COUNTED: Mapping[str, str | Promise] = {
    "received": pgettext_lazy("count", "received"), "compliant": pgettext_lazy("count", "found compliant"),
    "not_compliant": pgettext_lazy("count", "found not compliant"), "withdrawn": pgettext_lazy("count", "withdrawn"),
    "time_over": _("ended by time"), "kept_back": _("kept back"), "findings": _("findings"), "per_cent": _("per cent"),
    "files": _("files"), "median": _("median"), "nine_in_ten": _("nine in ten within"), "recalls": _("recalls"),
    "owed": _("owed"), "signed": pgettext_lazy("count", "signed"), "outstanding": _("outstanding"),
    "acted_before": _("acted on before"), "entries": _("entries"), "removals": _("removals"),
    "oldest_days": _("oldest, in days"), "decisions": _("decisions"), "officers": _("officers"), "looks": _("looks"),
    "looked_at": _("looked at"), "arrived": _("arrived"), "proposed": pgettext_lazy("count", "proposed"),
    "decided": pgettext_lazy("count", "decided"), "renewed": _("renewed"), "softened": _("softened"),
    "ended": pgettext_lazy("count", "ended"), "lapsed": _("lapsed unsigned"), "repeats": _("repeats of a refused file"),
    "not_answered": _("not answered"), "article_2": _("Article 2"), "article_3": _("Article 3"),
    "misuse_of_channels": _("misuse of channels"), "acts_not_described": _("acts not described"),
    "proceedings": _("proceedings"), "purpose": pgettext_lazy("count", "purpose"),
    "excluded_matter": _("excluded matter"), "penalty_threshold": _("penalty threshold"),
    "not_of_interest": _("not of interest"), "identity_incomplete": _("identity incomplete"),
    "judicial_data_incomplete": _("judicial data incomplete"), "conditions_of_type": _("conditions of the type"),
    "other": pgettext_lazy("count", "other"), "FileExpired": _("retention over"),
    "DataDeleted": _("data deleted later"),
    "NoticeWithdrawn": _("withdrawn by the source"), "NoticeCancelled": _("cancelled by the Secretariat"),
    "RemovalSigned": _("removals signed for"), "open": pgettext_lazy("count", "open"),
    "passed": pgettext_lazy("count", "passed"), "secretariat": _("overturned by the Secretariat"),
    "audit": _("overturned by an audit"), "commission": _("overturned by the Commission"),
    "linked": _("held: may repeat a refused file"), "pre_screened": _("held: looked at first, under a measure"),
    "barred": _("held: barred, under a measure"), "repeats_refused": _("repeat something refused"),
    "compared_with_refused": _("compared with what was refused"),
    "screened_for_protected": _("screened for protected persons"), "RequesterAsked": _("questions to requesters"),
    "QuestionsAnswered": _("answers of requesters"), "MoreTimeAsked": _("more time asked for"),
    "BureauConsulted": _("consultations"), "ConsultationReplied": _("replies to consultations"),
    "ConsultationUnanswered": _("consultations unanswered"), "total": _("all"),
    "reminder": _("reminder"), "training": _("training"), "supervision": _("supervision"),
    "hold": pgettext_lazy("measure", "hold"), "suspension": pgettext_lazy("measure", "suspension of rights"),
}
CHANGES: Mapping[str, str | Promise] = {
    "renew": _("Renew it"), "soften": _("Soften it"), "end": _("End it"),
}
CHANGED: Mapping[str, str | Promise] = {
    "renew": _("renewed"), "soften": _("softened"), "end": pgettext_lazy("count", "ended"),
}
SAYS: Mapping[str, str | Promise] = {"yes": _("Yes"), "no": _("No"), "abstain": _("We abstain")}
SIGNALS: Mapping[str, str | Promise] = {
    "same_words": _("The same words against different people"), "returning": _("Refused files come back"),
    "retaliation": _("Blow and counter-blow"), "consistency": _("Like cases, unlike ends"),
}
KNOWN: Mapping[str, str | Promise] = {
    "waits": _("waits"), "stands": _("stands as compliant"), "overturned": _("was overturned"),
    "not_compliant": _("was found not compliant"), "ended": _("ended otherwise"), "erased": _("content erased"),
}
LEDGER_EVENTS: Mapping[str, tuple[str | Promise, str]] = {
    "MeasureProposed": (_("Corrective measure proposed"), "ask"),
    "MeasureDecided": (_("Corrective measure signed into force"), "held"),
    "MeasureChangeProposed": (_("Change of a measure proposed"), "ask"),
    "MeasureRenewed": (_("Corrective measure renewed"), "held"),
    "MeasureSoftened": (_("Corrective measure softened"), "ask"),
    "MeasureEnded": (_("Corrective measure ended"), "end"),
    "MeasureLapsed": (_("Corrective measure lapsed unsigned"), "stop"),
    "RecordReplied": (_("A bureau replied to its record"), "note"), "ReplyAnswered": (_("Reply answered"), "note"),
    "QuestionPut": (_("A signal put a question"), "ask"), "DeskQuestionAnswered": (_("Signal answered"), "note"),
    "AuditDrawn": (_("Drawn by lot for a spot check"), "note"), "AuditPassed": (_("Spot check: it stands"), "pass"),
    "AuditFoundWrong": (_("Spot check: it was wrong"), "stop"), "RulesDrafted": (_("Rules drafted"), "note"),
    "DraftSimulated": (_("Draft simulated"), "note"), "VoteOpened": (_("Draft put to the vote"), "ask"),
    "VoteCast": (_("Vote cast"), "note"), "DraftAdopted": (_("Draft adopted"), "pass"),
    "DraftRejected": (_("Draft not adopted"), "end"),
}
CALIBRATED: Mapping[str, str | Promise] = {
    "requester": _("By requesting bureau"), "family": _("By family of offence"), "team": _("By the two who decided"),
    "violence": _("violence"), "property_and_economy": _("property and economy"),
    "organised_and_drugs": _("organised crime, drugs, weapons"), "terrorism": _("terrorism"),
    "state_and_opinion": _("state, opinion, army, religion"),
    "private_and_administrative": _("private and administrative matters"), "other": pgettext_lazy("count", "other"),
}
FIRST_WHY: Mapping[str, str | Promise] = {
    "age": _("has waited longest: age alone counts now"), "harm": _("stands at its recipients while it waits"),
    "time": _("can still be in time"), "late": _("is late already"),
}
