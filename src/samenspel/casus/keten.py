"""The bytes and keys of the chain: what one line of history commits to, in format 1.

Changing anything here changes what old lines say: a new way needs a new `FORMAAT`, and the old one stays.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import TypeAlias
from uuid import UUID

from django.conf import settings

from samenspel.casus.models import Gebeurtenis

__all__ = ["FORMAAT", "Feit", "OngeldigGegeven", "canonieke_bytes", "feiten_van", "kop_mac_van", "mac_van"]

FORMAAT = 1
LANGSTE_FEIT = 200

Feit: TypeAlias = "bool | int | str | date | UUID | Enum | Sequence[Feit] | Mapping[str, Feit] | None"
Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


class OngeldigGegeven(TypeError):
    """Something in the facts of a line isn't a code, date, amount, count or reference."""


def feiten_van(gegevens: Mapping[str, Feit]) -> dict[str, Json]:
    """The facts as they are stored; raises OngeldigGegeven on fractions, long text and unknown types.

    Fractions don't survive every database the same, and long text belongs in Woorden, where it can be erased.
    """
    return {_sleutel(sleutel): _feit(waarde) for sleutel, waarde in gegevens.items()}


def canonieke_bytes(waarde: Json) -> bytes:
    """The one way to write a value down."""
    return json.dumps(waarde, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def mac_van(gebeurtenis: Gebeurtenis) -> str:
    """The seal of a line: over everything it says and over the seal before it."""
    return _zegel(b"gebeurtenis", canonieke_bytes(_regel(gebeurtenis)), gebeurtenis.vorige_mac.encode())


def kop_mac_van(casus_id: UUID, volgnummer: int, mac: str) -> str:
    """The seal on the end of a chain, kept in the casus: without the key no shorter chain gets one."""
    return _zegel(b"kop", canonieke_bytes([str(casus_id), volgnummer, mac]), b"")


def _zegel(waarvoor: bytes, inhoud: bytes, vorige: bytes) -> str:
    # The length in front keeps content and predecessor apart.
    boodschap = b"%s\n%d\n%s%s" % (waarvoor, len(inhoud), inhoud, vorige)
    return hmac.new(settings.HISTORIE_SLEUTEL, boodschap, hashlib.sha256).hexdigest()


def _regel(gebeurtenis: Gebeurtenis) -> Json:
    woorden = gebeurtenis.woorden
    return {
        "formaat": gebeurtenis.formaat,
        "id": str(gebeurtenis.id),
        "gemeente": str(gebeurtenis.gemeente_id),
        "casus": str(gebeurtenis.casus_id),
        "volgnummer": gebeurtenis.volgnummer,
        "traject": _id(gebeurtenis.traject_id),
        "soort": gebeurtenis.soort,
        "gegevens": gebeurtenis.gegevens,
        "gebeurd_op": _moment(gebeurtenis.gebeurd_op),
        "vastgelegd_op": _moment(gebeurtenis.vastgelegd_op),
        "account": _id(gebeurtenis.account_id),
        "woorden": None if woorden is None else [str(woorden.id), str(woorden.item_id), str(woorden.auteur_id)],
        "woorden_digest": gebeurtenis.woorden_digest,
    }


def _id(sleutel: UUID | None) -> str | None:
    return None if sleutel is None else str(sleutel)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _sleutel(sleutel: object) -> str:
    if not isinstance(sleutel, str):
        raise OngeldigGegeven("Een gegeven in de geschiedenis heeft een naam nodig.")
    return str(sleutel)


def _feit(waarde: Feit) -> Json:
    if isinstance(waarde, Enum):
        return _feit(waarde.value)
    if waarde is None or isinstance(waarde, bool | int):
        return waarde
    if isinstance(waarde, datetime):
        return _moment(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, UUID):
        return str(waarde)
    if isinstance(waarde, str):
        return _kort(waarde)
    if isinstance(waarde, Mapping):
        return feiten_van(waarde)
    if isinstance(waarde, list | tuple):
        return [_feit(deel) for deel in waarde]
    raise OngeldigGegeven(f"Een gegeven van soort {type(waarde).__name__} past niet in de geschiedenis.")


def _kort(tekst: str) -> str:
    if len(tekst) > LANGSTE_FEIT or any(teken < " " for teken in tekst):
        raise OngeldigGegeven("Lange tekst hoort in Woorden, niet tussen de gegevens van een gebeurtenis.")
    return str(tekst)
