"""The settings of an installation in a folder of its own, gone when the tests are over; PostgreSQL if asked for."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="article3-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["ARTICLE3_HOME"] = _home
os.environ.pop("ARTICLE3_DEMO", None)

if os.environ.get("ARTICLE3_TEST_POSTGRES") == "1" and "ARTICLE3_DATABASE_URL" not in os.environ:
    from tests.postgres_cluster import start

    os.environ["ARTICLE3_DATABASE_URL"] = start(durable=False)  # inherited by the workers of a parallel run

from article3.project.settings import *  # noqa: E402, F403

SEALED_FOLDER = None  # no worker beside every test; `tests/sealed` and the journeys give themselves one
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose; tested apart
