"""Pages for programs, and their templates."""

from django.apps import AppConfig


class ProgramPages(AppConfig):
    """The site."""

    name = "article3.sites.programs"
    label = "program_pages"
