"""Every defect of a request and, in one sentence, how to mend it (Statute 29, 30, 35, 37, 42; abuse case A19).

The sentences are English here and told in the reader's language where they are shown (`article3.said`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from article3.commission.lifecycle.application import Part


class Fault(StrEnum):
    """What can be wrong with a request or a file that comes with it."""

    WISH_MISSING = "wish_missing"
    LANGUAGE_MISSING = "language_missing"
    LANGUAGE_WRONG = "language_wrong"
    SENDER_MISSING = "sender_missing"
    SENDER_NOT_ENTITLED = "sender_not_entitled"
    NAME_MISSING = "name_missing"
    NAME_NOT_PLAIN = "name_not_plain"
    NAME_TOO_LONG = "name_too_long"
    BIRTH_MISSING = "birth_missing"
    DAY_UNREAD = "day_unread"
    BIRTH_IMPOSSIBLE = "birth_impossible"
    IDENTITY_MISSING = "identity_missing"
    IDENTITY_REDACTED = "identity_redacted"
    IDENTITY_INCOMPLETE = "identity_incomplete"
    IDENTITY_EXPIRED = "identity_expired"
    SPEAKER_MISSING = "speaker_missing"
    MANDATE_MISSING = "mandate_missing"
    MANDATE_UNSIGNED = "mandate_unsigned"
    STANDING_MISSING = "standing_missing"
    PURPOSE_MISSING = "purpose_missing"
    PURPOSE_UNCLEAR = "purpose_unclear"
    URGENCY_MISSING = "urgency_missing"
    DECISION_MISSING = "decision_missing"
    NEW_FACT_MISSING = "new_fact_missing"
    DISCOVERY_MISSING = "discovery_missing"
    DISCOVERY_IMPOSSIBLE = "discovery_impossible"
    REVISION_TOO_LATE = "revision_too_late"
    SUMMARY_MISSING = "summary_missing"
    SUMMARY_TOO_LONG = "summary_too_long"
    TEXT_TOO_LONG = "text_too_long"
    CONTROL_CHARACTER = "control_character"
    TOO_MANY_ANNEXES = "too_many_annexes"
    ALL_WITHHELD = "all_withheld"
    SIGNATURE_MISSING = "signature_missing"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILES_TOO_LARGE = "files_too_large"
    FILE_NAME = "file_name"
    FILE_KIND = "file_kind"
    FILE_ARCHIVE = "file_archive"
    FILE_TWO_KINDS = "file_two_kinds"
    FILE_OTHER_NAME = "file_other_name"
    FILE_LOCKED = "file_locked"
    FILE_CUT_OFF = "file_cut_off"
    FILE_TOO_MANY_DOTS = "file_too_many_dots"
    FILE_TWICE = "file_twice"
    PICTURE_SMALL = "picture_small"


MENDS: Mapping[Fault, str] = {
    Fault.WISH_MISSING: "Choose what you ask for.",
    Fault.LANGUAGE_MISSING: "Choose the language you write in: Arabic, English, French or Spanish.",
    Fault.LANGUAGE_WRONG: ("The text does not look like Arabic, English, French or Spanish. The Commission works in "
                            "these four languages only: write it in one of them, or let somebody translate it."),
    Fault.SENDER_MISSING: "Say whether you ask for yourself or for somebody else.",
    Fault.SENDER_NOT_ENTITLED: ("A request can be sent by the person, by somebody with a mandate, for one's child, or "
                                 "for an organization. Let the person ask, or attach their signed mandate."),
    Fault.NAME_MISSING: "Write the family name as it stands in the identity document.",
    Fault.NAME_NOT_PLAIN: ("The name holds something that is no part of a name: %(found)s. Write it as it stands in "
                            "the identity document; letters, spaces, hyphens and apostrophes are fine."),
    Fault.NAME_TOO_LONG: ("The name has %(count)s characters and can have %(most)s. Write it as it stands in the "
                           "identity document, and put anything else under what you ask."),
    Fault.BIRTH_MISSING: ("Write the date of birth, for example 1984-06-12. If only the year is known, write it with "
                           "01-01 and say so under what you ask."),
    Fault.DAY_UNREAD: "“%(found)s” is not a day of the calendar. Write year, month and day, for example 1984-06-12.",
    Fault.BIRTH_IMPOSSIBLE: ("%(found)s cannot be a date of birth. Write year, month and day, for example "
                              "1984-06-12."),
    Fault.IDENTITY_MISSING: ("Attach a photograph or scan of an identity document: the page with name, date of birth "
                              "and photograph of a passport, identity card or residence permit."),
    Fault.IDENTITY_REDACTED: ("Nothing in the copy of the identity document may be covered or blacked out. Make a new "
                               "copy and tick that it is complete."),
    Fault.IDENTITY_INCOMPLETE: ("The copy must show name, date of birth and photograph together. Attach the page that "
                                 "shows them and tick that it does."),
    Fault.IDENTITY_EXPIRED: ("The document was valid until %(found)s. If you have one that is still valid, attach "
                              "it; if you cannot get one, say why under what you ask."),
    Fault.SPEAKER_MISSING: "Write the name of the person who speaks for the person concerned.",
    Fault.MANDATE_MISSING: ("Attach the mandate: a paper, signed by the person, that lets you ask for them and read "
                             "the answer."),
    Fault.MANDATE_UNSIGNED: ("The mandate must be signed by the person concerned. Attach a signed one and tick that "
                              "it is."),
    Fault.STANDING_MISSING: ("Attach a paper that shows you may act: a birth certificate or court order for a child, "
                              "an extract of a register for an organization."),
    Fault.PURPOSE_MISSING: "Say in one or two sentences what the Commission shall do.",
    Fault.PURPOSE_UNCLEAR: ("The sentence does not say yet what the Commission shall do. Name it: for example “Tell "
                             "me which data you hold about me” or “Delete the notice that country XA asked for”."),
    Fault.URGENCY_MISSING: ("Say what makes it urgent: an extradition that is near, a detention because of the data, "
                             "protection that was granted, or something else."),
    Fault.DECISION_MISSING: ("Write the reference of the decision that should be revised; it stands at the top of the "
                              "letter."),
    Fault.NEW_FACT_MISSING: ("Say which fact is new: one that was not known when the decision was taken and could "
                              "have changed it."),
    Fault.DISCOVERY_MISSING: "Write the day on which you learned of the new fact.",
    Fault.DISCOVERY_IMPOSSIBLE: "%(found)s lies in the future. Write the day on which you learned of the new fact.",
    Fault.REVISION_TOO_LATE: ("A revision is asked for within six months of learning of the fact: here until "
                               "%(found)s. If you learned of it later, correct the day; otherwise ask for deletion "
                               "again and name the fact there."),
    Fault.SUMMARY_MISSING: "Write a short summary of why: what happened, and which rule it breaks in your view.",
    Fault.SUMMARY_TOO_LONG: ("The summary has %(count)s characters and can have %(most)s. Keep the main points here "
                              "and attach the long text as an annex."),
    Fault.TEXT_TOO_LONG: ("The text has %(count)s characters and can have %(most)s. Keep the main point here; the "
                           "summary and the annexes hold the rest."),
    Fault.CONTROL_CHARACTER: ("The text holds a character nobody can see: %(found)s. Delete it, or type the text "
                               "again without copying."),
    Fault.TOO_MANY_ANNEXES: ("There are %(count)s annexes and there can be %(most)s. Remove some, or join several "
                              "papers into one file."),
    Fault.ALL_WITHHELD: ("You marked everything as not to be passed on. You may; but the Commission can then ask the "
                          "country nothing that rests on it. Leave open what the country knows already."),
    Fault.SIGNATURE_MISSING: "Sign: write your name as you sign.",
    Fault.FILE_EMPTY: "The file is empty. Choose it again; if it is still empty, photograph the paper again.",
    Fault.FILE_TOO_LARGE: ("The file has %(count)s MB and can have %(most)s. Photograph the paper in lower quality, "
                            "or send it in several files."),
    Fault.FILES_TOO_LARGE: ("All files together have %(count)s MB and can have %(most)s. Remove a file, or replace it "
                             "by a smaller one."),
    Fault.FILE_NAME: ("The name of the file cannot be kept: %(found)s. Rename the file with letters and digits, for "
                       "example passport.jpg, and choose it again."),
    Fault.FILE_KIND: "This kind of file cannot be taken: %(found)s. Send a photograph (JPEG, PNG, HEIC) or a PDF.",
    Fault.FILE_ARCHIVE: ("This is an archive of files, and archives are never opened here. Send the papers in it one "
                          "by one, as photographs or PDF."),
    Fault.FILE_TWO_KINDS: ("This file is two kinds of file in one, which no camera or scanner makes. Photograph the "
                            "paper, or print it to a new PDF, and send that."),
    Fault.FILE_OTHER_NAME: ("The name says %(found)s and the content is something else: %(count)s. It is kept; if it "
                             "is the wrong file, remove it and choose the right one."),
    Fault.FILE_LOCKED: "The PDF is locked with a password. Save it without one and send it again.",
    Fault.FILE_CUT_OFF: "The end of the file is missing, as when sending was interrupted. Choose the file again.",
    Fault.FILE_TOO_MANY_DOTS: ("The picture claims to be %(found)s dots, more than any camera makes. Photograph the "
                                "paper again."),
    Fault.FILE_TWICE: "The same file is already there as %(found)s. Nothing was added.",
    Fault.PICTURE_SMALL: ("The picture is very small (%(count)s kB). Look whether every letter can be read; if not, "
                           "photograph the document again, flat, in good light."),
}
"""One sentence a fault; every fault has one (a test sees to it)."""
HINTS = frozenset({Fault.IDENTITY_EXPIRED, Fault.ALL_WITHHELD, Fault.FILE_OTHER_NAME, Fault.PICTURE_SMALL,
                   Fault.FILE_TWICE})
"""Worth a look and no obstacle: the Statute does not ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """One thing to mend: what, on which page, the rule behind it, and the figures its sentence shows."""

    fault: Fault
    part: Part
    rule: str = ""
    found: str = ""
    count: str = ""
    most: str = ""

    @property
    def is_hint(self) -> bool:
        """Worth a look, no obstacle to admissibility."""
        return self.fault in HINTS

    @property
    def shown(self) -> dict[str, str]:
        """What the sentence's places are filled with."""
        return {"found": self.found, "count": self.count, "most": self.most}

    @property
    def mend(self) -> str:
        """The sentence in English."""
        return MENDS[self.fault] % self.shown
