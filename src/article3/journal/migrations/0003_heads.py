"""Signed heads, witnesses and their words; each entry keeps its hash as it was written.

Entries written before get theirs now: the guards stand aside for that and stand again.
"""

import hashlib

import django.db.models.deletion
from django.db import migrations, models

from article3.journal import guards


def aside(apps, schema_editor):
    on = "" if schema_editor.connection.vendor == "sqlite" else " ON journal_entry"
    for name in guards.NAMES[schema_editor.connection.vendor]:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def hash_what_is_there(apps, schema_editor):
    entries = apps.get_model("journal", "Entry").objects
    for sequence, body in entries.values_list("sequence", "body").iterator(chunk_size=2_000):
        entries.filter(pk=sequence).update(leaf=hashlib.sha256(b"\x00" + bytes(body)).digest())


def stand(apps, schema_editor):
    guards.stand(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_guards")]
    operations = [
        migrations.RunPython(aside, elidable=False),
        migrations.AddField("entry", "leaf", models.BinaryField(default=b"", max_length=32), preserve_default=False),
        migrations.RunPython(hash_what_is_there, elidable=False),
        migrations.CreateModel("Head", [
            ("size", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
            ("at", models.DateTimeField()),
            ("root", models.BinaryField(max_length=32)),
            ("note", models.BinaryField()),
        ]),
        migrations.CreateModel("Witness", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("name", models.CharField(max_length=60)),
            ("public", models.CharField(max_length=140, unique=True)),
            ("since", models.DateTimeField()),
            ("until", models.DateTimeField(null=True)),
        ]),
        migrations.CreateModel("Cosignature", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("at", models.DateTimeField()),
            ("line", models.TextField()),
            ("head", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="cosignatures",
                                       to="journal.head")),
            ("witness", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="journal.witness")),
        ], options={"constraints": [
            models.UniqueConstraint(fields=["head", "witness"], name="one_word_a_witness")]}),
        migrations.RunPython(stand, elidable=False),
    ]
