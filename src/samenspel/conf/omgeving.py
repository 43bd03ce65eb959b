"""Reads the environment strictly: an unknown name or a wrong value is an error that tells what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["Omgeving", "OmgevingFout", "database"]

VOORVOEGSEL = "SAMENSPEL_"
LOKAAL = ("127.0.0.1", "localhost", "[::1]")
POSTGRES_OPTIES = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout"})

UITLEG = {
    "SAMENSPEL_DATA": "de map met de database en de geheimen (standaard ./data)",
    "SAMENSPEL_DATABASE_URL": "de database: postgres://naam:wachtwoord@host:5432/naam of sqlite:///pad",
    "SAMENSPEL_GEHEIMEN": "het bestand met de geheimen (standaard geheimen.json in SAMENSPEL_DATA)",
    "SAMENSPEL_HOSTS": "de namen waarop Samenspel bereikbaar is, met komma's ertussen",
    "SAMENSPEL_SIGNAAL_DAGEN": "hoeveel dagen een signaal bij iemand mag liggen (standaard 3; een eigen keuze)",
    "SAMENSPEL_DEBUG": "ja of nee: foutmeldingen met uitleg voor ontwikkelaars (standaard nee)",
}


class OmgevingFout(Exception):
    """A setting in the environment is unknown or has a value that cannot be used."""


@dataclass(frozen=True, kw_only=True)
class Omgeving:
    """Everything that Samenspel takes from the environment."""

    data: Path
    database_url: str
    geheimen: Path
    hosts: tuple[str, ...]
    debug: bool
    signaal_dagen: int

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Omgeving":
        """Read the settings; raises OmgevingFout on an unknown name or an unusable value."""
        onbekend = sorted(naam for naam in environ if naam.startswith(VOORVOEGSEL) and naam not in UITLEG)
        if onbekend:
            bekend = "\n".join(f"  {naam}: {uitleg}" for naam, uitleg in UITLEG.items())
            raise OmgevingFout(f"Onbekende instelling: {', '.join(onbekend)}. Samenspel kent:\n{bekend}")
        data = Path(environ.get("SAMENSPEL_DATA") or "data").absolute()
        return cls(
            data=data,
            database_url=environ.get("SAMENSPEL_DATABASE_URL") or f"sqlite:///{data / 'samenspel.sqlite3'}",
            geheimen=Path(environ.get("SAMENSPEL_GEHEIMEN") or data / "geheimen.json").absolute(),
            hosts=_hosts(environ.get("SAMENSPEL_HOSTS", "")),
            debug=_ja_of_nee("SAMENSPEL_DEBUG", environ.get("SAMENSPEL_DEBUG", "")),
            signaal_dagen=_dagen("SAMENSPEL_SIGNAAL_DAGEN", environ.get("SAMENSPEL_SIGNAAL_DAGEN") or "3"),
        )

    @property
    def alleen_lokaal(self) -> bool:
        """Whether Samenspel answers on this machine only, so over http."""
        return set(self.hosts) <= set(LOKAAL)


def database(url: str) -> dict[str, Any]:
    """Turn a database address into Django's settings; raises OmgevingFout when it cannot be used."""
    deel = urlsplit(url)
    if deel.scheme == "sqlite" and not deel.netloc and len(deel.path) > 1:
        return _sqlite(deel.path)
    if deel.scheme in ("postgres", "postgresql") and len(deel.path) > 1:
        return _postgres(url)
    # The value itself is not repeated: it may hold a password.
    raise OmgevingFout(f"SAMENSPEL_DATABASE_URL is niet te gebruiken. Geef {UITLEG['SAMENSPEL_DATABASE_URL']}.")


def _sqlite(pad: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(unquote(pad)),
        "OPTIONS": {
            # The write lock is taken at the start: two writers wait for each other instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # What is erased is overwritten at once (secure_delete), not left in free pages of the file.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
            ),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    deel = urlsplit(url)
    opties = dict(parse_qsl(deel.query, keep_blank_values=True))
    onbekend = sorted(set(opties) - POSTGRES_OPTIES)
    if onbekend:
        raise OmgevingFout(
            f"SAMENSPEL_DATABASE_URL heeft een onbekende optie: {', '.join(onbekend)}."
            f" Samenspel kent: {', '.join(sorted(POSTGRES_OPTIES))}."
        )
    try:
        poort = deel.port
    except ValueError:
        raise OmgevingFout("De poort in SAMENSPEL_DATABASE_URL is geen geldig getal.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(deel.path[1:]),
        "USER": unquote(deel.username or ""),
        "PASSWORD": unquote(deel.password or ""),
        "HOST": opties.pop("host", unquote(deel.hostname or "")),
        "PORT": str(poort or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": opties,
    }


def _hosts(waarde: str) -> tuple[str, ...]:
    hosts = tuple(naam.strip() for naam in waarde.split(",") if naam.strip())
    fout = [naam for naam in hosts if "/" in naam or "*" in naam or " " in naam]
    if fout:
        raise OmgevingFout(
            f"SAMENSPEL_HOSTS bevat {', '.join(fout)}: geef alleen namen, zoals samenspel.gemeente.nl,"
            " zonder https:// en zonder *."
        )
    return hosts or LOKAAL


def _ja_of_nee(naam: str, waarde: str) -> bool:
    if waarde not in ("ja", "nee", ""):
        raise OmgevingFout(f"{naam} is '{waarde}': geef ja of nee.")
    return waarde == "ja"


def _dagen(naam: str, waarde: str) -> int:
    if not waarde.isascii() or not waarde.isdigit() or not 1 <= int(waarde) <= 365:
        raise OmgevingFout(f"{naam} is '{waarde}': geef een aantal dagen van 1 tot en met 365.")
    return int(waarde)
