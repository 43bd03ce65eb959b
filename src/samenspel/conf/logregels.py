"""Log lines without personal data."""

import logging
import traceback
from types import TracebackType

__all__ = ["ZonderInhoud"]

Uitzondering = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ZonderInhoud(logging.Formatter):
    """Shows where an error arose and its kind, not its message: that may quote what a person filled in."""

    def formatException(self, ei: Uitzondering) -> str:
        soort, _, spoor = ei
        naam = f"{soort.__module__}.{soort.__qualname__}" if soort else ""
        return "".join([*traceback.format_tb(spoor), naam])
