"""From a query result to a confirmed identity and an outcome (RPD 63, 104-106)."""
