"""Defective submissions sent through the front door of the applicant's portal."""
