"""An applicant's browser without a script: pages visited, forms filled, as a person would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.commission.written import JPEG

ANSWERS: dict[str, dict[str, Any]] = {
    "wish": {"wish": "deletion", "language": "en"}, "sender": {"sent_by": "person"},
    "person": {"family_name": "Karimova", "given_names": "Leyla", "born_on": "1984-06-12", "nationality": "QM",
               "document_number": "QM448210"},
    "identity": {"unredacted": "yes", "shows_name_birth_photo": "yes"},
    "purpose": {"purpose": "Delete the notice that country XA asked for.", "country": "XA"},
    "reasons": {"summary": "I wrote about the government, and the charge came a month after that."},
    "annexes": {}, "withheld": {}, "contact": {}, "signature": {"signed_as": "Leyla Karimova"}}


@dataclass
class Applicant:
    """One person with one browser; `code` is what stands on their paper."""

    browser: Client = field(default_factory=lambda: Client(headers={"accept-language": "en"}))
    code: str = ""

    def begin(self) -> Applicant:
        """A fresh request and its code."""
        self.browser.post("/portal/begin/")
        page = self.browser.get("/portal/code/").content.decode()
        self.code = "".join(re.findall(r"<span>(\d{4})</span>", page))
        return self

    def answer(self, part: str, *files: tuple[str, bytes], **changes: Any) -> Any:
        """Fill in one page and send it."""
        sent = {**ANSWERS[part], **changes}
        attached = {"file": [SimpleUploadedFile(name, content) for name, content in files]} if files else {}
        return self.browser.post(f"/portal/ask/{part}/", {**sent, **attached})

    def write(self, **changes: dict[str, Any]) -> Applicant:
        """Every page."""
        for part in ANSWERS:
            files = (("passport.jpg", JPEG),) if part == "identity" else ()
            self.answer(part, *files, **changes.get(part, {}))
        return self

    def send(self) -> Applicant:
        """And send it."""
        self.browser.post("/portal/ask/check/")
        return self

    def back(self) -> Any:
        """In a browser that knows nothing."""
        self.browser = Client(headers={"accept-language": "en"})
        return self.browser.post("/portal/back/", {"code": self.code})

    def page(self, address: str = "/portal/request/") -> str:
        """What is read there."""
        return unescape(self.browser.get(address).content.decode())
