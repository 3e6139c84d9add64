"""What is known and since when: facts on record, former versions of files, and what decisions rest on."""
