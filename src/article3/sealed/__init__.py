"""What is kept under seal, in a process of its own: protection status, information in confidence, and its givers.

The web process knows `door` and nothing else of this room: it puts one of few questions over a local socket. Keys,
tables and answers are the worker's; every question leaves a line in the worker's own log before it is answered.
"""
