"""Our programming interfaces under requests nobody would think of, made from their own description."""
