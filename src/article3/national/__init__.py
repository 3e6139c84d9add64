"""What a bureau keeps at home and shows to nobody else: sealed under a key of its own that lies outside the data."""
