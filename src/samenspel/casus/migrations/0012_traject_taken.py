"""What waits for whom is kept beside the rollen; running trajecten get theirs at the next list."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def ververs(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("casus", "Traject").objects.filter(open=True).update(verandert_op=date.today())


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0011_contact_partner"),
    ]

    operations = [
        migrations.AddField(
            model_name="traject",
            name="taken",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RunPython(ververs, migrations.RunPython.noop),
    ]
