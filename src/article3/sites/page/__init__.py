"""What every site's pages are made of: the order view, forms, words for codes, and the pieces templates load."""
