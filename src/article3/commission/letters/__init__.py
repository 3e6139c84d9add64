"""Letters of the Commission: a closed list of texts in four languages, one source for the page and the document."""
