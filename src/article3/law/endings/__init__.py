"""How notices and diffusions end: Rules on the Processing of Data 81 and 100-101."""
