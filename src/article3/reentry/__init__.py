"""Against re-entry (RPD 125): what is kept of refused, recalled and cancelled files so that they are known again.

Features of person and facts, each behind a key: without it they say nothing, and they outlive the file's own data.
"""
