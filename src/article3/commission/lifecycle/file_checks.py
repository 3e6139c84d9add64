"""Whether a file that comes with a request can be kept, by its first and last bytes (abuse case A19; Statute 30).

Nothing is unpacked, drawn or parsed here: files stay opaque bytes, and only a fixed place or a mark is looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from article3.commission.lifecycle.application import Paper, PaperRole, Part
from article3.commission.lifecycle.mends import Defect, Fault
from article3.intake.attachments import name_fault

LARGEST_MB = 10
LARGEST_SUM_MB = 60
MOST_MEGADOTS = 200
SMALL_KB = 25
"""A photograph of a document below this is rarely legible; said, not refused."""
MEGABYTE = 1_000_000
PAGES = {PaperRole.IDENTITY: Part.IDENTITY, PaperRole.MANDATE: Part.MANDATE, PaperRole.STANDING: Part.MANDATE,
         PaperRole.ANNEX: Part.ANNEXES}
ENDINGS = {"pdf": ("pdf",), "jpeg": ("jpg", "jpeg"), "png": ("png",), "heic": ("heic", "heif"), "text": ("txt",)}
"""The kinds we take, with the endings their names should have."""
TYPES = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png", "heic": "image/heic",
         "text": "text/plain"}
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_ENDS = {"pdf": b"%%EOF", "jpeg": b"\xff\xd9", "png": b"IEND"}


def paper(name: str, content: bytes, role: PaperRole, exhibit: int = 0) -> Paper:
    """The record of a file, with the type its content shows."""
    return Paper(digest=hashlib.sha256(content).hexdigest(), name=name, size_bytes=len(content),
                 declared_type=TYPES.get(kind_of(content), "application/octet-stream"), role=role, exhibit=exhibit)


def file_defects(name: str, content: bytes, role: PaperRole, beside: Sequence[Paper] = ()) -> tuple[Defect, ...]:
    """What is wrong with a file; it is kept when every defect is a hint other than `file_twice`."""
    return tuple(_found(name, content, role, beside))


def too_large(size_bytes: int, role: PaperRole) -> tuple[Defect, ...]:
    """Said of a file by its size alone, before a byte of it is read."""
    if size_bytes <= LARGEST_MB * MEGABYTE:
        return ()
    return (Defect(fault=Fault.FILE_TOO_LARGE, part=PAGES[role], count=_megabytes(size_bytes), most=str(LARGEST_MB)),)


def can_be_kept(found: Sequence[Defect]) -> bool:
    """True when nothing but hints was found, and the file is not there already."""
    return all(defect.is_hint and defect.fault is not Fault.FILE_TWICE for defect in found)


def _found(name: str, content: bytes, role: PaperRole, beside: Sequence[Paper]) -> Iterator[Defect]:
    part = PAGES[role]
    fault = name_fault(name)
    if fault:
        yield Defect(fault=Fault.FILE_NAME, part=part, found=fault)
    if not content:
        yield Defect(fault=Fault.FILE_EMPTY, part=part)
        return
    yield from too_large(len(content), role)
    yield from _together(content, part, beside)
    same = [each.name for each in beside if each.digest == hashlib.sha256(content).hexdigest() and each.role is role]
    if same:
        yield Defect(fault=Fault.FILE_TWICE, part=part, found=same[0])
    kind = kind_of(content)
    if kind == "archive":
        yield Defect(fault=Fault.FILE_ARCHIVE, part=part)
    elif kind not in ENDINGS or (kind == "text" and role is not PaperRole.ANNEX):
        yield Defect(fault=Fault.FILE_KIND, part=part, found=name.rpartition(".")[2][:20] if "." in name else kind)
    else:
        yield from _inside(name, content, kind, part, role)


def _together(content: bytes, part: Part, beside: Sequence[Paper]) -> Iterator[Defect]:
    together = len(content) + sum(each.size_bytes for each in beside)
    if together > LARGEST_SUM_MB * MEGABYTE:
        yield Defect(fault=Fault.FILES_TOO_LARGE, part=part, count=_megabytes(together), most=str(LARGEST_SUM_MB))


def _inside(name: str, content: bytes, kind: str, part: Part, role: PaperRole) -> Iterator[Defect]:
    if _two_kinds(content, kind):
        yield Defect(fault=Fault.FILE_TWO_KINDS, part=part)
    elif kind in _ENDS and content.rfind(_ENDS[kind]) < len(content) // 2:  # phones put a film behind a photograph
        yield Defect(fault=Fault.FILE_CUT_OFF, part=part)
    if kind == "pdf" and b"/Encrypt" in content:
        yield Defect(fault=Fault.FILE_LOCKED, part=part)
    if kind == "png" and (dots := _dots(content)) > MOST_MEGADOTS * 1_000_000:
        yield Defect(fault=Fault.FILE_TOO_MANY_DOTS, part=part, found=f"{dots:,}")
    if name.rpartition(".")[2].lower() not in ENDINGS[kind]:
        yield Defect(fault=Fault.FILE_OTHER_NAME, part=part, found=name[-60:], count=kind.upper())
    if role is PaperRole.IDENTITY and kind != "text" and len(content) < SMALL_KB * 1_000:
        yield Defect(fault=Fault.PICTURE_SMALL, part=part, count=str(max(1, len(content) // 1_000)))


def kind_of(content: bytes) -> str:
    """pdf, jpeg, png, heic, text, archive or other, by the first bytes."""
    if content.startswith(_ARCHIVES):
        return "archive"
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"msf1"):
        return "heic"
    return "text" if _is_text(content) else "other"


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    return "\x00" not in text and not start.startswith(("<", "#!"))


def _two_kinds(content: bytes, kind: str) -> bool:
    """A second kind's mark where that kind would look for it: an archive's directory at the end, a page at the head."""
    if kind == "text":
        return False
    head, tail = content[:1_024].lower(), content[-65_600:]
    page = any(mark in head for mark in (b"<html", b"<script", b"<!doctype", b"<?php", b"<svg"))
    hidden_pdf = kind != "pdf" and b"%pdf-" in head
    return page or hidden_pdf or b"PK\x05\x06" in tail


def _dots(content: bytes) -> int:
    """Width times height a PNG states at its fixed place."""
    return int.from_bytes(content[16:20], "big") * int.from_bytes(content[20:24], "big")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"
