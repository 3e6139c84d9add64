"""What applicants write and attach, before and after it is sent, and the anonymised decisions anybody may read."""
