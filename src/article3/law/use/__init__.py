"""What data may be used for and what travels with them (RPD 16, 22(6), 62-68)."""
