"""Content lies sealed under a key of its file; what is to be erased is noted until its key is destroyed."""

import json

import django.db.models.deletion
from django.db import migrations, models

from article3 import keyring


def seal_what_is_there(apps, schema_editor):
    files, drafts = apps.get_model("register", "File").objects, apps.get_model("register", "Draft").objects
    for row in files.only("reference", "body", "inside", "shown").iterator(chunk_size=200):
        parts = {part: bytes(getattr(row, part)) for part in ("body", "inside", "shown")}
        files.filter(pk=row.pk).update(**{part: keyring.seal(row.pk, part, kept) for part, kept in parts.items()})
    for row in drafts.iterator(chunk_size=200):
        form = json.dumps([row.title, row.form_json]).encode()
        drafts.filter(pk=row.pk).update(sealed=keyring.seal(f"draft:{row.pk}", "form", form))


class Migration(migrations.Migration):
    dependencies = [("register", "0005_public_extracts")]
    operations = [
        migrations.AddField("file", "ended_on", models.DateField(null=True)),
        migrations.AddField("file", "emptied", models.BooleanField(default=False)),
        migrations.AddIndex("file", models.Index(
            condition=models.Q(("emptied", False)), fields=["ended_on"], name="to_be_erased")),
        migrations.AddField("draft", "sealed", models.BinaryField(default=b""), preserve_default=False),
        migrations.RunPython(seal_what_is_there, migrations.RunPython.noop, elidable=False),
        migrations.RemoveField("draft", "title"),
        migrations.RemoveField("draft", "form_json"),
        migrations.CreateModel("ToErase", [
            ("record", models.CharField(max_length=80, primary_key=True, serialize=False)),
        ]),
        migrations.CreateModel("PaperOf", [
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("sha256", models.CharField(max_length=64)),
            ("file", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="papers",
                                       to="register.file")),
        ], options={"indexes": [models.Index(fields=["sha256", "file"], name="files_with_a_paper")]}),
    ]
