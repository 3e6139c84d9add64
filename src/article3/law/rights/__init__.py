"""Who may reach data, how confidential they are, what is done after an incident (RPD 14, 54-60, 107-119)."""
