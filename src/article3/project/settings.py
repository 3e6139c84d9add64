"""Django settings of one installation. What it keeps is under `ARTICLE3_HOME`; all else is the same everywhere.

What may be set in the environment is in docs/operation.md; a test holds that page and the program together.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from article3.project import given
from article3.project.database import database, files_home, wing
from article3.project.home import home, is_demo, key, status_letter_key
from article3.project.sqlite import use_recent_sqlite

use_recent_sqlite()

HERE = Path(__file__).parent
HOME = home()

# DEBUG pages show variables, and variables hold names. There is no setting for it; the tests turn it on by hand.
DEBUG = False
GIVEN = given.NAMES
"""Every variable that may be set, for `article3 doctor`."""
SEAT = given.seat()
"""`bureau:XA` in a bureau's own installation, `commission` in the Commission's; empty where the Secretariat is."""
SECRET_KEY = key("sessions").hex()
JOURNAL_KEY = key("journal")
"""Keys the digests in the journal; destroying it makes them mute, the tree still verifies (security.md 6)."""
FILES_HOME = files_home(SEAT)
"""The Secretariat's home, where an installation of the Commission's own reads the Organization's files; else None."""
CONTENT_KEY = key("content", FILES_HOME)
"""Wraps the keys of the files' content; never in a backup of the data (docs/erasure.md)."""
HEAD_KEY = key("journal-heads")
"""Signs the heads of the journal (docs/journal.md)."""
EXCHANGE_KEY = key("exchange")
"""The secret from which the signing keys of this installation's seats are made."""
GUARD_KEY = key("guard")
"""The secret behind the key every free message is sealed to beside its recipients: the program at the gateway."""
SECRETARIAT_URL = given.address("ARTICLE3_SECRETARIAT", "")
"""Where a bureau's own installation reaches the Secretariat."""
SEALED_FOLDER = HOME / "sealed"
"""What is kept under seal, and its door; the worker alone opens the files and keys in it (docs/confidence.md)."""
COMMISSION_ROUND = "article3.commission.wiring.go_round" if SEAT in ("", "commission") else ""
"""What the Commission's wing does between two rounds on the line: its letters; it is reached by this name only."""
LETTER_BOX = "article3.wiring.letter_box.letters"
"""The Secretariat's side of the letter-box where both sit in one process: signed bytes in, signed bytes out."""
COMMISSION_KEY = key("commission")
"""Keys what the Commission's wing keeps of receipt codes, and its own log."""
TRACE_KEY = key("traces")
"""Keys what is kept of refused files after their data went; without it the traces say nothing (docs/guard.md)."""
RESEARCH_SOURCES = Path(os.environ.get("ARTICLE3_RESEARCH") or HOME / "research.toml")
"""Which public sources may be asked (docs/research.md); without the file none is, and nothing leaves the house."""
KEY_FILE = key
"""The key of this installation with a name, made on first use: a bureau's cabinet has one of its own."""
STATUS_LETTER_KEY = status_letter_key
"""Gives the public key that checks status letters (docs/letters.md)."""
DEMO = is_demo()
"""True only in an installation built by `article3 demo`, which puts the mark in its home and sets the variable."""
HTTPS = given.switch("ARTICLE3_HTTPS")
PUBLIC_URL = given.address("ARTICLE3_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
"""The address the links of public answers begin with; never taken from what a request says of itself."""
API_DESCRIPTION = "article3.project.openapi.description"
"""What describes every programming interface; the command reaches it by this name only."""
HOOKS_TO_LOOPBACK = given.switch("ARTICLE3_HOOKS_TO_LOOPBACK") or DEMO
"""Whether a hook may lie on this machine: in tests and demos. Anywhere else only public addresses are called."""
API_PER_MINUTE = given.number("ARTICLE3_API_PER_MINUTE", 600)
"""How many requests each key of a program may make in a minute."""
ALLOWED_HOSTS = [*given.hosts(), "127.0.0.1", "localhost", "[::1]"]
"""This machine's own names always: whoever watches over it asks `/health` there."""
ROOT_URLCONF = "article3.project.urls"
FORM_RENDERER = "article3.sites.page.forms.PaperRenderer"
WSGI_APPLICATION = "article3.project.wsgi.application"
DATABASES = {"default": database(os.environ.get("ARTICLE3_DATABASE_URL", ""), HOME), **wing(SEAT, HOME)}
DATABASE_ROUTERS = ["article3.commission.register.router.CommissionRouter"]
CACHES = {  # shared by the workers: a code of the second factor is used once, in whichever worker
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "sign_in_cache"}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django.forms",
    "article3.officers",
    "article3.register.known",
    "article3.register.tray",
    "article3.register.disputes",
    "article3.register.fixed_copies",
    "article3.register",
    "article3.register.arrivals",
    "article3.register.ledger",
    "article3.exchange",
    "article3.programs",
    "article3.national",
    "article3.journal",
    "article3.commission.register",
    "article3.commission.register.papers",
    "article3.commission.site.portal",
    "article3.commission.site.desk",
    "article3.sites.page",
    "article3.sites.secretariat",
    "article3.sites.bureau",
    "article3.sites.public",
    "article3.sites.oversight",
    "article3.sites.protection",
    "article3.sites.custodian",
    "article3.sites.protective",
    "article3.sites.front_line",
    "article3.sites.programs",
    "article3.sites.tour",
]
MIDDLEWARE = [
    "article3.project.doors.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "article3.officers.middleware.SittingMiddleware",
    "article3.project.doors.DoorsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "article3.project.doors.sitting",
            ],
        },
    }
]

# Who may come in
AUTH_USER_MODEL = "officers.Officer"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "seats"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "article3.officers.sign_in.OfficersOnly"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # the cool-off below counts failures, in the database
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "article3"
MFA_TOTP_TOLERANCE = 1  # clocks of phones differ by half a minute
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_ALLOW_UNVERIFIED_EMAIL = True  # officers have no e-mail address here
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # axes' own default locks a whole address
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
_OF_SEAT = SEAT.replace(":", "-").lower()  # installations on one host, on other ports, share their cookies
SESSION_COOKIE_NAME = f"article3{_OF_SEAT}"
CSRF_COOKIE_NAME = f"csrftoken{_OF_SEAT}"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "article3.project.doors.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # never in a cookie

# What leaves with every answer
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],  # the QR code of the second factor is drawn into the page
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Nothing leaves. With "no-referrer" browsers send no Origin either, and Django refuses every form.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = False  # the terminator in front does it; we never speak both
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_TEMP_DIR = None

# Words and days
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic")), ("fr", _("French")), ("es", _("Spanish"))]
LOCALE_PATHS = [HERE.parent / "locale"]
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = "article3.project.formats"
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"] if (HERE / "static").is_dir() else []
STATIC_ROOT = None  # served from where they are installed
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # attachments have their own store
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Logs carry ids only: no request line with its query, no SQL, no words of an exception (log_lines.py)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "article3.project.log_lines.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "CRITICAL"},  # it prints paths and traces; doors.py says a reference
        "django.security": {"level": "CRITICAL"},
        "axes": {"level": "CRITICAL"},
    },
}
SILENCED_SYSTEM_CHECKS = ["security.W008"]
