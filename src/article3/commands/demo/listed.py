"""A list of the Security Council, of invented entries, that one lead laid and that waits for a second signature."""

from __future__ import annotations

from datetime import datetime

from article3.commands.demo.office import Office
from article3.lifecycle.listing import Weighed
from article3.wiring import listing_room

ENTRIES = """<INDIVIDUALS><INDIVIDUAL><DATAID>9001</DATAID>
<FIRST_NAME>ROVAN</FIRST_NAME><SECOND_NAME>TILKE</SECOND_NAME>
<REFERENCE_NUMBER>EXi.001</REFERENCE_NUMBER><LISTED_ON>2026-01-15</LISTED_ON><COMMENTS1>Moves money for an armed group.
</COMMENTS1><INDIVIDUAL_DATE_OF_BIRTH><DATE>1980-03-04</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>9002</DATAID><FIRST_NAME>VELM TRADING</FIRST_NAME><REFERENCE_NUMBER>EXe.003</REFERENCE_NUMBER>
<LISTED_ON>2026-01-15</LISTED_ON></ENTITY></ENTITIES>"""
WEIGHED = Weighed(because="The Security Council decided the listings; nothing in the entries points elsewhere.",
                  factors="No indication found in the entries.", predominance="(e): measures of the Security Council.")


def play(office: Office, now: datetime) -> None:
    """Its difference can be read; nothing of it is carried out."""
    content = f'<CONSOLIDATED_LIST dateGenerated="{now:%Y-%m-%d}T00:00:00">{ENTRIES}</CONSOLIDATED_LIST>'
    listing_room.lay_list(content.encode(), WEIGHED, office.leads[0], declared=True)
