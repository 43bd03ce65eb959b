"""Encrypts what somebody typed, bound to whom and what it belongs to."""

import json
from functools import cache
from typing import TypeAlias

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

__all__ = ["Velden", "ontsleutel", "versleutel"]

Velden: TypeAlias = dict[str, list[str]]
"""The fields of a form with their values, as `dict(request.POST.lists())` gives them."""


def versleutel(velden: Velden, *, van: str) -> bytes:
    """Encrypt fields with the first key. `van` says whose they are and of which form."""
    return _sleutels().encrypt(json.dumps({"van": van, "velden": velden}, ensure_ascii=False).encode("utf-8"))


def ontsleutel(inhoud: bytes | memoryview, *, van: str) -> Velden | None:
    """The fields again; None when the key is gone or when they belong to somebody or something else."""
    try:
        pakje = json.loads(_sleutels().decrypt(bytes(inhoud)))
    except InvalidToken:
        return None
    if pakje["van"] != van:
        return None
    return {naam: list(waarden) for naam, waarden in pakje["velden"].items()}


@cache
def _sleutels() -> MultiFernet:
    return MultiFernet([Fernet(sleutel) for sleutel in settings.VELD_SLEUTELS])
