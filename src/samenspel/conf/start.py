"""Starts Django and its database for the command line."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

__all__ = ["DatabaseOnbereikbaar", "is_migrated", "migrate", "start_django"]


class DatabaseOnbereikbaar(Exception):
    """The database does not answer, or may not be opened."""


def start_django() -> None:
    """Make the models usable; raises ImproperlyConfigured, in Dutch, when a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.conf.settings")
    django.setup()


def migrate() -> None:
    """Bring the database to this version; raises DatabaseOnbereikbaar."""
    with _bereikbaar():
        call_command("migrate", interactive=False, verbosity=0)


def is_migrated() -> bool:
    """Whether the database is at this version; leaves no connection open; raises DatabaseOnbereikbaar."""
    try:
        with _bereikbaar():
            executor = MigrationExecutor(connection)
            return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    finally:
        # The server forks its workers from this process: they may not share its connection.
        connection.close()


@contextmanager
def _bereikbaar() -> Iterator[None]:
    settings.DATA_MAP.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except OperationalError as fout:
        raise DatabaseOnbereikbaar(
            f"De database is niet te bereiken: {fout}\nKijk SAMENSPEL_DATABASE_URL na."
        ) from None
