"""The shapes public sources answer in, one file a shape: how it is asked, and what its answer says. No network."""
