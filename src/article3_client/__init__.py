"""A typed client for the programming interface of an article3 installation. It needs httpx and nothing else of ours.

with Article3("https://notices.example", key) as seat:
    for row in seat.items():
        print(row.reference, row.status)
"""

from article3_client.client import Article3
from article3_client.hooks import NotSigned, told
from article3_client.problems import (
    Absent,
    BadForm,
    Changed,
    Erased,
    Forbidden,
    NoKey,
    OtherRequest,
    Place,
    Problem,
    Refused,
    TooMany,
)
from article3_client.records import (
    Case,
    Caveat,
    ConsentAsked,
    Consultation,
    Deliveries,
    Delivery,
    Dispute,
    Fact,
    Finding,
    Item,
    ItemRow,
    Message,
    Outcome,
    Question,
    QueueRow,
    Record,
    RecordRow,
    Seat,
    Sent,
)

__all__ = [
    "Absent",
    "Article3",
    "BadForm",
    "Case",
    "Caveat",
    "Changed",
    "ConsentAsked",
    "Consultation",
    "Deliveries",
    "Delivery",
    "Dispute",
    "Erased",
    "Fact",
    "Finding",
    "Forbidden",
    "Item",
    "ItemRow",
    "Message",
    "NoKey",
    "NotSigned",
    "OtherRequest",
    "Outcome",
    "Place",
    "Problem",
    "Question",
    "QueueRow",
    "Record",
    "RecordRow",
    "Refused",
    "Seat",
    "Sent",
    "TooMany",
    "told",
]
