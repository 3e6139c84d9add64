"""Writing a request: one question a page, saved at each step, every defect said with its mend before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from article3.commission.lifecycle.answers import application_from, pages_for, to_mend
from article3.commission.lifecycle.application import Application, Paper, PaperRole, Part
from article3.commission.lifecycle.file_checks import can_be_kept, file_defects, paper, too_large
from article3.commission.lifecycle.mends import Defect
from article3.commission.register.papers import unsent
from article3.commission.site.portal.carried import with_code
from article3.commission.site.portal.questions import ACCEPTED, FIELD_OF, typed
from article3.commission.site.portal.questions import question as form_of
from article3.commission.site.portal.telling import ROLES, TITLES, mend
from article3.commission.wiring.applicant import send_unsent
from article3.law.parameters import parameter
from article3.terms.facts_commission import SentBy

MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Written:
    """A request as it stands: its answers, its papers, what they say together."""

    answers: dict[str, Any]
    papers: tuple[Paper, ...]

    @property
    def said(self) -> Application:
        """The request they make."""
        return application_from(self.answers, self.papers)

    def to_mend(self, part: Part | None = None) -> tuple[Defect, ...]:
        """What is to mend, on one page or on all."""
        found = to_mend(self.answers, self.papers, timezone.localdate())
        return tuple(each for each in found if part in (None, each.part))


@require_safe
@with_code
def next_page(request: HttpRequest, code: str) -> HttpResponse:
    """The first page nobody has been to, or the last one."""
    written = _written(code)
    if written is None:
        return redirect("portal:request")
    been = written.answers.get("been", [])
    ahead = [part for part in pages_for(written.answers) if part.value not in been]
    return redirect("portal:question", ahead[0].value) if ahead else redirect("portal:check")


@require_http_methods(["GET", "HEAD", "POST"])
@with_code
def question(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """One page: asked, saved as typed, and what is to mend said on the spot."""
    page, written = next((each for each in Part if each.value == part), None), _written(code)
    if page is None:
        raise Http404
    if written is None:
        return redirect("portal:request")
    if request.method != "POST":
        return _asked(request, page, written, written.to_mend(page) if "mend" in request.GET else ())
    refused = _saved(request, code, page, written)
    now = _written(code)
    assert now is not None
    if refused:
        return _asked(request, page, now, refused)
    if _file_role(page, now.said) and "attach" in request.POST:
        return redirect(reverse("portal:question", args=[part]) + "#papers")
    if now.to_mend(page):
        return redirect(reverse("portal:question", args=[part]) + "?mend=1")
    return redirect("portal:check" if "check" in request.POST else _after(page, now))


@require_http_methods(["GET", "HEAD", "POST"])
@with_code
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The whole request before it is sent, with everything to mend; sending is never prevented."""
    written = _written(code)
    if written is None:
        return redirect("portal:request")
    if request.method == "POST":
        send_unsent(code, written.said)
        return redirect("portal:request")
    found = written.to_mend()
    pages = [{"part": part, "title": TITLES[part], "answers": _read_back(part, written),
              "mends": [mend(each) for each in found if each.part is part and not each.is_hint],
              "hints": [mend(each) for each in found if each.part is part and each.is_hint]}
             for part in pages_for(written.answers)]
    obstacles = any(each["mends"] for each in pages)
    return render(request, "portal/check.html", {"pages": pages, "obstacles": obstacles})


@require_POST
@with_code
def remove(request: HttpRequest, code: str, role: str, digest: str) -> HttpResponse:
    """Take a file away again."""
    if role not in [each.value for each in PaperRole]:
        raise Http404
    unsent.detach(code, digest, PaperRole(role))
    part = {"identity": Part.IDENTITY, "annex": Part.ANNEXES}.get(role, Part.MANDATE)
    return redirect(reverse("portal:question", args=[part.value]) + "#papers")


@require_POST
@with_code
def give_up(request: HttpRequest, code: str) -> HttpResponse:
    """Delete everything that was written and not sent."""
    unsent.end(code)
    return redirect("portal:landing")


def _written(code: str) -> Written | None:
    answers = unsent.answers(code)
    return None if answers is None else Written(answers, unsent.papers(code))


def _saved(request: HttpRequest, code: str, page: Part, written: Written) -> tuple[Defect, ...]:
    """Keep what was typed and every file that can be kept; what is said of the others."""
    today = timezone.localdate()
    form = form_of(page, written.said, written.answers, today)
    been = sorted({*written.answers.get("been", []), page.value})
    unsent.save(code, {**written.answers, **typed(form, request.POST), "been": been}, today)
    role = _file_role(page, application_from({**written.answers, **typed(form, request.POST)}))
    files = request.FILES.getlist("file")[:MOST_AT_ONCE] if role else []
    return tuple(found for file in files for found in _attached(code, file, role))


def _attached(code: str, file: UploadedFile, role: PaperRole | None) -> tuple[Defect, ...]:
    assert role is not None
    large = too_large(file.size or 0, role)
    if large:
        return large
    content, name = file.read(), file.name or ""
    found = file_defects(name, content, role, unsent.papers(code))
    if can_be_kept(found):
        unsent.attach(code, paper(name, content, role), content)
    return found


def _file_role(page: Part, said: Application) -> PaperRole | None:
    mandate = PaperRole.MANDATE if said.sent_by is SentBy.REPRESENTATIVE else PaperRole.STANDING
    return {Part.IDENTITY: PaperRole.IDENTITY, Part.MANDATE: mandate, Part.ANNEXES: PaperRole.ANNEX}.get(page)


def _asked(request: HttpRequest, page: Part, written: Written, found: tuple[Defect, ...]) -> HttpResponse:
    today, pages = timezone.localdate(), pages_for(written.answers)
    role = _file_role(page, written.said)
    told = [(mend(each), FIELD_OF.get(each.fault, "papers" if role else "content")) for each in found]
    return render(request, "portal/question.html", {
        "part": page, "title": TITLES[page], "form": form_of(page, written.said, written.answers, today),
        "number": pages.index(page) + 1 if page in pages else 1, "of": len(pages), "mends": told,
        "before": _before(page, pages), "after": _after(page, written), "role": role, "accepted": ACCEPTED,
        "role_name": ROLES.get(role, "") if role else "", "papers": written.said.papers_of(role) if role else (),
        "most": parameter("commission.appendices_count", today), "hint_only": all(each.is_hint for each in found)})


def _before(page: Part, pages: tuple[Part, ...]) -> str:
    place = pages.index(page) if page in pages else 0
    return reverse("portal:question", args=[pages[place - 1].value]) if place else reverse("portal:landing")


def _after(page: Part, written: Written) -> str:
    pages = pages_for(written.answers)
    place = pages.index(page) + 1 if page in pages else 0
    return reverse("portal:question", args=[pages[place].value]) if place < len(pages) else reverse("portal:check")


def _read_back(part: Part, written: Written) -> list[tuple[Any, str]]:
    """What was answered on a page, in words."""
    form, role = form_of(part, written.said, written.answers, timezone.localdate()), _file_role(part, written.said)
    shown = []
    for field in form:
        value = written.answers.get(field.name) or ""
        words = {str(code): str(label) for code, label in getattr(field.field, "choices", ())}
        several = value if isinstance(value, list) else [value]
        text = ", ".join(words.get(each, each) for each in several if each)
        shown.append((field.label, "✓" if text == "yes" and not words else text))
    if role:
        shown.append((ROLES[role], ", ".join(each.name for each in written.said.papers_of(role))))
    return [(label, text) for label, text in shown if text]
