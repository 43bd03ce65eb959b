"""Who is given documents, by the organisations that were named exactly so."""

import re

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def vul(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A name of the telefoonlijst, alone or in a sum: 'A, B en C'."""
    organisaties = apps.get_model("kennis", "Organisatie").objects
    for rij in apps.get_model("delen", "Grondslag").objects.exclude(partij=""):
        delen = {rij.partij, *re.split(r", | en ", rij.partij)}
        rij.organisaties.set(organisaties.filter(gemeente_id=rij.gemeente_id, naam__in=delen))


class Migration(migrations.Migration):
    dependencies = [("delen", "0006_partij_op_de_lijst")]

    operations = [migrations.RunPython(vul, migrations.RunPython.noop)]
