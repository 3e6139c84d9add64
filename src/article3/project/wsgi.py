"""The door for the web server: `granian --interface wsgi article3.project.wsgi:application`."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")

from django.core.wsgi import get_wsgi_application

from article3.project.doors import refuse_debug

application = get_wsgi_application()
refuse_debug()
