"""Tables of the wing: requests as documents, their papers, letters to and from the Secretariat, what was looked at."""

from __future__ import annotations

from django.db import models


class RequestRow(models.Model):
    """One request. `code` is a keyed digest of its receipt code: nobody who reads the table can come back with it."""

    reference = models.CharField(max_length=32, primary_key=True)
    code = models.BinaryField(max_length=32, unique=True)
    version = models.PositiveIntegerField()
    stage = models.CharField(max_length=16)
    wish = models.CharField(max_length=16)
    received_at = models.DateTimeField()
    due_on = models.DateField(null=True)  # the next day something is owed
    urgent = models.BooleanField()
    simple = models.BooleanField()
    case_officer = models.CharField(max_length=32, blank=True)
    rapporteur = models.CharField(max_length=32, blank=True)
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["stage", "-urgent", "due_on", "reference"], name="commission_desk"),
            models.Index(fields=["rapporteur", "stage"], name="requests_of_a_rapporteur"),
        ]


class AboutFile(models.Model):
    """Which requests are about which file of the Organization, and on which grounds they were decided."""

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="files")
    file = models.CharField(max_length=32, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "file"], name="one_row_a_file_of_a_request")]


class DecidedOn(models.Model):
    """By which grounds a decided request is found again."""

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="grounds")
    ground = models.CharField(max_length=60, db_index=True)


class PaperKept(models.Model):
    """A paper of an applicant: opaque bytes, opened by nobody here but to be downloaded."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()


class LetterRow(models.Model):
    """A letter to or from the Secretariat. Outgoing ones are sent until their receipt is here."""

    id = models.CharField(max_length=32, primary_key=True)
    outgoing = models.BooleanField()
    kind = models.CharField(max_length=40)
    request = models.CharField(max_length=32, blank=True)  # known here only, never in the letter
    body = models.BinaryField()
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)  # outgoing: its receipt came; incoming: taken into the request

    class Meta:
        indexes = [models.Index(fields=["outgoing", "done_at", "at"], name="letters_under_way")]


class Look(models.Model):
    """The wing's own log: every act and every look, by whom and why. The Secretariat has no copy of it."""

    at = models.DateTimeField()
    officer = models.CharField(max_length=32)
    what = models.CharField(max_length=60)
    reference = models.CharField(max_length=32, blank=True)
    why = models.CharField(max_length=60, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["reference", "at"], name="looks_at_a_file")]
