"""article3 runs police notices and diffusions between national bureaus, with the safeguards built in."""
