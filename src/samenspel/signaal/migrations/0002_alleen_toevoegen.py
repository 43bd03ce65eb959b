"""Triggers that refuse to change or remove what happened to a signaal."""

from django.db import migrations

from samenspel.casus.triggers import zet_triggers


class Migration(migrations.Migration):
    dependencies = [("signaal", "0001_initial"), ("casus", "0005_alleen_toevoegen")]

    operations = [migrations.RunPython(zet_triggers, migrations.RunPython.noop)]
