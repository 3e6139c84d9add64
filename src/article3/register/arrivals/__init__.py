"""What reached a bureau with a protective desk, and whether the desk has let it on: nothing is readable before."""
