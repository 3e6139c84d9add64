"""Fixed copies of public texts: under their hash with the day, sealed, found by their words, gone with their cases."""
