"""Disputes of records by bureaus that received them: each a document with a version, in a table of its own."""
