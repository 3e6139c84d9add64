"""Resolutions of the Assembly and practice of the Secretariat and its task force."""
