"""The tray at the Secretariat's side of the letter-box: what the Commission wrote, and what is written back."""
