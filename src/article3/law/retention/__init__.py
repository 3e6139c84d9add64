"""How long data may stay in the files: Rules on the Processing of Data 49-53."""
