"""Deletion: what is left of a file when its data go (RPD 49-51): that it was there, whose it was, how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from article3.lifecycle.case_file import CaseFile
from article3.terms.communication import Communication


def emptied(file: CaseFile, on: date) -> CaseFile:
    """The file without its content: no person, no charge, no text, no paper of anybody; timeline and ending stay."""
    sent = file.communication
    shell = Communication(reference=sent.reference, channel=file.channel, source=sent.source, colour=sent.colour,
                          aim=sent.aim)
    kept = replace(file.retention, extension_because="", assurance=None)
    gate = file.gateway and replace(file.gateway, standing=None)
    ending = file.ending and replace(file.ending, because="")
    return replace(file, communication=shell, ending=ending, gateway=gate, deleted_on=on, retention=kept,
                   established=(), assessed=None, answers=(), questions=(), consultations=(), research=(), searches=(),
                   excerpts=(), review=None, former_reviews=(), published=None, caveats=(), suspensions=(), links=(),
                   amendments=(), recusals=(), reopened=(), stands_as=None, former_lives=())
