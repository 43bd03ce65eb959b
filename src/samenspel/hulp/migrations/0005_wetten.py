"""Laws as the one list names them, from codes and from words."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samenspel.kern.wet.wetten import bekende_wet

CODES = {
    "wmo_2015": "Wet maatschappelijke ondersteuning 2015",
    "participatiewet": "Participatiewet",
    "wgs": "Wet gemeentelijke schuldhulpverlening",
}


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is exactly a law of the list, is chosen. The words themselves are never rewritten."""
    for rij in apps.get_model("hulp", "Hulp").objects.select_related("item"):
        _zet(rij, _bekend(rij, "wet"))
    for zaak in apps.get_model("hulp", "Loketzaak").objects.select_related("item"):
        _zet(zaak, CODES.get(zaak.wet, "") or _bekend(zaak, "wet_naam"))


def terug(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The codes of before; what those didn't know, was another law."""
    namen = {naam: code for code, naam in CODES.items()}
    for rij in apps.get_model("hulp", "Loketzaak").objects.all():
        _zet(rij, namen.get(rij.wet, "andere_wet"))


def _zet(rij: Any, wet: str) -> None:
    rij.wet = wet
    rij.save(update_fields=["wet"])


def _bekend(rij: Any, sleutel: str) -> str:
    laatste = rij.item.woorden_set.order_by("-volgnummer").first()
    inhoud = laatste.inhoud if laatste is not None else None
    return bekende_wet((inhoud or {}).get(sleutel, ""))


class Migration(migrations.Migration):
    dependencies = [("hulp", "0004_wet"), ("delen", "0002_initial")]

    operations = [migrations.RunPython(vul, terug)]
