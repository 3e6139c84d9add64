"""The front line: one question about the person before the officer, answered first with what may be done."""
