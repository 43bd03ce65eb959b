"""Emptying a demo database. The history refuses deleting, so its triggers step aside while this is done."""

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from samenspel.casus.triggers import weg_sql, zet_sql
from samenspel.organisatie.models import Gemeente


class GeenDemo(Exception):
    """The database holds a municipality that isn't a demo; it is never emptied."""


def leeg() -> None:
    """Remove everything of a demo. Raises GeenDemo."""
    if Gemeente.objects.filter(demo=False).exists():
        raise GeenDemo("deze database is niet van de demo")
    tabellen = sorted(
        {m._meta.db_table for m in apps.get_models(include_auto_created=True) if _mag_leeg(m._meta.app_label)}
    )
    leegmaken = connection.ops.sql_flush(no_style(), tabellen, allow_cascade=False)
    with transaction.atomic(), connection.cursor() as cursor:
        weg = weg_sql(connection.vendor)
        for opdracht in [*weg, *leegmaken, *weg, *zet_sql(connection.vendor)]:
            cursor.execute(opdracht)


def _mag_leeg(app: str) -> bool:
    return app not in {"contenttypes", "auth"}
