"""Births are found by an index, and the parts of addresses that aren't secret join those of names."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samenspel.huishouden.zoeken import delen_van


def adressen_erbij(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Lidmaatschap = apps.get_model("huishouden", "Lidmaatschap")
    Zoekdeel = apps.get_model("huishouden", "Zoekdeel")
    nu = Lidmaatschap.objects.filter(tot__isnull=True)
    geheim = set(nu.filter(persoon__adres_geheim=True).values_list("huishouden_id", flat=True))
    niet = set(nu.filter(huishouden__in=geheim).values_list("persoon_id", flat=True))
    rijen = nu.exclude(persoon__adres="").select_related("persoon")
    for lid in rijen.iterator():
        if lid.persoon_id not in niet:
            delen = [
                Zoekdeel(gemeente_id=lid.gemeente_id, huishouden_id=lid.huishouden_id, deel=deel)
                for deel in delen_van([lid.persoon.adres])
            ]
            Zoekdeel.objects.bulk_create(delen, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("huishouden", "0003_ruimte_voor_lange_namen"),
        ("organisatie", "0002_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(fields=["gemeente", "geboortedatum"], name="persoon_geboren"),
        ),
        migrations.RunPython(adressen_erbij, migrations.RunPython.noop),
    ]
