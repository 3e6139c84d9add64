"""Keys, hooks and the calendar of one officer in one seat. What is secret is shown once, when it is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.acts.messages import MessageKind
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, day_field
from article3.sites.page.spoken import spoken
from article3.sites.programs.words import WHY_NOT, kinds
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole

View = Callable[..., HttpResponse]
ASKS = require_http_methods(["GET", "HEAD", "POST"])


class KeyForm(PaperForm):
    """For which program, until when."""

    KNOWN = PaperForm.KNOWN | {"act"}
    label = forms.CharField(
        label=_("Which program is it for?"), max_length=60, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    until = day_field(_("Until which day at the latest?"), hint=_("A key ends within a year."))


class HookForm(PaperForm):
    """Where to call, about what."""

    KNOWN = PaperForm.KNOWN | {"act"}
    url = forms.CharField(
        label=_("Which address is called?"),
        max_length=400,
        help_text=_(
            "It begins with https:// and is reachable from everywhere; addresses inside a network are refused."
        ),
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url", "autocomplete": "off"}),
    )
    kinds = forms.MultipleChoiceField(
        label=_("About which messages?"),
        required=False,
        choices=kinds,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: about all."),
    )


def seated(view: View) -> View:
    """Somebody who sits; who has not chosen a seat is asked to."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("seats") if request.sitting is None else view(request, *args, **kwargs)

    return guarded


@ASKS
@seated
@absent_is_404
def programs(request: HttpRequest) -> HttpResponse:
    """What programs of this officer in this seat may do; and the making of it."""
    act = request.POST.get("act", "") if request.method == "POST" else ""
    if act in ENDS:
        ENDS[act](request)
        return redirect("programs:programs")
    key_form = KeyForm(request.POST if act == "key" else None, prefix=None)
    hook_form = HookForm(request.POST if act == "hook" else None, prefix=None)
    secret = ""
    if act == "key" and key_form.is_valid():
        secret = _made(key_form, lambda: wiring.make_key(request.sitting, **_typed(key_form)))
    elif act == "hook" and hook_form.is_valid():
        secret = _made(hook_form, lambda: _hook_made(request, hook_form))
    elif act == "calendar":
        secret = wiring.make_calendar_link(request.sitting)
    wrong = (key_form.is_bound and key_form.errors) or (hook_form.is_bound and hook_form.errors)
    return _shown(
        request,
        key_form if not secret else KeyForm(),
        hook_form if not secret else HookForm(),
        act if secret else "",
        secret,
        422 if wrong else 200,
    )


@ASKS
@seated
@absent_is_404
def hook(request: HttpRequest, hook: str) -> HttpResponse:
    """One hook: its calls, a test, a call made again, the next secret, its end."""
    act, secret = request.POST.get("act", "") if request.method == "POST" else "", ""
    if act == "test":
        _tell(request, wiring.try_hook(request.sitting, hook))
        return redirect("programs:hook", hook)
    if act == "again":
        _tell(request, wiring.call_again(request.sitting, hook, request.POST.get("call", "")[:40]))
        return redirect("programs:hook", hook)
    if act == "end":
        wiring.end_hook(request.sitting, hook)
        return redirect("programs:programs")
    if act == "turn":
        secret = wiring.turn_secret(request.sitting, hook)
    found, calls = wiring.hook_page(request.sitting, hook)
    rows = [(call, WHY_NOT.get(call.said, "")) for call in calls]
    return render(
        request,
        "programs/hook.html",
        {
            "hook": found,
            "calls": rows,
            "secret": secret,
            "leads": request.sitting.role is MandateRole.BUREAU_LEAD,
            "kinds": [name for kind, name in kinds() if kind in found.kinds],
        },
    )


def _shown(request: HttpRequest, key_form: KeyForm, hook_form: HookForm, made: str, secret: str, status: int
           ) -> HttpResponse:  # fmt: skip
    sitting = request.sitting
    bureau = sitting.role in (MandateRole.BUREAU_LEAD, MandateRole.BUREAU_OFFICER)
    return render(
        request,
        "programs/programs.html",
        {
            "keys": wiring.keys_held(sitting),
            "key_form": key_form,
            "hook_form": hook_form,
            "made": made,
            "secret": secret,
            "bureau": bureau,
            "leads": sitting.role is MandateRole.BUREAU_LEAD,
            "hooks": wiring.hooks_of(sitting) if bureau else (),
            "today": timezone.localdate(),
            "calendar_since": wiring.calendar_link_since(sitting),
        },
        status=status,
    )


def _made(form: PaperForm, make: Callable[[], str]) -> str:
    try:
        return make()
    except Refused as refused:
        form.add_error(None, spoken(refused.because))
    except wiring.NotThere as why:
        form.add_error("url", WHY_NOT[why.code])
    return ""


def _hook_made(request: HttpRequest, form: HookForm) -> str:
    chosen = tuple(MessageKind(kind).value for kind in form.cleaned_data["kinds"])
    return wiring.make_hook(request.sitting, form.cleaned_data["url"].strip(), chosen)[1]


def _typed(form: KeyForm) -> dict[str, Any]:
    return {"label": form.cleaned_data["label"], "until": form.cleaned_data["until"]}


def _end_key(request: HttpRequest) -> None:
    if not wiring.end_key(request.sitting, request.POST.get("key", "")[:64]):
        raise Http404
    messages.success(request, _("The key has ended."))


def _end_calendar(request: HttpRequest) -> None:
    wiring.end_calendar_link(request.sitting)
    messages.success(request, _("The link shows nothing any more."))


ENDS: dict[str, Callable[[HttpRequest], None]] = {"end_key": _end_key, "end_calendar": _end_calendar}


def _tell(request: HttpRequest, call: Any) -> None:
    if call.done_at is not None:
        messages.success(request, _("The call was taken."))
    else:
        answered = _("The call was not taken: the address answered %(status)s.") % {"status": call.status}
        messages.error(request, WHY_NOT.get(call.said, answered), extra_tags="stop")
