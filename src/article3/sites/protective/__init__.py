"""The protective desk of a bureau: files that name the officer, a list nobody can browse, the proof of coverage."""
