"""The Commission's own desk: its secretariat, rapporteurs and members."""
