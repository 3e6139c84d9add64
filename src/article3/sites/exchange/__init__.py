"""The Secretariat's two doors for other installations: not pages, signed requests and signed answers."""
