"""Invented persons of four scripts, how a refused file comes back disguised, and who only resembles them."""
