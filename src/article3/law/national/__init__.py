"""What happens in a country: location, national copies, answers, national law (RPD 80, 87; national rules)."""
