"""One form, one order: performed through wiring, then the next page, or the same page with what stood in the way."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.views.generic import FormView

from article3 import wiring
from article3.register.pages import NotFound
from article3.sites.page.spoken import refusal
from article3.terms.finding import Refused
from article3.wiring import arrival_room


class OrderView(FormView):
    """A page with a form that builds one order. Subclasses name the form, the page, and the order."""

    told: str | Promise = ""  # said on the next page when the order was carried out
    preview_template = ""  # with one, the order is shown word for word first and carried out on confirmation
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Absent and forbidden are the same page."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotFound as absent:
            raise Http404 from absent

    def order(self, form: forms.Form) -> Any:
        """The order this form asks for."""
        raise NotImplementedError

    def next_page(self, event: Any) -> str:
        """Where the officer goes when the order was carried out."""
        raise NotImplementedError

    def carry_out(self, order: Any) -> Any:
        """Carry the order out and return its event."""
        return wiring.perform(order, sitting=self.request.sitting)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Show the order for confirmation where that is due; otherwise carry it out."""
        if self.request.POST.get("go") == "back":
            return self.render_to_response(self.get_context_data(form=form))
        if self.preview_template and self.request.POST.get("go") != "confirm":
            return self.render_preview(form)
        try:
            event = self.carry_out(self.order(form))
        except Refused as refused:
            form.add_error(None, refusal(refused))
        else:
            if self.told:
                messages.add_message(self.request, messages.SUCCESS, self.told)
            return redirect(self.next_page(event))
        return self.form_invalid(form)

    def form_invalid(self, form: forms.Form) -> HttpResponse:
        """The same page, with every error and the way to its field."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def render_preview(self, form: forms.Form) -> HttpResponse:
        """The order word for word, with everything typed carried along unseen."""
        context = self.get_context_data(form=form, carried=_carried(form), **self.preview(form))
        return self.response_class(self.request, [self.preview_template], context)

    def preview(self, form: forms.Form) -> dict[str, Any]:
        """What the preview page shows besides the form."""
        return {}


class OrderAtHome(OrderView):
    """The same for an order of a bureau at home: no other journal tells of it."""

    def carry_out(self, order: Any) -> Any:
        """Carry the order out in the bureau's own cabinet and return its event."""
        return arrival_room.perform_at_home(order, sitting=self.request.sitting)


def _carried(form: forms.Form) -> list[tuple[str, str]]:
    names = {form.add_prefix(name) for name in form.fields}
    return [(name, value) for name in form.data for value in form.data.getlist(name) if name in names]
