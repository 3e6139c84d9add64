from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programs', '0001_programs'),
    ]

    operations = [
        migrations.DeleteModel(name='CalendarLink'),
        migrations.CreateModel(
            name='CalendarLink',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('officer', models.CharField(max_length=32)),
                ('seat', models.CharField(max_length=40)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
    ]
