"""The salted digest by which the history commits to words without holding them."""

import hashlib
import secrets
from collections.abc import Mapping

from samenspel.casus.keten import canonieke_bytes

__all__ = ["digest_van", "nieuw_zout"]

ZOUTLENGTE = 32


def nieuw_zout() -> bytes:
    """Chance enough that words cannot be guessed from their digest once the salt is destroyed."""
    return secrets.token_bytes(ZOUTLENGTE)


def digest_van(zout: bytes, inhoud: Mapping[str, str]) -> str:
    """The digest of words under their salt."""
    return hashlib.sha256(zout + canonieke_bytes(dict(inhoud))).hexdigest()
