"""Invented decisions without names for the demo's public library: title, outcome, grounds, text."""

from __future__ import annotations

DECISIONS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("Judged while absent and never told", "not_compliant", ("in_absentia", "fair_hearing"),
     "The applicant was judged while absent. Nobody had told them of the trial, and no lawyer of their choice could "
     "speak. The country did not answer whether a new trial is open to them. The Chamber found that the data did not "
     "keep the rules and ordered their deletion."),
    ("An article before the charge", "not_compliant", ("political_character",),
     "The charge of spreading false news followed a critical article by five weeks. The file held no act beside the "
     "article. The Chamber weighed the seven factors; the political side predominated. Deletion was ordered."),
    ("A refugee and the country that was fled", "not_compliant", ("refugee_policy",),
     "Another state had granted protection before the data were entered, against the country that entered them. "
     "Nothing showed that the protection had ended. Deletion was ordered."),
    ("A robbery with full papers", "compliant", ("political_character",),
     "The applicant said that the charge was revenge for a vote. The file held a warrant, two witnesses and a "
     "recovered weapon; the country sought extradition within the time given. The data kept the rules and stay."),
    ("The wrong date of birth", "compliant_with_update", ("accuracy",),
     "The date of birth on record belonged to a brother. The country corrected it when asked. The data keep the rules "
     "once updated; the correction was ordered and carried out."),
    ("A debt between former partners", "not_compliant", ("private_matter",),
     "The facts were an unpaid loan between two former partners of a shop. No fraud was described. A private dispute "
     "is no matter for these channels. Deletion was ordered."),
)
"""Titles and texts hold no name, number or day."""
