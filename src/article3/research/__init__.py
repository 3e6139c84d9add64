"""Public-source research: asking sources, fetching politely, reading what answers, finding what bears on a case.

Only `fetching.py` opens a connection; everything that parses runs in a process of its own (`reading.py`).
"""
