"""Laws as the one list names them, from words."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samenspel.kern.wet.wetten import bekende_wet


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is exactly a law of the list, is chosen. The words themselves are never rewritten."""
    for rij in apps.get_model("netwerk", "Netwerklid").objects.select_related("item"):
        laatste = rij.item.woorden_set.order_by("-volgnummer").first()
        inhoud = laatste.inhoud if laatste is not None else None
        rij.wet = bekende_wet((inhoud or {}).get("wet", ""))
        rij.save(update_fields=["wet"])


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0002_wet"), ("delen", "0002_initial")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
