"""The one settings file. What differs per installation comes from the environment, read strictly."""

import atexit
import os
import shutil
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from samenspel.conf.geheimen import Geheimen, GeheimenFout
from samenspel.conf.omgeving import Omgeving, OmgevingFout, database

PROJECT = Path(__file__).resolve().parents[3]
NODE_MODULES = PROJECT / "node_modules"
ONDER_TEST = "pytest" in sys.modules

try:
    _omgeving = Omgeving.read(os.environ)
    DATABASES: dict[str, dict[str, Any]] = {"default": database(_omgeving.database_url)}
except OmgevingFout as fout:
    raise ImproperlyConfigured(str(fout)) from None

# --- geheimen

DATA_MAP = _omgeving.data
GEHEIMEN_BESTAND = _omgeving.geheimen
if ONDER_TEST:
    # Every test process has a folder of its own; a server that a test starts is told where its keys are.
    TESTMAP = Path(tempfile.mkdtemp(prefix="samenspel-test-"))
    atexit.register(shutil.rmtree, TESTMAP, ignore_errors=True)
    if "SAMENSPEL_GEHEIMEN" not in os.environ:
        GEHEIMEN_BESTAND = TESTMAP / "geheimen.json"
        Geheimen.make().write(GEHEIMEN_BESTAND)
    if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        # A file, as in use: SQLite in memory locks in another way between threads.
        DATABASES["default"]["TEST"] = {"NAME": str(TESTMAP / "test.sqlite3")}
        DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
try:
    _geheimen = Geheimen.read(GEHEIMEN_BESTAND)
except GeheimenFout as fout:
    raise ImproperlyConfigured(str(fout)) from None

SECRET_KEY = _geheimen.django
HISTORIE_SLEUTEL = bytes.fromhex(_geheimen.historie)
VELD_SLEUTELS = [sleutel.encode("ascii") for sleutel in _geheimen.veld]
BLIND_SLEUTEL = bytes.fromhex(_geheimen.blind)

# --- wat er draait

DEBUG = _omgeving.debug
# Our own choice: no source says how long a concern may lie with somebody.
SIGNAAL_DAGEN = _omgeving.signaal_dagen
ALLOWED_HOSTS = list(_omgeving.hosts)
ROOT_URLCONF = "samenspel.conf.urls"
# A paste that is far too long still reaches its form, which says so and shows it again: nothing typed is lost.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
CSRF_FAILURE_VIEW = "samenspel.web.los.token_verlopen"
DEFAULT_EXCEPTION_REPORTER_FILTER = "samenspel.conf.foutmelding.ZonderSleutels"
WSGI_APPLICATION = "samenspel.conf.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

EIGEN_APPS = (
    "organisatie",
    "huishouden",
    "casus",
    "plan",
    "doorbraak",
    "overleg",
    "besluit",
    "budget",
    "delen",
    "kennis",
    "invoer",
    "signaal",
    "netwerk",
    "hulp",
    "leren",
    "regie",
    "web",
    "inwoner",
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "csp",
    *(f"samenspel.{app}" for app in EIGEN_APPS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenspel.web.context.omlijsting",
            ],
        },
    }
]

# --- taal en tijd: vast, wat de machine ook zegt

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- inloggen

AUTH_USER_MODEL = "organisatie.Account"
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if ONDER_TEST:
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Ten wrong passwords in a row close an account from that address for a quarter of an hour.
AXES_ENABLED = not ONDER_TEST
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address"]

# --- veiligheid in de browser

_BEVEILIGD = not _omgeving.alleen_lokaal
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "samenspel_sessie"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = _BEVEILIGD
CSRF_COOKIE_NAME = "samenspel_csrf"
CSRF_COOKIE_SECURE = _BEVEILIGD
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in _omgeving.hosts] if _BEVEILIGD else []
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _BEVEILIGD else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        # The components of Utrecht draw their ticks and arrows as data: images.
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- stijl en lettertypen: rechtstreeks uit de mappen, zonder tussenstap

STATIC_URL = "/static/"
STATICFILES_DIRS = [
    ("componenten", NODE_MODULES / "@utrecht/component-library-css/dist"),
    ("lettertype", NODE_MODULES / "@fontsource/noto-sans"),
]
# TrueType fonts for typst, which reads no woff2.
LETTERTYPEN_PDF = NODE_MODULES / "@expo-google-fonts/noto-sans"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG or ONDER_TEST

# --- cijfers: een eigen keuze, want geen bron noemt een getal

# Fewer trajecten than this are not shown as a number: too easily somebody is found in them.
BEELD_DREMPEL = 5
# Seconds for which counts are kept before they are made anew.
BEELD_BEWAARD = 10 * 60

# --- toezicht: eigen keuzes, want geen bron noemt een getal

# Looking from this hour on, or before that one, is unusual.
TOEZICHT_NACHT = (23, 6)
# Opening so many dossiers on one day is unusual.
TOEZICHT_VEEL = 25

# --- logboek: naar stderr, zonder persoonsgegevens

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "regel": {
            "()": "logging.Formatter" if DEBUG else "samenspel.conf.logregels.ZonderInhoud",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "samenspel": {"level": "INFO"},
    },
}
