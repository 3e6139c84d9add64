from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Page',
            fields=[
                ('reference', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=12)),
                ('version', models.PositiveIntegerField()),
                ('about', models.CharField(blank=True, max_length=32)),
                ('due_on', models.DateField(null=True)),
                ('is_open', models.BooleanField()),
                ('body', models.BinaryField()),
            ],
            options={
                'indexes': [
                    models.Index(fields=['kind', 'is_open', 'due_on', 'reference'], name='pages_to_do'),
                    models.Index(fields=['kind', 'about', 'reference'], name='pages_about'),
                ],
            },
        ),
    ]
