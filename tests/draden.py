"""Lets several threads do a thing at once, each on a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

__all__ = ["tegelijk"]

Uitkomst = TypeVar("Uitkomst")


def tegelijk(doe: Callable[[], Uitkomst], *, draden: int = 4, beurten: int = 1) -> list[Uitkomst]:
    """Run it in threads that start together, some times over; returns what each run gave."""
    samen = Barrier(draden)

    def draad() -> list[Uitkomst]:
        try:
            samen.wait()
            return [doe() for _ in range(beurten)]
        finally:
            connection.close()

    with ThreadPoolExecutor(draden) as bad:
        klaar = [bad.submit(draad) for _ in range(draden)]
        return [uitkomst for een in klaar for uitkomst in een.result()]
