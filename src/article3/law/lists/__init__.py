"""Lists the Secretariat keeps under the rules."""
