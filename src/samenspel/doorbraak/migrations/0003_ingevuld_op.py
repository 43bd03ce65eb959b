"""The last day on which a form was filled in; for what was there already, the day on which it was first kept."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils.timezone import localdate


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the day of the newest words of the item."""
    antwoorden = apps.get_model("doorbraak", "Antwoorden")
    for rij in antwoorden.objects.select_related("item"):
        laatste = rij.item.woorden_set.order_by("-volgnummer").first()
        rij.ingevuld_op = localdate(laatste.vastgelegd_op if laatste is not None else rij.item.gemaakt_op)
        rij.save(update_fields=["ingevuld_op"])


class Migration(migrations.Migration):
    dependencies = [("doorbraak", "0002_initial"), ("delen", "0002_initial")]

    operations = [
        migrations.AddField("antwoorden", "ingevuld_op", models.DateField(null=True)),
        migrations.RunPython(vul, migrations.RunPython.noop),
        migrations.AlterField("antwoorden", "ingevuld_op", models.DateField()),
    ]
