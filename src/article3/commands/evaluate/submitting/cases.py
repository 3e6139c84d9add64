"""The table: what is wrong with each submission, and the sentence its sender must read. Everything is invented."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Sent = Mapping[str, str | list[str]]
File = tuple[str, bytes]
NAME, IDENTITY, PURPOSE, REASONS = "person", "identity", "purpose", "reasons"
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(1, 251)) * 160 + b"\xff\xd9"
PDF = b"%PDF-1.7\n" + b"1 0 obj <</Type/Catalog>> endobj\n" * 40 + b"%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
GOOD: Mapping[str, Sent] = {
    "wish": {"wish": "deletion", "language": "en"}, "sender": {"sent_by": "person"},
    "person": {"family_name": "Karimova", "given_names": "Leyla", "born_on": "1984-06-12", "nationality": "QM",
               "document_number": "QM448210"},
    "identity": {"unredacted": "yes", "shows_name_birth_photo": "yes", "valid_until": "2090-01-01"},
    "mandate": {"speaker": "A. Person", "mandate_signed": "yes"},
    "purpose": {"purpose": "Delete the notice that country XA asked for, and tell me when it is.", "country": "XA"},
    "reasons": {"summary": "I wrote about the government of the country, and the charge came a month after that."},
    "annexes": {}, "withheld": {}, "contact": {}, "signature": {"signed_as": "Leyla Karimova"}}
"""A submission without a defect, page by page."""
TURKISH = "Gazeteci olarak çalıştım ve hükümet hakkında yazdım, bundan sonra hakkımda dava açıldı ve ülkeden ayrıldım."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One defective submission: what is changed, which files come, and what the sender must read."""

    name: str
    page: str
    mend: str
    changes: Sent = field(default_factory=dict)
    others: Mapping[str, Sent] = field(default_factory=dict)
    files: tuple[File, ...] | None = None
    """None: the usual identity document, and the mandate where one is needed."""
    kept: str = ""
    """The name a file must be kept under although something is said of it."""


def _file(name: str, mend: str, file: File, *, page: str = IDENTITY, kept: str = "") -> Case:
    return Case(name=name, page=page, mend=mend, files=(file,), kept=kept)


KIND = "This kind of file cannot be taken: {}. Send a photograph (JPEG, PNG, HEIC) or a PDF."
ARCHIVE = ("This is an archive of files, and archives are never opened here. Send the papers in it one by one, as "
           "photographs or PDF.")
TWO = ("This file is two kinds of file in one, which no camera or scanner makes. Photograph the paper, or print it to "
       "a new PDF, and send that.")
NO_NAME = ("The name holds something that is no part of a name: {}. Write it as it stands in the identity document; "
           "letters, spaces, hyphens and apostrophes are fine.")
HIDDEN = "The text holds a character nobody can see: {}. Delete it, or type the text again without copying."
LANGUAGE = ("The text does not look like Arabic, English, French or Spanish. The Commission works in these four "
            "languages only: write it in one of them, or let somebody translate it.")
REPRESENTED: Mapping[str, Sent] = {"sender": {"sent_by": "representative"}}
REVISION: Mapping[str, Sent] = {"wish": {"wish": "revision", "language": "en"}}
FILES = (
    _file("zip bomb as identity document", ARCHIVE, ("passport.zip", b"PK\x03\x04" + b"\x00" * 40_000)),
    _file("zip bomb named as a photograph", ARCHIVE, ("passport.jpg", b"PK\x03\x04" + b"\x00" * 40_000)),
    _file("gzip bomb", ARCHIVE, ("passport.gz", b"\x1f\x8b\x08" + b"\x00" * 40_000)),
    _file("polyglot: photograph and archive", TWO, ("passport.jpg", JPEG + b"PK\x05\x06" + b"\x00" * 18)),
    _file("polyglot: PDF and web page", TWO, ("passport.pdf", b"%PDF-1.7\n<html><script>x()</script>\n" + PDF)),
    _file("polyglot: photograph and PDF", TWO, ("passport.jpg", JPEG[:30] + b"%PDF-1.4" + JPEG)),
    _file("web page named as a photograph", KIND.format("jpg"), ("passport.jpg", b"<html><script>alert(1)</script>")),
    _file("drawing with a script", KIND.format("svg"), ("passport.svg", b"<svg onload='x()'/>")),
    _file("program", KIND.format("exe"), ("passport.exe", b"MZ\x90\x00" + b"\x00" * 900)),
    _file("text as identity document", KIND.format("txt"), ("passport.txt", b"My name is Leyla Karimova.")),
    _file("XML bomb as annex", KIND.format("xml"), ("proof.xml", b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>"),
          page="annexes"),
    _file("word processor document as annex", ARCHIVE, ("proof.docx", b"PK\x03\x04" + b"word/" * 90), page="annexes"),
    _file("PDF locked with a password", "The PDF is locked with a password. Save it without one and send it again.",
          ("passport.pdf", PDF.replace(b"/Catalog", b"/Encrypt"))),
    _file("photograph cut off", "The end of the file is missing, as when sending was interrupted. Choose the file "
          "again.", ("passport.jpg", JPEG[:-2])),
    _file("PDF cut off", "The end of the file is missing, as when sending was interrupted. Choose the file again.",
          ("passport.pdf", PDF[:-6])),
    _file("picture bomb", "The picture claims to be 3,600,000,000 dots, more than any camera makes. Photograph the "
          "paper again.", ("passport.png", PNG + (60_000).to_bytes(4, "big") * 2 + b"\x00" * 9 + b"IEND" + b"\x00" * 4),
          ),
    _file("file too large", "The file has 10.5 MB and can have 10. Photograph the paper in lower quality, or send it "
          "in several files.", ("passport.jpg", b"\xff\xd8\xff" + bytes(10_500_000 - 5) + b"\xff\xd9")),
    _file("name with a hidden sign", "", ("pass\u202egpj.jpg", JPEG), kept="passgpj.jpg"),
    _file("name with a reserved sign", "The name of the file cannot be kept: the sign |. Rename the file with letters "
          "and digits, for example passport.jpg, and choose it again.", ("pass|port.jpg", JPEG)),
    _file("name of 300 characters", "The name of the file cannot be kept: 255 characters. Rename the file with "
          "letters and digits, for example passport.jpg, and choose it again.", ("p" * 296 + ".jpg", JPEG)),
    _file("name that climbs out of its folder", "", ("../../etc/passport.jpg", JPEG), kept="passport.jpg"),
    _file("very small photograph", "The picture is very small (4 kB). Look whether every letter can be read; if not, "
          "photograph the document again, flat, in good light.", ("passport.jpg", JPEG[:4_000] + b"\xff\xd9"),
          kept="passport.jpg"),
    _file("name and content differ", "The name says passport.png and the content is something else: JPEG. It is kept; "
          "if it is the wrong file, remove it and choose the right one.", ("passport.png", JPEG), kept="passport.png"),
    Case(name="the same file twice", page=IDENTITY, files=(("passport.jpg", JPEG), ("passport.jpg", JPEG)),
         mend="The same file is already there as passport.jpg. Nothing was added.", kept="passport.jpg"),
    Case(name="21 annexes", page="annexes", files=tuple((f"proof {n}.txt", b"Proof %d." % n) for n in range(1, 22)),
         mend="There are 21 annexes and there can be 20. Remove some, or join several papers into one file.",
         kept="proof 21.txt"),
)
PAPERS = (
    Case(name="no identity document", page=IDENTITY, files=(), mend=(
        "Attach a photograph or scan of an identity document: the page with name, date of birth and photograph of a "
        "passport, identity card or residence permit.")),
    Case(name="identity document partly covered", page=IDENTITY, changes={"unredacted": ""}, mend=(
        "Nothing in the copy of the identity document may be covered or blacked out. Make a new copy and tick that it "
        "is complete.")),
    Case(name="identity document without photograph", page=IDENTITY, changes={"shows_name_birth_photo": ""}, mend=(
        "The copy must show name, date of birth and photograph together. Attach the page that shows them and tick "
        "that it does.")),
    Case(name="identity document that has run out", page=IDENTITY, changes={"valid_until": "2020-01-31"}, mend=(
        "The document was valid until 2020-01-31. If you have one that is still valid, attach it; if you cannot get "
        "one, say why under what you ask.")),
    Case(name="no mandate", page="mandate", others=REPRESENTED, files=(), mend=(
        "Attach the mandate: a paper, signed by the person, that lets you ask for them and read the answer.")),
    Case(name="mandate not signed", page="mandate", others=REPRESENTED, changes={"mandate_signed": ""}, mend=(
        "The mandate must be signed by the person concerned. Attach a signed one and tick that it is.")),
    Case(name="representative without a name", page="mandate", others=REPRESENTED, changes={"speaker": " "}, mend=(
        "Write the name of the person who speaks for the person concerned.")),
    Case(name="for a child, without proof", page="mandate", others={"sender": {"sent_by": "for_a_minor"}}, files=(),
         mend="Attach a paper that shows you may act: a birth certificate or court order for a child, an extract of a "
              "register for an organization."),
    Case(name="sent by nobody entitled", page="sender", changes={"sent_by": "somebody_else"}, mend=(
        "A request can be sent by the person, by somebody with a mandate, for one's child, or for an organization. "
        "Let the person ask, or attach their signed mandate.")),
)
TEXTS = (
    Case(name="HTML in the name", page=NAME, changes={"family_name": "<img src=x onerror=alert(1)>"},
         mend=NO_NAME.format("<")),
    Case(name="NUL in the name", page=NAME, changes={"family_name": "Kari\x00mova"},
         mend=NO_NAME.format("U+0000 (null)")),
    Case(name="hidden direction mark in the name", page=NAME, changes={"given_names": "Ley\u202ela"},
         mend=NO_NAME.format("U+202E (right-to-left override)")),
    Case(name="digits in the name", page=NAME, changes={"given_names": "Leyla 2"}, mend=NO_NAME.format("2")),
    Case(name="no name", page=NAME, changes={"family_name": ""},
         mend="Write the family name as it stands in the identity document."),
    Case(name="name of 300 letters", page=NAME, changes={"family_name": "K" * 300}, mend=(
        "The name has 300 characters and can have 200. Write it as it stands in the identity document, and put "
        "anything else under what you ask.")),
    Case(name="no date of birth", page=NAME, changes={"born_on": ""}, mend=(
        "Write the date of birth, for example 1984-06-12. If only the year is known, write it with 01-01 and say so "
        "under what you ask.")),
    Case(name="date that is no day", page=NAME, changes={"born_on": "1984-13-45"}, mend=(
        "“1984-13-45” is not a day of the calendar. Write year, month and day, for example 1984-06-12.")),
    Case(name="born in the future", page=NAME, changes={"born_on": "2199-01-01"}, mend=(
        "2199-01-01 cannot be a date of birth. Write year, month and day, for example 1984-06-12.")),
    Case(name="nothing asked", page="wish", changes={"wish": ""}, mend="Choose what you ask for."),
    Case(name="another language chosen", page="wish", changes={"language": "other"}, mend=LANGUAGE),
    Case(name="no purpose", page=PURPOSE, changes={"purpose": " "},
         mend="Say in one or two sentences what the Commission shall do."),
    Case(name="unclear purpose", page=PURPOSE, changes={"purpose": "Help me!"}, mend=(
        "The sentence does not say yet what the Commission shall do. Name it: for example “Tell me which data you "
        "hold about me” or “Delete the notice that country XA asked for”.")),
    Case(name="purpose in another script", page=PURPOSE, mend=LANGUAGE,
         changes={"purpose": "Прошу удалить данные обо мне из файлов организации."}),
    Case(name="purpose of 5,000 characters", page=PURPOSE, changes={"purpose": "Delete the data about me. " * 200},
         mend="The text has 5199 characters and can have 2000. Keep the main point here; the summary and the annexes "
              "hold the rest."),
    Case(name="summary in another language", page=REASONS, changes={"summary": TURKISH}, mend=LANGUAGE),
    Case(name="summary too long", page=REASONS, changes={"summary": "I wrote about the government. " * 700}, mend=(
        "The summary has 20999 characters and can have 20000. Keep the main points here and attach the long text as "
        "an annex.")),
    Case(name="no summary", page=REASONS, changes={"summary": ""}, mend=(
        "Write a short summary of why: what happened, and which rule it breaks in your view.")),
    Case(name="NUL in the summary", page=REASONS, changes={"summary": "I wrote\x00 about the government of XA."},
         mend=HIDDEN.format("U+0000 (null)")),
    Case(name="urgent without a reason", page=PURPOSE, others={"wish": {"wish": "urgent_block", "language": "en"}},
         mend="Say what makes it urgent: an extradition that is near, a detention because of the data, protection that "
              "was granted, or something else."),
    Case(name="revision without a new fact", page=PURPOSE, others=REVISION,
         changes={"decision": "R-1", "discovered_on": "2026-01-31"}, mend=(
             "Say which fact is new: one that was not known when the decision was taken and could have changed it.")),
    Case(name="revision too late", page=PURPOSE, others=REVISION, mend=(
        "A revision is asked for within six months of learning of the fact: here until 2021-02-28. If you learned of "
        "it later, correct the day; otherwise ask for deletion again and name the fact there."),
        changes={"decision": "R-1", "new_fact": "The warrant was lifted.", "discovered_on": "2020-08-31"}),
    Case(name="everything marked as not to be passed on", page="withheld", changes={"withheld": ["everything"]}, mend=(
        "You marked everything as not to be passed on. You may; but the Commission can then ask the country nothing "
        "that rests on it. Leave open what the country knows already.")),
    Case(name="not signed", page="signature", changes={"signed_as": ""}, mend="Sign: write your name as you sign."),
)
CASES = (*FILES, *PAPERS, *TEXTS)
"""Every defective submission."""
MARKABLE = re.compile(r'name="withheld" value="([^"]+)"')
