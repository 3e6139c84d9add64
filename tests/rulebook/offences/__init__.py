"""The offence classifier: what charge texts are about."""
