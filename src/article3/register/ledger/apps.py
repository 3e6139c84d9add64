"""The ledger as a Django app of its own."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """One table: measures, replies, drafts of rules, questions to people, audits."""

    name = "article3.register.ledger"
    label = "ledger"
