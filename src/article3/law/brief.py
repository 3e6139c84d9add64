"""From a communication to the flat facts the provisions read."""
