"""The Commission's own tables, in the Commission's own database."""
