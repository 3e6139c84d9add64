"""Tables of the Organization's files: one row and one document per communication, and small index tables beside it.

No constraint here spans sources: a uniqueness error would be an answer. Index rows say nothing the document does not.
"""

from __future__ import annotations

from django.db import models


class File(models.Model):
    """One communication: the document, its version, and the columns that queue, lists and rights ask for."""

    reference = models.CharField(max_length=32, primary_key=True)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=20)
    standing = models.CharField(max_length=12)
    channel = models.CharField(max_length=16)
    colour = models.CharField(max_length=16, blank=True)
    source = models.CharField(max_length=2)
    level = models.CharField(max_length=16)
    to_all = models.BooleanField()  # a notice that was published to every member
    received_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True)  # when it first reached members; never unset
    shown_at = models.DateTimeField()  # the order of lists: when it reached members, before that when it was received
    decided_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)  # from then on the content is hidden; erased once the appeal time is over
    emptied = models.BooleanField(default=False)  # the content went; what is left says nothing of anybody
    valid_until = models.DateField(null=True)
    clock_at = models.DateField(null=True)  # the desk's next deadline
    own_clock_at = models.DateField(null=True)  # the source's next deadline
    retention_asked = models.BooleanField(default=False)  # whether its data are still needed
    extract_agreed = models.BooleanField(default=False)  # the source agreed to a public extract of what members read
    waiting = models.BooleanField()  # something at the desk to do
    arriving = models.BooleanField(default=False)  # the gateway has not looked at it
    order_key = models.CharField(max_length=120, blank=True)
    order_why = models.TextField(blank=True)
    reviewer = models.CharField(max_length=32, blank=True)
    awaits = models.CharField(max_length=8, blank=True)  # second, lead: whose word the file waits for
    first_nationality = models.CharField(max_length=2, blank=True)
    questions_open = models.PositiveSmallIntegerField()
    inside = models.BinaryField()  # heading of the text under examination
    shown = models.BinaryField()  # heading of the text members read, with its caveats
    index_digest = models.BinaryField(max_length=16)
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["order_key", "reference"], condition=models.Q(waiting=True), name="desk_order"),
            models.Index(fields=["source", "-shown_at", "reference"], name="own_order"),
            models.Index(fields=["-shown_at", "reference"], name="shown_order"),
            models.Index(fields=["awaits", "reference"], condition=~models.Q(awaits=""), name="waits_for_a_word"),
            models.Index(fields=["reviewer"], condition=models.Q(waiting=True), name="of_a_reviewer"),
            models.Index(fields=["source", "received_at"], condition=models.Q(waiting=True),
                         name="waiting_of_a_source"),
            models.Index(fields=["valid_until"], name="by_end_of_retention"),
            models.Index(fields=["source", "received_at", "reference"], condition=models.Q(arriving=True),
                         name="at_the_gateway"),
            models.Index(fields=["ended_on"], condition=models.Q(emptied=False), name="to_be_erased"),
        ]


class Untold(models.Model):
    """What its source goes on reading of a file until the beat: the document as it stood before the result."""

    file = models.OneToOneField(File, primary_key=True, on_delete=models.CASCADE, related_name="untold")
    source = models.CharField(max_length=2)
    since = models.DateTimeField()
    told_at = models.DateTimeField(db_index=True)
    body = models.BinaryField()


class NameKey(models.Model):
    """One folded word of a name, in its own script or in Latin letters. `shown`: members read it."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="name_keys")
    word = models.CharField(max_length=80)
    shown = models.BooleanField()
    source = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(fields=["word", "shown", "source", "file"], name="name_word")]


class HeardWord(models.Model):
    """One part of a name as the screening engine takes it. `alone`: there is no other part in that name."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="heard_words")
    word = models.CharField(max_length=80)
    alone = models.BooleanField()
    shown = models.BooleanField()
    source = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(fields=["word", "shown", "source", "file"], name="heard_word")]


class WordSound(models.Model):
    """A key under which a word of the register stands beside those that sound like it; twice does no harm."""

    key = models.BigIntegerField()
    word = models.CharField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["key", "word"], name="sounds_like"),
                   models.Index(fields=["word"], name="sounds_of_a_word")]


class Nationality(models.Model):
    """One nationality of the person."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="nationalities")
    country = models.CharField(max_length=2)
    shown = models.BooleanField()
    source = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(fields=["country", "shown", "source", "file"], name="of_a_country")]


class DocumentNumber(models.Model):
    """The number of one identity paper: letters and digits only, upper case."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="document_numbers")
    number = models.CharField(max_length=60)
    shown = models.BooleanField()
    source = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(fields=["number", "shown", "source", "file"], name="of_a_paper")]


class BirthSpan(models.Model):
    """The days between which a stated birth date lies."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="birth_spans")
    earliest = models.DateField()
    latest = models.DateField()
    shown = models.BooleanField()
    source = models.CharField(max_length=2)

    class Meta:
        indexes = [models.Index(fields=["earliest", "latest", "shown", "source", "file"], name="born_between")]


class Denied(models.Model):
    """A bureau the source bars, from a day until the day it is lifted."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="denials")
    bureau = models.CharField(max_length=2)
    since = models.DateField()
    lifted_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["file", "bureau"], name="barred")]


class Recipient(models.Model):
    """A bureau a diffusion or message was sent to. Once sent, always owed: rows are never taken away."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="recipients")
    bureau = models.CharField(max_length=2)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "bureau"], name="one_row_a_recipient")]


class Consulted(models.Model):
    """A consultation of one bureau."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="consulted")
    bureau = models.CharField(max_length=2)
    consultation = models.CharField(max_length=64)
    asked_on = models.DateField()
    open = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["bureau", "-asked_on", "consultation"], name="asked_of_a_bureau")]


class Assigned(models.Model):
    """A reviewer who had or has a hand in the file; `barred`: who stood aside from it and reads it no more."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="assigned")
    officer = models.CharField(max_length=32)
    barred = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["file", "officer", "barred"], name="hand_in_a_file")]


class PaperOf(models.Model):
    """A paper, by its hash, of some text of the file: it goes with the last file that has it."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="papers")
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["sha256", "file"], name="files_with_a_paper")]


class ToErase(models.Model):
    """A record that was emptied and whose key is still to be destroyed: a file, `fact:ID` or `paper:HASH`."""

    record = models.CharField(max_length=80, primary_key=True)


class Edition(models.Model):
    """One day's public extracts: how it came from the edition before. Kept for two weeks, then forgotten."""

    day = models.DateField(primary_key=True)
    mark = models.CharField(max_length=16)
    body = models.BinaryField()


class Extract(models.Model):
    """A notice's public extract in the edition of one day, under an id of that day, with what it is searched by."""

    id = models.CharField(max_length=24, primary_key=True)
    day = models.DateField()
    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="extracts")
    colour = models.CharField(max_length=16)
    person = models.BooleanField(default=True)  # or else about an organization or ship
    family = models.TextField()
    given = models.TextField()
    text = models.TextField()
    sex = models.CharField(max_length=1)
    age_low = models.IntegerField(null=True)
    age_high = models.IntegerField(null=True)
    nationalities = models.TextField()
    warrants = models.TextField()
    un_reference = models.TextField()
    body = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["day", "colour", "id"], name="extracts_of_a_day")]


class Draft(models.Model):
    """A bureau's unsent form, kept as it was typed."""

    id = models.CharField(max_length=64, primary_key=True)
    bureau = models.CharField(max_length=2)
    kept_by = models.CharField(max_length=32)
    kept_at = models.DateTimeField()
    sealed = models.BinaryField()  # title and form

    class Meta:
        indexes = [models.Index(fields=["bureau", "-kept_at"], name="drafts_of_a_bureau")]


class Trace(models.Model):
    """What is kept of a file that ended as non-compliant, after its own data went: marks that say nothing without the
    key, which is not in the database."""

    reference = models.CharField(max_length=32, primary_key=True)
    since = models.DateTimeField()
    weigh = models.BinaryField()  # marks of this trace alone, one after another, sorted


class TraceMark(models.Model):
    """A mark by which traces are found."""

    trace = models.ForeignKey(Trace, on_delete=models.CASCADE, related_name="marks")
    mark = models.BinaryField(max_length=12)

    class Meta:
        indexes = [models.Index(fields=["mark", "trace"], name="traces_with_a_mark")]


class RoutingRow(models.Model):
    """A measure that routes one bureau's items of one kind: the record as a document, and what it is looked up by."""

    reference = models.CharField(max_length=32, primary_key=True)
    version = models.PositiveIntegerField()
    bureau = models.CharField(max_length=2)
    ends_on = models.DateField()
    body = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["bureau", "ends_on"], name="routings_of_a_bureau")]
