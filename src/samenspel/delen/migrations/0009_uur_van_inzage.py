"""The hour of the looks that were there already."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.functions import ExtractHour
from django.utils.timezone import get_default_timezone


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The same hour that a new look is given: that of the clock in the Netherlands."""
    apps.get_model("delen", "Inzage").objects.update(uur=ExtractHour("op", tzinfo=get_default_timezone()))


class Migration(migrations.Migration):
    dependencies = [("delen", "0008_inzage_tellen")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
