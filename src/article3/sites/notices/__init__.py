"""The public notices web service: for programs that read the public extracts, in the shape such programs know."""
