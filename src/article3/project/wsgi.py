"""The door for the web server: `granian --interface wsgi article3.project.wsgi:application`."""

from __future__ import annotations

import os
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")

from django.core.wsgi import get_wsgi_application

from article3 import wiring
from article3.project.doors import refuse_debug
from article3.project.log_lines import without_words

application = get_wsgi_application()
refuse_debug()
without_words()
threading.Thread(target=wiring.lay_out_extracts, daemon=True).start()
