"""`article3 openapi`: the description of every programming interface of an installation, OpenAPI 3.1."""

from __future__ import annotations

import argparse
import json
import os


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(chosen: argparse.Namespace) -> int:
    """Print it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils.module_loading import import_string

    print(json.dumps(import_string(settings.API_DESCRIPTION)(), ensure_ascii=False, indent=1))
    return 0
