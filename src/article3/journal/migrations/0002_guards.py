"""The databases refuse to change or remove an entry."""

from django.db import migrations

from article3.journal import guards


def stand(apps, schema_editor):
    guards.stand(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_entries")]
    operations = [migrations.RunPython(stand, elidable=False)]
