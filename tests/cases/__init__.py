"""Worked cases in YAML that a lawyer can read, write and sign: facts, and what the rules say about them."""
