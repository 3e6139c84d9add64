"""What is owed to each bureau: one row a message, numbered without gaps for each bureau."""

from __future__ import annotations

from django.db import models


class Box(models.Model):
    """The mailbox of one bureau: how many messages were ever put into it. Locked while one is added."""

    bureau = models.CharField(max_length=2, primary_key=True)
    messages = models.PositiveBigIntegerField(default=0)


class Outgoing(models.Model):
    """One message for one bureau: kind and reference only; what it is about is read through the Reader."""

    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()  # dense for each bureau, from 1
    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=32)
    about = models.CharField(max_length=64, blank=True)
    texts = models.JSONField(default=list)
    posted_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)  # when the bureau took it in

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="one_message_a_number")]
        indexes = [
            models.Index(fields=["bureau", "taken_in_at", "number"], name="still_owed"),
            models.Index(fields=["reference", "bureau", "number"], name="about_a_file"),
        ]


class Waiting(models.Model):
    """A message its bureau gets at the beat, with all that waits for it: numbered only then, in the order of lots."""

    bureau = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=32)
    about = models.CharField(max_length=64, blank=True)
    texts = models.JSONField(default=list)
    leaves_at = models.DateTimeField()
    lot = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["bureau", "leaves_at", "lot"], name="leaves_at_the_beat")]


# --- the Secretariat's side of the exchange: who holds what, what is owed to whom


class Delivered(models.Model):
    """One item that went out: its newest version and, once it is to be removed, the order."""

    item = models.CharField(max_length=32, primary_key=True)
    source = models.CharField(max_length=2)
    digest = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    reviewed = models.BooleanField()
    lease_until_s = models.BigIntegerField(null=True)
    recalled_by = models.CharField(max_length=64, blank=True)
    first_at = models.DateTimeField()
    recalled_at = models.DateTimeField(null=True)


class Body(models.Model):
    """What holders read of an item, as the bytes its digest is of. Only the newest; gone when the item is removed."""

    item = models.CharField(max_length=32, primary_key=True)
    digest = models.CharField(max_length=64)
    content = models.BinaryField()


class Holder(models.Model):
    """A bureau that holds or ever held an item, however it came by it. Rows are never taken away."""

    item = models.CharField(max_length=32)
    bureau = models.CharField(max_length=2)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "bureau"], name="one_row_a_holder")]


class Line(models.Model):
    """One lane of one bureau's mailbox: how many messages were put in, how many the bureau has taken in for good."""

    bureau = models.CharField(max_length=2)
    lane = models.CharField(max_length=8)
    posted = models.PositiveBigIntegerField(default=0)
    acknowledged = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "lane"], name="one_line_a_lane")]


class Posted(models.Model):
    """One message in a mailbox: a copy of an item in a version, or the order to remove it."""

    bureau = models.CharField(max_length=2)
    lane = models.CharField(max_length=8)
    number = models.PositiveBigIntegerField()
    item = models.CharField(max_length=32)
    order = models.CharField(max_length=64, blank=True)  # set in a removal; the rest in a copy
    version = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    reviewed = models.BooleanField(default=False)
    lease_until_s = models.BigIntegerField(null=True)
    posted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "lane", "number"], name="one_message_a_place")]


class Debt(models.Model):
    """A removal one holder owes, and its answer once it has signed."""

    order = models.CharField(max_length=64)
    item = models.CharField(max_length=32)
    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()
    owed_at = models.DateTimeField()
    answer = models.CharField(max_length=16, blank=True)
    done = models.TextField(blank=True)  # what, where and when, if something had been done on the copy
    settled_at = models.DateTimeField(null=True)
    steps = models.PositiveSmallIntegerField(default=0)  # how far it was chased
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "bureau"], name="one_debt_an_order")]
        indexes = [
            models.Index(fields=["bureau", "settled_at", "number"], name="owed_by_a_bureau"),
            models.Index(fields=["settled_at", "owed_at"], name="still_unsigned"),
        ]


class Correspondent(models.Model):
    """What one bureau sent and asked: its last message taken in, and its last pull, so that no old one is answered."""

    bureau = models.CharField(max_length=2, primary_key=True)
    heard = models.PositiveBigIntegerField(default=0)
    pulls = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField(null=True)


class Incoming(models.Model):
    """The digest of each message taken in: the same number with other content is an incident."""

    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    taken_in_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="one_digest_a_number")]


class Key(models.Model):
    """A public key enrolled for a seat, from an instant until another. Who signed with it then is that seat."""

    public = models.CharField(max_length=64, primary_key=True)
    seat = models.CharField(max_length=40)
    use = models.CharField(max_length=4, default="sign")  # sign: it speaks for the seat; seal: the seat reads with it
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)


class Generation(models.Model):
    """How often a seat's own key of one use was replaced by the next."""

    seat = models.CharField(max_length=40)
    use = models.CharField(max_length=4)
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "use"], name="one_generation_a_use")]


class Brought(models.Model):
    """A paper one bureau brought whole: what it sends may name this one, and no other's."""

    bureau = models.CharField(max_length=2)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "sha256"], name="brought_once")]


class TurnedBack(models.Model):
    """What an installation asked for in its bureau's name and the rules refused: its source reads why."""

    item = models.CharField(max_length=32)
    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()
    because = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="turned_back_once")]
        indexes = [models.Index(fields=["item", "bureau"], name="turned_back_of_an_item")]


# --- a bureau's own side; `bureau` because one installation may seat several


class Held(models.Model):
    """A copy at a bureau."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    reviewed = models.BooleanField()
    lease_until_s = models.BigIntegerField(null=True)
    lapsed = models.BooleanField(default=False)
    acted_on = models.BooleanField(default=False)
    letter = models.BooleanField(default=False)  # no copy of a record: what the Secretariat tells this bureau
    taken_in_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "item"], name="one_copy_an_item")]
        indexes = [models.Index(fields=["bureau", "lapsed", "lease_until_s"], name="leases_by_end")]


class Removed(models.Model):
    """The stone of a removed copy; `signed_at` is empty while copies at home are not answered for."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=32)
    order = models.CharField(max_length=64)
    answer = models.CharField(max_length=16)
    removed_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "item"], name="one_stone_an_item")]


class Place(models.Model):
    """Where a bureau passed an item on: at home (a system, an agency, a file) or to another bureau by hand."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=32)
    kind = models.CharField(max_length=8)  # system, agency, file; bureau: by hand; use: what was done on it
    name = models.CharField(max_length=400)
    given_at = models.DateTimeField()
    answer = models.CharField(max_length=16, blank=True)
    done = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "item", "kind", "name"], name="one_row_a_place")]


class Intake(models.Model):
    """How far a bureau is: taken in per lane, written to the Secretariat, known to have reached it, pulls asked."""

    bureau = models.CharField(max_length=2, primary_key=True)
    recall = models.PositiveBigIntegerField(default=0)
    ordinary = models.PositiveBigIntegerField(default=0)
    written = models.PositiveBigIntegerField(default=0)
    reached = models.PositiveBigIntegerField(default=0)
    pulls = models.PositiveBigIntegerField(default=0)
    last_round_at = models.DateTimeField(null=True)


class Report(models.Model):
    """One message a bureau owes the Secretariat, as the content that will be signed."""

    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()
    content = models.BinaryField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="one_report_a_number")]


class PaperOwed(models.Model):
    """The bytes of a paper that are still to be brought to the Secretariat, or fetched from it."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=32)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    outgoing = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bureau", "item", "sha256", "outgoing"], name="one_debt_a_paper")
        ]
