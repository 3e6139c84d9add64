"""The programming interface of a seat: what its officers do on pages, its programs do here, by the same rules."""
