"""The judicial papers of a draft, and the files attached to it: kept as opaque bytes, never looked into."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from article3 import wiring
from article3.intake import attachments
from article3.sites.bureau.drafts import SheetPage
from article3.sites.page.forms import PaperForm
from article3.sites.page.spoken import spoken
from article3.terms.finding import Refused


class FileForm(PaperForm):
    """One file to attach."""

    file = forms.FileField(label=_l("File"), error_messages={"required": _l("Choose a file first."),
                                                             "empty": _l("This file is empty.")})

    def clean_file(self) -> UploadedFile:
        """A plain name and a size within the limits."""
        chosen = self.cleaned_data["file"]
        if attachments.name_fault(chosen.name):
            raise forms.ValidationError(_("Rename the file first: letters, digits, dots, dashes and spaces are fine."))
        if chosen.size > attachments.LARGEST_BYTES:
            raise forms.ValidationError(_("This file is too large. Send a smaller scan."))
        return chosen


class PapersPage(SheetPage):
    """The sheet of judicial papers, with the files beside it."""

    key = "papers"

    def page(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The same page with the form for a file."""
        form = context.pop("file_form", None) or FileForm(auto_id="id_file_%s")
        return super().page("bureau/papers.html" if template == "bureau/sheet.html" else template, status,
                            file_form=form, attached=self.document.get("attachments", []), **context)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Attach a file, take one away, or keep the sheet."""
        wanted, _colon, which = request.POST.get("go", "next").partition(":")
        if wanted == "detach":
            self.keep({**self.document, "attachments": [each for each in self.document.get("attachments", [])
                                                        if each["sha256"] != which]})
            return self.go("papers")
        return self.attach(request) if wanted == "attach" else super().post(request, **kwargs)

    def attach(self, request: HttpRequest) -> HttpResponse:
        """Keep the file and write it into the draft."""
        form = FileForm(request.POST, request.FILES, auto_id="id_file_%s")
        if form.is_valid():
            try:
                self.keep({**self.document, "attachments": [*self.document.get("attachments", []), self.kept(form)]})
                return self.go("papers")
            except Refused as refused:
                form.add_error("file", spoken(refused.because))
        filled = self.shown()
        return self.page("bureau/sheet.html", 422, filled=filled, look=self.look(), file_form=form)

    def kept(self, form: FileForm) -> dict[str, Any]:
        """The record of the file, as the document holds it."""
        chosen = form.cleaned_data["file"]
        paper = wiring.keep_attachment(chosen.read(), name=chosen.name, media_type=attachments.media_type(chosen.name))
        return {"name": paper.name, "media_type": paper.media_type, "size_bytes": paper.size_bytes,
                "sha256": paper.sha256, "level": paper.level.value}
