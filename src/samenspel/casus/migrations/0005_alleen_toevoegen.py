"""Triggers that refuse to change or remove a line of history."""

from django.db import migrations

from samenspel.casus.triggers import haal_triggers_weg, zet_triggers


class Migration(migrations.Migration):
    dependencies = [("casus", "0004_contact_na_stap_eigenwoorden_delen")]

    operations = [migrations.RunPython(zet_triggers, haal_triggers_weg)]
