"""The Constitution: what may never be processed, whatever the rules below it say."""
