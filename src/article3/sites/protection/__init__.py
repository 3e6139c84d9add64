"""The refugee authority's seat: attest, confirm, change, and see what was done."""
