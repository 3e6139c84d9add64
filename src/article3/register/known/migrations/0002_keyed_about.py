"""What a fact is found by is keyed; the index of decisions is made anew right after the migrations."""

from django.db import migrations

from article3.register.known import record


def key_anew(apps, schema_editor):
    facts = apps.get_model("known", "Fact").objects
    for row in facts.exclude(body=b"").only("id", "body").iterator(chunk_size=200):
        facts.filter(pk=row.pk).update(about=record.about(row.body))


class Migration(migrations.Migration):
    dependencies = [("known", "0001_initial")]
    operations = [migrations.RunPython(key_anew, migrations.RunPython.noop, elidable=False)]
