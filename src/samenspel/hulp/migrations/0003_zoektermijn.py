from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("hulp", "0002_in_gebreke")]

    operations = [migrations.RenameField("loketzaak", "onder_27", "zoektermijn")]
