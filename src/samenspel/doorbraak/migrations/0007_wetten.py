"""A law that was written out beside the list, and stands on it, is chosen."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samenspel.kern.wet.wetten import bekende_wet


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is exactly a law of the list, counts with that law. The words themselves are never rewritten."""
    for rij in apps.get_model("doorbraak", "Knelpunt").objects.select_related("item"):
        laatste = rij.item.woorden_set.order_by("-volgnummer").first()
        inhoud = laatste.inhoud if laatste is not None else None
        bekend = bekende_wet((inhoud or {}).get("andere_wet", ""))
        if bekend and bekend not in rij.wetten:
            rij.wetten = [*rij.wetten, bekend]
            rij.save(update_fields=["wetten"])


class Migration(migrations.Migration):
    dependencies = [("doorbraak", "0006_controleantwoord_toegelicht"), ("delen", "0002_initial")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
