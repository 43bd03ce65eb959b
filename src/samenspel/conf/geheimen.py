"""The keys of an installation: made once, kept in a file outside the database that only its owner reads."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cryptography.fernet import Fernet

__all__ = ["Geheimen", "GeheimenFout"]

VOOR_ANDEREN = 0o007


class GeheimenFout(Exception):
    """The file with the keys is missing, readable by others or damaged."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Geheimen:
    """The keys.

    django signs sessions and forms; historie keys the chain of gebeurtenissen; veld encrypts fields (the
    first key writes, all read, so that keys can be renewed); blind keys the index on which an encrypted BSN
    is found.
    """

    django: str
    historie: str
    veld: tuple[str, ...]
    blind: str

    @classmethod
    def make(cls) -> "Geheimen":
        """Draw new keys."""
        return cls(
            django=secrets.token_urlsafe(64),
            historie=secrets.token_hex(32),
            veld=(Fernet.generate_key().decode("ascii"),),
            blind=secrets.token_hex(32),
        )

    @classmethod
    def read(cls, bestand: Path) -> "Geheimen":
        """Read the keys; raises GeheimenFout with what to do about it."""
        try:
            inhoud = json.loads(bestand.read_text(encoding="utf-8"))
            if bestand.stat().st_mode & VOOR_ANDEREN:
                raise GeheimenFout(f"Anderen kunnen bij de geheimen. Sluit ze af met: chmod 600 {bestand}")
            geheimen = cls(**{**inhoud, "veld": tuple(inhoud["veld"])})
            geheimen._check()
        except FileNotFoundError:
            raise GeheimenFout(f"Er zijn nog geen geheimen in {bestand}. Maak ze met: samenspel geheimen") from None
        except OSError as fout:
            raise GeheimenFout(f"De geheimen in {bestand} zijn niet te lezen: {fout.strerror}.") from None
        except (ValueError, TypeError, KeyError):
            raise GeheimenFout(
                f"Het bestand {bestand} is beschadigd. Zet een reservekopie terug;"
                " met nieuwe geheimen zijn bestaande gegevens niet meer te lezen."
            ) from None
        return geheimen

    def write(self, bestand: Path) -> None:
        """Write the keys to a new file; raises FileExistsError when there is one already."""
        bestand.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = bestand.with_name(f".{bestand.name}.{os.getpid()}")
        try:
            with open(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as uit:
                json.dump(asdict(self), uit, indent=2)
                uit.write("\n")
            # A link appears whole or not at all, and never replaces keys that are there.
            os.link(tijdelijk, bestand)
        finally:
            tijdelijk.unlink(missing_ok=True)

    def _check(self) -> None:
        for veld in fields(self):
            if not getattr(self, veld.name):
                raise ValueError(veld.name)
        bytes.fromhex(self.historie)
        bytes.fromhex(self.blind)
        for sleutel in self.veld:
            Fernet(sleutel)
