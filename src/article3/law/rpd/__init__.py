"""Rules on the Processing of Data, one module per part."""
