"""The screening service: programs of authorised seats ask whether a person is in the day's public extracts."""
