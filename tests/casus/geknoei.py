"""Somebody with access to the database itself, but without the key, changes what stands there."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from samenspel.casus.triggers import weg_sql

__all__ = ["geknoei", "sql"]


@contextmanager
def geknoei() -> Iterator[None]:
    """Take the triggers away and, after the check, put everything back as it was."""
    with transaction.atomic():
        connection.check_constraints()
        for opdracht in weg_sql(connection.vendor):
            sql(opdracht)
        yield
        transaction.set_rollback(True)


def sql(opdracht: str, *waarden: str | int | None) -> int:
    """Run one statement; returns how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return int(cursor.rowcount)
